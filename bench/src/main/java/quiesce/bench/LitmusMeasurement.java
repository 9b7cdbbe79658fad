package quiesce.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the processor does for a litmus test, on average. */
final class LitmusMeasurement implements Measurement {
  private static final Target TARGET = Target.atMost(0.35);
  private static final String TITLE = "processor time of a litmus test, on average";

  @Override
  public String name() {
    return "litmus";
  }

  @Override
  public List<Figure> measure(Bench bench) {
    Optional<Path> tests = bench.settings().litmus().filter(Files::isDirectory);
    if (tests.isEmpty()) {
      return List.of(
          Figure.none(TITLE, TARGET, "The litmus tests are not there; name them with --litmus."));
    }
    int count = Trees.endingIn(".litmus", tests.get()).size();
    List<Double> each = new ArrayList<>();
    int rounds = bench.settings().rounds();
    for (int round = 1; round <= rounds; round++) {
      bench.tell(name(), round, rounds);
      List<String> command =
          bench.afresh(List.of("litmus", "--quiet", tests.get().toAbsolutePath().toString()));
      each.add(bench.commands().run(List.of(0), command).cpuSeconds() / count);
    }
    return List.of(
        Figure.absolute(
            TITLE,
            " s",
            new Samples(each),
            Optional.of(TARGET),
            "%d tests under weak in one command; user and system time of quiesce and all its processes, start-up included."
                .formatted(count)));
  }
}
