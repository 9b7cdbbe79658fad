package quiesce.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import quiesce.verdict.Forecast;
import quiesce.verdict.Subject;

/** How far a check of many strategies has come: what is done, and what runs, the longest first. */
public final class Status {
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private final int all;
  private final Map<String, Running> running = new LinkedHashMap<>();
  private int done;

  public Status(int all) {
    this.all = all;
  }

  /**
   * @param since when it began, from the begin of everything
   * @param reading what TLC said last of it, if it takes long
   */
  private record Running(String name, Duration since, Optional<Forecast.Reading> reading) {}

  /** A check begins. */
  public synchronized void begun(Subject subject, Duration now) {
    String name = Sentences.name(subject);
    running.put(name, new Running(name, now, Optional.empty()));
  }

  /** A check makes progress. */
  public synchronized void progress(Subject subject, Forecast.Reading reading) {
    running.computeIfPresent(
        Sentences.name(subject),
        (name, before) -> new Running(name, before.since(), Optional.of(reading)));
  }

  /** One more is done. */
  public synchronized void done(int count) {
    done = count;
  }

  /** The check of this strategy is done. */
  public synchronized void done(Subject subject) {
    running.remove(Sentences.name(subject));
  }

  /** How many of how many. */
  public synchronized String count() {
    return done + " of " + all;
  }

  /**
   * For example {@code [3/63] 1:05 | two-providers (weak) 1:02, 1,009,789 states, 225,472 queued
   * and growing, 2,900 a second | rcu (tso) 0:01}.
   */
  public synchronized String line(Duration now) {
    List<String> parts = new ArrayList<>(List.of("[%d/%d] %s".formatted(done, all, clock(now))));
    running.values().forEach(r -> parts.add(text(r, now)));
    return parts.stream().collect(Collectors.joining(" | "));
  }

  private static String text(Running r, Duration now) {
    return r.name()
        + " "
        + clock(now.minus(r.since()))
        + r.reading().map(reading -> ", " + text(reading)).orElse("");
  }

  private static String text(Forecast.Reading reading) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%,d states, %,d queued", reading.states(), reading.queue()));
    if (reading.growing()) {
      text.append(" and growing");
    }
    reading
        .perSecond()
        .ifPresent(s -> text.append(String.format(Locale.ROOT, ", %,.0f a second", s)));
    reading
        .atLeast()
        .ifPresent(left -> text.append(", at least ").append(clock(left)).append(" left"));
    return text.toString();
  }

  private static String clock(Duration time) {
    long seconds = time.toSeconds();
    return seconds < HOUR
        ? "%d:%02d".formatted(seconds / MINUTE, seconds % MINUTE)
        : "%d:%02d:%02d".formatted(seconds / HOUR, seconds / MINUTE % MINUTE, seconds % MINUTE);
  }
}
