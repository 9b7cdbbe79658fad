package quiesce.contexts;

import java.util.Optional;
import quiesce.steps.Atomic;
import quiesce.steps.Context;
import quiesce.steps.Holding;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.StepKinds;

/** What one step does to what its thread holds, and what it must not be taken with. */
final class Effects implements Holding {
  private final Context context;
  private final SrcuSections sections;
  private final Contexts.Reporter reporter;
  private final Node node;
  private Held held;

  private Effects(
      Context context, SrcuSections sections, Contexts.Reporter reporter, Node node, Held before) {
    this.context = context;
    this.sections = sections;
    this.reporter = reporter;
    this.node = node;
    this.held = before;
  }

  /** What is held after a step. */
  static Held after(
      Node node, Held before, Context context, SrcuSections sections, Contexts.Reporter reporter) {
    Effects effects = new Effects(context, sections, reporter, node, before);
    StepKinds.take(node.step(), effects);
    return effects.held;
  }

  @Override
  public void enters(Region region) {
    held = held.nested(region, 1);
  }

  @Override
  public void leaves(Region region) {
    int depth = held.sure().depth(region);
    if (region == Region.IRQ_OFF
        && (depth > 1 || context == Context.IRQ || context == Context.NMI)) {
      report(
          "local_irq_enable() where interrupts were off already when they were switched off",
          "use local_irq_save() and local_irq_restore(): this one enables them all the same");
    }
    if (depth == 0) {
      report(
          "%s() without %s()".formatted(region.leave(), region.enter()),
          "pair them on every path through the function");
    } else {
      held = held.nested(region, -1);
    }
  }

  @Override
  public void takes(Atomic.Lock lock) {
    if (lock.kind().sleeps()) {
      sleeps(lock.kind().lock() + "()");
    }
    if (!isTaken(lock.name())) {
      held = held.taken(lock, context);
    }
  }

  @Override
  public void tries(String local, Atomic.Lock lock) {
    LockKind kind = lock.kind();
    if (kind.sleeps() && context.isHandler()) {
      report(
          "%s() in %s handler".formatted(kind.trylock(), article() + " " + context.label()),
          kind == LockKind.MUTEX
              ? "a mutex belongs to a task: use a spinlock and spin_trylock()"
              : "a semaphore belongs to a task: use an rwlock_t and read_trylock() or write_trylock()");
    }
    if (!isTaken(lock.name())) {
      held = held.withTried(local, new Tried(lock));
    }
  }

  @Override
  public void releases(Atomic.Lock lock) {
    LockKind kind = lock.kind();
    if (!held.holds(lock.name())) {
      report(lock.name() + " is not held here", "take it first, on every path that leads here");
    } else if (!held.sure().holds(lock.name(), kind)) {
      report(
          "%s was not taken by %s()".formatted(lock.name(), kind.lock()),
          "release it by the function that belongs to the one that took it");
    } else if (!held.sure().locks().contains(lock)) {
      report(
          "%s was taken through another pointer".formatted(lock.name()),
          "release it through the pointer by which it was taken: whether the two are the same is not followed");
    }
    held = held.released(held.sure().find(lock));
    if (kind.spins() && !isProcess() && held.sure().preempt() > 0) {
      held = held.nested(Region.PREEMPT_OFF, -1);
    }
  }

  @Override
  public void begins(Section.SrcuReadLock begin) {
    Section.Srcu section = begin.section();
    if (context == Context.NMI && !begin.nmiSafe()) {
      report(
          "srcu_read_lock() is not safe in an NMI handler",
          "write srcu_read_lock_nmisafe() and srcu_read_unlock_nmisafe(), here and for all"
              + " sections of "
              + section.domain());
    }
    sections.begins(section, held);
    held = held.withSrcu(section);
  }

  @Override
  public void ends(Section.Srcu section) {
    String domain = section.domain();
    if (held.sure().srcu().contains(section)) {
      sections.ends(section, held);
      held = held.withoutSrcu(section);
    } else if (held.inSrcu(domain)) {
      report(
          "%s is not the index of a section of %s that is open here"
              .formatted(section.name(), domain),
          "hand over the variable to which the section's beginning was assigned");
    } else {
      report(
          "no section of %s is open here".formatted(domain),
          "begin it in the same %s, on every path: %s = srcu_read_lock(%s%s)"
              .formatted(
                  isProcess() ? "process" : "run", section.name(), isProcess() ? "" : "&", domain));
    }
  }

  @Override
  public void waitsForReaders(String domain) {
    if (held.inSrcu(domain)) {
      report(
          "synchronize_srcu() in a section of %s waits for itself".formatted(domain),
          "call it after the section has ended");
    }
    sleeps(domain.isEmpty() ? "synchronize_rcu()" : "synchronize_srcu()");
  }

  @Override
  public void sleeps(String function) {
    if (context.isHandler()) {
      report(
          "%s sleeps, and %s %s handler must not".formatted(function, article(), context.label()),
          "call it from a task: defer it to a workqueue, where it may sleep");
    } else if (held.sure().inReadSection() && isProcess()) {
      report(
          function + " in an RCU read-side section waits for itself",
          "call it after the section has ended");
    } else if (held.sure().inReadSection()) {
      report(
          function + " sleeps with " + held.text(),
          "call it after the section has ended: here it would wait for itself or sleep in atomic"
              + " context");
    }
  }

  @Override
  public void finishes() {
    if (!held.equals(Held.NOTHING)) {
      report(
          "context imbalance: this ends with " + held.text(),
          held.tried().values().stream()
              .findFirst()
              .map(Effects::pair)
              .orElse("release it on every path out of the function"));
    }
    // Reported once; what comes after starts afresh.
    held = Held.NOTHING;
  }

  private static String pair(Tried tried) {
    LockKind kind = tried.kind();
    return "test the outcome alone, if (%s(&lock)) { ... %s(&lock); }"
        .formatted(kind.trylock(), kind.unlock());
  }

  private String article() {
    return context == Context.SOFTIRQ ? "a" : "an";
  }

  /** In a litmus test nothing interrupts. */
  private boolean isProcess() {
    return context == Context.PROCESS;
  }

  /**
   * A strategy that waits for itself runs into the deadlock; a litmus test would have no outcome.
   */
  private boolean isTaken(String lock) {
    Optional<Tried> tried =
        held.tried().values().stream().filter(t -> t.lock().equals(lock)).findFirst();
    if (tried.isEmpty() && !(isProcess() && held.holds(lock))) {
      return false;
    }
    report(
        lock
            + (isProcess() ? " is taken already: the process waits for itself" : " is tried twice"),
        tried
            .filter(t -> !isProcess())
            .map(t -> "test the outcome of the first %s before".formatted(t.call()))
            .orElse("release it before"));
    return true;
  }

  private void report(String message, String help) {
    reporter.report(node.id(), message, help);
  }
}
