package quiesce.cli;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quiesce.engine.Engine;
import quiesce.engine.tlc.TlcResult;
import quiesce.report.ExamplesManifest;
import quiesce.verdict.AtOnce;
import quiesce.verdict.Checker;
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
      "  quiesce generate rcu --memory all     # sc/Rcu.tla, ...",
      "  quiesce generate rcu locked --out specifications/callbacks --manifest"
    })
final class GenerateCommand implements Callable<Integer> {
  /** The one that is easiest to read, so that there is one module by default, beside its name. */
  private static final String PLAINEST = "sc";

  private final Console console;

  @Parameters(
      paramLabel = "S",
      description = "Names of the catalogue, paths, and - for standard input.")
  private List<String> strategies = List.of();

  @Mixin private FromOption from;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description =
          "Where to write; with --memory all, a directory for each model. Default: the current"
              + " directory.")
  private Path out;

  @Option(
      names = "--manifest",
      description =
          "Run TLC with each configuration, and write its results to DIR/manifest.json as the"
              + " repository tlaplus/Examples has it. The options of TLC are for that.")
  private boolean manifest;

  @Mixin private ModelOptions model;
  @Mixin private EngineOptions engine;
  @Mixin private ReportOptions report;
  @Spec private CommandSpec spec;

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!manifest) {
      refuseIdleOptions();
    }
    Optional<ManifestFile> file = manifest ? Optional.of(ManifestFile.in(out)) : Optional.empty();
    Batch batch = Subjects.generated(from.some(strategies, console), model.withNumbers(PLAINEST));
    List<Subject> subjects = batch.told(console);
    // What has no such specification is refused before anything is written.
    subjects.forEach(Subjects::asked);
    Map<String, List<Subject>> byMemory =
        subjects.stream()
            .collect(
                Collectors.groupingBy(Subject::memory, LinkedHashMap::new, Collectors.toList()));
    Map<Subject, Path> directories = new IdentityHashMap<>();
    byMemory.forEach(
        (memory, under) -> {
          Path directory = byMemory.size() == 1 ? out : out.resolve(memory);
          under.forEach(subject -> directories.put(subject, directory));
          write(directory, under);
        });
    return batch.code(
        file.map(f -> results(f, subjects, directories)).orElse(ExitCode.AS_EXPECTED));
  }

  /** Options of TLC alone would be passed over. */
  private void refuseIdleOptions() {
    spec.commandLine().getParseResult().matchedOptions().stream()
        .filter(
            option ->
                option.userObject() instanceof Field field
                    && field.getDeclaringClass() == EngineOptions.class)
        .findFirst()
        .ifPresent(
            option -> {
              throw new ParameterException(
                  spec.commandLine(), option.longestName() + " goes with --manifest");
            });
  }

  private int results(ManifestFile file, List<Subject> subjects, Map<Subject, Path> directories) {
    List<Map<String, TlcResult>> results = run(subjects);
    List<ExamplesManifest.Module> modules = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      modules.add(
          new ExamplesManifest.Module(
              file.folder(directories.get(subjects.get(i))),
              Subjects.asked(subjects.get(i)).moduleFile(),
              results.get(i)));
    }
    console.line(file.write(modules).toString());
    List<String> unknown = ExamplesManifest.unknown(modules);
    unknown.forEach(console::error);
    return unknown.isEmpty() ? ExitCode.AS_EXPECTED : ExitCode.ENGINE;
  }

  private List<Map<String, TlcResult>> run(List<Subject> subjects) {
    AtomicInteger done = new AtomicInteger();
    try (Engine tlc = engine.engine(console);
        Progress progress = Progress.of(report, console, subjects.size())) {
      Checker checker = new Checker(tlc, engine.limits(Optional.empty()), progress);
      List<Supplier<Map<String, TlcResult>>> questions = new ArrayList<>();
      for (Subject subject : subjects) {
        questions.add(
            () -> {
              Map<String, TlcResult> results = checker.results(subject, Subjects.asked(subject));
              progress.step(done.incrementAndGet(), subjects.size(), subject.name());
              return results;
            });
      }
      return AtOnce.run(questions, engine.jobs(), results -> {});
    }
  }

  private void write(Path directory, List<Subject> subjects) {
    Subjects.refuseTwins(subjects, s -> Subjects.asked(s).name(), "would both be the module");
    Map<String, String> files = new LinkedHashMap<>();
    subjects.forEach(s -> files.putAll(Subjects.asked(s).files()));
    OutputFiles.prepare(directory);
    OutputFiles.write(directory, files);
    files.keySet().forEach(name -> console.line(directory.resolve(name).normalize().toString()));
  }
}
