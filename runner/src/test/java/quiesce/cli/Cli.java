package quiesce.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Runs commands as a user does, in this JVM. */
final class Cli {
  /**
   * With the place where what makes TLC start faster stays from test to test, and nothing else
   * does: verdicts are those of TLC now.
   */
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LANG",
          "C.UTF-8",
          "XDG_CACHE_HOME",
          Path.of("target", "cache").toString(),
          "QUIESCE_CACHE",
          "off");

  private Cli() {}

  record Result(int code, String out, String err) {}

  static Result run(String... arguments) {
    return run(ENVIRONMENT, arguments);
  }

  static Result run(Map<String, String> environment, String... arguments) {
    return run(InputStream.nullInputStream(), environment, arguments);
  }

  /**
   * The same with a text.
   *
   * @param input what standard input has
   */
  static Result given(String input, String... arguments) {
    return run(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), ENVIRONMENT, arguments);
  }

  private static Result run(
      InputStream input, Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(arguments, input, new PrintWriter(out), new PrintWriter(err), environment);
    return new Result(code, out.toString(), err.toString());
  }

  /** The path of a strategy of these tests. */
  static String strategy(String name) {
    return Path.of("src", "test", "resources", "quiesce", "cli", name).toString();
  }

  /** A jar that only looks like TLC. */
  static Path noTlc(Path directory) throws IOException {
    Path jar = directory.resolve("fake.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("tlc2/TLC.class"));
    }
    return jar;
  }
}
