package quiesce.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.engine.Engine;
import quiesce.property.Property;
import quiesce.report.WhyJson;
import quiesce.report.WhyPage;
import quiesce.verdict.Checker;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.why.Finding;
import quiesce.why.Why;

@Command(
    name = "why",
    description =
        "Says why each line of a strategy is there: weakens what orders, marks, waits, protects or"
            + " tests, one at a time, and checks what falls.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce why rcu",
      "  quiesce why optional-slot-fixed --memory weak",
      "  quiesce why rcu --memory sc --format json > why.json"
    })
final class WhyCommand implements Callable<Integer> {
  /** The forms of the answer. */
  enum Format {
    TEXT,
    JSON
  }

  private final Console console;
  private final HeadStart headStart;

  @Parameters(
      paramLabel = "S",
      arity = "0..1",
      description = "A name of the catalogue, a path, or - for standard input.")
  private Optional<String> strategy = Optional.empty();

  @Mixin private FromOption from;

  @Option(
      names = "--property",
      paramLabel = "NAME",
      converter = Converters.OfProperty.class,
      description = "Ask for this property only; repeatable. Default: all that hold.")
  private List<Property> properties = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "The C with notes, or for programs. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Mixin private ModelOptions model;
  @Mixin private EngineOptions engineOptions;
  @Mixin private ReportOptions report;

  WhyCommand(Console console, HeadStart headStart) {
    this.console = console;
    this.headStart = headStart;
  }

  @Override
  public Integer call() {
    Named named = from.one(strategy, console).withoutPatch();
    try (Engine engine = engineOptions.engine(console, new CheckpointOptions(), headStart)) {
      List<Subject> subjects =
          Subjects.batch(named, model.options(), engineOptions.timeout()).told(console);
      Checker checker = new Checker(engine, engineOptions.limits(Optional.empty()));
      EnumSet<Property> wanted =
          properties.isEmpty() ? EnumSet.allOf(Property.class) : EnumSet.copyOf(properties);
      List<StrategyVerdicts> original =
          subjects.stream().map(s -> checker.check(s, wanted)).toList();
      List<Finding> findings = findings(new Why(checker, original));
      console.print(
          switch (format) {
            case TEXT -> new WhyPage(report.style(console)).render(original, findings);
            case JSON -> WhyJson.render(original, findings) + "\n";
          });
      return code(original, findings);
    }
  }

  private List<Finding> findings(Why why) {
    int all = why.places().size();
    AtomicInteger done = new AtomicInteger();
    try (Progress progress = Progress.of(report, console, all)) {
      return why.findings(
          engineOptions.jobs(),
          f ->
              progress.step(
                  done.incrementAndGet(),
                  all,
                  "line " + f.line().place().line() + ": " + f.title()));
    }
  }

  private static int code(List<StrategyVerdicts> original, List<Finding> findings) {
    boolean unknown =
        original.stream().anyMatch(StrategyVerdicts::unknown)
            || findings.stream().anyMatch(f -> f.result() == Finding.Result.UNKNOWN);
    return unknown ? ExitCode.ENGINE : ExitCode.AS_EXPECTED;
  }
}
