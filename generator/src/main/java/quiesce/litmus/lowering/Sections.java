package quiesce.litmus.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Diagnostics;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * Finds out what a process holds at each step. It refuses sections and locks that are not paired on
 * all paths alike, and processes that wait for themselves.
 */
final class Sections {
  private static final String AFTER_SECTION = "call it after the section has ended";

  private final Diagnostics diagnostics;
  private final List<Node> nodes;
  private final List<Optional<Held>> before;
  private final SrcuSections sections = new SrcuSections();
  private final Set<Integer> reported = new HashSet<>();

  private Sections(ProcessLowering.Steps steps, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.nodes = steps.nodes();
    this.before = new ArrayList<>(nodes.stream().map(n -> Optional.<Held>empty()).toList());
  }

  /** The nodes, with what is held before each. */
  static List<Node> held(ProcessLowering.Steps steps, Diagnostics diagnostics) {
    return new Sections(steps, diagnostics).nodes();
  }

  private List<Node> nodes() {
    before.set(0, Optional.of(Held.NOTHING));
    for (Node n : nodes) {
      Held held = before.get(n.id()).orElseThrow();
      Held after = after(n, overwritten(n, held));
      for (int exit = 0; exit < n.next().size(); exit++) {
        arrive(n.next().get(exit), tested(n.step(), exit == 0, after));
      }
    }
    return nodes.stream()
        .map(
            n -> {
              Held held = before.get(n.id()).orElseThrow();
              return n.with(named(n)).with(held.atomic(sections::of));
            })
        .toList();
  }

  /** The step, with the section that it begins or ends. */
  private Step named(Node n) {
    if (n.step() instanceof Section.SrcuReadLock l) {
      return new Section.SrcuReadLock(sections.of(held(l.section())));
    } else if (n.step() instanceof Section.SrcuReadUnlock u) {
      return new Section.SrcuReadUnlock(sections.of(held(u.section())));
    }
    return n.step();
  }

  /** Until it is known which of the domain's sections it is, it is named after its index. */
  private static Held.Srcu held(Section.Srcu section) {
    return new Held.Srcu(section.domain(), section.name());
  }

  private void arrive(int node, Held held) {
    Optional<Held> other = before.get(node);
    if (other.isEmpty()) {
      before.set(node, Optional.of(held));
    } else if (!other.get().equals(held)) {
      report(
          nodes.get(node),
          "context imbalance: what is held here depends on the way taken",
          "take and release locks and read-side sections on all paths alike");
    }
  }

  /** A branch on the outcome of spin_trylock() says whether the lock is held. */
  private static Held tested(Step step, boolean outcome, Held held) {
    if (!(step instanceof Local.Branch branch)) {
      return held;
    }
    Held known = held;
    for (Map.Entry<String, String> each : held.tried().entrySet()) {
      String register = each.getKey();
      Optional<Boolean> taken = new PartialValue(register, 1).truth(branch.condition());
      Optional<Boolean> failed = new PartialValue(register, 0).truth(branch.condition());
      if (failed.equals(Optional.of(!outcome))) {
        known = known.withoutTried(register).withLock(each.getValue());
      } else if (taken.equals(Optional.of(!outcome))) {
        known = known.withoutTried(register);
      }
    }
    return known;
  }

  /** Refuses the loss of a register that something depends on. */
  private Held overwritten(Node n, Held held) {
    Optional<String> register = n.step().writes();
    if (register.isEmpty()) {
      return held;
    }
    if (held.srcu().stream().anyMatch(s -> s.index().equals(register.get()))) {
      report(
          n,
          "%s is overwritten, and has the index of an SRCU section".formatted(register.get()),
          "use another register");
    }
    if (held.tried().containsKey(register.get())) {
      report(
          n,
          "%s is overwritten before the outcome of spin_trylock() is tested"
              .formatted(register.get()),
          "test it first: if (%s) ...".formatted(register.get()));
    }
    return held.withoutTried(register.get());
  }

  private Held after(Node n, Held held) {
    Step s = n.step();
    if (s instanceof Section.RcuReadLock) {
      return held.withRcu(held.rcu() + 1);
    } else if (s instanceof Section.RcuReadUnlock) {
      if (held.rcu() == 0) {
        report(n, "rcu_read_unlock() without rcu_read_lock()", "pair them on every path");
        return held;
      }
      return held.withRcu(held.rcu() - 1);
    } else if (s instanceof Wait.SpinLock l) {
      return taken(n, l.lock(), held) ? held : held.withLock(l.lock());
    } else if (s instanceof Access.SpinTrylock l) {
      return taken(n, l.lock(), held) ? held : held.withTried(l.local(), l.lock());
    } else if (s instanceof Section.SpinUnlock l) {
      if (!held.locks().contains(l.lock())) {
        report(n, l.lock() + " is not held here", "take it first, on every path that leads here");
      }
      return held.withoutLock(l.lock());
    } else if (s instanceof Section.SrcuReadLock l) {
      sections.begins(held(l.section()), held);
      return held.withSrcu(held(l.section()));
    } else if (s instanceof Section.SrcuReadUnlock u) {
      return unlocked(n, held(u.section()), held);
    } else if (s instanceof Access.SynchronizeRcuBegin && held.rcu() > 0) {
      report(n, "synchronize_rcu() in an RCU read-side section waits for itself", AFTER_SECTION);
    } else if (s instanceof Access.SynchronizeSrcuBegin b && held.inSrcu(b.domain())) {
      report(
          n,
          "synchronize_srcu() in a section of %s waits for itself".formatted(b.domain()),
          AFTER_SECTION);
    } else if (s instanceof Local.Halt && !held.equals(Held.NOTHING)) {
      report(
          n,
          "context imbalance: the process ends with " + held.text(),
          held.tried().isEmpty()
              ? "release it on every path to the end"
              : "test the outcome alone, if (spin_trylock(s)) { ... spin_unlock(s); }");
    }
    return held;
  }

  private boolean taken(Node n, String lock, Held held) {
    if (!held.locks().contains(lock) && !held.tried().containsValue(lock)) {
      return false;
    }
    report(n, lock + " is taken already: the process waits for itself", "release it before");
    return true;
  }

  private Held unlocked(Node n, Held.Srcu section, Held held) {
    if (held.srcu().contains(section)) {
      sections.ends(section, held);
      return held.withoutSrcu(section);
    }
    String domain = section.domain();
    if (held.inSrcu(domain)) {
      report(
          n,
          "%s is not the index of a section of %s that is open here"
              .formatted(section.index(), domain),
          "hand over the register to which the section's beginning was assigned");
    } else {
      report(
          n,
          "no section of %s is open here".formatted(domain),
          "begin it in this process, on every path: %s = srcu_read_lock(%s)"
              .formatted(section.index(), domain));
    }
    return held;
  }

  private void report(Node n, String message, String help) {
    if (reported.add(n.id())) {
      diagnostics.report(n.origin().place(), message, help);
    }
  }
}
