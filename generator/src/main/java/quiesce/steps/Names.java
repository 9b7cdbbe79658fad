package quiesce.steps;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How names are written. */
final class Names {
  private Names() {}

  /** {@code SmpMb} for {@code smp_mb}, whatever its case. */
  static String camel(String snake) {
    return Arrays.stream(snake.toLowerCase(Locale.ROOT).split("_"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
