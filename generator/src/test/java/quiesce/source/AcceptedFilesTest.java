package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies within the subset gives the tree beside it, however its lines end. */
class AcceptedFilesTest {
  static List<Path> files() {
    return GoldenFiles.in("accepted");
  }

  @ParameterizedTest
  @MethodSource("files")
  void givesTheTreeBesideTheFile(Path file) {
    GoldenFiles.assertMatches(file, ".tree", TreeDump.of(Parser.parse(GoldenFiles.source(file))));
  }

  @ParameterizedTest
  @MethodSource("files")
  void givesTheSameTreeForEveryLineEnd(Path file) {
    String text = GoldenFiles.read(file);
    String expected = dump(text);
    assertThat(dump(text.replace("\n", "\r\n"))).isEqualTo(expected);
    assertThat(dump(text.replace("\n", "\r"))).isEqualTo(expected);
    assertThat(dump(text.stripTrailing())).isEqualTo(expected);
  }

  private static String dump(String text) {
    return TreeDump.of(Parser.parse(SourceFile.of("strategy.c", text)));
  }
}
