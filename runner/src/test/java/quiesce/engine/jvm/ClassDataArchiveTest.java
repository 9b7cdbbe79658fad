package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;

class ClassDataArchiveTest extends TlcTestBase {
  private static final TlcJob JOB = spec("Counter", "Spec", "PROPERTY Finishes");

  @TempDir Path directory;

  private final TlcJar jar = TlcJar.onClassPath().orElseThrow();

  @Test
  void isMadeOnceByHoweverManyAndUsedThen() throws IOException {
    List<ClassDataArchive> made =
        IntStream.range(0, 2)
            .parallel()
            .mapToObj(i -> ClassDataArchive.in(directory, jar).orElseThrow())
            .toList();
    ClassDataArchive archive = made.get(0);
    assertThat(made).containsOnly(archive);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files)
          .containsExactlyInAnyOrder(
              archive.file(), Path.of(archive.file() + ".seal"), archive.starter());
    }
    long modified = Files.getLastModifiedTime(archive.file()).toMillis();

    assertThat(ClassDataArchive.in(directory, jar)).contains(archive);

    assertThat(Files.getLastModifiedTime(archive.file()).toMillis()).isEqualTo(modified);
    assertThat(tlc(archive).run(JOB, TlcListener.NONE).passed()).isTrue();
  }

  @Test
  void isNotUsedWhenItIsMissingOrDamaged() throws IOException {
    Path file = directory.resolve("archive.jsa");
    Path starter = directory.resolve("start.jar");
    StarterJar.write(starter);
    OwnProcess tlc = tlc(new ClassDataArchive(file, starter));

    assertThat(tlc.run(JOB, TlcListener.NONE).passed()).isTrue();
    Files.writeString(file, "no archive".repeat(1000));
    assertThat(tlc.run(JOB, TlcListener.NONE).passed()).isTrue();
  }

  @Test
  void isNotMadeWhereNothingCanBeWrittenNorOfWhatIsNotTlc() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThat(ClassDataArchive.in(file, jar)).isEqualTo(Optional.empty());
    assertThat(ClassDataArchive.in(directory, new TlcJar(file))).isEqualTo(Optional.empty());
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).noneMatch(path -> path.toString().endsWith(".jsa"));
    }
  }

  private OwnProcess tlc(ClassDataArchive archive) {
    return OwnProcess.of(TlcJar.onClassPath().orElseThrow(), JvmOptions.SMALL, Optional.of(archive))
        .withTemporaryDirectoriesIn(temporary);
  }
}
