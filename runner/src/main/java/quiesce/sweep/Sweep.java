package quiesce.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quiesce.property.Property;
import quiesce.report.Mark;

/**
 * What a sweep found.
 *
 * @param grid what it was asked to go over
 * @param points how many there are, those of other shares too
 * @param engine such as {@code TLC 2.18}
 * @param remarks whatever else the verdicts are for, such as {@code reductions off}
 * @param results of the points of the share, in the order of these
 */
public record Sweep(
    Grid grid, Shard shard, int points, String engine, List<String> remarks, List<Result> results) {
  public Sweep {
    remarks = List.copyOf(remarks);
    results = List.copyOf(results);
  }

  /** By strategy, in their order. */
  Map<String, List<Result>> byStrategy() {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                r -> r.point().strategy(), LinkedHashMap::new, Collectors.toList()));
  }

  /** The properties that were asked for. */
  List<Property> properties() {
    return results.stream()
        .flatMap(r -> r.verdicts().stream())
        .map(Found::property)
        .distinct()
        .sorted()
        .toList();
  }

  public boolean unknown() {
    return results.stream().anyMatch(r -> r.has(Mark.UNKNOWN));
  }
}
