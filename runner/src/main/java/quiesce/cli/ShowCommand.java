package quiesce.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.report.CostPage;
import quiesce.report.SetAsideList;
import quiesce.source.SourceFile;
import quiesce.steps.Program;
import quiesce.template.Templates;
import quiesce.text.Wrap;
import quiesce.verdict.Expectation;
import quiesce.verdict.Subject;

@Command(
    name = "show",
    description = "Shows a strategy, what would be checked of it, and what it costs.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {"  quiesce show rcu", "  quiesce show rcu --source > mine.c    # to begin with"})
final class ShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "S",
      arity = "0..1",
      description = "A name of the catalogue, a path, or - for standard input.")
  private Optional<String> strategy = Optional.empty();

  @Mixin private FromOption from;

  @Option(names = "--source", description = "Print the file alone, as it is.")
  private boolean source;

  @Mixin private ModelOptions model;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Named named = from.one(strategy, console).withoutPatch();
    if (source) {
      SourceFile file = named.catalogue().find(named.arguments().get(0));
      file.read().mapToObj(file::line).forEach(console::line);
      return ExitCode.AS_EXPECTED;
    }
    List<Subject> subjects = Subjects.generated(named, model.withNumbers()).told(console);
    Program program = subjects.get(0).program();
    SourceFile file = program.strategy().file();
    console.line(file.name());
    file.read()
        .mapToObj(n -> "%5d  %s".formatted(n, file.line(n)).stripTrailing())
        .forEach(line -> console.print(Wrap.text(line, console.width(), " ".repeat(11))));
    console.line("");
    for (Property property : Property.values()) {
      String shown = "  %-36s%s".formatted(property.title(), checked(property, subjects));
      console.print(Wrap.text(shown, console.width(), "      "));
    }
    console.line("");
    String aside = SetAsideList.of(program.strategy(), console.width());
    console.print(aside.isEmpty() ? "" : aside + "\n");
    console.print(CostPage.of(program, console.width()).render(new Templates(model.templates())));
    return ExitCode.AS_EXPECTED;
  }

  /** What is done about a property, and what is expected of it where. */
  private static String checked(Property property, List<Subject> subjects) {
    // What a strategy can exercise does not depend on the memory model.
    Specification specification = Subjects.asked(subjects.get(0));
    boolean applies = specification.applies(property);
    String what =
        applies ? "checked" : "not applicable: " + specification.notApplicable().get(property);
    Map<Optional<Expectation>, List<String>> expected =
        subjects.stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.expectations().of(property, applies),
                    LinkedHashMap::new,
                    Collectors.mapping(Subject::memory, Collectors.toList())));
    String same = expected.size() == 1 ? "%s" : "%s (%s)";
    String expectations =
        expected.entrySet().stream()
            .filter(e -> e.getKey().isPresent())
            .map(e -> same.formatted(e.getKey().get().title(), String.join(", ", e.getValue())))
            .collect(Collectors.joining(", "));
    return expectations.isEmpty() ? what : what + ", expected: " + expectations;
  }
}
