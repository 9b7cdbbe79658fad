package quiesce.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is run from the cache directory is what was made there. */
@EnabledOnOs(OS.LINUX)
class SealTest {
  private static final TlcJar TLC = TlcJar.onClassPath().orElseThrow();

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void make() throws IOException {
    file = directory.resolve("worker-1.jar");
    MadeFiles.make(file, made -> Files.writeString(made, "what was made").toFile().exists());
  }

  @Test
  void holdsForWhatWasMade() {
    assertThat(Seal.holds(file)).isTrue();
  }

  @Test
  void doesNotHoldForAFileWithAFlippedBit() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[3] ^= 1;
    Files.write(file, bytes);

    assertThat(Seal.holds(file)).isFalse();
  }

  @Test
  void doesNotHoldForAnotherFile() throws IOException {
    Path other = directory.resolve("worker-2.jar");
    MadeFiles.make(other, made -> Files.writeString(made, "something else").toFile().exists());
    Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(Seal.holds(other)).isTrue();
    assertThat(Seal.holds(file)).isFalse();
  }

  @Test
  void doesNotHoldWhereOthersCanWriteOrNothingIsKnown() throws IOException {
    Files.setPosixFilePermissions(Seal.of(file), PosixFilePermissions.fromString("rw-rw-r--"));
    assertThat(Seal.holds(file)).isFalse();

    Files.delete(Seal.of(file));
    assertThat(Seal.holds(file)).isFalse();
  }

  @Test
  void aWorkersJarAndArchiveThatWereTamperedWithAreMadeAnew() throws IOException {
    Path cache = directory.resolve("cache");
    WorkerProgram program = WorkerProgram.in(cache, TLC).orElseThrow();
    byte[] jar = Files.readAllBytes(program.jar());
    StarterJar.write(program.jar());

    assertThat(WorkerProgram.in(cache, TLC)).contains(program);
    assertThat(program.jar()).as("the same bytes").hasBinaryContent(jar);

    Path archive = program.archive().orElseThrow();
    byte[] damaged = Files.readAllBytes(archive);
    damaged[damaged.length / 2] ^= 1;
    Files.delete(archive);
    Files.write(archive, damaged);

    assertThat(WorkerProgram.in(cache, TLC)).contains(program);
    assertThat(Arrays.equals(Files.readAllBytes(archive), damaged)).isFalse();
    assertThat(Seal.holds(archive)).isTrue();
  }
}
