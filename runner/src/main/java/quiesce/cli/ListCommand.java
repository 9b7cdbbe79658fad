package quiesce.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import quiesce.catalogue.Titles;
import quiesce.text.Wrap;

@Command(
    name = "list",
    description = "Lists the strategies of the catalogue, in groups.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {"  quiesce list | grep per-cpu"})
final class ListCommand implements Callable<Integer> {
  private static final String INDENT = "  ";

  private final Console console;

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Map<String, Map<String, String>> groups = Titles.onClassPath();
    int width = 0;
    for (Map<String, String> titles : groups.values()) {
      for (String name : titles.keySet()) {
        width = Math.max(width, name.length());
      }
    }
    boolean first = true;
    for (Map.Entry<String, Map<String, String>> group : groups.entrySet()) {
      console.print(Wrap.text((first ? "" : "\n") + group.getKey(), console.width(), ""));
      first = false;
      for (Map.Entry<String, String> strategy : group.getValue().entrySet()) {
        list(strategy.getKey(), strategy.getValue(), width);
      }
    }
    return ExitCode.AS_EXPECTED;
  }

  private void list(String name, String title, int width) {
    String line = INDENT + name + " ".repeat(width - name.length()) + "  " + title;
    console.print(
        Wrap.text(line.stripTrailing(), console.width(), " ".repeat(INDENT.length() + width + 2)));
  }
}
