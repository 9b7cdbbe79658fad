package quiesce.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "quiesce",
    description = "Checks whether a way of registering and unregistering kernel callbacks is safe.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce check                     # the whole catalogue",
      "  quiesce show rcu --source > mine.c",
      "  quiesce check mine.c",
      "  quiesce explain global-plain      # show the race",
      "  quiesce help check",
      "",
      "Exit codes: 0 all verdicts are as expected (where nothing is expected: nothing is violated), 1 some are not, 2 usage or input error, 3 TLC failed or ran out of time or memory."
    })
final class RootCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    throw new ParameterException(
        line, "say what to do: " + String.join(", ", line.getSubcommands().keySet()));
  }
}
