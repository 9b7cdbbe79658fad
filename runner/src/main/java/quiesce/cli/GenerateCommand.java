package quiesce.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.verdict.Subject;

@Command(
    name = "generate",
    description =
        "Writes the TLA+ specifications of strategies: Rcu.tla for the strategy rcu, Rcu.cfg for"
            + " TLC to check what must never happen, and Rcu_liveness.cfg, if there is something to"
            + " check under fairness.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce generate rcu && java -cp tla2tools.jar tlc2.TLC Rcu",
      "  quiesce generate rcu --memory all     # sc/Rcu.tla, ..."
    })
final class GenerateCommand implements Callable<Integer> {
  /** The one that is easiest to read, so that there is one module by default, beside its name. */
  private static final String PLAINEST = "sc";

  private final Console console;

  @Parameters(
      paramLabel = "S",
      arity = "1..*",
      description = "Names of the catalogue, paths, and - for standard input.")
  private List<String> strategies;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description =
          "Where to write; with --memory all, a directory for each model. Default: the current"
              + " directory.")
  private Path out;

  @Mixin private ModelOptions model;

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Batch batch =
        Subjects.batch(
            strategies,
            Subjects.catalogue(strategies, console),
            model.options(PLAINEST),
            Optional.empty());
    List<Subject> subjects = batch.told(console);
    Map<String, List<Subject>> byMemory =
        subjects.stream()
            .collect(
                Collectors.groupingBy(Subject::memory, LinkedHashMap::new, Collectors.toList()));
    byMemory.forEach(
        (memory, under) -> write(byMemory.size() == 1 ? out : out.resolve(memory), under));
    return batch.code(ExitCode.AS_EXPECTED);
  }

  private void write(Path directory, List<Subject> subjects) {
    Subjects.refuseTwins(subjects, s -> s.specification().name(), "would both be the module");
    Map<String, String> files = new LinkedHashMap<>();
    subjects.forEach(s -> files.putAll(s.specification().files()));
    OutputFiles.prepare(directory);
    OutputFiles.write(directory, files);
    files.keySet().forEach(name -> console.line(directory.resolve(name).normalize().toString()));
  }
}
