package quiesce.engine.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import quiesce.engine.tlc.TlcListener;

/** Reads one stream of a child in a thread of its own. */
final class StreamPump {
  /** How long a stream may stay open after the child is dead, by what inherited it. */
  private static final long GRACE_MILLIS = 5000;

  private final Thread thread;
  private final InputStream stream;
  private volatile Optional<Exception> failure = Optional.empty();

  StreamPump(
      TlcListener.Stream kind, InputStream stream, Transcript transcript, Runnable onFailure) {
    this.stream = stream;
    this.thread =
        new Thread(
            () -> {
              try {
                transcript.copy(kind, stream);
              } catch (IOException | RuntimeException e) {
                failure = Optional.of(e);
                // Nobody reads any more: the child would block for ever.
                onFailure.run();
              }
            },
            "quiesce-tlc-" + kind.name().toLowerCase(Locale.ROOT));
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits, interrupted or not, until everything is read. */
  void finish() {
    boolean interrupted = false;
    long deadline = System.currentTimeMillis() + GRACE_MILLIS;
    while (thread.isAlive() && System.currentTimeMillis() < deadline) {
      try {
        thread.join(Math.max(1, deadline - System.currentTimeMillis()));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (thread.isAlive()) {
      try {
        stream.close();
      } catch (IOException e) {
        // It is given up anyway.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What ended the reading early. */
  Optional<Exception> failure() {
    return failure;
  }
}
