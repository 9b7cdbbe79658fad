package quiesce.contexts;

import quiesce.steps.Access;
import quiesce.steps.Atomic;
import quiesce.steps.Context;
import quiesce.steps.Local;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** What each step does to what its thread holds, and what it must not be taken with. */
record Effects(Context context, SrcuSections sections, Contexts.Reporter reporter) {

  Held after(Node n, Held held) {
    Step s = n.step();
    if (s instanceof Section.Enter e) {
      return held.change(a -> a.nested(e.kind(), 1));
    } else if (s instanceof Section.Leave l) {
      return left(n, l.kind(), held);
    } else if (s instanceof Wait.Lock l) {
      return awaited(n, l, held);
    } else if (s instanceof Access.Trylock l) {
      return isTaken(n, l.lock(), held) ? held : held.withTried(l.local(), l.lock());
    } else if (s instanceof Section.Unlock l) {
      Held released = released(n, l.lock(), held);
      return l.kind() == LockKind.MUTEX || isProcess()
          ? released
          : released.change(Effects::preemptible);
    } else if (s instanceof Section.SrcuReadLock l) {
      if (context == Context.NMI && !l.nmiSafe()) {
        reporter.report(
            n.id(),
            "srcu_read_lock() is not safe in an NMI handler",
            "write srcu_read_lock_nmisafe() and srcu_read_unlock_nmisafe(), here and for all"
                + " sections of "
                + l.section().domain());
      }
      sections.begins(l.section(), held);
      return held.withSrcu(l.section());
    } else if (s instanceof Section.SrcuReadUnlock u) {
      return ended(n, u.section(), held);
    } else if (s instanceof Access.GracePeriodBegins b) {
      waits(n, b.domain(), held);
    } else if (s instanceof Access.StaticCallUpdate) {
      mayNotSleep(n, held, "static_call_update()");
    } else if (ends(s) && !held.equals(Held.NOTHING)) {
      reporter.report(
          n.id(),
          "context imbalance: this ends with " + held.text(),
          held.tried().isEmpty()
              ? "release it on every path out of the function"
              : "test the outcome alone, if (spin_trylock(&lock)) { ... spin_unlock(&lock); }");
      // Reported once; what comes after starts afresh.
      return Held.NOTHING;
    }
    return held;
  }

  /** In a litmus test nothing interrupts. */
  private boolean isProcess() {
    return context == Context.PROCESS;
  }

  private Held awaited(Node n, Wait.Lock l, Held held) {
    if (l.kind() == LockKind.MUTEX) {
      mayNotSleep(n, held, "mutex_lock()");
      return held.withLock(l.lock());
    }
    return isTaken(n, l.lock(), held) ? held : taken(l.lock(), held);
  }

  Held taken(String lock, Held held) {
    Held with = held.withLock(lock);
    return isProcess() ? with : with.change(a -> a.nested(Region.PREEMPT_OFF, 1));
  }

  private static Atomic preemptible(Atomic a) {
    return a.nested(Region.PREEMPT_OFF, a.preempt() > 0 ? -1 : 0);
  }

  private static boolean ends(Step s) {
    return s instanceof Section.End
        || s instanceof Section.Registered
        || s instanceof Access.TearDown
        || s instanceof Access.Initialise
        || s instanceof Local.Halt;
  }

  private Held left(Node n, Region region, Held held) {
    int depth = held.sure().depth(region);
    if (region == Region.IRQ_OFF
        && (depth > 1 || context == Context.IRQ || context == Context.NMI)) {
      reporter.report(
          n.id(),
          "local_irq_enable() where interrupts were off already when they were switched off",
          "use local_irq_save() and local_irq_restore(): this one enables them all the same");
    }
    if (depth == 0) {
      reporter.report(
          n.id(),
          "%s() without %s()".formatted(region.leave(), region.enter()),
          "pair them on every path through the function");
      return held;
    }
    return held.change(a -> a.nested(region, -1));
  }

  /**
   * A strategy that waits for itself runs into the deadlock; a litmus test would have no outcome.
   */
  private boolean isTaken(Node n, String lock, Held held) {
    boolean tried = held.tried().containsValue(lock);
    if (!tried && !(isProcess() && held.holds(lock))) {
      return false;
    }
    reporter.report(
        n.id(),
        lock
            + (isProcess() ? " is taken already: the process waits for itself" : " is tried twice"),
        isProcess() ? "release it before" : "test the outcome of the first spin_trylock() before");
    return true;
  }

  private Held released(Node n, String lock, Held held) {
    if (!held.holds(lock)) {
      reporter.report(
          n.id(), lock + " is not held here", "take it first, on every path that leads here");
    }
    return held.withoutLock(lock);
  }

  private Held ended(Node n, Section.Srcu section, Held held) {
    if (held.sure().srcu().contains(section)) {
      Held after = held.withoutSrcu(section);
      sections.ends(section, held);
      return after;
    }
    String domain = section.domain();
    if (held.inSrcu(domain)) {
      reporter.report(
          n.id(),
          "%s is not the index of a section of %s that is open here"
              .formatted(section.name(), domain),
          "hand over the variable to which the section's beginning was assigned");
    } else {
      reporter.report(
          n.id(),
          "no section of %s is open here".formatted(domain),
          "begin it in the same %s, on every path: %s = srcu_read_lock(%s%s)"
              .formatted(
                  isProcess() ? "process" : "run", section.name(), isProcess() ? "" : "&", domain));
    }
    return held;
  }

  private void waits(Node n, String domain, Held held) {
    if (held.inSrcu(domain)) {
      reporter.report(
          n.id(),
          "synchronize_srcu() in a section of %s waits for itself".formatted(domain),
          "call it after the section has ended");
    }
    mayNotSleep(n, held, domain.isEmpty() ? "synchronize_rcu()" : "synchronize_srcu()");
  }

  private void mayNotSleep(Node n, Held held, String what) {
    if (context.isHandler()) {
      reporter.report(
          n.id(),
          what
              + " sleeps, and "
              + (context == Context.SOFTIRQ ? "a " : "an ")
              + context.label()
              + " handler must not",
          "call it from a task: defer it to a workqueue, where it may sleep");
    } else if (held.sure().inReadSection() && isProcess()) {
      reporter.report(
          n.id(),
          what + " in an RCU read-side section waits for itself",
          "call it after the section has ended");
    } else if (held.sure().inReadSection()) {
      reporter.report(
          n.id(),
          what + " sleeps with " + held.text(),
          "call it after the section has ended: here it would wait for itself or sleep in atomic"
              + " context");
    }
  }
}
