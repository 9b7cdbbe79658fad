package quiesce.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import quiesce.steps.KernelThread;

/** What a compiler may load again, beside the rule of it in docs/language.md. */
class RepeatedLoadsTest {
  @Property(tries = 400)
  void aLoadIsRepeatedWhereTheRuleSaysAndNowhereElse(@ForAll long seed) {
    compare(seed, 5, 2);
  }

  @Property(tries = 4000)
  @Tag("slow")
  void longFunctionsToo(@ForAll long seed) {
    compare(seed, 8, 3);
  }

  private static void compare(long seed, int statements, int stores) {
    RandomThread thread = new RandomThread(seed, statements);
    KernelThread written = thread.written();
    List<Walk.Foreign> others = thread.foreign(stores);
    KernelThread compiled = RepeatedLoads.of(written, Guarded.NOTHING, RandomThread.limit());

    Optional<Set<String>> right = Walk.of(written, others, true);
    Optional<Set<String>> actual = Walk.of(compiled, others, false);
    Assume.that(right.isPresent() && actual.isPresent());

    assertThat(actual.get())
        .as(() -> text(written) + others + text(compiled))
        .isEqualTo(right.get());
  }

  private static String text(KernelThread thread) {
    return thread.nodes().stream()
        .map(n -> n.id() + ": " + n.step() + " -> " + n.next() + "\n")
        .collect(Collectors.joining("", "\n", "\n"));
  }
}
