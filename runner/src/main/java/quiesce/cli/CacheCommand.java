package quiesce.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import quiesce.cache.ResultDirectory;
import quiesce.catalogue.InputException;
import quiesce.output.WholeFiles;

@Command(
    name = "cache",
    description = "Tells about, or forgets, the answers of TLC that quiesce remembers.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce cache --stats                           how many they are, and where",
      "  quiesce cache --clear                           forget them all"
    })
final class CacheCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  private final Console console;

  /** One of the two. */
  private static final class Action {
    @Option(names = "--stats", description = "Say how many there are, how large, and where.")
    private boolean stats;

    @Option(names = "--clear", description = "Remove them all, and no other file.")
    private boolean clear;
  }

  @ArgGroup(multiplicity = "1")
  private Action action;

  CacheCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ResultDirectory results =
        CacheDirectory.of(console)
            .map(ResultDirectory::in)
            .orElseThrow(
                () ->
                    new InputException(
                        "there is no cache: neither XDG_CACHE_HOME nor HOME is set; set one"));
    if (action.clear) {
      clear(results);
    } else {
      stats(results.contents());
    }
    return ExitCode.AS_EXPECTED;
  }

  private void clear(ResultDirectory results) {
    try {
      console.line("%d removed".formatted(results.clear()));
    } catch (IOException e) {
      throw new InputException(
          "cannot remove what is in "
              + results.contents().directory()
              + ": "
              + WholeFiles.reason(e)
              + "; remove the directory by hand",
          e);
    }
  }

  private void stats(ResultDirectory.Contents contents) {
    console.line("directory  " + contents.directory());
    console.line("answers    " + contents.entries());
    console.line(
        "size       %s of at most %s".formatted(mb(contents.bytes()), mb(contents.limit())));
  }

  private static String mb(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }
}
