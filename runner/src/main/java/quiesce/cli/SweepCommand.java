package quiesce.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.engine.Engine;
import quiesce.property.Property;
import quiesce.sweep.Grid;
import quiesce.sweep.Shard;
import quiesce.sweep.Sweep;
import quiesce.template.Templates;

@Command(
    name = "sweep",
    description =
        "Checks strategies over ranges of CPUs, registrations, memory models and compilers: how"
            + " verdicts and states change.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce sweep rcu --cpus 1..4 --memory sc,tso",
      "  quiesce sweep global-once rcu-once --format csv > sweep.csv",
      "  quiesce sweep locked --cpus 2,3,any --registrations 1..2 --memory sc --out locked.svg",
      "  quiesce sweep rcu --out sweep                 # as text, CSV, JSON and SVG",
      "  quiesce sweep rcu --shard 2/4                 # a quarter of the work"
    })
final class SweepCommand implements Callable<Integer> {
  private final Console console;
  private final HeadStart headStart;

  @Parameters(
      paramLabel = "S",
      description = "Names of the catalogue, paths, and - for standard input.")
  private List<String> strategies = List.of();

  @Mixin private FromOption from;

  @Option(
      names = "--property",
      paramLabel = "NAME",
      converter = Converters.OfProperty.class,
      description = "Check this property only; repeatable.")
  private List<Property> properties = List.of();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = Converters.OfShard.class,
      description =
          "Check the I-th of N shares of the points, and report on these alone. Without it, all are"
              + " reported; what shares with the same cache directory have explored is not explored"
              + " again.")
  private Optional<Shard> shard = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "text|csv|svg|json",
      description =
          "A table for people or for spreadsheets, a plot of states, or for programs. Default: as"
              + " the name of the file ends, else text.")
  private Optional<SweepFiles.Format> format = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description =
          "Where to: a file that ends in .txt, .csv, .svg or .json, or a directory, for all four.")
  private Optional<Path> out = Optional.empty();

  @Mixin private SweepOptions model;
  @Mixin private EngineOptions engineOptions;
  @Mixin private CheckpointOptions checkpoints;
  @Mixin private ReportOptions report;

  SweepCommand(Console console, HeadStart headStart) {
    this.console = console;
    this.headStart = headStart;
  }

  @Override
  public Integer call() {
    Named named = from.some(strategies, console).withoutPatch();
    Grid grid = model.grid(named.arguments().size());
    SweepFiles files =
        new SweepFiles(out, format, new Templates(model.templates()), report.style(console));
    files.prepare();
    Set<Property> wanted =
        properties.isEmpty() ? EnumSet.allOf(Property.class) : EnumSet.copyOf(properties);
    try (Engine engine = engineOptions.engine(console, checkpoints, headStart)) {
      SweepPoints points =
          SweepPoints.of(
              grid,
              compiler -> Subjects.batch(named, model.options(compiler), engineOptions.timeout()));
      points.batch().told(console);
      Sweep sweep =
          new SweepRun(engine, engineOptions, report, console)
              .of(points, shard.orElse(Shard.WHOLE), wanted, model);
      files.write(sweep, console);
      return points.batch().code(sweep.unknown() ? ExitCode.ENGINE : ExitCode.AS_EXPECTED);
    }
  }
}
