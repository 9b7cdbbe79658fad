package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Diagnostics;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Atomic;
import quiesce.steps.Context;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
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
  private final Diagnostics problems;
  private final Context context;
  private final KernelThread thread;
  private final List<Optional<Atomic>> before = new ArrayList<>();
  private final Set<Integer> reported = new HashSet<>();

  /** For each step the last line of the strategy before it: the harness has none. */
  private final Map<Integer, Place> lines = new HashMap<>();

  private AtomicContexts(KernelThread thread, Diagnostics problems) {
    this.problems = problems;
    this.context = thread.context();
    this.thread = thread;
    thread.nodes().forEach(n -> before.add(Optional.empty()));
    before.set(thread.entry(), Optional.of(Atomic.NONE));
    ControlFlow flow = thread.flow();
    // Each once: where paths disagree, the first that comes there counts from then on.
    for (int id : flow.from(thread.entry())) {
      Atomic after = after(id, thread.node(id).step(), before.get(id).orElseThrow());
      for (int next : flow.next(id)) {
        lines.putIfAbsent(next, place(id));
        if (before.get(next).isEmpty()) {
          before.set(next, Optional.of(after));
        } else if (!before.get(next).get().equals(after) && reported.add(next)) {
          problems.report(
              place(next),
              "context imbalance: what is held here depends on the way taken",
              "take and release locks, RCU sections and preemption on all paths alike");
        }
      }
    }
  }

  /** The thread, with what is held at each step; nothing where no path leads. */
  static KernelThread found(KernelThread thread, Diagnostics problems) {
    AtomicContexts contexts = new AtomicContexts(thread, problems);
    return thread.with(
        thread.nodes().stream()
            .map(n -> n.with(contexts.before.get(n.id()).orElse(Atomic.NONE)))
            .toList());
  }

  private Atomic after(int id, Step s, Atomic a) {
    int rcu = a.rcu();
    int preempt = a.preempt();
    int softirq = a.softirq();
    int irq = a.irq();
    List<String> locks = new ArrayList<>(a.locks());
    if (s instanceof Section.RcuReadLock) {
      rcu++;
    } else if (s instanceof Section.RcuReadUnlock) {
      rcu = down(id, rcu, "rcu_read_unlock()", "rcu_read_lock()");
    } else if (s instanceof Section.PreemptDisable) {
      preempt++;
    } else if (s instanceof Section.PreemptEnable) {
      preempt = down(id, preempt, "preempt_enable()", "preempt_disable()");
    } else if (s instanceof Section.LocalBhDisable) {
      softirq++;
    } else if (s instanceof Section.LocalBhEnable) {
      softirq = down(id, softirq, "local_bh_enable()", "local_bh_disable()");
    } else if (s instanceof Section.LocalIrqSave || s instanceof Section.LocalIrqDisable) {
      irq++;
    } else if (s instanceof Section.LocalIrqRestore) {
      irq = down(id, irq, "local_irq_restore()", "local_irq_save()");
    } else if (s instanceof Section.LocalIrqEnable) {
      if (irq > 1 || context == Context.IRQ || context == Context.NMI) {
        report(
            id,
            "local_irq_enable() where interrupts were off already when they were switched off",
            "use local_irq_save() and local_irq_restore(): this one enables them all the same");
      }
      irq = down(id, irq, "local_irq_enable()", "local_irq_disable()");
    } else if (s instanceof Wait.SpinLock l) {
      locks.add(l.lock());
      preempt++;
    } else if (s instanceof Section.SpinUnlock l) {
      release(id, l.lock(), locks);
      preempt = Math.max(0, preempt - 1);
    } else if (s instanceof Wait.MutexLock l) {
      mayNotSleep(id, a, "mutex_lock()");
      locks.add(l.lock());
    } else if (s instanceof Section.MutexUnlock l) {
      release(id, l.lock(), locks);
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
    return new Atomic(rcu, preempt, softirq, irq, locks, a.srcu());
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
      problems.report(place(id), message, help);
    }
  }

  private Place place(int id) {
    Origin origin = thread.node(id).origin();
    return origin.isHarness() ? lines.getOrDefault(id, origin.place()) : origin.place();
  }
}
