package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quiesce.output.Ours;

class MadeFilesTest {
  @TempDir Path directory;

  @Test
  void aFileThatWasNotMadeWholeIsNotThere() throws IOException {
    assertThat(MadeFiles.make(directory.resolve("shared-1.jar"), file -> false)).isFalse();
    assertThatThrownBy(
            () ->
                MadeFiles.make(
                    directory.resolve("shared-2.jar"),
                    file -> {
                      Files.writeString(file, "half");
                      throw new IOException("no room");
                    }))
        .hasMessage("no room");

    assertThat(names()).isEmpty();
  }

  @Test
  void whatWasMadeLongAgoGoesWhenSomethingIsMade() throws IOException {
    write("shared-old.jar", Duration.ofDays(40));
    write("shared-new.jar", Duration.ofDays(3));
    write("tlc-old.jsa", Duration.ofDays(40));

    assertThat(MadeFiles.make(directory.resolve("shared-made.jar"), file -> true)).isTrue();

    assertThat(names())
        .containsExactly(
            "shared-made.jar", "shared-made.jar.seal", "shared-new.jar", "tlc-old.jsa");
  }

  @ParameterizedTest
  @EnumSource(Tampering.class)
  void whatWasTamperedWithIsMadeAnew(Tampering tampering) throws IOException {
    Path file = directory.resolve("shared-1.jsa");
    assertThat(MadeFiles.provide(file, made -> write(made, "made"))).isTrue();
    assertThat(MadeFiles.provide(file, made -> write(made, "made twice"))).isTrue();
    assertThat(file).hasContent("made");
    FileTime modified = Files.getLastModifiedTime(file);

    tampering.how.on(file);
    Files.setLastModifiedTime(file, modified);

    assertThat(MadeFiles.provide(file, made -> write(made, "anew"))).isTrue();
    assertThat(file).hasContent("anew");
    assertThat(Ours.file(file)).isTrue();
  }

  @Test
  void whatCannotBeMadeAnewIsNotThere() throws IOException {
    Path file = directory.resolve("shared-1.jsa");
    MadeFiles.provide(file, made -> write(made, "made"));
    Files.writeString(file, "else");

    assertThat(MadeFiles.provide(file, made -> false)).isFalse();
  }

  /** What may become of a file, with its name, size and time as they were. */
  private enum Tampering {
    A_BYTE(file -> Files.writeString(file, "mate")),
    ANOTHER_FILE(
        file -> {
          Path other = Files.writeString(file.resolveSibling("other"), "evil");
          Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        }),
    A_COPY(
        file -> {
          Path copy = file.resolveSibling("copy");
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
          Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        }),
    A_LINK(
        file -> {
          Path moved = file.resolveSibling("moved");
          Files.move(file, moved);
          Files.createSymbolicLink(file, moved);
        }),
    WRITABLE_BY_OTHERS(
        file -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"))),
    NO_SEAL(file -> Files.delete(file.resolveSibling(file.getFileName() + ".seal"))),
    A_SEAL_OF_OTHERS(
        file ->
            Files.setPosixFilePermissions(
                file.resolveSibling(file.getFileName() + ".seal"),
                PosixFilePermissions.fromString("rw-rw-rw-")));

    private final How how;

    Tampering(How how) {
      this.how = how;
    }

    private interface How {
      void on(Path file) throws IOException;
    }
  }

  private static boolean write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return true;
  }

  private void write(String name, Duration age) throws IOException {
    Path file = Files.writeString(directory.resolve(name), "");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
    }
  }
}
