package quiesce.lowering;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import quiesce.contexts.Contexts;
import quiesce.contexts.WaysHeld;
import quiesce.source.Diagnostics;
import quiesce.source.Limit;
import quiesce.steps.KernelThread;

/**
 * What becomes of a thread after it has been lowered, pass by pass.
 *
 * <p>The order matters. What the author has written is judged first, so that no message speaks of
 * steps that the compiler has put in. Those take the context of the step they are put in front of,
 * so contexts come before them. A value that nobody reads is none of the program's. Loads are
 * repeated before stores are put off: where a load may be repeated depends on where stores are
 * written, and a store that was put off is made before every load of its place, the repeated ones
 * too. The last grace period depends on no other pass.
 */
final class Passes {
  private final List<Pass> checks;
  private final List<Pass> rest;
  private final Diagnostics problems;
  private final boolean compilerModel;
  private final Limit steps;

  /**
   * @param name under which the thread is shown after it
   */
  record Pass(String name, UnaryOperator<KernelThread> change) {}

  /**
   * @param problems gets what is refused
   * @param steps of all threads together
   * @param compilerModel whether plain loads may be repeated and plain stores put off
   * @param unregister the name of the function that unregisters; empty where there is none
   */
  Passes(Diagnostics problems, Limit steps, boolean compilerModel, String unregister) {
    this.problems = problems;
    this.steps = steps;
    this.compilerModel = compilerModel;
    this.checks =
        List.of(
            new Pass("unread parameters", Parameters::readAlone),
            new Pass("ways apart", t -> WaysHeld.apart(t, problems, steps)),
            new Pass("contexts", t -> Contexts.found(t, problems, steps)),
            new Pass("unset locals", t -> UnsetLocals.refused(t, problems)));
    this.rest = List.of(new Pass("last grace period", t -> LastGracePeriod.of(t, unregister)));
  }

  private List<Pass> compiler(Guarded guarded) {
    return compilerModel
        ? List.of(
            new Pass("repeated loads", t -> RepeatedLoads.of(t, guarded, steps)),
            new Pass("postponed stores", t -> PostponedStores.of(t, guarded, steps)))
        : List.of();
  }

  /**
   * Refuses branches that the compiler may make come out in another way than is relied upon.
   *
   * @param guarded what a lock protects
   */
  void refuseUndecided(KernelThread checked, Guarded guarded) {
    if (compilerModel) {
      DecidedBranches.check(checked, guarded, problems);
    }
  }

  /** The thread as it is written, with what is held at each step. */
  KernelThread checked(KernelThread written) {
    return apply(checks, written, (name, thread) -> {});
  }

  /**
   * What the compiler may make of it.
   *
   * @param guarded what a lock protects
   */
  KernelThread compiled(KernelThread checked, Guarded guarded) {
    return apply(
        Stream.of(compiler(guarded), rest).flatMap(List::stream).toList(),
        checked,
        (name, thread) -> {});
  }

  /**
   * All of them.
   *
   * @param after is shown the thread after each pass
   */
  KernelThread apply(KernelThread written, BiConsumer<String, KernelThread> after) {
    return apply(
        Stream.of(checks, compiler(Guarded.NOTHING), rest).flatMap(List::stream).toList(),
        written,
        after);
  }

  private static KernelThread apply(
      List<Pass> passes, KernelThread written, BiConsumer<String, KernelThread> after) {
    KernelThread thread = written;
    for (Pass p : passes) {
      thread = p.change().apply(thread);
      after.accept(p.name(), thread);
    }
    return thread;
  }
}
