package quiesce.interpreter;

import java.util.List;
import java.util.stream.IntStream;
import quiesce.steps.Context;
import quiesce.steps.Section;

/** Who may take a step on which CPU: the rules of interrupts, and of tasks that hold a CPU. */
record Cpus(int count, List<Instance> instances) {

  /** The CPUs on which a thread may take its next step, as far as others let it. */
  IntStream of(State s, Instance t) {
    if (t.isHandler()) {
      boolean mayRun = t.isIdle(s) ? mayStrike(s, t) : !isAbove(s, t.home(), t.thread().context());
      return mayRun ? IntStream.of(t.home()) : IntStream.empty();
    }
    if (t.isIdle(s) && t.thread().pinsProvider() && !isRegistered(s)) {
      return IntStream.empty();
    }
    return IntStream.range(0, count).filter(c -> isFor(s, t, c));
  }

  private boolean isFor(State s, Instance task, int cpu) {
    boolean interrupted = instances.stream().anyMatch(t -> t.isHandler() && t.occupies(s, cpu));
    boolean held = instances.stream().anyMatch(t -> !t.isHandler() && t.occupies(s, cpu));
    return !interrupted && (task.isPinned(s) ? task.occupies(s, cpu) : !held);
  }

  private boolean mayStrike(State s, Instance handler) {
    Context level = handler.thread().context();
    return instances.stream()
        .filter(t -> t.occupies(s, handler.home()))
        .noneMatch(t -> t.thread().context().compareTo(level) >= 0 || isOff(s, t, level));
  }

  /** Whether a handler of a higher level is running. */
  private boolean isAbove(State s, int cpu, Context level) {
    return instances.stream()
        .anyMatch(t -> t.occupies(s, cpu) && t.thread().context().compareTo(level) > 0);
  }

  private static boolean isOff(State s, Instance t, Context level) {
    boolean irqs = t.depth(s, Instance.IRQ) > 0;
    return switch (level) {
      case IRQ -> irqs;
      case SOFTIRQ -> irqs || t.depth(s, Instance.SOFTIRQ) > 0;
      default -> false;
    };
  }

  private boolean isRegistered(State s) {
    return instances.stream()
        .anyMatch(t -> t.isProvider() && t.node(s).step() instanceof Section.Registered);
  }

  /** Whether a task keeps the provider registered. */
  boolean isPinned(State s) {
    return instances.stream().anyMatch(t -> t.thread().pinsProvider() && !t.isIdle(s));
  }
}
