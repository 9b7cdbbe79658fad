package quiesce.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.catalogue.Catalogue;
import quiesce.report.CheckReport;
import quiesce.site.Site;
import quiesce.verdict.Subject;

@Command(
    name = "report",
    description =
        "Checks strategies and writes a web site about them, to be read without a server.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce report --out site                       the whole catalogue",
      "  quiesce report ./mine.c rcu --out site --memory weak"
    })
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "S",
      description =
          "Names of the catalogue, and paths (with a slash, or ending in .c). Default: the whole"
              + " catalogue.")
  private List<String> strategies = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "Where to: a directory that is empty, or not there, or holds a report, which is renewed.")
  private Path out;

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
    List<Subject> subjects = Subjects.of(strategies, Catalogue.onClassPath(), model.options());
    SiteDirectory directory = SiteDirectory.at(out, force);
    CheckReport done =
        Check.verdicts(subjects, List.of(), model, engine, Optional.empty(), report, console);
    directory.write(Site.render(done, model.templates()));
    console.line(out.resolve(Site.INDEX).normalize().toString());
    return ExitCode.of(done.strategies());
  }
}
