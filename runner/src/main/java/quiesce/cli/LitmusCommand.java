package quiesce.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.catalogue.Catalogue;
import quiesce.catalogue.InputException;
import quiesce.engine.Engine;
import quiesce.models.MemoryModels;
import quiesce.module.Atomicity;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.observation.Answer;
import quiesce.observation.Expected;
import quiesce.observation.LitmusCheck;
import quiesce.observation.LitmusReport;
import quiesce.source.Diagnostic;
import quiesce.source.Place;
import quiesce.source.SourceFile;
import quiesce.template.Templates;
import quiesce.verdict.AtOnce;

@Command(
    name = "litmus",
    description = "Runs litmus tests of the Linux kernel memory model.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce litmus SB+mbonceonces.litmus --memory all",
      "  quiesce litmus tools/memory-model/litmus-tests --expect verdicts.tsv"
    })
final class LitmusCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "Tests, and directories whose .litmus files are tests.")
  private List<String> tests;

  @Option(
      names = "--memory",
      paramLabel = "MODEL",
      defaultValue = "weak",
      converter = Converters.OfMemoryModels.class,
      description = "Memory model: sc, tso, weak or all. Default: ${DEFAULT-VALUE}.")
  private MemoryChoice memory;

  @Option(
      names = "--atomicity",
      paramLabel = "coarse|fine",
      defaultValue = "coarse",
      description =
          "One shared access, or one operation, in each atomic action. The final states are the"
              + " same. Default: ${DEFAULT-VALUE}.")
  private Atomicity atomicity;

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description = "A table to compare with: name, tab, Never, Sometimes or Always.")
  private Optional<Path> expect;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "Templates that replace those of the same name.")
  private Optional<Path> templates;

  @Mixin private EngineOptions engine;
  @Mixin private KeepOption keep;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "For people or for programs. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Mixin private ReportOptions report;

  /** The forms of a report. */
  private enum Format {
    TEXT,
    JSON
  }

  LitmusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<Expected> expected = expect.map(LitmusCommand::table);
    List<Answer> answers;
    try (Engine tlc = engine.engine(console)) {
      answers = answers(new LitmusCheck(tlc, engine.limits(keep.directory())));
    }
    LitmusReport result = new LitmusReport(answers, expected);
    console.print(
        format == Format.JSON ? result.json() + "\n" : result.text(new Templates(templates)));
    return code(result);
  }

  private List<Answer> answers(LitmusCheck check) {
    List<Supplier<Answer>> questions = new ArrayList<>();
    for (Test test : files()) {
      for (String model : memory.names()) {
        Options options =
            new Options(
                MemoryModels.named(model),
                Options.DEFAULT.cpus(),
                Count.of(1),
                atomicity,
                true,
                true,
                Map.of(),
                templates);
        questions.add(() -> test.answer(file -> check.answer(file, options), model));
      }
    }
    AtomicInteger done = new AtomicInteger();
    try (Progress progress = Progress.of(report, console, questions.size())) {
      return AtOnce.run(
          questions,
          engine.jobs(),
          a -> progress.step(done.incrementAndGet(), questions.size(), told(a)));
    }
  }

  private static String told(Answer a) {
    String what =
        a instanceof Answer.Observed o
            ? o.observation().title()
            : a instanceof Answer.Unsupported ? "unsupported" : "unknown";
    return a.file() + " (" + a.memory() + "): " + what;
  }

  private static int code(LitmusReport result) {
    if (result.unknown()) {
      return ExitCode.ENGINE;
    }
    if (!result.notable().isEmpty()) {
      return ExitCode.NOT_AS_EXPECTED;
    }
    return result.unsupported() ? ExitCode.USAGE : ExitCode.AS_EXPECTED;
  }

  private static Expected table(Path file) {
    try {
      return Expected.read(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InputException("the table " + file + " cannot be read: " + e, e);
    }
  }

  /**
   * A test to be run.
   *
   * @param problem why its text could not be read
   */
  private record Test(SourceFile file, Optional<String> problem) {
    static Test of(SourceFile file) {
      return new Test(file, Optional.empty());
    }

    /** One of many: what is wrong with it does not end the run of the others. */
    static Test inDirectory(Path path) {
      try {
        return of(Catalogue.read(path.toString()));
      } catch (InputException e) {
        return new Test(new SourceFile(path.toString(), List.of()), Optional.of(e.getMessage()));
      }
    }

    Answer answer(Function<SourceFile, Answer> check, String model) {
      return problem
          .<Answer>map(
              p ->
                  new Answer.Unsupported(
                      file.name(),
                      model,
                      List.of(
                          new Diagnostic(
                              file, new Place(1, 1), p, "make it a readable text file"))))
          .orElseGet(() -> check.apply(file));
    }
  }

  private List<Test> files() {
    List<Test> all = new ArrayList<>();
    for (String name : tests) {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        List<Path> found = in(path);
        if (found.isEmpty()) {
          throw new InputException(name + " holds no .litmus file");
        }
        found.forEach(f -> all.add(Test.inDirectory(f)));
      } else {
        all.add(Test.of(Catalogue.read(name)));
      }
    }
    return all;
  }

  private static List<Path> in(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(f -> f.toString().endsWith(".litmus")).sorted().toList();
    } catch (IOException e) {
      throw new InputException(directory + " cannot be read: " + e, e);
    }
  }
}
