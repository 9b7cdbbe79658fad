package quiesce.sweep;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A share of the points, for one of several processes.
 *
 * @param index from 1 to {@code of}
 */
public record Shard(int index, int of) {
  /** All of them. */
  public static final Shard WHOLE = new Shard(1, 1);

  public Shard {
    if (index < 1 || index > of) {
      throw new IllegalArgumentException(index + "/" + of);
    }
  }

  /** Those of the share, in their order. */
  public <P> List<P> of(List<P> points) {
    return IntStream.range(0, points.size()).filter(this::has).mapToObj(points::get).toList();
  }

  /**
   * Points grow from one to the next, so they are dealt like cards. Each round begins with another
   * process than the one before: else all of one kind, the largest say, would go to the same one
   * wherever its number divides how many kinds there are.
   */
  private boolean has(int point) {
    return (point + point / of) % of == index - 1;
  }

  public boolean whole() {
    return of == 1;
  }
}
