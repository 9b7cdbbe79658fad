package quiesce.report;

import java.time.Duration;
import java.util.Locale;
import quiesce.verdict.Forecast;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;

/** What is told of a strategy before the report. */
public final class ProgressLine {
  private static final int FEW = 2;

  private ProgressLine() {}

  /** When it is done, for example {@code rcu (weak): 9 hold, 2 not applicable}. */
  public static String of(StrategyVerdicts verdicts) {
    return Sentences.name(verdicts) + ": " + Sentences.counts(verdicts.properties());
  }

  /**
   * While it takes long, for example {@code rcu (weak): 1,009,789 states, 225,472 left on the
   * queue, 2,900 looked at a second; the queue still grows}.
   */
  public static String of(Subject subject, Forecast.Reading reading) {
    StringBuilder line = new StringBuilder();
    line.append("%s: ".formatted(Sentences.name(subject)));
    line.append(
        String.format(
            Locale.ROOT, "%,d states, %,d left on the queue", reading.states(), reading.queue()));
    reading
        .perSecond()
        .ifPresent(s -> line.append(String.format(Locale.ROOT, ", %,.0f looked at a second", s)));
    if (reading.growing()) {
      line.append("; the queue still grows");
    }
    reading
        .atLeast()
        .ifPresent(left -> line.append("; at least ").append(text(left)).append(" left"));
    return line.toString();
  }

  /** What a user should know about its check. */
  public static String of(Subject subject, String told) {
    return Sentences.name(subject) + ": " + told;
  }

  private static String text(Duration duration) {
    if (duration.toMinutes() < FEW) {
      return duration.toSeconds() + " s";
    }
    return duration.toHours() < FEW ? duration.toMinutes() + " min" : duration.toHours() + " h";
  }
}
