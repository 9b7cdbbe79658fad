package quiesce.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code bench/plain} says of one module.
 *
 * @param file the module
 * @param seconds all its runs took
 * @param runs of TLC
 * @param capped whether one run took too long, and there are no verdicts
 */
record PlainRun(
    String file,
    double seconds,
    int runs,
    boolean capped,
    Set<String> violated,
    Set<String> holds) {
  private static final double MICROS = 1e6;
  private static final int FIELDS = 5;

  static List<PlainRun> read(String output) {
    List<PlainRun> runs = new ArrayList<>();
    for (String line : output.lines().toList()) {
      String[] fields = line.split("\t", -1);
      boolean capped = fields.length == FIELDS - 1 && fields[FIELDS - 2].equals("capped");
      if (fields.length != FIELDS && !capped) {
        throw new BenchException("bench/plain says '" + line + "'");
      }
      runs.add(
          new PlainRun(
              fields[0],
              Long.parseLong(fields[1]) / MICROS,
              Integer.parseInt(fields[2]),
              capped,
              capped ? Set.of() : words(fields[3]),
              capped ? Set.of() : words(fields[4])));
    }
    return runs;
  }

  /** The name of the specification, as a strategy's name is compared with it. */
  String specification() {
    String name = file.substring(file.lastIndexOf('/') + 1).replace(".tla", "");
    return folded(name);
  }

  /** The memory model, which the folder is called by. */
  String memory() {
    String[] path = file.split("/");
    return path[path.length - 2];
  }

  /** {@code two-providers} and {@code TwoProviders} are the same. */
  static String folded(String name) {
    return name.replace("-", "").toLowerCase(java.util.Locale.ROOT);
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split(" ")));
  }
}
