package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.engine.tlc.TlcException;

class TlcJarTest {
  @TempDir Path directory;

  @Test
  void findsTheJarOfTheClassPath() {
    Path path = TlcJar.onClassPath().orElseThrow().path();

    assertThat(path).isRegularFile();
    assertThat(TlcJar.at(path).path()).isEqualTo(path);
  }

  @Test
  void findsAJarWhosePathHasASpaceInIt() throws IOException {
    Path copy = directory.resolve("tla 2 tööls.jar");
    Files.copy(TlcJar.onClassPath().orElseThrow().path(), copy);

    assertThat(TlcJar.at(copy).path()).isEqualTo(copy);
  }

  @Test
  void refusesAFileThatDoesNotExist() {
    Path missing = directory.resolve("missing.jar");

    assertThatThrownBy(() -> TlcJar.at(missing))
        .isInstanceOf(TlcException.class)
        .hasMessage(
            "cannot use "
                + missing
                + " as TLC: there is no such file; name a tla2tools.jar that holds TLC");
  }

  @Test
  void refusesADirectory() {
    assertThatThrownBy(() -> TlcJar.at(directory))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("it is not a file");
  }

  @Test
  void refusesAFileThatIsNotAJar() throws IOException {
    Path file = Files.writeString(directory.resolve("text.jar"), "no jar");
    Path empty = Files.writeString(directory.resolve("empty.jar"), "");

    assertThatThrownBy(() -> TlcJar.at(file))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("it is not a jar");
    assertThatThrownBy(() -> TlcJar.at(empty))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("it is not a jar");
  }

  @Test
  void refusesAJarWithoutTlc() throws URISyntaxException {
    Path other = Path.of(Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    assertThatThrownBy(() -> TlcJar.at(other))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("the jar does not contain tlc2/TLC.class");
  }
}
