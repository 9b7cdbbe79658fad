package quiesce.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How soon a check of the whole catalogue has something to say. */
final class FirstRowMeasurement implements Measurement {
  private static final int TIMES = 3;
  private static final double SECONDS = 5;

  /** The head of the table and its first row. */
  private static final int LINES = 2;

  @Override
  public String name() {
    return "first-row";
  }

  @Override
  public List<Figure> measure(Bench bench) {
    List<Double> seconds = new ArrayList<>();
    int rounds = bench.settings().rounds() * TIMES;
    for (int round = 1; round <= rounds; round++) {
      bench.tell(name(), round, rounds);
      seconds.add(bench.commands().secondsToLine(LINES, bench.afresh(List.of("check", "--quiet"))));
    }
    return List.of(
        Figure.absolute(
            "the first row of a check of the whole catalogue, nothing remembered",
            " s",
            new Samples(seconds),
            Optional.of(Target.atMost(SECONDS)),
            "From the start of the command, under all three memory models; it is ended then."));
  }
}
