package quiesce.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import quiesce.output.WholeFiles;

/** Measures, and writes docs/performance.md. */
@Command(
    name = "bench/run",
    description = "Measures quiesce beside plain TLC, on a machine that has nothing else to do.")
final class Main implements Callable<Integer> {
  private static final List<Measurement> ALL =
      List.of(
          new StartMeasurement(),
          new SmallMeasurement(),
          new UnchangedMeasurement(),
          new FirstRowMeasurement(),
          new CatalogueMeasurement("sc", "sc", Integer.MAX_VALUE),
          new CatalogueMeasurement("all", "all three memory models", 1),
          new LinesMeasurement(),
          new LargeMeasurement(),
          new LitmusMeasurement(),
          new ManyMeasurement());

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  private boolean help;

  @Option(names = "--root", required = true, hidden = true)
  private Path root;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description =
          "How often each is measured; what is short, more often, and all three memory models once."
              + " Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description =
          "Only this: start, small, unchanged, first-row, catalogue-sc, catalogue-all, lines, large,"
              + " litmus, many; repeatable. Nothing is written without --out.")
  private List<String> only = List.of();

  @Option(
      names = "--cap",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description =
          "Strategies on which one run of plain TLC takes longer are left out. Default:"
              + " ${DEFAULT-VALUE}.")
  private int cap;

  @Option(
      names = "--large",
      paramLabel = "ARGUMENTS",
      defaultValue = "per-cpu-owner --cpus 4 --registrations 4 --memory weak",
      description = "What the large check is of. Default: ${DEFAULT-VALUE}.")
  private String large;

  @Option(
      names = "--workers",
      defaultValue = "2",
      description = "Worker threads of the large check. Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--litmus",
      paramLabel = "DIR",
      description = "A directory of litmus tests; without it these are not measured.")
  private Optional<Path> litmus = Optional.empty();

  @Option(
      names = "--checks",
      defaultValue = "500",
      description = "How many checks are made consecutively. Default: ${DEFAULT-VALUE}.")
  private int checks;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The document. Default: docs/performance.md.")
  private Optional<Path> out = Optional.empty();

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler(
                (e, line, parsed) -> {
                  line.getErr().println("bench/run: " + e.getMessage());
                  return 1;
                })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<Measurement> wanted =
        ALL.stream().filter(m -> only.isEmpty() || only.contains(m.name())).toList();
    if (wanted.isEmpty() || wanted.size() < only.stream().distinct().count()) {
      throw new BenchException("there is no measurement of that name: " + String.join(", ", only));
    }
    Bench.Settings settings =
        new Bench.Settings(
            rounds, cap, List.of(large.strip().split(" +")), workers, litmus, checks);
    PrintWriter progress = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Bench bench = Bench.in(root, settings, progress);
    bench.makeArchives();
    List<Figure> figures = new ArrayList<>();
    for (Measurement measurement : wanted) {
      List<Figure> measured = measurement.measure(bench);
      measured.forEach(figure -> progress.println("  " + line(figure)));
      figures.addAll(measured);
    }
    Optional<Path> file =
        out.or(
            () ->
                only.isEmpty()
                    ? Optional.of(root.resolve("docs/performance.md"))
                    : Optional.empty());
    if (file.isPresent()) {
      String page = PerformancePage.of(Machine.here(), figures);
      WholeFiles.write(Map.of(file.get().toAbsolutePath(), page.getBytes(StandardCharsets.UTF_8)));
    }
    if (Files.exists(bench.work())) {
      Trees.remove(bench.work());
    }
    return 0;
  }

  private static String line(Figure figure) {
    return figure.title()
        + ": "
        + figure
            .value()
            .map(
                v ->
                    PerformancePage.text(v.median(), figure.unit())
                        + " ("
                        + PerformancePage.text(v.least(), "")
                        + " – "
                        + PerformancePage.text(v.most(), figure.unit())
                        + ")")
            .orElse("–")
        + ", "
        + figure.outcome()
        + figure.notes().stream().map(note -> "; " + note).reduce("", String::concat);
  }
}
