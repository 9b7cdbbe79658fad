package quiesce.engine.jvm;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import quiesce.engine.tlc.TlcException;
import quiesce.engine.tlc.TlcJob;

/** Writes the files of a job. */
final class JobFiles {
  private JobFiles() {}

  /** Writes modules and configuration. */
  static void write(TlcJob job, Path directory) throws IOException {
    Files.writeString(directory.resolve(job.name() + ".tla"), job.module());
    Files.writeString(directory.resolve(job.name() + ".cfg"), job.configuration());
    for (Map.Entry<String, String> extra : job.extraModules().entrySet()) {
      Files.writeString(directory.resolve(extra.getKey() + ".tla"), extra.getValue());
    }
  }

  /**
   * Writes what the job wants to be kept.
   *
   * @return the log to be written, if it wants one
   * @throws TlcException if the directory cannot be written to
   */
  static Optional<Path> keep(TlcJob job) throws IOException {
    if (job.keepDirectory().isEmpty()) {
      return Optional.empty();
    }
    Path directory = job.keepDirectory().get();
    try {
      Files.createDirectories(directory);
      write(job, directory);
      Path log = directory.resolve(job.name() + ".log");
      Files.writeString(log, "");
      return Optional.of(log);
    } catch (ClosedByInterruptException e) {
      // No fault of the directory.
      throw e;
    } catch (IOException e) {
      throw new TlcException(
          "cannot write to " + directory + " (" + e + "); name a directory that can be written", e);
    }
  }
}
