package quiesce.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One strategy with large numbers, which plain TLC explores and quiesce may not have to. */
final class LargeMeasurement implements Measurement {
  private static final Target OVERHEAD = Target.atMost(1.03);
  private static final Target STATES = Target.atLeast(2);

  /** What quiesce ends with when it does not know an option. */
  private static final int USAGE = 2;

  /** And when it was given up. */
  private static final int UNKNOWN = 3;

  @Override
  public String name() {
    return "large";
  }

  @Override
  public List<Figure> measure(Bench bench) {
    List<String> large = bench.settings().large();
    int workers = bench.settings().workers();
    String words = String.join(" ", large);
    String time =
        "quiesce check " + words + ", to plain TLC on the specification with these numbers";
    Path generated = bench.generate(name(), large);
    List<Path> modules = Trees.endingIn(".tla", generated);
    List<String> check = new ArrayList<>(large);
    check.addAll(List.of("--workers", Integer.toString(workers)));
    List<Double> plain = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    Verdicts verdicts = new Verdicts(List.of());
    int rounds = bench.settings().rounds();
    int runs = 0;
    for (int round = 1; round <= rounds; round++) {
      bench.tell(name(), round, rounds);
      List<PlainRun> said = bench.plain(modules, workers);
      if (said.stream().anyMatch(PlainRun::capped)) {
        String why = "Plain TLC takes more than %d s.".formatted(bench.settings().capSeconds());
        return List.of(Figure.none(time, OVERHEAD, why), Figure.none(states(words), STATES, why));
      }
      plain.add(said.stream().mapToDouble(PlainRun::seconds).sum());
      runs = said.stream().mapToInt(PlainRun::runs).sum();
      Timed timed = bench.checkAfresh(check);
      ours.add(timed.seconds());
      verdicts = Verdicts.read(timed.output());
    }
    return List.of(
        Figure.ratio(
            time,
            new Samples(ours),
            new Samples(plain),
            OVERHEAD,
            "Both with %d workers; %d runs of plain TLC, which took %.0f s (median). What holds for"
                + " any number is not explored with these."
                    .formatted(workers, runs, new Samples(plain).median())),
        reduced(bench, check, words, verdicts));
  }

  private Figure reduced(Bench bench, List<String> check, String words, Verdicts with) {
    bench.tell(name() + ", without reductions", 1, 1);
    List<String> off = new ArrayList<>(List.of("check", "--quiet", "--format", "json"));
    off.addAll(check);
    int cap = bench.settings().capSeconds();
    off.addAll(List.of("--reductions", "off", "--timeout", cap + "s"));
    Timed timed = bench.commands().run(List.of(0, 1, USAGE, UNKNOWN), bench.quiesce(off));
    if (timed.exit() == USAGE) {
      return Figure.none(states(words), STATES, "This quiesce has no option --reductions.");
    }
    Verdicts without = Verdicts.read(timed.output());
    String bound =
        without.complete()
            ? ""
            : " Those without reductions are what was found in %d s, and so at least that many."
                .formatted(cap);
    return Verdicts.distinctOfFirstInBoth(without, with)
        .map(
            both ->
                Figure.ratio(
                    states(words),
                    Samples.of(both[0]),
                    Samples.of(both[1]),
                    STATES,
                    "%,d and %,d distinct states.".formatted(both[0], both[1]) + bound))
        .orElseGet(
            () -> Figure.none(states(words), STATES, "No property holds, so none is explored."));
  }

  private static String states(String words) {
    return "distinct states of " + words + ", every reduction but symmetry off, to on";
  }
}
