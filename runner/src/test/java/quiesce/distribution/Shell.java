package quiesce.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where commands are run, with these variables and no other.
 *
 * @param directory where they start, and where their output is kept meanwhile
 */
record Shell(Path directory, Map<String, String> environment) {
  /** What a command left. */
  record Result(int code, String out, String err) {}

  static Shell in(Path directory) {
    return new Shell(
        directory,
        Map.of("PATH", System.getenv("PATH"), "LANG", "C.UTF-8", "HOME", directory.toString()));
  }

  Shell with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put(name, value);
    return new Shell(directory, all);
  }

  Result run(String... command) throws IOException, InterruptedException {
    return run(List.of(command));
  }

  Result run(List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("quiesce-out-", ".txt");
    Path err = Files.createTempFile("quiesce-err-", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      int code = builder.start().waitFor();
      return new Result(
          code,
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Whether there is a command of that name. */
  static boolean has(String command) {
    for (String directory : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(directory, command))) {
        return true;
      }
    }
    return false;
  }

  static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }
}
