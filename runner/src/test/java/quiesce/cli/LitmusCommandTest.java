package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LitmusCommandTest {
  private static final String GOOD =
      "C good\n{}\nP0(int *x) { WRITE_ONCE(*x, 1); }\nexists (x=1)\n";

  @TempDir private Path directory;

  @Test
  void aBadFileOfADirectoryIsReportedAndTheOthersAreRun() throws IOException {
    Files.writeString(
        directory.resolve("a-wrong.litmus"), GOOD.replace("WRITE_ONCE", "WRITE_TWICE"));
    Files.write(directory.resolve("b-binary.litmus"), new byte[] {(byte) 0xff, 0, 1});
    Files.createDirectory(directory.resolve("c-directory.litmus"));
    Files.writeString(directory.resolve("d-empty.litmus"), "");
    Files.writeString(directory.resolve("e-good.litmus"), GOOD);

    Cli.Result result = Cli.run("litmus", directory.toString(), "-q");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out())
        .contains("WRITE_TWICE() is not a supported primitive")
        .contains("b-binary.litmus:1:1: error: ")
        .contains("c-directory.litmus:1:1: error: ")
        .contains("d-empty.litmus:1:1: error: ")
        .contains("Observation good Always 1 0")
        .endsWith("1 observed, 4 unsupported, 0 unknown\n");
  }

  @Test
  void fineAtomicityGivesTheSameFinalStates() throws IOException {
    Path test = Files.writeString(directory.resolve("good.litmus"), GOOD);

    Cli.Result coarse = Cli.run("litmus", test.toString(), "-q");
    Cli.Result fine = Cli.run("litmus", test.toString(), "-q", "--atomicity", "fine");

    assertThat(fine.code()).isZero();
    assertThat(fine.out()).isEqualTo(coarse.out());
  }
}
