package quiesce.contexts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.source.Limit;
import quiesce.source.Place;
import quiesce.steps.Atomic;
import quiesce.steps.Context;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * Finds out what is held and held off at each step of a thread, and refuses what the kernel's own
 * checks (sparse, lockdep, might_sleep) would complain about: unbalanced sections, sleeping in
 * atomic context, and waiting for oneself.
 */
public final class Contexts {
  private final KernelThread thread;
  private final ControlFlow flow;
  private final SrcuSections sections = new SrcuSections();
  private final Reporter reporter;
  private final List<Optional<Held>> before = new ArrayList<>();

  private Contexts(KernelThread thread, Diagnostics problems) {
    this.thread = thread;
    this.flow = thread.flow();
    this.reporter = new Reporter(thread, problems);
    thread.nodes().forEach(n -> before.add(Optional.empty()));
    before.set(thread.entry(), Optional.of(Held.NOTHING));
    // Each once: where paths disagree, the first that comes there counts from then on.
    for (int id : flow.from(thread.entry())) {
      Node n = thread.node(id);
      Held held = before.get(id).orElseThrow();
      Held after =
          Effects.after(
              n,
              copied(n.step(), held, overwritten(n, held)),
              thread.context(),
              sections,
              reporter);
      for (int exit = 0; exit < n.next().size(); exit++) {
        if (n.next().get(exit) >= 0) {
          arrive(id, n.next().get(exit), tested(n.step(), exit == 0, after));
        }
      }
    }
  }

  /**
   * The thread, with what is held at each step; nothing where no path leads.
   *
   * @param steps of all threads together
   */
  public static KernelThread found(KernelThread thread, Diagnostics problems, Limit steps) {
    Contexts contexts = new Contexts(thread, problems);
    List<Node> nodes = SplitOutcomes.of(thread, contexts.before, steps);
    return thread.with(nodes.stream().map(contexts::completed).toList());
  }

  private Node completed(Node n) {
    Atomic held = before.get(n.id()).map(h -> held(n.step(), h)).orElse(Atomic.NONE);
    Node named =
        n.step() instanceof Section.OfSrcu s ? n.with(s.named(sections.of(s.section()))) : n;
    return named.with(held.with(held.locks(), held.srcu().stream().map(sections::of).toList()));
  }

  /**
   * An attempt that may have succeeded counts as one that has for as long as its thread decides by
   * itself what to do: in that time nobody can see whether it keeps its CPU. A litmus test has no
   * CPUs, and may ask at a fence what is held.
   */
  private Atomic held(Step step, Held held) {
    Held known = held;
    if (step instanceof Local && thread.context() != Context.PROCESS) {
      for (Tried lock : held.tried().values().stream().distinct().toList()) {
        known = known.taken(lock.held(), thread.context());
      }
    }
    return known.sure();
  }

  private void arrive(int from, int node, Held held) {
    reporter.passed(from, node);
    Optional<Held> other = before.get(node);
    if (other.isEmpty()) {
      before.set(node, Optional.of(held));
    } else if (!other.get().equals(held)) {
      reporter.report(
          node,
          "context imbalance: what is held here depends on the way taken",
          "take and release locks, RCU sections and preemption on all paths alike");
    }
  }

  /** A branch on the outcome of an attempt says whether the lock is held. */
  private Held tested(Step step, boolean outcome, Held held) {
    if (!(step instanceof Local.Branch branch)) {
      return held;
    }
    Held known = held;
    for (Map.Entry<String, Tried> each : held.tried().entrySet()) {
      Tried lock = each.getValue();
      Optional<Boolean> taken = ifIts(each.getKey(), 1, branch.condition());
      Optional<Boolean> failed = ifIts(each.getKey(), 0, branch.condition());
      if (failed.equals(Optional.of(!outcome))) {
        known = known.decided(lock).taken(lock.held(), thread.context());
      } else if (taken.equals(Optional.of(!outcome))) {
        known = known.decided(lock);
      }
    }
    return known;
  }

  private static Optional<Boolean> ifIts(String local, int value, Value condition) {
    return new PartialValue(local, value).truth(condition);
  }

  /** A copy of an outcome says as much. */
  private static Held copied(Step step, Held before, Held held) {
    if (!(step instanceof Local.Assign a)) {
      return held;
    }
    Value condition = a.value() instanceof Value.Local l ? new Value.NonZero(l) : a.value();
    return before.tried().entrySet().stream()
        .filter(e -> ifIts(e.getKey(), 1, condition).equals(Optional.of(true)))
        .filter(e -> ifIts(e.getKey(), 0, condition).equals(Optional.of(false)))
        .findFirst()
        .map(e -> held.withTried(a.local(), e.getValue()))
        .orElse(held);
  }

  /** Refuses the loss of a local that something depends on. */
  private Held overwritten(Node n, Held held) {
    Optional<String> local = n.step().writes();
    if (local.isEmpty()) {
      return held;
    }
    if (held.sure().srcu().stream().anyMatch(s -> s.name().equals(local.get()))) {
      reporter.report(
          n.id(),
          "%s is overwritten, and has the index of an SRCU section".formatted(local.get()),
          "use another variable");
    }
    Stream.concat(held.sure().locks().stream(), held.tried().values().stream().map(Tried::held))
        .filter(l -> l.isBy(local.get()))
        .findFirst()
        .ifPresent(
            l ->
                reporter.report(
                    n.id(),
                    "%s changes while the %s of what it leads to is held"
                        .formatted(local.get(), l.name()),
                    "keep the pointer in another variable until the lock is released"));
    Tried lock = held.tried().get(local.get());
    if (lock != null && held.tried().values().stream().filter(lock::equals).count() == 1) {
      reporter.report(
          n.id(),
          "%s is overwritten before the outcome of %s is tested"
              .formatted(local.get(), lock.call()),
          "test it first: if (%s) ...".formatted(local.get()));
    }
    return held.withoutTried(local.get());
  }

  /** Reports each step once. */
  static final class Reporter {
    private final KernelThread thread;
    private final Diagnostics problems;
    private final Set<Integer> reported = new HashSet<>();

    /** For each step the last line before it: the harness has none. */
    private final Map<Integer, Place> lines = new HashMap<>();

    Reporter(KernelThread thread, Diagnostics problems) {
      this.thread = thread;
      this.problems = problems;
    }

    void passed(int from, int node) {
      lines.putIfAbsent(node, place(from));
    }

    void report(int node, String message, String help) {
      if (reported.add(node)) {
        problems.report(place(node), message, help);
      }
    }

    private Place place(int id) {
      Origin origin = thread.node(id).origin();
      return origin.isHarness() ? lines.getOrDefault(id, origin.place()) : origin.place();
    }
  }
}
