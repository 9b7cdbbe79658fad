package quiesce.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.output.Ours;

/**
 * What a worker JVM runs: a jar with the classes of TLC, renewed, and those of {@code
 * quiesce.worker}; and an archive of them, which makes it start faster.
 *
 * @param tlc the TLC that it was made from
 */
public record WorkerProgram(TlcJar tlc, Path jar, Optional<Path> archive) {
  /**
   * The program for this TLC and this JVM in {@code directory}, made now if there is none, which
   * takes seconds. Several processes may do so at once: each makes a whole one and the last one
   * stays.
   *
   * @return nothing if none could be made: the directory cannot be written, say, or the classes of
   *     this TLC cannot be renewed
   */
  public static Optional<WorkerProgram> in(Path directory, TlcJar tlc) {
    try {
      String name = "worker-" + JarKey.of(tlc, WorkerJar.ownClasses());
      Path jar = directory.resolve(name + ".jar").toAbsolutePath();
      Path archive = directory.resolve(name + ".jsa").toAbsolutePath();
      Ours.make(directory);
      if (!Seal.holds(jar)) {
        if (!MadeFiles.make(jar, file -> WorkerJar.write(tlc, file))) {
          return Optional.empty();
        }
        // Of the jar as it is now: an archive remembers how old its jar is.
        Files.deleteIfExists(archive);
      }
      WorkerProgram program = new WorkerProgram(tlc, jar, Optional.empty());
      if (!Seal.holds(archive)) {
        MadeFiles.make(archive, program::archive);
      }
      return Optional.of(
          Seal.holds(archive) ? new WorkerProgram(tlc, jar, Optional.of(archive)) : program);
    } catch (IOException | TlcException e) {
      return Optional.empty();
    }
  }

  /**
   * The program for this TLC in a directory of its own, where nothing is to be kept. It has no
   * archive: to make one takes longer than it saves in one command.
   *
   * @return nothing if none could be made
   */
  public static Optional<WorkerProgram> temporary(TlcJar tlc) {
    try {
      Path directory = Files.createTempDirectory(Abandoned.prefix()).toAbsolutePath();
      WorkerProgram program =
          new WorkerProgram(tlc, directory.resolve("worker.jar"), Optional.empty());
      Runtime.getRuntime().addShutdownHook(new Thread(program::removeTemporary));
      if (WorkerJar.write(tlc, program.jar)) {
        return Optional.of(program);
      }
      program.removeTemporary();
    } catch (IOException | IllegalStateException e) {
      // Without it each job has a JVM of its own.
    }
    return Optional.empty();
  }

  /** Removes one that {@link #temporary} has made, which nobody needs any more. */
  public void removeTemporary() {
    new PrivateDirectory(jar.getParent()).remove();
  }

  /** The classes of quiesce that decide what becomes of TLC in a worker. */
  public static List<byte[]> makers() {
    try {
      return WorkerJar.ownClasses();
    } catch (IOException e) {
      throw new UncheckedIOException("the classes of quiesce cannot be read", e);
    }
  }

  /** How a worker is started. */
  CommandLine commandLine(JvmOptions jvm) {
    return new CommandLine(tlc, jvm, archive, Optional.empty());
  }

  /** Has the JVM write down the classes that it has when a worker ends. */
  private boolean archive(Path file) throws IOException {
    List<String> flags =
        Stream.concat(
                JvmOptions.SMALL.flags().stream(), Stream.of("-XX:ArchiveClassesAtExit=" + file))
            .toList();
    try (WorkerProcess worker =
        WorkerProcess.start(
            commandLine(new JvmOptions(flags)),
            jar,
            Path.of(System.getProperty("java.io.tmpdir")))) {
      RunRecord record = new RunRecord(progress -> {}, new Recorder.Deaf());
      Outcome outcome = worker.run(ClassDataArchive.training(), record, Optional.empty());
      worker.endByItself();
      // An empty file is the one made above: this JVM makes no archives.
      return outcome instanceof Outcome.PropertyViolated && Files.size(file) > 0;
    } catch (Child.ShuttingDown e) {
      return false;
    }
  }
}
