package quiesce.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import quiesce.catalogue.Titles;

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
    Map<String, String> titles = Titles.onClassPath();
    int width = 0;
    for (String name : titles.keySet()) {
      width = Math.max(width, name.length());
    }
    for (Map.Entry<String, String> strategy : titles.entrySet()) {
      String name = strategy.getKey();
      String line = name + " ".repeat(width - name.length()) + "  " + strategy.getValue();
      console.line(line.stripTrailing());
    }
    return ExitCode.AS_EXPECTED;
  }
}
