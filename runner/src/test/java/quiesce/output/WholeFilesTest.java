package quiesce.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
  @TempDir private Path directory;

  @Test
  void aNewFileCanBeReadByThoseWhoCanReadAnyNewFile() throws IOException {
    Path any = Files.writeString(directory.resolve("any"), "x");
    Path ours = directory.resolve("below/ours");

    WholeFiles.write(Map.of(ours, "y".getBytes(UTF_8)));

    assertThat(Files.readString(ours)).isEqualTo("y");
    assertThat(Files.getPosixFilePermissions(ours)).isEqualTo(Files.getPosixFilePermissions(any));
  }

  @Test
  void aFileThatIsReplacedKeepsItsPermissions() throws IOException {
    Path file = Files.writeString(directory.resolve("tool"), "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));

    WholeFiles.write(Map.of(file, "y".getBytes(UTF_8)));

    assertThat(Files.readString(file)).isEqualTo("y");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void whereOneCannotBeWrittenNoneIsAndNothingIsLeft() throws IOException {
    Path first = Files.writeString(directory.resolve("first"), "old");
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    contents.put(first, "new".getBytes(UTF_8));
    contents.put(first.resolve("below a file"), "new".getBytes(UTF_8));

    assertThatThrownBy(() -> WholeFiles.write(contents)).isInstanceOf(IOException.class);

    assertThat(Files.readString(first)).isEqualTo("old");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(first);
    }
  }
}
