package quiesce.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.property.Property;

@Command(
    name = "check",
    description = "Checks strategies and says which properties hold.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce check                         # the catalogue",
      "  quiesce show rcu --source > mine.c",
      "  quiesce check mine.c locked --cpus 3 --memory sc",
      "  quiesce check - < mine.c",
      "  quiesce check --from mine.c:register_callbacks,unregister_callbacks,sample",
      "  git show | quiesce check -            # before the last commit, and after",
      "  quiesce check mine.c --resume         # continue",
      "  quiesce check mine.c --reductions off --memory sc",
      "  quiesce check mine.c --format junit > junit.xml",
      "  quiesce check mine.c --format sarif > quiesce.sarif",
      "  quiesce check mine.c --format ktap"
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;
  private final HeadStart headStart;

  @Parameters(
      paramLabel = "S",
      description =
          "Names of the catalogue, paths (with a slash, or ending in .c), and - for standard input,"
              + " which may be a unified diff: what it changes is checked before and after. Default:"
              + " the whole catalogue.")
  private List<String> strategies = List.of();

  @Mixin private FromOption from;

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
          "text for people, json for programs, junit and sarif for CI servers, ktap for the kernel's"
              + " test tools, markdown for a pull request. Default: ${DEFAULT-VALUE}.")
  private Reports.CheckFormat format;

  @Option(
      names = "--exit-codes",
      paramLabel = "quiesce|kselftest",
      defaultValue = "quiesce",
      description =
          "kselftest: 0 all verdicts are as expected, 4 no property is applicable, 1 anything else."
              + " Default: ${DEFAULT-VALUE}.")
  private ExitCodes exitCodes;

  @Option(
      names = "--verbose",
      description = "With the text format: list the lines that were read and set aside.")
  private boolean verbose;

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
    Check verdicts =
        new Check(properties, model, engine, checkpoints, keep.directory(), report, console);
    // The others have counterexamples.
    Check check = format == Reports.CheckFormat.TEXT ? verdicts : verdicts.withFewestSwitches();
    Named named = from.with(strategies, console);
    Reports reports = new Reports(model, report, console);
    if (named.patch().isPresent()) {
      DiffCheck.Done done = new DiffCheck(check).of(named.alone(), from.cuts(), headStart);
      console.print(reports.across(done, format, verbose));
      return exitCodes.of(done.after());
    }
    return exitCodes.of(
        check.named(named, headStart, batch -> reports.check(batch, check, format, verbose)));
  }
}
