package quiesce.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The catalogue, beside a shell loop of plain TLC that comes to the same verdicts. */
final class CatalogueMeasurement implements Measurement {
  private static final Target COLD = Target.atLeast(5);
  private static final Target WARM = Target.atLeast(50);

  private final String memory;
  private final String words;
  private final int mostRounds;

  /**
   * @param memory the option's value
   * @param words what that is
   * @param mostRounds however many are asked for
   */
  CatalogueMeasurement(String memory, String words, int mostRounds) {
    this.memory = memory;
    this.words = words;
    this.mostRounds = mostRounds;
  }

  @Override
  public String name() {
    return "catalogue-" + memory;
  }

  @Override
  public List<Figure> measure(Bench bench) {
    List<String> all = new ArrayList<>(Bench.catalogue());
    all.addAll(List.of("--memory", "all"));
    Path generated = bench.generate(name(), all);
    List<Path> modules =
        Trees.endingIn(".tla", memory.equals("all") ? generated : generated.resolve(memory));

    Set<String> excluded = new TreeSet<>();
    List<Double> plain = new ArrayList<>();
    List<Double> cold = new ArrayList<>();
    List<Double> warm = new ArrayList<>();
    long checks = 0;
    int runs = 0;
    int rounds = Math.min(mostRounds, bench.settings().rounds());
    for (int round = 1; round <= rounds; round++) {
      bench.tell(name(), round, rounds);
      List<PlainRun> said = bench.plain(without(modules, excluded), 1);
      said.stream().filter(PlainRun::capped).forEach(run -> excluded.add(run.specification()));
      // The whole strategy: quiesce is asked for all models at once.
      List<PlainRun> counted =
          said.stream().filter(run -> !excluded.contains(run.specification())).toList();
      plain.add(counted.stream().mapToDouble(PlainRun::seconds).sum());
      runs = counted.stream().mapToInt(PlainRun::runs).sum();

      List<String> check =
          new ArrayList<>(
              Bench.catalogue().stream()
                  .filter(name -> !excluded.contains(PlainRun.folded(name)))
                  .toList());
      check.addAll(List.of("--memory", memory));
      bench.run("cache", "--clear");
      Timed first = bench.check(check);
      Timed second = bench.check(check);
      Verdicts verdicts = Verdicts.read(first.output());
      verdicts.requireSame(counted);
      Verdicts.read(second.output()).requireSame(counted);
      checks = verdicts.checks();
      cold.add(first.seconds());
      warm.add(second.seconds());
    }
    Samples plainSamples = new Samples(plain);
    String[] notes = notes(checks, runs, bench.settings().capSeconds(), excluded);
    return List.of(
        Figure.ratio(
            "the catalogue under " + words + ", nothing remembered: plain TLC, to quiesce",
            plainSamples,
            new Samples(cold),
            COLD,
            notes),
        Figure.ratio(
            "the catalogue under " + words + ", all remembered: plain TLC, to quiesce",
            plainSamples,
            new Samples(warm),
            WARM,
            notes));
  }

  private static List<Path> without(List<Path> modules, Set<String> excluded) {
    return modules.stream()
        .filter(
            module ->
                !excluded.contains(
                    PlainRun.folded(module.getFileName().toString().replace(".tla", ""))))
        .toList();
  }

  private static String[] notes(long checks, int runs, int cap, Set<String> excluded) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "%d checks; plain TLC is run %d times to get the same verdicts.".formatted(checks, runs));
    if (!excluded.isEmpty()) {
      notes.add(
          "Left out on both sides, because one run of plain TLC takes more than %d s: %s."
              .formatted(
                  cap,
                  Bench.catalogue().stream()
                      .filter(name -> excluded.contains(PlainRun.folded(name)))
                      .collect(Collectors.joining(", "))));
    }
    return notes.toArray(String[]::new);
  }
}
