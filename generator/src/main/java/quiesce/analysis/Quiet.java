package quiesce.analysis;

import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;

/**
 * Threads that, wherever they are, can come to their end by themselves, and change nothing for
 * others on the way: they read, call, and write what their own CPU alone reads. That one of them is
 * still there matters only to who waits until it is gone.
 */
public final class Quiet {
  private Quiet() {}

  public static boolean is(KernelThread thread) {
    return thread.loops().isEmpty() && thread.nodes().stream().map(Node::step).allMatch(Quiet::is);
  }

  private static boolean is(Step s) {
    if (s instanceof Access a) {
      return is(a);
    }
    return s instanceof Section
        ? !(s instanceof Step.OfLock)
        : s instanceof Local && !(s instanceof Local.PostponeStore);
  }

  private static boolean is(Access a) {
    boolean ofThisCpu = a.touches().filter(Location.ThisCpu.class::isInstance).isPresent();
    return a instanceof Access.Load
        || ofThisCpu
        || a instanceof Access.CallSlot
        || a instanceof Access.StaticCall
        || a instanceof Access.ReturnAny
        || a instanceof Access.ReturnFromSlot;
  }
}
