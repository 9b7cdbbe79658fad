package quiesce.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.catalogue.Catalogue;
import quiesce.verdict.Subject;

@Command(
    name = "generate",
    description = "Writes the TLA+ specifications of strategies and their configurations.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExample:%n",
    footer =
        "  quiesce generate rcu --out /tmp/rcu && java -cp tla2tools.jar tlc2.TLC /tmp/rcu/Rcu")
final class GenerateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "S", arity = "1..*", description = "Names of the catalogue, and paths.")
  private List<String> strategies;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description =
          "Where to; with several memory models, to a folder for each. Default: the current"
              + " directory.")
  private Path out;

  @Mixin private ModelOptions model;

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Subject> subjects = Subjects.of(strategies, Catalogue.onClassPath(), model.options());
    Map<String, List<Subject>> byMemory =
        subjects.stream()
            .collect(
                Collectors.groupingBy(Subject::memory, LinkedHashMap::new, Collectors.toList()));
    byMemory.forEach(
        (memory, under) -> write(byMemory.size() == 1 ? out : out.resolve(memory), under));
    return ExitCode.AS_EXPECTED;
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
