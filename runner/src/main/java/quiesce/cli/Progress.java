package quiesce.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import quiesce.report.ProgressLine;
import quiesce.verdict.Campaign;
import quiesce.verdict.Forecast;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.Watcher;

/** Shows how far a check has come. */
interface Progress extends Campaign.Listener, Watcher, AutoCloseable {
  @Override
  void close();

  /**
   * @param told what to say of what is done
   */
  void step(int done, int all, String told);

  @Override
  default void done(int done, int all, StrategyVerdicts verdicts) {
    step(done, all, ProgressLine.of(verdicts));
  }

  @Override
  default void progress(Subject subject, Forecast.Reading reading) {}

  @Override
  default void told(Subject subject, String what) {}

  /** A bar on a terminal, lines elsewhere, nothing where nobody wants it. */
  static Progress of(ReportOptions options, Console console, int all) {
    if (options.quiet()) {
      return new Silent();
    }
    return console.terminal() ? new Bar(all, options.style(console).ascii()) : Lines.to(console);
  }

  /** For {@code --quiet}. */
  record Silent() implements Progress {
    @Override
    public void step(int done, int all, String told) {}

    @Override
    public void close() {}
  }

  /**
   * One line for each strategy, for logs, and for one that takes long a line from time to time.
   *
   * @param shown when the last line about a strategy was, from the begin of its run of TLC
   */
  record Lines(Console console, Map<String, Duration> shown) implements Progress {
    private static final Duration LONGEST = Duration.ofHours(1);

    static Lines to(Console console) {
      return new Lines(console, new ConcurrentHashMap<>());
    }

    @Override
    public void step(int done, int all, String told) {
      line("[%d/%d] %s".formatted(done, all, told));
    }

    /** Twice as late as the last time, but every hour. */
    @Override
    public void progress(Subject subject, Forecast.Reading reading) {
      String name = subject.name() + " " + subject.memory();
      Duration now = reading.elapsed();
      Duration last = shown.getOrDefault(name, Duration.ZERO);
      boolean another = now.compareTo(last) < 0;
      if (another
          || now.compareTo(last.multipliedBy(2)) >= 0
          || now.minus(last).compareTo(LONGEST) >= 0) {
        shown.put(name, now);
        line(ProgressLine.of(subject, reading));
      }
    }

    @Override
    public void told(Subject subject, String what) {
      line(ProgressLine.of(subject, what));
    }

    private void line(String text) {
      console.err().print(text + "\n");
      console.err().flush();
    }

    @Override
    public void close() {}
  }

  /** A bar that goes away in the end. */
  final class Bar implements Progress {
    private final PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
    private final ProgressBar bar;

    Bar(int all, boolean ascii) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("checking")
              .setInitialMax(all)
              .setStyle(ascii ? ProgressBarStyle.ASCII : ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
              .setConsumer(new ConsoleProgressBarConsumer(err))
              .clearDisplayOnFinish()
              .build();
    }

    @Override
    public void step(int done, int all, String told) {
      bar.stepTo(done);
      bar.setExtraMessage(told.replaceFirst(":.*", ""));
    }

    @Override
    public void progress(Subject subject, Forecast.Reading reading) {
      bar.setExtraMessage(ProgressLine.of(subject, reading));
    }

    @Override
    public void told(Subject subject, String what) {
      // Above the bar, which draws itself anew below.
      err.print("\r\u001b[K" + ProgressLine.of(subject, what) + "\n");
      bar.refresh();
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
