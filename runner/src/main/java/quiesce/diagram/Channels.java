package quiesce.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import quiesce.diagram.Picture.Ink;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Relation;

/**
 * The ways of arrows between events. Each runs along the row of the earlier event, down a channel
 * on the left of a life line, and along the row of the later one: no text is there, as a row has
 * one event, and its text is on the right of its life line.
 *
 * @param ways of the relations, in their order
 * @param count the most channels that a lane has
 */
record Channels(List<Way> ways, int count) {
  /** Between two channels, and between the first one and the life line. */
  private static final int STEP = 8;

  private static final int FIRST = 16;

  /** From a life line to where an arrow leaves it or comes to it. */
  private static final int NEAR = 5;

  /**
   * @param cpu on the left of whose life line the channel is
   * @param channel counted from the life line
   */
  record Way(Relation relation, int cpu, int channel) {}

  static Channels of(Counterexample example, List<Integer> cpus) {
    List<Way> ways = new ArrayList<>();
    for (Relation r : example.relations()) {
      int from = example.events().get(r.from()).cpu();
      int to = example.events().get(r.to()).cpu();
      int cpu = cpus.indexOf(from) < cpus.indexOf(to) ? from : to;
      int channel = 0;
      while (isTaken(ways, r, cpu, channel)) {
        channel++;
      }
      ways.add(new Way(r, cpu, channel));
    }
    return new Channels(ways, ways.stream().mapToInt(w -> w.channel() + 1).max().orElse(0));
  }

  /** Arrows from one event share what they can. */
  private static boolean isTaken(List<Way> ways, Relation r, int cpu, int channel) {
    return ways.stream()
        .filter(w -> w.cpu() == cpu && w.channel() == channel)
        .map(Way::relation)
        .filter(o -> o.from() != r.from() || o.kind() != r.kind())
        .anyMatch(o -> o.from() <= r.to() && r.from() <= o.to());
  }

  /** How wide the place for them is. */
  int width() {
    return count == 0 ? 0 : FIRST + count * STEP;
  }

  /**
   * @param places of the dots of events, by their indices
   * @param lane the life line of a CPU
   */
  List<Picture.Shape> arrows(Map<Integer, Picture.Point> places, IntFunction<Integer> lane) {
    List<Picture.Shape> all = new ArrayList<>();
    for (Way w : ways) {
      Picture.Point from = places.get(w.relation().from());
      Picture.Point to = places.get(w.relation().to());
      if (from != null && to != null) {
        int x = lane.apply(w.cpu()) - FIRST - w.channel() * STEP;
        all.add(
            new Picture.Arrow(
                List.of(
                    new Picture.Point(from.x() - NEAR, from.y()),
                    new Picture.Point(x, from.y()),
                    new Picture.Point(x, to.y()),
                    new Picture.Point(to.x() - NEAR, to.y())),
                Ink.ACCENT,
                isDashed(w.relation().kind())));
      }
    }
    return all;
  }

  static boolean isDashed(Relation.Kind kind) {
    return kind == Relation.Kind.WAITS_FOR;
  }

  /** What an arrow of this kind says. */
  static String words(Relation.Kind kind) {
    return switch (kind) {
      case READS_FROM -> "from the store that a load reads";
      case WAITS_FOR -> "from the section that a grace period waits for";
    };
  }
}
