package quiesce.bench;

import java.util.ArrayList;
import java.util.List;

/** One small strategy, all of quiesce beside one run of plain TLC. */
final class SmallMeasurement implements Measurement {
  private static final String STRATEGY = "rcu";

  /** A check is short, and a median of more rounds is steadier. */
  private static final int TIMES = 5;

  @Override
  public String name() {
    return "small";
  }

  @Override
  public List<Figure> measure(Bench bench) {
    List<String> tlc = bench.plainOnce(name(), STRATEGY);
    List<String> check = List.of(STRATEGY, "--memory", "sc");
    List<Double> plain = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    int rounds = bench.settings().rounds() * TIMES;
    for (int round = 1; round <= rounds; round++) {
      bench.tell(name(), round, rounds);
      plain.add(bench.commands().run(List.of(0), tlc).seconds());
      ours.add(bench.checkAfresh(check).seconds());
    }
    return List.of(
        Figure.ratio(
                "a check of " + STRATEGY + " under sc, nothing remembered, to one run of plain TLC",
                new Samples(ours),
                new Samples(plain),
                Target.atMost(1),
                "Plain TLC checks the safety properties; quiesce generates the specification and"
                    + " checks liveness too.")
            .inTheWay(
                "code that runs for the first time, in two JVMs. A third of the time goes into"
                    + " reading the strategy and filling in the templates, the rest into starting"
                    + " TLC and running it twice. The two overlap where a second processor is"
                    + " free."));
  }
}
