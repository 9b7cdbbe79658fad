package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import quiesce.output.Ours;

@EnabledOnOs(OS.LINUX)
class OursTest {
  @TempDir Path directory;

  @Test
  void aFileThatOthersCanWriteIsNot() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(Ours.file(file)).isTrue();

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    assertThat(Ours.file(file)).isFalse();
    assertThat(Ours.file(Files.createSymbolicLink(directory.resolve("link"), file))).isFalse();
    assertThat(Ours.file(directory.resolve("none"))).isFalse();
  }

  @Test
  void whatIsRootsIsNotThisUsers() {
    assertThat(Ours.directory(Path.of("/proc/1")))
        .isEqualTo(System.getProperty("user.name").equals("root"));
  }

  @Test
  void aDirectoryIsMadeForThisUserAndClosedToOthers() throws IOException {
    Path made = directory.resolve("a/b");
    Ours.make(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwx------");
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(Ours.directory(made)).isTrue();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwxr-xr-x");
  }

  @Test
  void aProgramThatOthersCanWriteIsMadeAnew() throws IOException {
    TlcJar tlc = TlcJar.onClassPath().orElseThrow();
    Path jar = ClassDataArchive.in(directory, tlc).orElseThrow().starter();
    Files.write(jar, new byte[] {1});
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

    ClassDataArchive again = ClassDataArchive.in(directory, tlc).orElseThrow();

    assertThat(Files.readAllBytes(again.starter())).isEqualTo(StarterJar.content());
    Files.setPosixFilePermissions(again.file(), PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(Ours.file(ClassDataArchive.in(directory, tlc).orElseThrow().file())).isTrue();
  }
}
