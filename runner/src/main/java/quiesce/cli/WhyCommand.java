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
import quiesce.property.Property;
import quiesce.report.WhyComments;
import quiesce.report.WhyJson;
import quiesce.report.WhyPage;
import quiesce.verdict.Checker;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.why.Answer;
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
      "  quiesce why optional-slot-fixed rcu-once --memory weak",
      "  quiesce why rcu --format comments",
      "  quiesce why rcu --memory sc --format json > why.json"
    })
final class WhyCommand implements Callable<Integer> {
  /** The forms of the answer. */
  enum Format {
    TEXT,
    COMMENTS,
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
      names = "--property",
      paramLabel = "NAME",
      converter = Converters.OfProperty.class,
      description = "Ask for this property only; repeatable. Default: all that hold.")
  private List<Property> properties = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|comments|json",
      defaultValue = "text",
      description =
          "The C with notes; the C with a comment above each line that is necessary, as checkpatch"
              + " wants it above barriers; or for programs. Default: ${DEFAULT-VALUE}.")
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
    Named named = from.some(strategies, console).withoutPatch();
    List<Answer> answers = new ArrayList<>();
    try (Engine engine = engineOptions.engine(console, new CheckpointOptions(), headStart)) {
      Batch batch = Subjects.batch(named, model.options(), engineOptions.timeout());
      Map<String, List<Subject>> byName =
          batch.told(console).stream()
              .collect(
                  Collectors.groupingBy(Subject::name, LinkedHashMap::new, Collectors.toList()));
      for (List<Subject> subjects : byName.values()) {
        Answer answer = answer(subjects, engine);
        answers.add(answer);
        if (format != Format.JSON) {
          console.print((answers.size() > 1 ? "\n" : "") + page(answer));
          console.out().flush();
        }
      }
      if (format == Format.JSON) {
        console.line(WhyJson.render(answers));
      }
      return batch.code(code(answers));
    }
  }

  private String page(Answer answer) {
    return format == Format.COMMENTS
        ? WhyComments.render(answer)
        : new WhyPage(report.style(console)).render(answer);
  }

  private Answer answer(List<Subject> subjects, Engine engine) {
    Checker checker = new Checker(engine, engineOptions.limits(Optional.empty()));
    EnumSet<Property> wanted =
        properties.isEmpty() ? EnumSet.allOf(Property.class) : EnumSet.copyOf(properties);
    List<StrategyVerdicts> original = subjects.stream().map(s -> checker.check(s, wanted)).toList();
    return new Answer(original, findings(new Why(checker, original)));
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

  private static int code(List<Answer> answers) {
    return answers.stream().anyMatch(Answer::unknown) ? ExitCode.ENGINE : ExitCode.AS_EXPECTED;
  }
}
