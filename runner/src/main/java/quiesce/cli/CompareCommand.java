package quiesce.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.engine.Engine;
import quiesce.explanation.Columns;
import quiesce.report.CheckReport;
import quiesce.report.Comparison;
import quiesce.report.JsonReport;
import quiesce.template.Templates;
import quiesce.verdict.StrategyVerdicts;

@Command(
    name = "compare",
    description =
        "Compares two strategies: which verdicts move, states, what readers and updates pay, and a"
            + " run that one allows and the other does not.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce compare global-once rcu",
      "  quiesce compare global-once rcu --memory weak --format markdown",
      "  quiesce show rcu --source | quiesce compare - rcu-once --format json"
    })
final class CompareCommand implements Callable<Integer> {
  /** The forms of the answer. */
  enum Format {
    TEXT,
    MARKDOWN,
    JSON
  }

  private final Console console;
  private final HeadStart headStart;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "A name of the catalogue, a path, or - for standard input.")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "The same.")
  private String second;

  @Option(
      names = "--format",
      paramLabel = "text|markdown|json",
      defaultValue = "text",
      description = "For people, for a pull request, or for programs. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Mixin private ModelOptions model;
  @Mixin private EngineOptions engineOptions;
  @Mixin private ReportOptions report;

  CompareCommand(Console console, HeadStart headStart) {
    this.console = console;
    this.headStart = headStart;
  }

  @Override
  public Integer call() {
    Check check =
        new Check(
            List.of(),
            model,
            engineOptions,
            new CheckpointOptions(),
            Optional.empty(),
            report,
            console);
    List<Batch> sides = Stream.of(first, second).map(this::side).toList();
    CheckReport one;
    CheckReport other;
    try (Engine engine = engineOptions.engine(console, check.checkpoints(), headStart)) {
      one = check.silently(sides.get(0).told(console), engine);
      other = check.silently(sides.get(1).told(console), engine);
    }
    Templates templates = new Templates(model.templates());
    Comparison comparison =
        Comparison.of(one, other, new Columns(templates, report.style(console).width()));
    console.print(
        switch (format) {
          case TEXT -> comparison.text(templates, report.style(console));
          case MARKDOWN -> comparison.markdown(templates);
          case JSON -> JsonReport.render(one, other) + "\n";
        });
    boolean unknown =
        one.strategies().stream().anyMatch(StrategyVerdicts::unknown)
            || other.strategies().stream().anyMatch(StrategyVerdicts::unknown);
    return unknown ? ExitCode.ENGINE : ExitCode.AS_EXPECTED;
  }

  private Batch side(String strategy) {
    Named named = Named.of(List.of(strategy), List.of(), console).withoutPatch();
    return Subjects.batch(named, model.options(), engineOptions.timeout());
  }
}
