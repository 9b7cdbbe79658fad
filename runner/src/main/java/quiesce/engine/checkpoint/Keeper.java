package quiesce.engine.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quiesce.engine.tlc.TlcListener;
import quiesce.output.WholeFiles;

/**
 * Keeps each checkpoint that TLC makes, whole or not at all. TLC replaces the files of the last one
 * one by one, so that a kill between two leaves a mixture, from which it would resume without a
 * word. This hears when they are complete, and links them to a directory of their own. TLC makes no
 * other within the minute.
 */
final class Keeper implements TlcListener {
  private static final String BEGUN = "@!@!@STARTMSG 2195:0 @!@!@";
  private static final String MADE = "@!@!@ENDMSG 2196 @!@!@";
  private static final String PROGRESS_TOLD = "@!@!@ENDMSG 2200 @!@!@";
  private static final String COVERAGE_BEGUN = "@!@!@STARTMSG 2201:0 @!@!@";
  private static final String COVERAGE_TOLD = "@!@!@ENDMSG 2202 @!@!@";
  private static final Pattern WHERE = Pattern.compile("Checkpointing of run (.+)");
  private static final Pattern PROGRESS =
      Pattern.compile("Progress\\(([\\d,]+)\\) at .* ([\\d,]+) distinct states found .*");
  private static final Pattern COUNT =
      Pattern.compile("<\\S+ line .*>: \\d+:\\d+|  \\|*line .* of module .*: \\d+(:\\d+)?");

  /** What of a checkpoint TLC replaces by the next one. */
  private static final Pattern REPLACED = Pattern.compile(".+\\.(chkpt|tmp)");

  private static final String UNFINISHED = ".tmp";

  /**
   * Those, the states of the queue, of which each file is written once, and the trace, which grows.
   */
  private static final Pattern WANTED = Pattern.compile("\\d+|.+\\.st|.+\\.chkpt");

  /** Fingerprints, which TLC takes from the trace instead. */
  private static final Pattern UNUSED = Pattern.compile(".+\\.fp\\.chkpt");

  /** In which another thread of TLC writes the last of the queue's files; it takes a part of it. */
  private static final long PAUSE_MILLIS = 1000;

  private final Points points;
  private final boolean coverage;
  private final BooleanSupplier valid;
  private final Consumer<String> troubles;
  private final List<String> actions = new ArrayList<>();
  private Optional<Path> directory = Optional.empty();
  private long depth;
  private long states;
  private boolean made;

  /**
   * @param points where to keep them
   * @param coverage whether TLC counts how often actions are taken, which belongs to a checkpoint
   * @param valid whether they may be kept
   * @param troubles hears why one was not kept, which does no harm to the run
   */
  Keeper(Points points, boolean coverage, BooleanSupplier valid, Consumer<String> troubles) {
    this.points = points;
    this.coverage = coverage;
    this.valid = valid;
    this.troubles = troubles;
  }

  @Override
  public void line(Stream stream, String line) {
    if (stream != Stream.OUTPUT) {
      return;
    }
    switch (line.strip()) {
      case BEGUN -> {
        directory = Optional.empty();
        made = false;
      }
      case MADE -> made = directory.isPresent();
      case COVERAGE_BEGUN -> actions.clear();
      case PROGRESS_TOLD -> told(!coverage);
      case COVERAGE_TOLD -> told(coverage);
      default -> text(line);
    }
  }

  @Override
  public void ended(int exit, List<String> stateSpace) {}

  private void text(String line) {
    if (coverage && COUNT.matcher(line).matches()) {
      actions.add(line);
      return;
    }
    Matcher where = WHERE.matcher(line);
    Matcher progress = PROGRESS.matcher(line);
    if (where.matches()) {
      directory = Optional.of(Path.of(where.group(1)));
    } else if (progress.matches()) {
      depth = number(progress.group(1));
      states = number(progress.group(2));
    }
  }

  private static long number(String digits) {
    return Long.parseLong(digits.replace(",", ""));
  }

  /**
   * @param all whether that is all that belongs to a checkpoint
   */
  private void told(boolean all) {
    if (!made || !all) {
      return;
    }
    made = false;
    try {
      Thread.sleep(PAUSE_MILLIS);
      if (valid.getAsBoolean()) {
        keep(directory.orElseThrow());
      }
    } catch (IOException e) {
      troubles.accept("could not keep a checkpoint (" + WholeFiles.reason(e) + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(Path from) throws IOException {
    Map<String, FileTime> before = replaced(from);
    Path unfinished = points.begin();
    List<Content> contents = new ArrayList<>();
    for (String name : names(from, WANTED)) {
      if (UNUSED.matcher(name).matches()) {
        continue;
      }
      try {
        contents.add(link(from.resolve(name), unfinished.resolve(name)));
      } catch (NoSuchFileException e) {
        // States that were read before the checkpoint was made: TLC is about to remove them. It
        // does not resume from a checkpoint that lacks what it needs.
      }
    }
    Path manifest = unfinished.resolve(Manifest.NAME);
    Files.write(manifest, new Manifest(states, depth, contents, actions).text());
    force(manifest);
    // After a long pause, of the whole machine say, TLC may have begun the next one.
    if (before.equals(replaced(from)) && before.keySet().stream().noneMatch(Keeper::unfinished)) {
      points.publish(unfinished);
    }
  }

  private static boolean unfinished(String name) {
    return name.endsWith(UNFINISHED);
  }

  private static Map<String, FileTime> replaced(Path directory) throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    for (String name : names(directory, REPLACED)) {
      times.put(name, Files.getLastModifiedTime(directory.resolve(name)));
    }
    return times;
  }

  private static Content link(Path from, Path to) throws IOException {
    long length = Files.size(from);
    try {
      Files.createLink(to, from);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | IOException e) {
      // Not every file system has links.
      Files.copy(from, to);
    }
    force(to);
    return Content.of(to, length);
  }

  /** So that it is there after a power cut, too. */
  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static List<String> names(Path directory, Pattern pattern) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      for (Path file : all) {
        String name = file.getFileName().toString();
        if (pattern.matcher(name).matches() && Files.isRegularFile(file)) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
