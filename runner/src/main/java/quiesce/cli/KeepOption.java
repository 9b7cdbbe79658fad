package quiesce.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where TLC's files stay for who wants to see them. */
final class KeepOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Keep specifications, configurations and TLC's logs there.")
  private Optional<Path> directory;

  Optional<Path> directory() {
    return directory;
  }
}
