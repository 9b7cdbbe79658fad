package quiesce.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.catalogue.InputException;
import quiesce.source.SourceFile;

class WorkTreeTest {
  private static final String DIFF =
      """
      commit 0123456789

          Rename b

      diff --git a/sub/x.c b/sub/x.c
      --- a/sub/x.c
      +++ b/sub/x.c
      @@ -1,3 +1,3 @@
       int a;
      -int b;
      +int c;
       int d;
      """;

  @TempDir private Path directory;

  @Test
  void theSideThatTheTreeLacksIsMadeOfTheOther() throws IOException {
    for (String there : new String[] {"b", "c"}) {
      write("sub/x.c", "int a;\nint " + there + ";\nint d;\nint e;\n");

      Sides sides = sides(DIFF);

      assertThat(sides.before().orElseThrow().lines())
          .containsExactly("int a;", "int b;", "int d;", "int e;");
      assertThat(sides.after().orElseThrow().lines())
          .containsExactly("int a;", "int c;", "int d;", "int e;");
      assertThat(sides.before().get().name()).isEqualTo("a/sub/x.c");
    }
  }

  @Test
  void pathsMayBeginAtTheTopOfTheWorkTree() throws IOException {
    Files.createDirectories(directory.resolve(".git"));
    Path deep = Files.createDirectories(directory.resolve("sub/deep"));
    write("sub/x.c", "int a;\nint c;\nint d;\n");

    Sides sides = WorkTree.around(deep).sides(patch(DIFF), patch(DIFF).changes().get(0));

    assertThat(sides.after().orElseThrow().name())
        .isEqualTo(directory.resolve("sub/x.c").toString());
  }

  @Test
  void aFileThatFitsNeitherSideIsAnErrorWithTheHunkAndTheLine() throws IOException {
    write("sub/x.c", "int a;\nint other;\nint d;\n");

    assertThatThrownBy(() -> sides(DIFF))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("<stdin>:8: this hunk fits neither before nor after the change")
        .hasMessageContaining("has 'int other;' there")
        .hasMessageContaining("in line 2 of");
  }

  @Test
  void aFileThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> sides(DIFF)).hasMessage("<stdin>:8: sub/x.c: no such file here");
  }

  @Test
  void aNewFileHasNoSideBeforeAndARemovedOneNoneAfter() {
    Sides added = sides("--- /dev/null\n+++ b/x.c\n@@ -0,0 +1,2 @@\n+int a;\n+int b;\n");
    Sides removed = sides("--- a/x.c\n+++ /dev/null\n@@ -1 +0,0 @@\n-int a;\n");

    assertThat(added.before()).isEmpty();
    assertThat(added.after().orElseThrow().lines()).containsExactly("int a;", "int b;");
    assertThat(removed.before().orElseThrow().lines()).containsExactly("int a;");
    assertThat(removed.after()).isEmpty();
  }

  @Test
  void nothingOutsideOfTheTreeIsRead() throws IOException {
    Path outside = Files.createTempFile("outside", ".c");
    Files.createDirectories(directory.resolve("sub"));
    Files.createSymbolicLink(directory.resolve("sub/x.c"), outside);

    assertThatThrownBy(() -> sides(DIFF)).hasMessageContaining("a link that leads out of the tree");
    assertThatThrownBy(() -> sides(DIFF.replace("sub/x.c", "../x.c")))
        .hasMessage(
            "<stdin>:8: '../x.c' leads out of the tree; run quiesce where the paths of the diff begin");
    assertThatThrownBy(() -> sides(DIFF.replace(" a/sub", " /sub").replace(" b/sub", " /sub")))
        .hasMessageContaining("'/sub/x.c' leads out of the tree");
    Files.delete(outside);
  }

  @Test
  void aLinkWithinTheTreeIsFollowed() throws IOException {
    write("y.c", "int a;\nint c;\nint d;\n");
    Files.createDirectories(directory.resolve("sub"));
    Files.createSymbolicLink(directory.resolve("sub/x.c"), Path.of("../y.c"));

    assertThat(sides(DIFF).after()).isPresent();
  }

  private Sides sides(String diff) {
    return WorkTree.around(directory).sides(patch(diff), patch(diff).changes().get(0));
  }

  private static Patch patch(String diff) {
    return Patch.of(SourceFile.of("<stdin>", diff)).orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
