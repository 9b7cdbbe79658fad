package quiesce.steps;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that something leads to, step by step. */
public final class Closure {
  private Closure() {}

  /**
   * The first things, those that they lead to, and so on, in breadth-first order.
   *
   * @param next what one leads to; asked once for each, in that order
   */
  public static <T> Set<T> of(Stream<T> first, Function<T, Stream<T>> next) {
    Set<T> found = new LinkedHashSet<>();
    Deque<T> work = new ArrayDeque<>();
    first.filter(found::add).forEach(work::add);
    while (!work.isEmpty()) {
      next.apply(work.remove()).filter(found::add).forEach(work::add);
    }
    return found;
  }
}
