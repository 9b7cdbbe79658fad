package quiesce.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import quiesce.catalogue.Titles;
import quiesce.text.Wrap;

@Command(
    name = "list",
    description = "Lists the strategies of the catalogue.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {"  quiesce list | grep per-cpu"})
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
      console.print(Wrap.text(line.stripTrailing(), console.width(), " ".repeat(width + 2)));
    }
    return ExitCode.AS_EXPECTED;
  }
}
