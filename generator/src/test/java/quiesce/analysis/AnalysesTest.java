package quiesce.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import quiesce.litmus.LitmusReader;
import quiesce.models.MemoryModels;
import quiesce.source.Limit;
import quiesce.source.SourceFile;
import quiesce.steps.KernelThread;
import quiesce.steps.Litmus;

/** What each analysis finds out about a thread. */
class AnalysesTest {
  private static final Litmus LOAD_BUFFERING =
      LitmusReader.read(
          SourceFile.of(
              "LB.litmus",
              """
              C LB
              {}
              P0(int *x, int *y)
              {
                int r0;
                int r1;
                r0 = READ_ONCE(*x);
                WRITE_ONCE(*y, 1);
                r1 = READ_ONCE(*y);
                WRITE_ONCE(*x, r1);
              }
              exists (0:r0=1)
              """));

  private static Found given(Litmus test) {
    Facts facts = new Facts(test, true);
    return Found.given(test.threads().get(0), facts, new Limit(test.file(), 1000, "steps", ""));
  }

  /** What is found, in the order of the analyses. */
  private static Map<String, String> printed(String memory, boolean fine) {
    Found given = given(LOAD_BUFFERING);
    Map<String, String> all = new LinkedHashMap<>();
    new Analyses(MemoryModels.named(memory).machine(given.facts()), fine, true, false)
        .apply(given, (name, found) -> all.put(name, text(found, given.thread())));
    return all;
  }

  private static String text(Object found, KernelThread thread) {
    if (found instanceof Stops s) {
      return steps(s.all(), thread);
    } else if (found instanceof EarlySteps e) {
      return steps(e.steps(), thread);
    } else if (found instanceof EarlyPlaces p) {
      return p.performed().entrySet().stream()
          .map(e -> e.getKey() + " from " + e.getValue().keySet())
          .collect(Collectors.joining(", "));
    }
    return found instanceof LiveFields l ? l.kept().toString() : found.toString();
  }

  private static String steps(Iterable<Integer> nodes, KernelThread thread) {
    StringBuilder all = new StringBuilder();
    nodes.forEach(id -> all.append(id + " " + thread.node(id).step().name() + "\n"));
    return all.toString();
  }

  @Test
  void eachAnalysisIsShownWithWhatItHasFound() {
    Map<String, String> found = printed("weak", false);

    assertThat(found.keySet())
        .containsExactly(
            "read-side sections",
            "callbacks",
            "dependencies",
            "early steps",
            "merging",
            "stops",
            "places of early steps",
            "CPUs",
            "live fields");
    assertThat(found.get("callbacks")).isEqualTo("Callbacks[calls=false, mixes=false]");
    assertThat(found.get("early steps")).isEqualTo("1 WriteOnce\n");
    assertThat(found.get("stops"))
        .isEqualTo("0 ReadOnce\n1 WriteOnce\n2 ReadOnce\n3 WriteOnce\n4 Halt\n");
    assertThat(found.get("places of early steps")).isEqualTo("1 from [0]");
    assertThat(found.get("live fields")).isEqualTo("[r0, r1, r1_dep]");
  }

  @Test
  void modelThatPerformsStepsInOrderHasNoEarlyOnes() {
    Map<String, String> found = printed("sc", false);
    assertThat(found.get("early steps")).isEmpty();
    assertThat(found.get("places of early steps")).isEmpty();
  }

  @Test
  void whatHasNotBeenFoundYetCannotBeAskedFor() {
    assertThatThrownBy(() -> given(LOAD_BUFFERING).get(Stops.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Stops has not been found yet");
  }

  @Test
  void underFineAtomicityEachStepIsAStop() {
    assertThat(printed("sc", true).get("stops")).isEqualTo(printed("weak", true).get("stops"));
    assertThat(List.of(printed("sc", true).get("stops").split("\n")))
        .hasSize(LOAD_BUFFERING.threads().get(0).nodes().size());
  }
}
