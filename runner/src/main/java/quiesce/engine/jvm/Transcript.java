package quiesce.engine.jvm;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import quiesce.engine.tlc.RunRecord;
import quiesce.engine.tlc.TlcListener;

/** Carries what a child writes to the log, if there is one, and to the record of the run. */
final class Transcript implements Closeable {
  private final RunRecord record;
  private final Optional<BufferedWriter> log;

  Transcript(RunRecord record, Optional<Path> logFile) throws IOException {
    this.record = record;
    this.log =
        logFile.isEmpty() ? Optional.empty() : Optional.of(Files.newBufferedWriter(logFile.get()));
  }

  /** Reads a stream of the child to its end. */
  void copy(TlcListener.Stream kind, InputStream stream) throws IOException {
    LineConsumer lines = lines(kind);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.accept(line);
        if (!reader.ready()) {
          // So that the log can be followed, and is there if this JVM is killed.
          flush();
        }
      }
    }
  }

  /** Takes the lines of one stream. */
  interface LineConsumer {
    void accept(String line) throws IOException;
  }

  LineConsumer lines(TlcListener.Stream kind) {
    Consumer<String> lines = record.lines(kind);
    return line -> {
      write(line);
      lines.accept(line);
    };
  }

  private synchronized void write(String line) throws IOException {
    if (log.isPresent()) {
      log.get().write(line);
      log.get().newLine();
    }
  }

  synchronized void flush() throws IOException {
    if (log.isPresent()) {
      log.get().flush();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (log.isPresent()) {
      log.get().close();
    }
  }
}
