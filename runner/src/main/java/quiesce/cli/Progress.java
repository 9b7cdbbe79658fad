package quiesce.cli;

import quiesce.report.ProgressLine;
import quiesce.verdict.Campaign;
import quiesce.verdict.Forecast;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.Watcher;

/** Shows how far a check has come, beside the answer as far as that is there. */
interface Progress extends Campaign.Listener, Watcher, AutoCloseable {
  @Override
  void close();

  /**
   * @param told what to say of what is done
   */
  void step(int done, int all, String told);

  /** Prints a part of the answer. */
  void print(String answer);

  @Override
  default void done(int done, int all, StrategyVerdicts verdicts) {
    step(done, all, ProgressLine.of(verdicts));
  }

  @Override
  default void progress(Subject subject, Forecast.Reading reading) {}

  @Override
  default void told(Subject subject, String what) {}

  /** A line that ticks on a terminal, lines elsewhere, nothing where nobody wants it. */
  static Progress of(ReportOptions options, Console console, int all) {
    if (options.quiet()) {
      return new Silent(console);
    }
    return console.terminal() ? new StatusLine(console, all) : new ProgressLog(console, all);
  }

  /** For {@code --quiet}. */
  record Silent(Console console) implements Progress {
    @Override
    public void step(int done, int all, String told) {}

    @Override
    public synchronized void print(String answer) {
      console.print(answer);
      console.out().flush();
    }

    @Override
    public void close() {}
  }
}
