package quiesce.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.catalogue.InputException;
import quiesce.engine.Engine;
import quiesce.export.License;
import quiesce.lkmm.Export.Answer;
import quiesce.memory.MemoryModel;
import quiesce.models.MemoryModels;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.promela.Export;
import quiesce.property.Property;
import quiesce.source.Item;
import quiesce.verdict.Checker;
import quiesce.verdict.Subject;

@Command(
    name = "export",
    description =
        "Writes a strategy in the language of another tool, made from its steps and not from its TLA+"
            + " specification. promela is for Spin, under sequential consistency; litmus is for herd7 and"
            + " klitmus7, under the Linux kernel memory model: a test for each safety property.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce export rcu --to promela --out rcu.pml",
      "  quiesce export rcu --to litmus --out litmus",
      "  quiesce export locked --to promela --cpus 3 --registrations 1",
      "  quiesce show rcu --source | quiesce export - --to promela --license GPL-2.0-only"
    })
final class ExportCommand implements Callable<Integer> {
  /** The languages. */
  enum Target {
    PROMELA,
    LITMUS
  }

  private static final int MOST = 8;

  private final Console console;

  @Parameters(
      paramLabel = "S",
      arity = "0..1",
      description = "A name of the catalogue, a path, or - for standard input.")
  private Optional<String> strategy = Optional.empty();

  @Mixin private FromOption from;

  @Option(
      names = "--to",
      paramLabel = "promela|litmus",
      required = true,
      description = "The language.")
  private Target target;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description =
          "Where to write: a file, by default standard output; or a directory, which litmus needs.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--cpus",
      paramLabel = "N",
      defaultValue = "2",
      converter = OfNumber.class,
      description = "CPUs, 1 to 8, and tasks of each kind. Default: ${DEFAULT-VALUE}.")
  private int cpus;

  @Option(
      names = "--registrations",
      paramLabel = "N",
      defaultValue = "2",
      converter = OfNumber.class,
      description = "Registrations, one at a time, 1 to 8. Default: ${DEFAULT-VALUE}.")
  private int registrations;

  @Option(
      names = "--license",
      paramLabel = "ID",
      converter = Converters.OfLicense.class,
      description =
          "The SPDX licence identifier for the first line. The text has lines of the strategy in it."
              + " Default: no such line.")
  private Optional<License> license = Optional.empty();

  @Option(
      names = "--role",
      paramLabel = "FUNCTION=ROLE",
      converter = {Converters.OfText.class, Converters.OfRole.class},
      description =
          "Who calls a function that has no role in the file, as of check. May come more than once.")
  private Map<String, Item.Role> roles = new LinkedHashMap<>();

  @Mixin private EngineOptions engineOptions;
  @Mixin private ReportOptions report;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return switch (target) {
      case PROMELA -> promela();
      case LITMUS -> litmus();
    };
  }

  private int promela() {
    String text =
        new Export(cpus, registrations, license).of(subject(Options.DEFAULT.chosen()).program());
    out.ifPresentOrElse(
        file -> {
          OutputFiles.write(file, text);
          console.line(file.toString());
        },
        () -> console.print(text));
    return ExitCode.AS_EXPECTED;
  }

  private int litmus() {
    Path directory =
        out.orElseThrow(
            () ->
                new InputException(
                    "litmus tests are several files; name a directory for them, as in --out litmus"));
    LitmusExport export =
        new LitmusExport(subject(MemoryModels.named(LitmusExport.MODEL)), license);
    Map<Property, Answer> answers = export.answers();
    OutputFiles.prepare(directory);
    LitmusExport.Written written;
    try (Engine engine = engineOptions.engine(console);
        Progress progress = Progress.of(report, console, 1)) {
      written =
          export.written(
              answers, new Checker(engine, engineOptions.limits(Optional.empty()), progress));
    }
    OutputFiles.write(directory, written.files());
    written.files().keySet().forEach(name -> console.line(directory.resolve(name).toString()));
    written.without().forEach(console::line);
    return written.files().isEmpty() ? ExitCode.USAGE : ExitCode.AS_EXPECTED;
  }

  private Subject subject(MemoryModel model) {
    Named named = from.one(strategy, console).withoutPatch();
    return Subjects.batch(named, List.of(options(model)), engineOptions.timeout())
        .told(console)
        .get(0);
  }

  /** How the strategy is read, and checked if it is: its steps are the same under each model. */
  private Options options(MemoryModel model) {
    Options usual = Options.DEFAULT;
    return new Options(
        model,
        Count.of(cpus),
        Count.of(registrations),
        usual.atomicity(),
        usual.compiler(),
        usual.reductions(),
        roles,
        Optional.empty());
  }

  /** As of the other commands. */
  static final class OfNumber extends Converters.OfCount {
    OfNumber() {
      super(1, MOST);
    }
  }
}
