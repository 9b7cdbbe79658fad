package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Atomic;
import quiesce.steps.Context;
import quiesce.steps.ControlFlow;
import quiesce.steps.Origin;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * Finds out what is held and held off at each step, and refuses what the kernel's own checks
 * (sparse, lockdep, might_sleep) would complain about: unbalanced sections, sleeping in atomic
 * context.
 */
final class AtomicContexts {
  private final Problems problems;
  private final Context context;
  private final List<Graph.Draft> drafts;
  private final List<Optional<Atomic>> before = new ArrayList<>();
  private final Set<Integer> reported = new HashSet<>();

  /** For each step the last line of the strategy before it: the harness has none. */
  private final Map<Integer, Place> lines = new HashMap<>();

  AtomicContexts(Graph graph, Context context, Problems problems) {
    this.problems = problems;
    this.context = context;
    this.drafts = graph.drafts();
    drafts.forEach(d -> before.add(Optional.empty()));
    before.set(graph.entry(), Optional.of(Atomic.NONE));
    ControlFlow flow = graph.flow();
    // Each once: where paths disagree, the first that comes there counts from then on.
    for (int id : flow.from(graph.entry())) {
      Atomic after = after(id, drafts.get(id), before.get(id).orElseThrow());
      for (int next : flow.next(id)) {
        lines.putIfAbsent(next, place(id));
        if (before.get(next).isEmpty()) {
          before.set(next, Optional.of(after));
        } else if (!before.get(next).get().equals(after) && reported.add(next)) {
          problems.add(
              place(next),
              "context imbalance: what is held here depends on the way taken",
              "take and release locks, RCU sections and preemption on all paths alike");
        }
      }
    }
  }

  /** What holds before a step; empty when no way leads to it. */
  Optional<Atomic> before(int id) {
    return before.get(id);
  }

  private Atomic after(int id, Graph.Draft d, Atomic a) {
    Step s = d.step;
    List<String> locks = new ArrayList<>(a.locks());
    if (s instanceof Section.RcuReadLock) {
      return new Atomic(a.rcu() + 1, a.preempt(), a.softirq(), a.irq(), locks, a.srcu());
    } else if (s instanceof Section.RcuReadUnlock) {
      return new Atomic(
          down(id, a.rcu(), "rcu_read_unlock()", "rcu_read_lock()"),
          a.preempt(),
          a.softirq(),
          a.irq(),
          locks,
          a.srcu());
    } else if (s instanceof Section.PreemptDisable) {
      return new Atomic(a.rcu(), a.preempt() + 1, a.softirq(), a.irq(), locks, a.srcu());
    } else if (s instanceof Section.PreemptEnable) {
      return new Atomic(
          a.rcu(),
          down(id, a.preempt(), "preempt_enable()", "preempt_disable()"),
          a.softirq(),
          a.irq(),
          locks,
          a.srcu());
    } else if (s instanceof Section.LocalBhDisable) {
      return new Atomic(a.rcu(), a.preempt(), a.softirq() + 1, a.irq(), locks, a.srcu());
    } else if (s instanceof Section.LocalBhEnable) {
      return new Atomic(
          a.rcu(),
          a.preempt(),
          down(id, a.softirq(), "local_bh_enable()", "local_bh_disable()"),
          a.irq(),
          locks,
          a.srcu());
    } else if (s instanceof Section.LocalIrqSave) {
      return new Atomic(a.rcu(), a.preempt(), a.softirq(), a.irq() + 1, locks, a.srcu());
    } else if (s instanceof Section.LocalIrqRestore) {
      return new Atomic(
          a.rcu(),
          a.preempt(),
          a.softirq(),
          down(id, a.irq(), "local_irq_restore()", "local_irq_save()"),
          locks,
          a.srcu());
    } else if (s instanceof Section.LocalIrqDisable) {
      return new Atomic(a.rcu(), a.preempt(), a.softirq(), a.irq() + 1, locks, a.srcu());
    } else if (s instanceof Section.LocalIrqEnable) {
      if (a.irq() > 1 || context == Context.IRQ || context == Context.NMI) {
        report(
            id,
            "local_irq_enable() where interrupts were off already when they were switched off",
            "use local_irq_save() and local_irq_restore(): this one enables them all the same");
      }
      return new Atomic(
          a.rcu(),
          a.preempt(),
          a.softirq(),
          down(id, a.irq(), "local_irq_enable()", "local_irq_disable()"),
          locks,
          a.srcu());
    } else if (s instanceof Wait.SpinLock l) {
      locks.add(l.lock());
      return new Atomic(a.rcu(), a.preempt() + 1, a.softirq(), a.irq(), locks, a.srcu());
    } else if (s instanceof Section.SpinUnlock l) {
      release(id, l.lock(), locks);
      return new Atomic(
          a.rcu(), Math.max(0, a.preempt() - 1), a.softirq(), a.irq(), locks, a.srcu());
    } else if (s instanceof Wait.MutexLock l) {
      mayNotSleep(id, a, "mutex_lock()");
      locks.add(l.lock());
      return new Atomic(a.rcu(), a.preempt(), a.softirq(), a.irq(), locks, a.srcu());
    } else if (s instanceof Section.MutexUnlock l) {
      release(id, l.lock(), locks);
      return new Atomic(a.rcu(), a.preempt(), a.softirq(), a.irq(), locks, a.srcu());
    } else if (s instanceof Access.SynchronizeRcuBegin) {
      mayNotSleep(id, a, "synchronize_rcu()");
    } else if (s instanceof Access.StaticCallUpdate) {
      mayNotSleep(id, a, "static_call_update()");
    } else if (ends(s) && !a.equals(Atomic.NONE)) {
      report(
          id,
          "context imbalance: this ends with " + held(a),
          "release it on every path out of the function");
      // Reported once; what comes after starts afresh.
      return Atomic.NONE;
    }
    return a;
  }

