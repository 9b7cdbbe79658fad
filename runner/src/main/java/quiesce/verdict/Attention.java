package quiesce.verdict;

import java.time.Duration;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcProgress;

/** Reports to a watcher how far a run on a strategy has come. */
final class Attention implements TlcListener {
  private final Watcher watcher;
  private final Subject subject;
  private final Forecast forecast = new Forecast();
  private final long start = System.nanoTime();

  Attention(Watcher watcher, Subject subject) {
    this.watcher = watcher;
    this.subject = subject;
  }

  @Override
  public void progress(TlcProgress progress) {
    // At its end it says so, too.
    if (progress.queue() > 0) {
      watcher.progress(subject, forecast.at(Duration.ofNanos(System.nanoTime() - start), progress));
    }
  }

  @Override
  public void notice(String what) {
    watcher.told(subject, what);
  }
}
