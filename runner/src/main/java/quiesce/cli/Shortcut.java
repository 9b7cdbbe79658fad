package quiesce.cli;

import java.util.Optional;

/** What is answered at once, since there are no options to be read. */
final class Shortcut {
  private Shortcut() {}

  /**
   * @return the exit code; nothing if these arguments need more
   */
  static Optional<Integer> take(String[] args, Console console) {
    if (args.length != 1) {
      return Optional.empty();
    }
    switch (args[0]) {
      case "--version", "-V" -> console.line(new VersionText().getVersion()[0]);
      case "list" -> new ListCommand(console).call();
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(ExitCode.AS_EXPECTED);
  }
}
