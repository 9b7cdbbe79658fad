package quiesce.engine.jvm;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quiesce.output.Ours;

/** The directories of a quiesce that was killed, which could not remove them. */
final class Abandoned {
  /** Two processes may come to somewhat different times for when a third began. */
  private static final Duration UNSURE = Duration.ofSeconds(5);

  private static final Pattern NAME =
      Pattern.compile(Pattern.quote(PrivateDirectory.PREFIX) + "(\\d+)-(\\d+)-.*");

  /** As earlier versions named them, without their process. */
  private static final Pattern EARLIER =
      Pattern.compile(Pattern.quote(PrivateDirectory.PREFIX) + "\\d+");

  /** Where the process is not known, a directory that is younger is not removed. */
  private static final Duration OLD = Duration.ofDays(7);

  private Abandoned() {}

  /** How the names of this process's directories begin. */
  static String prefix() {
    ProcessHandle self = ProcessHandle.current();
    long start = self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    return PrivateDirectory.PREFIX + self.pid() + "-" + start + "-";
  }

  /** Removes those in a directory whose process is dead, and that no TLC is still at work in. */
  static void remove(Path parent) {
    List<Path> dead = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(parent, PrivateDirectory.PREFIX + "*")) {
      for (Path directory : all) {
        if ((isDead(directory.getFileName().toString()) || isOld(directory))
            && Ours.directory(directory)) {
          dead.add(directory);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // They only take room.
    }
    dead.stream().filter(Abandoned::isUnused).forEach(d -> new PrivateDirectory(d).remove());
  }

  private static boolean isDead(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return false;
    }
    Optional<ProcessHandle> owner =
        ProcessHandle.of(Long.parseLong(matcher.group(1))).filter(ProcessHandle::isAlive);
    Instant start = Instant.ofEpochMilli(Long.parseLong(matcher.group(2)));
    return owner.isEmpty()
        || owner
            .get()
            .info()
            .startInstant()
            .map(s -> Duration.between(s, start).abs().compareTo(UNSURE) > 0)
            .orElse(false);
  }

  private static boolean isOld(Path directory) throws IOException {
    return EARLIER.matcher(directory.getFileName().toString()).matches()
        && Files.getLastModifiedTime(directory, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(Instant.now().minus(OLD));
  }

  /** A TLC whose quiesce was killed may continue to its end. */
  private static boolean isUnused(Path directory) {
    String name = directory.getFileName().toString();
    return ProcessHandle.allProcesses()
        .noneMatch(p -> p.info().commandLine().filter(line -> line.contains(name)).isPresent());
  }
}
