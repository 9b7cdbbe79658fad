package quiesce.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.report.TextStyle;
import quiesce.text.Wrap;

/**
 * What a command reads from and writes to.
 *
 * @param out the answer
 * @param err diagnostics and progress
 * @param env the variables that quiesce looks at, of all that there are
 * @param terminal whether a person looks at them
 */
record Console(
    InputStream in, PrintWriter out, PrintWriter err, Map<String, String> env, boolean terminal) {
  /** The variable that says how wide lines may be. */
  static final String COLUMNS = "COLUMNS";

  /** Those of the JVM, which takes options from them. */
  private static final Set<String> OF_JVM =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /**
   * All that quiesce looks at. An answer is kept under their values, so that there must not be
   * others that it depends on.
   */
  private static final Set<String> VARIABLES =
      Set.of(
          COLUMNS,
          "HOME",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "NO_COLOR",
          "QUIESCE_CACHE",
          "QUIESCE_DEBUG",
          "QUIESCE_TLA2TOOLS",
          "TERM",
          "XDG_CACHE_HOME");

  /** Below that, no text is readable, and picocli's help impossible. */
  static final int NARROWEST = 55;

  Console {
    Map<String, String> known = new HashMap<>(env);
    known.keySet().removeIf(name -> !VARIABLES.contains(name) && !OF_JVM.contains(name));
    env = Map.copyOf(known);
  }

  /** The same with another place for the answer. */
  Console withOut(PrintWriter other) {
    return new Console(in, other, err, env, terminal);
  }

  /** The same with diagnostics and progress among the answer. */
  Console inOne() {
    return new Console(in, out, out, env, terminal);
  }

  /**
   * The value of a variable that is set to something.
   *
   * @throws IllegalArgumentException if it is none of those that quiesce looks at
   */
  Optional<String> variable(String name) {
    if (!VARIABLES.contains(name)) {
      throw new IllegalArgumentException("add " + name + " to the variables of Console");
    }
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

  /** The columns that there are for text, if that is known. */
  OptionalInt columns() {
    return variable(COLUMNS).filter(v -> v.matches("[1-9]\\d{0,3}")).stream()
        .mapToInt(Integer::parseInt)
        .map(v -> Math.max(NARROWEST, v))
        .findFirst();
  }

  /** The same, or what fits most windows. */
  int width() {
    return columns().orElse(TextStyle.WIDTH);
  }

  void print(String text) {
    out.print(text);
  }

  void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /** Messages for stderr: whoever reads them elsewhere than on a terminal may look for words. */
  String wrapped(String text) {
    return Wrap.text(text, columns().orElse(Integer.MAX_VALUE), "    ");
  }

  /** One message about what went wrong. */
  void error(String message) {
    err.print(wrapped("quiesce: " + message));
    err.flush();
  }
}
