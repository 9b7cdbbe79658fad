package quiesce.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A check of which nothing has changed, as an editor or a hook gives it again and again. */
final class UnchangedMeasurement implements Measurement {
  private static final String STRATEGY = "rcu";
  private static final int TIMES = 5;
  private static final double SECONDS = 0.4;
  private static final double PART = 0.3;

  @Override
  public String name() {
    return "unchanged";
  }

  @Override
  public List<Figure> measure(Bench bench) {
    List<String> tlc = bench.plainOnce(name(), STRATEGY);
    List<String> check = List.of(STRATEGY, "--memory", "sc");
    bench.check(check);
    List<Double> plain = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    int rounds = bench.settings().rounds() * TIMES;
    for (int round = 1; round <= rounds; round++) {
      bench.tell(name(), round, rounds);
      plain.add(bench.commands().run(List.of(0), tlc).seconds());
      ours.add(bench.check(check).seconds());
    }
    Samples samples = new Samples(ours);
    return List.of(
        Figure.absolute(
            "a check of " + STRATEGY + " under sc, unchanged",
            " s",
            samples,
            Optional.of(Target.atMost(SECONDS)),
            "Most of it is the start of a JVM."),
        Figure.ratio(
            "the same, to one run of plain TLC", samples, new Samples(plain), Target.atMost(PART)));
  }
}
