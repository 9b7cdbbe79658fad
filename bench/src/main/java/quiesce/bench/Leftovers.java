package quiesce.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What there is that a command may leave behind.
 *
 * @param processes with the cache of the benchmark in their environment, which no others have
 * @param files temporary ones, and unfinished ones of the cache
 * @param ports that are listened at, by whomever
 */
record Leftovers(Set<String> processes, Set<String> files, Set<String> ports) {
  private static final String LISTENING = "0A";
  private static final int ADDRESS = 1;
  private static final int STATE = 3;

  static Leftovers now(Path cache) {
    try {
      Set<String> files = new TreeSet<>();
      list(Path.of(System.getProperty("java.io.tmpdir")))
          .forEach(file -> files.add(file.getFileName().toString()));
      Trees.endingIn(".tmp", cache).forEach(file -> files.add(file.getFileName().toString()));
      Set<String> ports = new TreeSet<>();
      for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
        if (Files.exists(Path.of(table))) {
          ports.addAll(listening(Files.readString(Path.of(table))));
        }
      }
      return new Leftovers(processes(cache), files, ports);
    } catch (IOException e) {
      throw new BenchException("what is left cannot be seen: " + e, e);
    }
  }

  /** What there was not before. */
  Leftovers since(Leftovers before) {
    return new Leftovers(
        without(processes, before.processes),
        without(files, before.files),
        without(ports, before.ports));
  }

  /** The addresses in a table of the kernel's at which somebody listens. */
  static Set<String> listening(String table) {
    Set<String> ports = new TreeSet<>();
    table
        .lines()
        .skip(1)
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields.length > STATE && fields[STATE].equals(LISTENING))
        .forEach(fields -> ports.add(fields[ADDRESS]));
    return ports;
  }

  private static Set<String> processes(Path cache) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path directory : list(Path.of("/proc"))) {
      String pid = directory.getFileName().toString();
      if (!pid.chars().allMatch(Character::isDigit)) {
        continue;
      }
      try {
        String environment =
            Files.readString(
                directory.resolve("environ"), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (environment.contains("XDG_CACHE_HOME=" + cache + "\0")) {
          found.add(pid);
        }
      } catch (IOException e) {
        // It has ended, or is somebody else's.
      }
    }
    return found;
  }

  private static Set<Path> list(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return new TreeSet<>(all.toList());
    }
  }

  private static Set<String> without(Set<String> these, Set<String> those) {
    Set<String> rest = new TreeSet<>(these);
    rest.removeAll(those);
    return rest;
  }
}
