package quiesce.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.catalogue.InputException;
import quiesce.source.SourceFile;

class PatchTest {
  private static final String HUNK = "@@ -1 +1 @@\n-a\n+b\n";

  @Test
  void aStrategyIsNoDiff() {
    assertThat(Patch.of(text("int a;\n--- x;\n"))).isEmpty();
    assertThat(Patch.of(text("/*\n--- a\n+++ b\n*/\n"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a/x.c, b/x.c, x.c",
    "i/x.c, w/x.c, x.c",
    "dir/x.c, dir/x.c, dir/x.c",
    "a/x.c\\t2020-01-01, b/x.c\\t2020-01-02, x.c",
    "\"a/\\303\\244.c\", \"b/\\303\\244.c\", \u00e4.c",
    "a/old.c, b/new.c, new.c",
    "/dev/null, b/x.c, x.c",
    "a/x.c, /dev/null, x.c"
  })
  void pathsAreThoseOfTheTree(String before, String after, String path) {
    String head = "--- " + before + "\n+++ " + after + "\n";

    assertThat(
            Patch.of(text(head.replace("\\t", "\t") + HUNK)).orElseThrow().changes().get(0).path())
        .isEqualTo(path);
  }

  @Test
  void aLineOfAHunkMayLookAsTheHeadOfAFileDoes() {
    Patch patch =
        Patch.of(text("--- a/x.c\n+++ b/x.c\n@@ -1,2 +1,2 @@\n--- a/y.c\n+++ b/y.c\n x\n"))
            .orElseThrow();

    assertThat(patch.changes()).hasSize(1);
    assertThat(patch.changes().get(0).hunks().get(0).linesBefore())
        .containsExactly("-- a/y.c", "x");
  }

  @Test
  void filesWithoutHunksAndThoseThatAreNotCAreNotOfC() {
    Patch patch =
        Patch.of(
                text(
                    "diff --git a/x.c b/y.c\nsimilarity index 100%\n"
                        + "--- a/Makefile\n+++ b/Makefile\n"
                        + HUNK))
            .orElseThrow();

    assertThat(patch.changes()).hasSize(1);
    assertThat(patch.ofC()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'@@ -1,2 +1,2 @@|-a|+b', ':3: the diff ends in the middle of this hunk'",
    "'@@ -1,2 +1,2 @@|-a|+b|index', ':6: a line of a hunk begins with'",
    "'@@ -1 +1 @@|-a|-b|+b', ':3: the hunk has other numbers of lines'",
    "'@@ -x +1 @@|-a', ':3: this is no first line of a hunk'",
    "'@@ -0,0 +0,0 @@', ':3: a hunk without lines'",
  })
  void whatIsNoDiffIsAnErrorWithItsLine(String hunk, String message) {
    assertThatThrownBy(
            () -> Patch.of(text("--- a/x.c\n+++ b/x.c\n" + hunk.replace("|", "\n") + "\n")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("<stdin>" + message);
  }

  @Test
  void aDiffOfAMergeIsAnError() {
    assertThatThrownBy(
            () -> Patch.of(text("diff --cc x.c\n--- a/x.c\n+++ b/x.c\n@@@ -1 -1 +1 @@@\n")))
        .hasMessageStartingWith("<stdin>:1: a diff of a merge with all its parents");
  }

  private static SourceFile text(String text) {
    return SourceFile.of("<stdin>", text);
  }
}
