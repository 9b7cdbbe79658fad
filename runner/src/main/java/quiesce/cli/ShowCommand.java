package quiesce.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.catalogue.Catalogue;
import quiesce.emission.Specification;
import quiesce.property.Property;
import quiesce.source.SourceFile;
import quiesce.verdict.Expectation;
import quiesce.verdict.Subject;

@Command(
    name = "show",
    description = "Shows a strategy and what would be checked of it.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce show rcu",
      "  quiesce show rcu --source > mine.c              a strategy of one's own to begin with"
    })
final class ShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "S", description = "A name of the catalogue, or a path.")
  private String strategy;

  @Option(names = "--source", description = "Print the file alone, as it is.")
  private boolean source;

  @Mixin private ModelOptions model;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.onClassPath();
    SourceFile file = catalogue.find(strategy);
    if (source) {
      file.lines().forEach(console::line);
      return ExitCode.AS_EXPECTED;
    }
    Subject subject = Subjects.of(List.of(strategy), catalogue, model.options()).get(0);
    console.line(file.name());
    int number = 0;
    for (String line : file.lines()) {
      console.line("%5d  %s".formatted(++number, line).stripTrailing());
    }
    console.line("");
    for (Property property : Property.values()) {
      console.line(line(property, subject));
    }
    return ExitCode.AS_EXPECTED;
  }

  private static String line(Property property, Subject subject) {
    Specification specification = subject.specification();
    boolean applies = specification.applies(property);
    String what =
        applies ? "checked" : "not applicable: " + specification.notApplicable().get(property);
    String expected =
        subject
            .expectations()
            .of(property, applies)
            .map(Expectation::title)
            .map(title -> ", expected: " + title)
            .orElse("");
    return "  %-36s%s%s".formatted(property.title(), what, expected);
  }
}
