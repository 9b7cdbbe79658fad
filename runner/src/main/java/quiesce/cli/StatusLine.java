package quiesce.cli;

import java.time.Duration;
import quiesce.report.ProgressLine;
import quiesce.report.Status;
import quiesce.verdict.Forecast;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;

/** The last line of a terminal: a clock that ticks, and what runs now. It goes away in the end. */
final class StatusLine implements Progress {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final Status status;
  private final Ticker ticker;
  private final int width;
  private final Thread ended = new Thread(this::close, "status-line");
  private boolean closed;

  StatusLine(Console console, int all) {
    this.console = console;
    this.status = new Status(all);
    // In the last column it would wrap on some terminals.
    this.width = console.width() - 1;
    this.ticker = new Ticker(SECOND, now -> draw());
    draw();
    try {
      Runtime.getRuntime().addShutdownHook(ended);
    } catch (IllegalStateException e) {
      close();
    }
  }

  @Override
  public void begun(Subject subject) {
    status.begun(subject, ticker.now());
    draw();
  }

  @Override
  public void done(int done, int all, StrategyVerdicts verdicts) {
    status.done(verdicts.subject());
    step(done, all, "");
  }

  @Override
  public void step(int done, int all, String told) {
    status.done(done);
    draw();
  }

  @Override
  public void progress(Subject subject, Forecast.Reading reading) {
    status.progress(subject, reading);
    draw();
  }

  @Override
  public synchronized void told(Subject subject, String what) {
    console.err().print(CLEAR + ProgressLine.of(subject, what) + "\n");
    draw();
  }

  @Override
  public synchronized void print(String answer) {
    if (answer.isEmpty()) {
      return;
    }
    clear();
    console.print(answer);
    console.out().flush();
    draw();
  }

  private synchronized void draw() {
    if (!closed) {
      String line = status.line(ticker.now());
      console.err().print(CLEAR + line.substring(0, Math.min(line.length(), width)));
      console.err().flush();
    }
  }

  private void clear() {
    console.err().print(CLEAR);
    console.err().flush();
  }

  @Override
  public synchronized void close() {
    ticker.close();
    if (!closed) {
      closed = true;
      clear();
      try {
        Runtime.getRuntime().removeShutdownHook(ended);
      } catch (IllegalStateException e) {
        // It is just running, or quiesce is ended otherwise.
      }
    }
  }
}
