package quiesce.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.report.CheckReport;
import quiesce.report.CostTable;
import quiesce.report.MarkdownReport;
import quiesce.site.Site;
import quiesce.steps.Program;
import quiesce.template.Templates;
import quiesce.verdict.Subject;

@Command(
    name = "report",
    description = "Checks strategies and writes a report on them: a web site that needs no server.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce report --out site             # the catalogue",
      "  quiesce show rcu --source > mine.c",
      "  quiesce report mine.c locked --out mine --memory sc",
      "  quiesce report locked --memory sc --format markdown --out report.md"
    })
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  /** What is written. */
  private enum Format {
    HTML,
    MARKDOWN
  }

  @Parameters(
      paramLabel = "S",
      description =
          "Names of the catalogue, and paths (with a slash, or ending in .c). Default: the whole"
              + " catalogue.")
  private List<String> strategies = List.of();

  @Mixin private FromOption from;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "Where to: a directory that is empty, or not there, or holds a report, which is renewed."
              + " For Markdown also a file, FILE.md.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "html|markdown",
      defaultValue = "html",
      description = "A web site, or a single file in Markdown. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--force",
      description = "Write into the directory even if it holds other things; they stay.")
  private boolean force;

  @Mixin private ModelOptions model;
  @Mixin private EngineOptions engine;
  @Mixin private ReportOptions report;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Batch batch = Subjects.batch(from.with(strategies, console), model.options(), engine.timeout());
    List<Subject> subjects = batch.told(console);
    Function<CheckReport, Path> writer = format == Format.HTML ? site() : markdown();
    CheckReport done =
        new Check(
                List.of(),
                model,
                engine,
                new CheckpointOptions(),
                Optional.empty(),
                report,
                console)
            .withFewestSwitches()
            .of(subjects);
    console.line(writer.apply(done).normalize().toString());
    return batch.code(ExitCode.of(done.strategies()));
  }

  /** Writes a web site, to a place that is ready for it. */
  private Function<CheckReport, Path> site() {
    SiteDirectory directory = SiteDirectory.at(out, force);
    return done -> {
      directory.write(Site.render(done, model.templates()));
      return out.resolve(Site.INDEX);
    };
  }

  /** Writes a file, to a place that is ready for it. */
  private Function<CheckReport, Path> markdown() {
    Path file = out.toString().endsWith(".md") ? out : out.resolve("report.md");
    Path directory = file.toAbsolutePath().getParent();
    OutputFiles.prepare(directory);
    return done -> {
      List<Program> programs =
          done.strategies().stream().map(s -> s.subject().program()).distinct().toList();
      String text =
          new MarkdownReport(new Templates(model.templates())).full(done, CostTable.of(programs));
      OutputFiles.write(directory, Map.of(file.getFileName().toString(), text));
      return file;
    };
  }
}
