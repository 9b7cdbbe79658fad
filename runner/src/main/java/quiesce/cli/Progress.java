package quiesce.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import quiesce.report.ProgressLine;
import quiesce.verdict.Campaign;
import quiesce.verdict.StrategyVerdicts;

/** Shows how far a check has come. */
interface Progress extends Campaign.Listener, AutoCloseable {
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

  /** A bar on a terminal, lines elsewhere, nothing where nobody wants it. */
  static Progress of(ReportOptions options, Console console, int all) {
    if (options.quiet()) {
      return new Silent();
    }
    return console.terminal() ? new Bar(all, options.style(console).ascii()) : new Lines(console);
  }

  /** For {@code --quiet}. */
  record Silent() implements Progress {
    @Override
    public void step(int done, int all, String told) {}

    @Override
    public void close() {}
  }

  /** One line for each strategy, for logs. */
  record Lines(Console console) implements Progress {
    @Override
    public void step(int done, int all, String told) {
      console.err().print("[%d/%d] %s%n".formatted(done, all, told));
      console.err().flush();
    }

    @Override
    public void close() {}
  }

  /** A bar that goes away in the end. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(int all, boolean ascii) {
      PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
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
    public void close() {
      bar.close();
    }
  }
}
