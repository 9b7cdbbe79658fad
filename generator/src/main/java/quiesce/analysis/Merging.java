package quiesce.analysis;

import java.util.function.Predicate;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;

/**
 * How the steps of a thread may be merged into one action under a memory model, beside what is true
 * of every model.
 *
 * @param alone the nodes that are actions of their own, whatever they are
 * @param tells the closings that publish what the thread knows, so that they do not commute with
 *     those who ask for it
 * @param loadsCanWait whether loads commute with whatever others do after them
 */
public record Merging(Predicate<Node> alone, Predicate<Node> tells, boolean loadsCanWait) {
  /** Others see nothing of a step that is no access. */
  public static final Merging FREE = new Merging(n -> false, n -> false, false);

  /**
   * The same where others see that a lock is held, or a section open, in the midst of an action.
   */
  Merging with(KernelThread thread, Facts facts) {
    Predicate<Node> stuck = new Strikes(thread, facts)::leaveAwaited;
    return new Merging(
        n -> alone.test(n) || facts.showsLock(n.step()) || stuck.test(n), tells, loadsCanWait);
  }

  /** The same where who visits the CPUs is seen between them. */
  Merging betweenCpus() {
    return new Merging(
        n -> alone.test(n) || n.step() instanceof Local.NextCpu, tells, loadsCanWait);
  }

  /** The same where some steps may be performed before earlier ones. */
  Merging with(EarlySteps early) {
    return early.isEmpty()
        ? this
        : new Merging(
            n ->
                alone.test(n)
                    || early.contains(n.id())
                    // What is performed early is performed within its section.
                    || n.step() instanceof quiesce.steps.Section.Opens,
            tells,
            false);
  }
}
