package quiesce.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.property.Property;

@Command(
    name = "explain",
    description = "Shows how a property is violated: who does what on which CPU.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce explain global-plain --property Null",
      "  quiesce explain locked --width 75 --ascii",
      "  quiesce explain locked --memory sc --all",
      "  quiesce explain locked --memory sc --property Dead --format svg > deadlock.svg",
      "  quiesce explain locked --memory sc --property Dead --format itf > deadlock.itf.json"
    })
final class ExplainCommand implements Callable<Integer> {
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
      description = "Explain this property; repeatable. Default: each that is violated.")
  private List<Property> properties = List.of();

  @Option(
      names = "--all",
      description =
          "In text, show every counterexample. Default: of those with the same cause, one.")
  private boolean all;

  @Option(
      names = "--format",
      paramLabel = "text|mermaid|svg|json|itf",
      defaultValue = "text",
      description =
          "In columns; one counterexample as a diagram; for programs; or the states of one"
              + " counterexample in the Informal Trace Format of Apalache and Quint. Default:"
              + " ${DEFAULT-VALUE}.")
  private Reports.ExplainFormat format;

  @Mixin private ModelOptions model;
  @Mixin private EngineOptions engine;
  @Mixin private CheckpointOptions checkpoints;
  @Mixin private KeepOption keep;
  @Mixin private ReportOptions report;

  ExplainCommand(Console console, HeadStart headStart) {
    this.console = console;
    this.headStart = headStart;
  }

  @Override
  public Integer call() {
    Check.Done done =
        new Check(properties, model, engine, checkpoints, keep.directory(), report, console)
            .withFewestSwitches()
            .named(from.one(strategy, console), headStart);
    new Reports(model, report, console).explain(done.report(), format, all, console);
    return done.code();
  }
}
