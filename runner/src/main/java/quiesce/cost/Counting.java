package quiesce.cost;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import quiesce.steps.Price;

/**
 * Finds out how a cost grows with the CPUs, by counting it for a few numbers of them: a loop over
 * all CPUs makes it grow in proportion.
 */
final class Counting {
  private static final int FEWEST_CPUS = 2;
  private static final int MOST_CPUS = 4;

  private Counting() {}

  /**
   * @param ways for a number of CPUs
   */
  static PathCost path(IntFunction<Ways> ways, Set<Price> kinds) {
    List<Ways> all = IntStream.rangeClosed(FEWEST_CPUS, MOST_CPUS).mapToObj(ways).toList();
    for (Ways w : all) {
      if (w.failure().isPresent()) {
        return PathCost.without(w.failure().get());
      }
    }
    Map<Price, Amount> amounts = new EnumMap<>(Price.class);
    for (Price kind : kinds) {
      amounts.put(kind, amount(all.stream().map(w -> w.paid(kind)).toList()));
    }
    return new PathCost(PathCost.Ending.RETURNS, new Cost(amounts), all.get(0).spins());
  }

  private static Amount amount(List<Ways.Range> ranges) {
    int[] least = ranges.stream().mapToInt(Ways.Range::least).toArray();
    boolean bounded = ranges.stream().allMatch(r -> r.most().isPresent());
    return new Amount(
        line(least).orElse(new Amount.Linear(0, least[0] / FEWEST_CPUS)),
        bounded
            ? line(ranges.stream().mapToInt(r -> r.most().getAsInt()).toArray())
            : Optional.empty());
  }

  /** The line through all of them, if they are on one. */
  private static Optional<Amount.Linear> line(int[] counts) {
    int perCpu = counts[1] - counts[0];
    boolean straight =
        IntStream.range(1, counts.length).allMatch(i -> counts[i] - counts[i - 1] == perCpu);
    return straight
        ? Optional.of(new Amount.Linear(counts[0] - FEWEST_CPUS * perCpu, perCpu))
        : Optional.empty();
  }
}
