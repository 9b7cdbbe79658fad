package quiesce.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import quiesce.document.Block;
import quiesce.document.BlockReader;

/**
 * Reads begin markers as if each were a command line, so that options and mistakes are the same in
 * both.
 */
final class BlockArguments implements BlockReader {
  /** A kind of block: its subcommand. */
  interface Kind {
    Block block();
  }

  @Command(name = "quiesce:")
  private static final class Marker {}

  private final Optional<Path> templates;

  /**
   * @param templates that replace those of the same name
   */
  BlockArguments(Optional<Path> templates) {
    this.templates = templates;
  }

  @Override
  public Set<String> kinds() {
    return new TreeSet<>(commandLine().getSubcommands().keySet());
  }

  @Override
  public Block read(List<String> words) {
    try {
      ParseResult parsed = commandLine().parseArgs(words.toArray(String[]::new)).subcommand();
      return ((Kind) parsed.commandSpec().userObject()).block();
    } catch (ParameterException e) {
      throw MarkerErrors.of(e);
    }
  }

  private CommandLine commandLine() {
    return new CommandLine(new Marker())
        .addSubcommand(new BlockKinds.Matrix(templates))
        .addSubcommand(new BlockKinds.OneVerdict(templates))
        .addSubcommand(new BlockKinds.Race(templates))
        .addSubcommand(new BlockKinds.Source())
        .addSubcommand(new BlockKinds.Tla(templates))
        .addSubcommand(new BlockKinds.Cost(templates))
        .addSubcommand(new BlockKinds.Why(templates))
        .addSubcommand(new BlockKinds.Graph(templates))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setExpandAtFiles(false);
  }
}