  private static boolean ends(Step s) {
    return s instanceof Section.End
        || s instanceof Section.Registered
        || s instanceof Access.TearDown
        || s instanceof Access.Initialise;
  }

  private static String held(Atomic a) {
    List<String> words = new ArrayList<>(a.locks().stream().map(l -> l + " held").toList());
    if (a.rcu() > 0) {
      words.add("an RCU read-side section open");
    }
    if (a.irq() > 0) {
      words.add("interrupts off");
    }
    if (a.softirq() > 0) {
      words.add("softirqs off");
    }
    if (a.preempt() > a.locks().size()) {
      words.add("preemption off");
    }
    return String.join(", ", words);
  }

  private int down(int id, int depth, String unlock, String lock) {
    if (depth == 0) {
      report(id, unlock + " without " + lock, "pair them on every path through the function");
      return 0;
    }
    return depth - 1;
  }

  private void release(int id, String lock, List<String> locks) {
    if (!locks.remove(lock)) {
      report(id, lock + " is not held here", "take it first, on every path that leads here");
    }
  }

  private void mayNotSleep(int id, Atomic a, String what) {
    if (context.isHandler()) {
      report(
          id,
          what
              + " sleeps, and "
              + (context == Context.SOFTIRQ ? "a " : "an ")
              + context.label()
              + " handler must not",
          "call it from a task: defer it to a workqueue, where it may sleep");
    } else if (a.inReadSection()) {
      report(
          id,
          what + " sleeps with " + held(a),
          "call it after the section has ended: here it would wait for itself or sleep in atomic"
              + " context");
    }
  }

  private void report(int id, String message, String help) {
    if (reported.add(id)) {
      problems.add(place(id), message, help);
    }
  }

  private Place place(int id) {
    Origin origin = drafts.get(id).origin;
    return origin.isHarness() ? lines.getOrDefault(id, origin.place()) : origin.place();
  }
}
