package quiesce.interpreter;

import java.util.Map;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;

/**
 * One thread of those that run the same function, and where a state has what it is.
 *
 * @param number among all instances
 * @param home the CPU of a handler; -1 for a task
 * @param at the cell with the node that it comes to next
 * @param cpu the cell with the CPU that a task holds, or -1
 * @param inside the cell with the object in whose callback it is, or NULL
 * @param uses the cell with the object whose callbacks this run has called, or NULL
 * @param regions the first of the cells that count how often it is inside of RCU, of preemption
 *     off, softirqs off, interrupts off
 * @param locals the cell of each local
 * @param srcu the cell with how often it is inside of a section of SRCU, by its name
 */
record Instance(
    int number,
    KernelThread thread,
    Future future,
    int home,
    int at,
    int cpu,
    int inside,
    int uses,
    int regions,
    Map<String, Integer> locals,
    Map<String, Integer> srcu) {
  static final int RCU = 0;
  static final int PREEMPT = 1;
  static final int SOFTIRQ = 2;
  static final int IRQ = 3;
  static final int REGIONS = 4;

  boolean isHandler() {
    return thread.context().isHandler();
  }

  boolean isProvider() {
    return thread.context() == Context.PROVIDER;
  }

  Node node(State s) {
    return thread.node(s.get(at));
  }

  boolean isIdle(State s) {
    return s.get(at) == thread.entry();
  }

  /** Whether it is between its beginning and its end; a provider that is registered rests. */
  boolean hasBegun(State s) {
    return !isIdle(s) && !(node(s).step() instanceof quiesce.steps.Section.Registered);
  }

  /** Whether it may be where it is for ever: a kernel thread that sleeps until it has work. */
  boolean rests(State s) {
    return !isIdle(s) && thread.rests(node(s).id());
  }

  /** Whether it begins in time, if a run is due. */
  boolean isAskedFor(State s) {
    return node(s).step() instanceof quiesce.steps.Wait.Run r && r.isAskedFor()
        || quiesce.steps.Section.Begin.isDue(node(s).step());
  }

  int depth(State s, int region) {
    return s.get(regions + region);
  }

  /** Stays on its CPU, and lets no other task run there. */
  boolean isPinned(State s) {
    return depth(s, PREEMPT) > 0 || depth(s, SOFTIRQ) > 0 || depth(s, IRQ) > 0;
  }

  boolean isInReadSection(State s) {
    return isHandler() ? !isIdle(s) : depth(s, RCU) > 0 || isPinned(s);
  }

  /** Whether some CPU is this thread's, as a handler or as a task that holds it. */
  boolean occupies(State s, int where) {
    return isHandler() ? home == where && !isIdle(s) : s.get(cpu) == where;
  }
}
