package quiesce.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.catalogue.Catalogue;

/** What the lines of strategies are for, and what repairs one: many checks in one command. */
final class LinesMeasurement implements Measurement {
  private static final double WHY_SECONDS = 60;
  private static final double FIX_SECONDS = 10;
  private static final String UNSAFE = "global-plain";

  /** With 3 something is not known. */
  private static final List<Integer> ANSWERS = List.of(0, 3);

  @Override
  public String name() {
    return "lines";
  }

  @Override
  public List<Figure> measure(Bench bench) {
    Catalogue catalogue = Catalogue.onClassPath();
    List<String> safe =
        catalogue.names().stream()
            .filter(
                name -> !String.join("\n", catalogue.find(name).lines()).contains(": violates "))
            .toList();
    List<String> why = new ArrayList<>(List.of("why", "--quiet"));
    why.addAll(safe);
    Timed every = bench.commands().run(ANSWERS, bench.afresh(why));
    List<Double> fixes = new ArrayList<>();
    int rounds = bench.settings().rounds();
    for (int round = 1; round <= rounds; round++) {
      bench.tell(name(), round, rounds);
      fixes.add(
          bench
              .commands()
              .run(List.of(0), bench.afresh(List.of("fix", "--quiet", UNSAFE)))
              .seconds());
    }
    return List.of(
        Figure.absolute(
            "quiesce why on each safe strategy of the catalogue, nothing remembered",
            " s",
            new Samples(List.of(every.seconds())),
            Optional.of(Target.atMost(WHY_SECONDS)),
            "%d strategies in one command, under all three memory models%s."
                .formatted(
                    safe.size(),
                    every.exit() == 0 ? "" : "; there is a line of which it is not known")),
        Figure.absolute(
            "quiesce fix " + UNSAFE + ", nothing remembered",
            " s",
            new Samples(fixes),
            Optional.of(Target.atMost(FIX_SECONDS)),
            "Under all three memory models."));
  }
}
