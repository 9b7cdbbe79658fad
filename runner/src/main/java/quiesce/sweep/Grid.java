package quiesce.sweep;

import java.util.ArrayList;
import java.util.List;
import quiesce.module.Count;

/**
 * What a sweep goes over; each list in its order, without repetition.
 *
 * @param compilers whether the compiler's freedoms are explored
 */
public record Grid(
    List<String> memories, List<Boolean> compilers, List<Count> cpus, List<Count> registrations) {
  /** More would take days, were each the work of a second. */
  public static final int MOST = 10_000;

  public Grid {
    memories = List.copyOf(memories);
    compilers = List.copyOf(compilers);
    cpus = List.copyOf(cpus);
    registrations = List.copyOf(registrations);
  }

  /** How many points so many strategies have. */
  public long size(int strategies) {
    return (long) strategies
        * memories.size()
        * compilers.size()
        * cpus.size()
        * registrations.size();
  }

  /** The points of strategies in the order of reports, which is that of their indices, too. */
  public List<Point> points(List<String> strategies) {
    List<Point> points = new ArrayList<>();
    for (String strategy : strategies) {
      for (String memory : memories) {
        for (boolean compiler : compilers) {
          for (Count c : cpus) {
            registrations.forEach(r -> points.add(new Point(strategy, memory, compiler, c, r)));
          }
        }
      }
    }
    return points;
  }
}
