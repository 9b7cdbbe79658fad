package quiesce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import quiesce.catalogue.InputException;
import quiesce.engine.checkpoint.CheckpointDirectory;
import quiesce.output.WholeFiles;
import quiesce.store.ResultDirectory;

@Command(
    name = "cache",
    description = "Shows or removes the results and checkpoints that quiesce keeps.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce cache --stats                 # how many, where",
      "  quiesce cache --clear                 # remove them all"
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
    Path cache =
        CacheDirectory.of(console)
            .orElseThrow(
                () ->
                    new InputException(
                        "there is no cache: neither XDG_CACHE_HOME nor HOME is set; set one"));
    ResultDirectory results = ResultDirectory.in(cache);
    CheckpointDirectory checkpoints = CheckpointDirectory.in(cache);
    try {
      if (action.clear) {
        clear(results, checkpoints);
      } else {
        stats(results.contents(), checkpoints.contents());
      }
    } catch (IOException e) {
      throw new InputException(
          "cannot read or remove what is in %s: %s; remove the directory by hand"
              .formatted(cache, WholeFiles.reason(e)),
          e);
    }
    return ExitCode.AS_EXPECTED;
  }

  private void clear(ResultDirectory results, CheckpointDirectory checkpoints) throws IOException {
    console.line("%d results removed".formatted(results.clear()));
    CheckpointDirectory.Cleared cleared = checkpoints.clear();
    console.line(
        "%d checkpoints removed".formatted(cleared.removed())
            + (cleared.used() > 0 ? ", %d in use".formatted(cleared.used()) : ""));
  }

  private void stats(ResultDirectory.Contents answers, CheckpointDirectory.Contents checkpoints) {
    console.line("directory    " + answers.directory().getParent());
    line("results", answers.entries(), answers.bytes(), answers.limit());
    line("checkpoints", checkpoints.checks(), checkpoints.bytes(), checkpoints.limit());
  }

  private void line(String what, int number, long bytes, long limit) {
    console.line("%-11s  %d, %s of at most %s".formatted(what, number, mb(bytes), mb(limit)));
  }

  private static String mb(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }
}
