package quiesce.verdict;

import java.time.Duration;
import java.util.function.Consumer;
import quiesce.tlc.TlcProgress;

/** What is reported about one run that may take long, and to whom. */
final class Attention {
  private final Consumer<Forecast.Reading> readings;
  private final Consumer<String> news;
  private final boolean checkpoints;
  private final Forecast forecast = new Forecast();
  private final long start = System.nanoTime();

  private Attention(
      Consumer<Forecast.Reading> readings, Consumer<String> news, boolean checkpoints) {
    this.readings = readings;
    this.news = news;
    this.checkpoints = checkpoints;
  }

  /** Nobody is watching, and nobody could resume it. */
  static Attention none() {
    return new Attention(reading -> {}, what -> {}, false);
  }

  /**
   * @param configuration of the run. TLC's checkpoints are not used where it checks what must come
   *     about: there they would have to keep the whole graph of states
   */
  static Attention to(Watcher watcher, Subject subject, String configuration) {
    return new Attention(
        reading -> watcher.progress(subject, reading),
        what -> watcher.told(subject, what),
        !Configurations.liveness(configuration));
  }

  /** Whether TLC can resume it from a checkpoint. */
  boolean checkpoints() {
    return checkpoints;
  }

  void progress(TlcProgress progress) {
    // At its end it says so, too.
    if (progress.queue() > 0) {
      readings.accept(forecast.at(Duration.ofNanos(System.nanoTime() - start), progress));
    }
  }

  void told(String what) {
    news.accept(what);
  }
}
