package quiesce.litmus.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import quiesce.source.Diagnostics;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * Finds out what a process holds at each step. It refuses sections and locks that are not paired on
 * every way alike, and processes that wait for themselves.
 */
final class Sections {
  private static final String AFTER_SECTION = "call it after the section has ended";

  private final Diagnostics diagnostics;
  private final List<Node> nodes;
  private final Map<Integer, String> indices;
  private final List<Optional<Held>> before;
  private final Set<Integer> reported = new HashSet<>();

  private Sections(ProcessLowering.Steps steps, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.nodes = steps.nodes();
    this.indices = steps.indices();
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
              return new Node(n.id(), n.step(), n.origin(), held.atomic(), n.next());
            })
        .toList();
  }

  private void arrive(int node, Held held) {
    Optional<Held> other = before.get(node);
    if (other.isEmpty()) {
      before.set(node, Optional.of(held));
    } else if (!other.get().equals(held)) {
      report(
          nodes.get(node),
          "context imbalance: what is held here depends on the way taken",
          "take and release locks and read-side sections on every way alike");
    }
  }

  /** A branch on the outcome of spin_trylock() tells whether the lock is held. */
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
        report(n, "rcu_read_unlock() without rcu_read_lock()", "pair them on every way through");
        return held;
      }
      return held.withRcu(held.rcu() - 1);
    } else if (s instanceof Wait.SpinLock l) {
      return taken(n, l.lock(), held) ? held : held.withLock(l.lock());
    } else if (s instanceof Access.SpinTrylock l) {
      return taken(n, l.lock(), held) ? held : held.withTried(l.local(), l.lock());
    } else if (s instanceof Section.SpinUnlock l) {
      if (!held.locks().contains(l.lock())) {
        report(n, l.lock() + " is not held here", "take it first, on every way that leads here");
      }
      return held.withoutLock(l.lock());
    } else if (s instanceof Section.SrcuReadLock l) {
      return held.withSrcu(new Held.Srcu(l.domain(), indices.get(n.id())));
    } else if (s instanceof Section.SrcuReadUnlock u) {
      return unlocked(n, u.domain(), held);
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
              ? "release it on every way to the end"
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

  /** Sections of one domain end in the order in which RCU's would: the last one first. */
  private Held unlocked(Node n, String domain, Held held) {
    int last =
        IntStream.range(0, held.srcu().size())
            .filter(i -> held.srcu().get(i).domain().equals(domain))
            .max()
            .orElse(-1);
    if (last < 0) {
      report(
          n,
          "srcu_read_unlock() without srcu_read_lock() of %s".formatted(domain),
          "pair them on every way through");
      return held;
    }
    String index = held.srcu().get(last).index();
    if (!index.equals(indices.get(n.id()))) {
      report(
          n,
          "the section of %s begun last is not the one that ends".formatted(domain),
          "hand over %s: sections of one domain may be nested, but not overlap".formatted(index));
    }
    return held.withoutSrcu(last);
  }

  private void report(Node n, String message, String help) {
    if (reported.add(n.id())) {
      diagnostics.report(n.origin().place(), message, help);
    }
  }
}
