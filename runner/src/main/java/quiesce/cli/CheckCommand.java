package quiesce.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.property.Property;
import quiesce.report.CheckReport;

@Command(
    name = "check",
    description = "Checks strategies and says which properties hold.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce check                                   the whole catalogue",
      "  quiesce check rcu ./mine.c --cpus 3             two strategies, on three CPUs",
      "  quiesce check mine.c --cpus 4 --resume          goes on where it was interrupted",
      "  quiesce check rcu --reductions off              with every state, to compare",
      "  quiesce check mine.c --format junit > junit.xml for a CI server that shows tests",
      "  quiesce check mine.c --format sarif > q.sarif   for one that shows C lines"
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;
  private final HeadStart headStart;

  @Parameters(
      paramLabel = "S",
      description =
          "Names of the catalogue, and paths (with a slash, or ending in .c). Default: the whole"
              + " catalogue.")
  private List<String> strategies = List.of();

  @Option(
      names = "--property",
      paramLabel = "NAME",
      converter = Converters.OfProperty.class,
      description = "Check this property only; repeatable.")
  private List<Property> properties = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text for people, json for programs, junit and sarif for CI servers, markdown for a pull"
              + " request. Default: ${DEFAULT-VALUE}.")
  private Reports.CheckFormat format;

  @Mixin private ModelOptions model;
  @Mixin private EngineOptions engine;
  @Mixin private CheckpointOptions checkpoints;
  @Mixin private KeepOption keep;
  @Mixin private ReportOptions report;

  CheckCommand(Console console, HeadStart headStart) {
    this.console = console;
    this.headStart = headStart;
  }

  @Override
  public Integer call() {
    CheckReport done =
        new Check(properties, model, engine, checkpoints, keep.directory(), report, console)
            .named(strategies, headStart);
    console.print(new Reports(model, report, console).check(done, format));
    return ExitCode.of(done.strategies());
  }
}
