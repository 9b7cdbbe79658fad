package quiesce.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import quiesce.catalogue.Cut;

/** What is cut out of files that hold other things too. */
final class FromOption {
  @Option(
      names = "--from",
      paramLabel = "FILE:NAME,...",
      converter = Converters.OfCut.class,
      description =
          "A strategy with these functions of a C file, and with what they need of it; the rest may be"
              + " any C. FILE may be -, and is left out for the files of a diff. May come more than"
              + " once.")
  private List<Cut> cuts = List.of();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  List<Cut> cuts() {
    return cuts;
  }

  /** All that the command line names; nothing for the whole catalogue. */
  Named with(List<String> strategies, Console console) {
    return Named.of(strategies, cuts, console);
  }

  /** The same where something must be named. */
  Named some(List<String> strategies, Console console) {
    requireSome(strategies, "S");
    return with(strategies, console);
  }

  void requireSome(List<String> strategies, String label) {
    require(
        !strategies.isEmpty() || !cuts.isEmpty(),
        "Missing required parameter: '%s', or --from".formatted(label));
  }

  /** The same where one thing must be named. */
  Named one(Optional<String> strategy, Console console) {
    require(strategy.stream().count() + cuts.size() < 2, "name one strategy, or give --from once");
    return some(strategy.stream().toList(), console);
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
