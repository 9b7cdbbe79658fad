package quiesce.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One figure.
 *
 * @param title what it is of
 * @param unit after each number
 * @param value none if it could not be measured; the notes say why
 * @param rounds of how many rounds the value is the median
 * @param notes sentences
 */
record Figure(
    String title,
    String unit,
    Optional<Value> value,
    Optional<Target> target,
    int rounds,
    List<String> notes) {
  private static final String MISSED = "missed";

  /**
   * A median and its spread.
   *
   * @param least of the rounds
   * @param most of the rounds
   */
  record Value(double median, double least, double most) {}

  /** How large {@code these} are beside {@code those}: a ratio of medians. */
  static Figure ratio(String title, Samples these, Samples those, Target target, String... notes) {
    Samples rounds = these.to(those);
    return new Figure(
        title,
        "×",
        Optional.of(new Value(these.median() / those.median(), rounds.least(), rounds.most())),
        Optional.of(target),
        these.values().size(),
        List.of(notes));
  }

  /** A figure that is no ratio. */
  static Figure absolute(
      String title, String unit, Samples samples, Optional<Target> target, String... notes) {
    return new Figure(
        title,
        unit,
        Optional.of(new Value(samples.median(), samples.least(), samples.most())),
        target,
        samples.values().size(),
        List.of(notes));
  }

  /** One that could not be measured. */
  static Figure none(String title, Target target, String why) {
    return new Figure(title, "", Optional.empty(), Optional.of(target), 0, List.of(why));
  }

  /**
   * {@code met}, {@code missed}, {@code not measured}; {@code stated} where nothing is aimed at.
   */
  String outcome() {
    if (value.isEmpty()) {
      return "not measured";
    }
    return target.map(t -> t.isMetBy(value.get().median()) ? "met" : MISSED).orElse("stated");
  }

  /** The same; if it is missed, its notes say why. */
  Figure inTheWay(String what) {
    if (!outcome().equals(MISSED)) {
      return this;
    }
    List<String> all = new ArrayList<>(notes);
    all.add("In the way: " + what);
    return new Figure(title, unit, value, target, rounds, all);
  }
}
