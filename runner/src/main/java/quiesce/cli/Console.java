package quiesce.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command reads from and writes to.
 *
 * @param out the answer
 * @param err diagnostics and progress
 * @param terminal whether a person looks at them
 */
record Console(
    InputStream in, PrintWriter out, PrintWriter err, Map<String, String> env, boolean terminal) {
  Console {
    env = Map.copyOf(env);
  }

  /** The value of a variable that is set to something. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(env.get(name)).filter(value -> !value.isEmpty());
  }

  /** Whether the locale's charset is UTF-8, by the rules of POSIX. */
  boolean unicode() {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .flatMap(name -> variable(name).stream())
        .findFirst()
        .map(locale -> locale.toUpperCase(Locale.ROOT).replace("-", ""))
        .filter(locale -> locale.contains("UTF8"))
        .isPresent();
  }

  void print(String text) {
    out.print(text);
  }

  void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /** One message about what went wrong. */
  void error(String message) {
    err.print("quiesce: " + message + "\n");
    err.flush();
  }
}
