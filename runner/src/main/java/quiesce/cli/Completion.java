package quiesce.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import quiesce.models.MemoryModels;

/** The completion script for bash, which zsh can run too. */
final class Completion {
  private Completion() {}

  static String of(CommandLine line) {
    line.getSubcommands().values().forEach(command -> offerValues(command.getCommandSpec()));
    // It is read by a shell and not run.
    return AutoComplete.bash(line.getCommandName(), line).replaceFirst("^#!.*\n", "");
  }

  /** Values as people write them, not as constants of Java are called. */
  private static void offerValues(CommandSpec command) {
    for (OptionSpec option : List.copyOf(command.options())) {
      List<String> values = values(option);
      if (!values.isEmpty() && option.group() == null) {
        command.remove(option);
        command.addOption(OptionSpec.builder(option).completionCandidates(values).build());
      }
    }
  }

  private static List<String> values(OptionSpec option) {
    if (Stream.of(option.converters())
        .anyMatch(
            converter ->
                converter instanceof Converters.OfMemoryModels
                    || converter instanceof Converters.OfSeveralMemoryModels)) {
      return Stream.concat(MemoryModels.names().stream(), Stream.of("all")).toList();
    }
    if (option.type().isEnum()) {
      return StreamSupport.stream(option.completionCandidates().spliterator(), false)
          .map(value -> value.toLowerCase(Locale.ROOT))
          .toList();
    }
    return List.of();
  }
}
