package quiesce.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.engine.Engine;
import quiesce.fix.Fixes;
import quiesce.fix.Fixing;
import quiesce.property.Property;
import quiesce.report.FixJson;
import quiesce.report.FixPage;
import quiesce.verdict.Checker;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;

@Command(
    name = "fix",
    description =
        "Finds the smallest changes of a strategy that make every property hold, each as a diff:"
            + " marks, fences, waits, sections, tests, and other orders of statements.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce fix global-plain",
      "  quiesce fix rcu-wait-first --memory sc --changes 1",
      "  quiesce fix global-once --format json > fixes.json",
      "  quiesce fix specs/global-once/strategy.c --format diff | patch -p1 --dry-run"
    })
final class FixCommand implements Callable<Integer> {
  /** The forms of the answer. */
  enum Format {
    TEXT,
    DIFF,
    JSON
  }

  private final Console console;
  private final HeadStart headStart;

  @Parameters(
      paramLabel = "S",
      description = "Names of the catalogue, paths, and - for standard input.")
  private List<String> strategies = List.of();

  @Mixin private FromOption from;

  @Option(
      names = "--changes",
      paramLabel = "N",
      converter = Converters.OfChanges.class,
      defaultValue = "4",
      description = "The most changes of a fix, 1 to 8. Default: ${DEFAULT-VALUE}.")
  private int changes;

  @Option(
      names = "--most",
      paramLabel = "N",
      converter = Converters.OfSets.class,
      defaultValue = "300",
      description = "After how many checks it gives up. Default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(
      names = "--format",
      paramLabel = "text|diff|json",
      defaultValue = "text",
      description =
          "For people; the best fix as a diff alone, for patch; or for programs. Default:"
              + " ${DEFAULT-VALUE}.")
  private Format format;

  @Mixin private ModelOptions model;
  @Mixin private EngineOptions engineOptions;
  @Mixin private ReportOptions report;

  FixCommand(Console console, HeadStart headStart) {
    this.console = console;
    this.headStart = headStart;
  }

  @Override
  public Integer call() {
    Named named = from.some(strategies, console).withoutPatch();
    List<Fixes> all = new ArrayList<>();
    try (Engine engine = engineOptions.engine(console, new CheckpointOptions(), headStart)) {
      Batch batch = Subjects.batch(named, model.options(), engineOptions.timeout());
      Map<String, List<Subject>> byName =
          batch.told(console).stream()
              .collect(
                  Collectors.groupingBy(Subject::name, LinkedHashMap::new, Collectors.toList()));
      for (List<Subject> subjects : byName.values()) {
        Fixes fixes = fixes(subjects, engine);
        all.add(fixes);
        if (format != Format.JSON) {
          console.print((format == Format.TEXT && all.size() > 1 ? "\n" : "") + page(fixes));
          console.out().flush();
        }
      }
      if (format == Format.JSON) {
        console.line(FixJson.render(all));
      }
      return batch.code(code(all));
    }
  }

  private String page(Fixes fixes) {
    if (format == Format.TEXT) {
      return new FixPage(report.style(console)).render(fixes);
    }
    if (fixes.fixes().isEmpty()) {
      console.error(FixPage.summary(fixes));
      return "";
    }
    return FixPage.diff(fixes, fixes.fixes().get(0));
  }

  private Fixes fixes(List<Subject> subjects, Engine engine) {
    Checker checker = new Checker(engine, engineOptions.limits(Optional.empty()));
    List<StrategyVerdicts> original =
        subjects.stream().map(s -> checker.check(s, EnumSet.allOf(Property.class))).toList();
    AtomicInteger done = new AtomicInteger();
    try (Progress progress = Progress.of(report, console, most)) {
      return new Fixing(checker, original)
          .fixes(
              changes,
              most,
              engineOptions.jobs(),
              what -> progress.step(done.incrementAndGet(), most, what));
    }
  }

  /** A strategy that nothing repairs is worth a failure. */
  private static int code(List<Fixes> all) {
    if (all.stream().anyMatch(f -> f.fixes().isEmpty() && f.open().isPresent())) {
      return ExitCode.ENGINE;
    }
    return all.stream().allMatch(f -> !f.fixes().isEmpty() || f.nothingToFix())
        ? ExitCode.AS_EXPECTED
        : ExitCode.NOT_AS_EXPECTED;
  }
}
