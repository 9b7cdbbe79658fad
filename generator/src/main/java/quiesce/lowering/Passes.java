package quiesce.lowering;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import quiesce.contexts.Contexts;
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
  private final List<Pass> all;

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
    Stream<Pass> checks =
        Stream.of(
            new Pass("unread parameters", Parameters::readAlone),
            new Pass("contexts", t -> Contexts.found(t, problems, steps)),
            new Pass("unset locals", t -> UnsetLocals.refused(t, problems)));
    Stream<Pass> compiler =
        Stream.of(
            new Pass("repeated loads", t -> RepeatedLoads.of(t, steps)),
            new Pass("postponed stores", t -> PostponedStores.of(t, steps)));
    Stream<Pass> rest =
        Stream.of(new Pass("last grace period", t -> LastGracePeriod.of(t, unregister)));
    this.all =
        Stream.of(checks, compilerModel ? compiler : Stream.<Pass>of(), rest)
            .flatMap(passes -> passes)
            .toList();
  }

  KernelThread apply(KernelThread written) {
    return apply(written, (name, thread) -> {});
  }

  /**
   * @param after is shown the thread after each pass
   */
  KernelThread apply(KernelThread written, BiConsumer<String, KernelThread> after) {
    KernelThread thread = written;
    for (Pass p : all) {
      thread = p.change().apply(thread);
      after.accept(p.name(), thread);
    }
    return thread;
  }
}
