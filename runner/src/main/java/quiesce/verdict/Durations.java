package quiesce.verdict;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: {@code 90}, {@code 90s}, {@code 1.5s}, {@code 5m}, {@code 2h}. */
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h|)");
  private static final int SECOND = 1000;
  private static final int MINUTE = 60 * SECOND;
  private static final int HOUR = 60 * MINUTE;

  private Durations() {}

  /** The duration, if the text is one and longer than nothing. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int unit =
        switch (matcher.group(2)) {
          case "ms" -> 1;
          case "m" -> MINUTE;
          case "h" -> HOUR;
          default -> SECOND;
        };
    long millis = Math.round(Double.parseDouble(matcher.group(1)) * unit);
    return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
  }

  /** The way that a user would write it. */
  public static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis % SECOND != 0) {
      return millis + " ms";
    }
    return millis % MINUTE == 0 ? millis / MINUTE + " min" : millis / SECOND + " s";
  }
}
