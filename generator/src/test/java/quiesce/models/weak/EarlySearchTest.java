package quiesce.models.weak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quiesce.analysis.EarlyPlaces;
import quiesce.analysis.EarlySteps;
import quiesce.analysis.Facts;
import quiesce.analysis.Guard;
import quiesce.litmus.LitmusReader;
import quiesce.source.Limit;
import quiesce.source.SourceFile;
import quiesce.steps.KernelThread;
import quiesce.steps.Litmus;
import quiesce.steps.Node;

/** What may be performed before earlier steps, and what must then hold at those. */
class EarlySearchTest {
  private static final Limit LIMIT = new Limit(SourceFile.of("T.litmus", ""), 10_000, "steps", "");

  private static KernelThread thread;
  private static Facts facts;

  private static EarlySteps of(String declarations, String... lines) {
    String text =
        "C T\n{ q=x; }\nP0(%s)\n{\n%s\n}\nexists (x=0)\n"
            .formatted(declarations, String.join("\n", lines));
    Litmus test = LitmusReader.read(SourceFile.of("T.litmus", text));
    thread = test.threads().get(0);
    facts = new Facts(test, true);
    return EarlySearch.steps(thread, facts, LIMIT);
  }

  private static int find(String step) {
    return thread.nodes().stream()
        .filter(n -> n.step().name().equals(step))
        .mapToInt(Node::id)
        .findFirst()
        .orElseThrow();
  }

  private static int last(String step) {
    return thread.nodes().stream()
        .filter(n -> n.step().name().equals(step))
        .mapToInt(Node::id)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private static EarlyPlaces places(EarlySteps early, int stop) {
    return EarlySearch.places(thread, facts, early, List.of(stop), LIMIT);
  }

  private static boolean passes(EarlySteps early, int step, int stop) {
    return early.contains(step) && !places(early, stop).of(step).isEmpty();
  }

  @Test
  void storePassesWhatFailsToWrite() {
    EarlySteps early =
        of("int *x, int *y", "int r0;", "r0 = cmpxchg(x, 0, 5);", "WRITE_ONCE(*y, 1);");
    int store = find("WriteOnce");
    int exchange = find("Cmpxchg");
    assertThat(passes(early, store, exchange)).isTrue();
    assertThat(early.onlyIfFails(exchange)).containsExactly(store);
  }

  @Test
  void storeStaysBehindWhatAlwaysWrites() {
    EarlySteps early = of("int *x, int *y", "int r0;", "r0 = xchg(x, 5);", "WRITE_ONCE(*y, 1);");
    assertThat(early.steps()).isEmpty();
  }

  @Test
  void relaxedOperationThatFailsOrdersNothingEitherWay() {
    EarlySteps early =
        of("int *x, int *y", "int r0;", "r0 = cmpxchg_relaxed(x, 0, 5);", "WRITE_ONCE(*y, 1);");
    assertThat(early.steps()).contains(find("WriteOnce"));
    assertThat(early.onlyIfFails(find("Cmpxchg"))).isEmpty();
  }

  @Test
  void storePassesWhatHasNoAddressYet() {
    EarlySteps early =
        of(
            "int **q, int *x, int *y",
            "int *r0;",
            "int r1;",
            "r0 = READ_ONCE(*q);",
            "r1 = READ_ONCE(*r0);",
            "WRITE_ONCE(*y, 1);");
    int store = find("WriteOnce");
    assertThat(passes(early, store, find("ReadOnce"))).isTrue();
    assertThat(early.collisions(last("ReadOnce"))).containsOnlyKeys(store);
    assertThat(early.collisions(find("ReadOnce"))).isEmpty();
  }

  @Test
  void barrierForStoresWaitsForTheAddressOfAPlainAccess() {
    EarlySteps early =
        of(
            "int **q, int *x, int *y",
            "int *r0;",
            "int r1;",
            "r0 = READ_ONCE(*q);",
            "r1 = *r0;",
            "smp_wmb();",
            "WRITE_ONCE(*y, 1);");
    int barrier = find("SmpWmb");
    assertThat(passes(early, barrier, find("ReadOnce"))).isFalse();
    assertThat(passes(early, barrier, find("PlainLoad"))).isTrue();
  }

  @Test
  void acquireGetsTheValueOfItsOwnPendingRelease() {
    EarlySteps early =
        of(
            "int *x, int *y, int *z",
            "int r0;",
            "int r1;",
            "r0 = READ_ONCE(*x);",
            "smp_store_release(z, 1);",
            "r1 = smp_load_acquire(z);",
            "WRITE_ONCE(*y, 1);");
    int acquire = find("LoadAcquire");
    int release = find("StoreRelease");
    EarlyPlaces places = places(early, find("ReadOnce"));
    assertThat(early.sources(acquire)).isEqualTo(List.of(release));
    assertThat(places.forwarded(acquire, release)).isNotEmpty();
    assertThat(places.of(acquire)).isEmpty();
    assertThat(places.of(find("WriteOnce")).values()).containsExactly(new Guard.Done(acquire));
  }

  @Test
  void loadDoesNotGetAValueAcrossAFence() {
    EarlySteps early =
        of(
            "int *x, int *y, int *z",
            "int r0;",
            "int r1;",
            "r0 = READ_ONCE(*x);",
            "WRITE_ONCE(*z, 1);",
            "smp_mb();",
            "r1 = READ_ONCE(*z);",
            "WRITE_ONCE(*y, r1);");
    int load = last("ReadOnce");
    assertThat(early.contains(load)).isFalse();
  }
}
