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
import quiesce.catalogue.Catalogue;
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
      description = "A name of the catalogue, a path, or - for standard input.")
  private String strategy;

  @Option(names = "--source", description = "Print the file alone, as it is.")
  private boolean source;

  @Mixin private ModelOptions model;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = Subjects.catalogue(List.of(strategy), console);
    SourceFile file = catalogue.find(strategy);
    if (source) {
      file.lines().forEach(console::line);
      return ExitCode.AS_EXPECTED;
    }
    List<Subject> subjects =
        Subjects.batch(List.of(strategy), catalogue, model.withNumbers(), Optional.empty())
            .told(console);
    console.line(file.name());
    int number = 0;
    for (String line : file.lines()) {
      String shown = "%5d  %s".formatted(++number, line).stripTrailing();
      console.print(Wrap.text(shown, console.width(), " ".repeat(11)));
    }
    console.line("");
    for (Property property : Property.values()) {
      String shown = "  %-36s%s".formatted(property.title(), checked(property, subjects));
      console.print(Wrap.text(shown, console.width(), "      "));
    }
    console.line("");
    Program program = subjects.get(0).program();
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
