package quiesce.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many consecutive checks: the memory that they take, and what they leave. */
final class ManyMeasurement implements Measurement {
  private static final Target NOTHING = Target.atMost(0);

  @Override
  public String name() {
    return "many";
  }

  @Override
  public List<Figure> measure(Bench bench) {
    int count = bench.settings().checks();
    List<String> command = new ArrayList<>(List.of("check", "--quiet", "--format", "json"));
    copies(bench, count).forEach(file -> command.add(file.toString()));
    command.addAll(List.of("--memory", "sc"));
    bench.tell(name(), 1, 1);
    Leftovers before = Leftovers.now(bench.cache());
    Commands.Started started = bench.commands().start(bench.afresh(command));
    MemoryPeak peak = MemoryPeak.of(started.process());
    Timed timed = started.ended(List.of(0));
    double megabytes = peak.megabytes();
    Leftovers left = Leftovers.now(bench.cache()).since(before);
    long checks = Verdicts.read(timed.output()).checks();
    if (checks != count) {
      throw new BenchException(checks + " checks, not " + count);
    }
    String after = " left after " + count + " checks";
    return List.of(
        Figure.absolute(
            "peak of memory in " + count + " checks in one command",
            " MB",
            Samples.of(megabytes),
            Optional.empty(),
            "Resident memory of quiesce and all its processes, added up; what they share counts for"
                + " each. The checks took %.0f s, nothing remembered.".formatted(timed.seconds())),
        count("processes" + after, left.processes().size(), left.processes()),
        count("temporary files" + after, left.files().size(), left.files()),
        count("listening ports" + after, left.ports().size(), left.ports()));
  }

  private static Figure count(String title, int count, Iterable<String> what) {
    return Figure.absolute(
        title,
        "",
        Samples.of(count),
        Optional.of(NOTHING),
        count == 0 ? new String[0] : new String[] {String.join(", ", what) + "."});
  }

  /** Strategies of the catalogue under as many names. */
  private static List<Path> copies(Bench bench, int count) {
    List<String> names = Bench.catalogue();
    List<Path> files = new ArrayList<>();
    try {
      Path directory = Files.createDirectories(bench.work().resolve("many"));
      for (int i = 0; i < count; i++) {
        String name = names.get(i % names.size());
        String text =
            Files.readString(bench.root().resolve("specs").resolve(name).resolve("strategy.c"));
        String copy = "%s-%03d".formatted(name, i);
        files.add(
            Files.writeString(
                directory.resolve(copy + ".c"),
                text.replace(" * strategy: " + name + "\n", " * strategy: " + copy + "\n")));
      }
    } catch (IOException e) {
      throw new BenchException("the strategies cannot be copied", e);
    }
    return files;
  }
}
