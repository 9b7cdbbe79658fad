package quiesce.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.report.Mark;
import quiesce.verdict.StrategyVerdicts;

/**
 * What came of a point.
 *
 * @param verdicts in the order of reports
 * @param states how many distinct states the run had that explored all, if one did
 * @param anyNumber whether that was the specification for any number, and not the one for the
 *     numbers of the point
 */
public record Result(Point point, List<Found> verdicts, OptionalLong states, boolean anyNumber) {
  public Result {
    verdicts = List.copyOf(verdicts);
  }

  public static Result of(Point point, StrategyVerdicts found) {
    return new Result(
        point,
        found.properties().stream().map(v -> Found.of(point, v)).toList(),
        found.explored().stream().mapToLong(c -> c.distinct()).findFirst(),
        found.anyNumber());
  }

  /** The properties with this verdict. */
  List<Property> with(Mark mark) {
    return having(f -> f.mark() == mark).map(Found::property).toList();
  }

  boolean has(Mark mark) {
    return having(f -> f.mark() == mark).findAny().isPresent();
  }

  /** Whether some pass is for less than was asked for. */
  boolean fewer() {
    return having(Found::fewer).findAny().isPresent();
  }

  Stream<Found> having(Predicate<Found> what) {
    return verdicts.stream().filter(what);
  }

  Optional<Found> of(Property property) {
    return having(f -> f.property() == property).findFirst();
  }
}
