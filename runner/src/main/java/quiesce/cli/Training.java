package quiesce.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs what users run most. The build has the JVM list the classes that this takes, and makes an
 * archive of them that quiesce starts from.
 */
public final class Training {
  private Training() {}

  public static void main(String[] args) throws IOException {
    Path directory = Files.createTempDirectory("quiesce-training-");
    try {
      Map<String, String> environment =
          Map.of("XDG_CACHE_HOME", directory.toString(), "LANG", "C.UTF-8");
      String out = directory.toString();
      for (List<String> command :
          List.of(
              List.of("--version"),
              List.of("--help"),
              List.of("list"),
              List.of("show", "rcu", "--memory", "sc"),
              List.of("generate", "rcu", "--out", out),
              List.of("explain", "global-plain", "--memory", "sc"),
              List.of("check", "rcu", "global-once", "--memory", "sc"),
              List.of("check", "rcu", "--memory", "sc", "--format", "json"),
              // Known by now, which takes classes of its own.
              List.of("check", "rcu", "--memory", "sc", "--format", "json"))) {
        Main.run(
            command.toArray(String[]::new),
            InputStream.nullInputStream(),
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            environment);
      }
    } finally {
      remove(directory);
    }
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
