package quiesce.contexts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    Holdings holdings = new Holdings(thread, sections, reporter);
    thread.nodes().forEach(n -> before.add(Optional.empty()));
    before.set(thread.entry(), Optional.of(Held.NOTHING));
    // Each once: where paths disagree, the first that comes there counts from then on.
    for (int id : flow.from(thread.entry())) {
      Node n = thread.node(id);
      Held held = before.get(id).orElseThrow();
      Held after = holdings.after(n, held);
      for (int exit = 0; exit < n.next().size(); exit++) {
        if (n.next().get(exit) >= 0) {
          arrive(id, n.next().get(exit), holdings.tested(n.step(), exit == 0, after));
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
