package quiesce.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.module.Count;
import quiesce.property.Property;
import quiesce.report.Mark;
import quiesce.report.TextStyle;
import quiesce.verdict.Scope;

/** What is said of results, whichever strategy they are of. */
class SweepFormsTest {
  private static final Grid GRID =
      new Grid(
          List.of("sc", "weak"),
          List.of(true),
          List.of(Count.of(1), Count.of(2), Count.ANY),
          List.of(Count.of(1), Count.of(2)));

  @Test
  void aRangeHasAnEndOnlyWhereAllAboveItAreLikeIt() {
    List<Point> all = GRID.points(List.of("s")).subList(0, 6);

    assertThat(Range.words(all, all)).isEqualTo("from 1 CPU and 1 registration on");
    assertThat(Range.words(all, all.subList(2, 6))).isEqualTo("from 2 CPUs and 1 registration on");
    assertThat(Range.words(all, List.of(all.get(3), all.get(5))))
        .isEqualTo("from 2 CPUs and 2 registrations on");
    assertThat(Range.words(all, List.of(all.get(2), all.get(3))))
        .isEqualTo("with 2 CPUs and 1 registration, with 2 CPUs and 2 registrations");
    assertThat(Range.words(all, List.of(all.get(4))))
        .isEqualTo("with any number of CPUs, up to 1 registration");
    assertThat(Range.words(all, List.of(all.get(1), all.get(2), all.get(3), all.get(5))))
        .isEqualTo("at 4 of 6 points, first with 1 CPU and 2 registrations");
  }

  @Test
  void whatHoldsForGivenNumbersIsNotSaidToHoldForAny() {
    Point any = new Point("s", "sc", true, Count.ANY, Count.of(2));
    Scope two =
        new Scope(Count.of(2), Count.of(2), Optional.of("1 allocation by f()"), Optional.empty());
    Result result =
        new Result(
            any,
            List.of(
                new Found(Property.NO_DEADLOCK, Mark.HOLDS, Optional.of(two), true, ""),
                new Found(Property.NO_WARNING, Mark.UNKNOWN, Optional.empty(), false, "why")),
            OptionalLong.of(7),
            false);
    Sweep sweep = sweep(List.of(result));

    assertThat(SweepText.render(sweep, new TextStyle(true, false, 60)))
        .startsWith(
            """
            s: unknown at the one point; in part for given numbers where
                any was asked for, at 1
            """)
        .contains("unknown: why\n", "any", "7+", "Dead", "2 CPUs and 2", "1 allocation by f()");
    assertThat(SweepCsv.render(sweep)).contains("unknown,holds for 2 CPUs and 2 registrations\r\n");
    assertThat(SweepJson.render(sweep))
        .contains("\"for\" : \"2 CPUs and 2 registrations, 1 allocation by f()\"", "\"why\"");
  }

  @Test
  void statesOfAnotherSpecificationAreMarked() {
    Point many = new Point("s", "sc", true, Count.of(3), Count.of(2));
    Sweep sweep = sweep(List.of(new Result(many, List.of(), OptionalLong.of(7), true)));

    assertThat(SweepText.render(sweep, new TextStyle(true, false)))
        .contains(" 7*", "* states for any number");
    assertThat(SweepCsv.render(sweep)).contains(",7,any number");
    assertThat(SweepPlot.of(sweep).description()).contains("(of other numbers)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rcu         | rcu
          =1+1        | '=1+1
          +x          | '+x
          -x          | '-x
          @x          | '@x
          a,b         | "a,b"
          a"b         | "a""b"
          =a"b        | "'=a""b"
          """)
  void aCellIsTextToASpreadsheet(String text, String cell) {
    assertThat(SweepCsv.cell(text)).isEqualTo(cell);
  }

  @net.jqwik.api.Property(tries = 300)
  void aCellIsReadAsItWasWritten(@ForAll String text) {
    String cell = SweepCsv.cell(text);

    assertThat(read(cell)).endsWith(text).hasSizeLessThanOrEqualTo(text.length() + 1);
    assertThat(read(cell)).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
  }

  /** By RFC 4180. */
  private static String read(String cell) {
    if (!cell.startsWith("\"")) {
      assertThat(cell).doesNotContain(",", "\"", "\r", "\n");
      return cell;
    }
    assertThat(cell).endsWith("\"");
    String inner = cell.substring(1, cell.length() - 1);
    assertThat(inner.replace("\"\"", "")).doesNotContain("\"");
    return inner.replace("\"\"", "\"");
  }

  private static Sweep sweep(List<Result> results) {
    Grid grid =
        new Grid(
            List.of("sc"), List.of(true), List.of(Count.of(3), Count.ANY), List.of(Count.of(2)));
    return new Sweep(grid, Shard.WHOLE, 1, "TLC", List.of(), new ArrayList<>(results));
  }
}
