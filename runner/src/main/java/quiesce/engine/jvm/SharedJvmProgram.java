package quiesce.engine.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.RunRecord;
import quiesce.engine.tlc.TlcException;
import quiesce.engine.tlc.TlcListener;
import quiesce.output.Ours;

/**
 * What a shared JVM runs: a jar with the classes of TLC, renewed, and those of {@code
 * quiesce.engine.inside}; and an archive of them, which makes it start faster.
 *
 * @param tlc the TLC that it was made from
 */
public record SharedJvmProgram(TlcJar tlc, Path jar, Optional<Path> archive) {
  /**
   * The program for the TLC that comes along. It has no archive: to make one takes longer than it
   * saves in one command.
   *
   * @return nothing if the build has made none
   */
  public static Optional<SharedJvmProgram> of(TlcJar tlc) {
    return SharedJvmJar.built().map(jar -> new SharedJvmProgram(tlc, jar, Optional.empty()));
  }

  /**
   * The same, with an archive for this JVM in {@code directory}, made now if there is none, which
   * takes seconds. Several processes may do so at once: each makes a whole one and the last one
   * stays. Where none can be made it goes without.
   */
  SharedJvmProgram archivedIn(Path directory) {
    try {
      String key = JarKey.of(List.of(tlc.path(), jar), SharedJvmJar.ownClasses());
      Path file = directory.resolve("shared-" + key + ".jsa").toAbsolutePath();
      Ours.make(directory);
      return MadeFiles.provide(file, this::archive)
          ? new SharedJvmProgram(tlc, jar, Optional.of(file))
          : this;
    } catch (IOException | TlcException e) {
      return this;
    }
  }

  /** The classes of quiesce that decide what becomes of TLC in a shared JVM. */
  public static List<byte[]> makers() {
    try {
      return SharedJvmJar.ownClasses();
    } catch (IOException e) {
      throw new UncheckedIOException("the classes of quiesce cannot be read", e);
    }
  }

  /** How the JVM is started. */
  CommandLine commandLine(JvmOptions jvm) {
    return new CommandLine(tlc, jvm, archive, Optional.empty());
  }

  /** Has the JVM write down the classes that it has when it ends. */
  private boolean archive(Path file) throws IOException {
    List<String> flags =
        Stream.concat(
                JvmOptions.SMALL.flags().stream(), Stream.of("-XX:ArchiveClassesAtExit=" + file))
            .toList();
    try (SharedJvm shared =
        SharedJvm.start(
            commandLine(new JvmOptions(flags)),
            jar,
            Path.of(System.getProperty("java.io.tmpdir")))) {
      RunRecord record = new RunRecord(TlcListener.NONE);
      Outcome outcome = shared.run(ClassDataArchive.training(), record, Optional.empty());
      shared.endByItself();
      // An empty file is the one made above: this JVM makes no archives.
      return outcome instanceof Outcome.PropertyViolated && Files.size(file) > 0;
    } catch (Child.ShuttingDown e) {
      return false;
    }
  }
}
