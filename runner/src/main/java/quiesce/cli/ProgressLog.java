package quiesce.cli;

import java.time.Duration;
import quiesce.report.ProgressLine;
import quiesce.report.Status;
import quiesce.verdict.Forecast;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;

/** A line for each strategy that is done, and one now and then while there is none. */
final class ProgressLog implements Progress {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Console console;
  private final Status status;
  private final Ticker ticker;
  private Duration last = Duration.ZERO;
  private Duration pause = FIRST;

  ProgressLog(Console console, int all) {
    this.console = console;
    this.status = new Status(all);
    this.ticker = new Ticker(SECOND, this::tick);
  }

  @Override
  public void begun(Subject subject) {
    status.begun(subject, ticker.now());
  }

  @Override
  public void done(int done, int all, StrategyVerdicts verdicts) {
    status.done(verdicts.subject());
    step(done, all, ProgressLine.of(verdicts));
  }

  @Override
  public synchronized void step(int done, int all, String told) {
    status.done(done);
    line("[%d/%d] %s".formatted(done, all, told), ticker.now());
    pause = FIRST;
  }

  @Override
  public void progress(Subject subject, Forecast.Reading reading) {
    status.progress(subject, reading);
  }

  @Override
  public synchronized void told(Subject subject, String what) {
    line(ProgressLine.of(subject, what), ticker.now());
  }

  @Override
  public synchronized void print(String answer) {
    console.print(answer);
    console.out().flush();
  }

  /** Each time twice as late as the last time, but every hour. */
  synchronized void tick(Duration now) {
    if (now.minus(last).compareTo(pause) >= 0) {
      line(status.line(now), now);
      pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }
  }

  private void line(String text, Duration now) {
    console.err().print(text + "\n");
    console.err().flush();
    last = now;
  }

  @Override
  public void close() {
    ticker.close();
  }
}
