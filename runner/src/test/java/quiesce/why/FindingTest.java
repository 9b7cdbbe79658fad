package quiesce.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quiesce.edits.Line;
import quiesce.source.Place;
import quiesce.source.SourceFile;
import quiesce.why.Finding.Result;

class FindingTest {
  private static final Outcome HOLDS = new Outcome.Holds(Optional.empty());
  private static final Outcome UNKNOWN = new Outcome.Unknown("no result within 1s");
  private static final Outcome REFUSED = new Outcome.Refused("released, but not held");
  private static final Outcome NOT_REACHED = new Outcome.NotReached(List.of());

  @Test
  void withoutAVerdictNothingIsSaid() {
    assertThat(result(UNKNOWN)).isEqualTo(Result.UNKNOWN);
    assertThat(result(HOLDS, UNKNOWN)).isEqualTo(Result.UNKNOWN);
    assertThat(result(UNKNOWN, NOT_REACHED)).isEqualTo(Result.UNKNOWN);
  }

  @Test
  void whatIsRefusedSaysNothingOfTheOtherWays() {
    assertThat(result(REFUSED)).isEqualTo(Result.REFUSED);
    assertThat(result(REFUSED, HOLDS)).isEqualTo(Result.UNNECESSARY);
    assertThat(result(NOT_REACHED)).isEqualTo(Result.NOT_REACHED);
  }

  private static Result result(Outcome... outcomes) {
    Line.Way way = new Line.Way("", SourceFile.of("x.c", ""));
    return new Finding(
            new Line("f", new Place(1, 1), Line.Kind.STATEMENT, "smp_mb();", List.of(way)),
            List.of(outcomes).stream().map(o -> new Finding.Tried(way, o)).toList())
        .result();
  }
}
