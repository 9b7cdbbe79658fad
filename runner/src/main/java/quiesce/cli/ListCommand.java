package quiesce.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import quiesce.catalogue.Catalogue;
import quiesce.source.Parser;

@Command(
    name = "list",
    description = "Lists the strategies of the catalogue.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExample:%n",
    footer = "  quiesce list | grep per-cpu")
final class ListCommand implements Callable<Integer> {
  private final Console console;

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.onClassPath();
    List<String> names = catalogue.names();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    for (String name : names) {
      String title = Parser.frontMatter(catalogue.find(name)).first("title").orElse("");
      console.line((name + " ".repeat(width - name.length()) + "  " + title).stripTrailing());
    }
    return ExitCode.AS_EXPECTED;
  }
}
