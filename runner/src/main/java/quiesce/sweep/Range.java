package quiesce.sweep;

import java.util.List;
import java.util.stream.Collectors;
import quiesce.module.Count;

/** Where in the numbers of a sweep something is so, in words. */
final class Range {
  /** So many points are named one by one. */
  private static final int FEW = 3;

  private Range() {}

  /**
   * Such as {@code from 2 CPUs and 1 registration on}. That is said only where it is so at each
   * point of the sweep that has as many or more of both.
   *
   * @param all of one strategy on one machine
   * @param some of them, at least one
   */
  static String words(List<Point> all, List<Point> some) {
    List<Point> least =
        some.stream()
            .filter(p -> some.stream().noneMatch(q -> !q.equals(p) && within(q, p)))
            .toList();
    boolean upwards =
        some.size() > 1
            && least.size() == 1
            && all.stream().filter(p -> within(least.get(0), p)).allMatch(some::contains);
    if (upwards) {
      return "from " + least.get(0).numbers() + " on";
    } else if (some.size() <= FEW) {
      return some.stream().map(p -> "with " + p.numbers()).collect(Collectors.joining(", "));
    }
    return "at %d of %d points, first with %s"
        .formatted(some.size(), all.size(), some.get(0).numbers());
  }

  /** Whether one has no more of anything than the other. */
  private static boolean within(Point one, Point other) {
    return within(one.cpus(), other.cpus()) && within(one.registrations(), other.registrations());
  }

  private static boolean within(Count one, Count other) {
    return other.any() || !one.any() && one.number() <= other.number();
  }
}
