package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbedCommandTest {
  private static final String EMPTY =
      "# T\n\n<!-- quiesce: source rcu-once --lines 26-26 -->\n<!-- quiesce: end -->\n\nlast";

  @TempDir private Path directory;

  private Path document(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static Cli.Result embed(String... arguments) {
    return Cli.run(
        Stream.concat(Stream.of("embed", "-q"), Stream.of(arguments)).toArray(String[]::new));
  }

  @Test
  void aDocumentIsRenewedAndThenUnchanged() throws IOException {
    Path file = document("a.md", EMPTY);

    Cli.Result first = embed(file.toString());
    String once = Files.readString(file);
    Cli.Result second = embed(file.toString());

    assertThat(first).isEqualTo(new Cli.Result(0, file + ": renewed\n", ""));
    assertThat(once)
        .startsWith("# T\n\n<!-- quiesce: source rcu-once --lines 26-26 -->\n\n```c\n")
        .endsWith(" -->\n\nlast");
    assertThat(second).isEqualTo(new Cli.Result(0, file + ": unchanged\n", ""));
    assertThat(Files.readString(file)).isEqualTo(once);
  }

  @Test
  void checkPrintsTheDifferenceAndTheCommandAndChangesNothing() throws IOException {
    Path file = document("a b.md", EMPTY);

    Cli.Result result = embed("--check", file.toString());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("--- " + file + "\n+++ " + file + "\n@@ -1,6 +1,")
        .contains("\n <!-- quiesce: source rcu-once", "\n-<!-- quiesce: end -->\n", "\n+```c\n")
        .endsWith(" last\n\\ No newline at end of file\n");
    assertThat(result.err()).endsWith("this renews them:\nquiesce embed '" + file + "'\n");
    assertThat(Files.readString(file)).isEqualTo(EMPTY);

    embed(file.toString());
    assertThat(embed("--check", file.toString())).isEqualTo(new Cli.Result(0, "", ""));
  }

  @Test
  void aBodyThatWasEditedByHandIsKeptUnlessForced() throws IOException {
    Path file = document("a.md", EMPTY);
    embed(file.toString());
    String edited = Files.readString(file).replace("```c\n", "```c\nmine\n");
    Files.writeString(file, edited);

    Cli.Result kept = embed(file.toString());
    Cli.Result checked = embed("--check", file.toString());

    assertThat(kept.code()).isEqualTo(1);
    assertThat(kept.out()).isEqualTo(file + ": unchanged\n");
    assertThat(kept.err())
        .isEqualTo(
            "quiesce: "
                + file
                + ":3: 'source rcu-once --lines 26-26' was edited by hand and is kept; --force"
                + " writes over it\n");
    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.err()).endsWith("\nquiesce embed --force " + file + "\n");
    assertThat(Files.readString(file)).isEqualTo(edited);
    assertThat(embed("--force", file.toString()).code()).isZero();
    assertThat(Files.readString(file)).doesNotContain("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "source rcuu; no strategy is called 'rcuu': did you mean rcu",
        "source; Missing required parameter: 'S'",
        "source rcu extra; Unmatched argument at index 2: 'extra'",
        "source rcu --lines 9-3; '9-3' are no lines; write 12-20",
        "source rcu --lines 900-901; specs/rcu/strategy.c has",
        "source ./none.c; none.c: no such file",
        "source 'rcu; a quotation mark is not closed: 'rcu",
        "verdict rcu NoDeadlok; did you mean 'NoDeadlock'?",
        "verdict rcu NoDeadlock --memory all; this block is about one memory model",
        "verdict rcu NoDeadlock --memory week; did you mean 'weak'?",
        "matrix rcu --templates x; --templates is an option of 'quiesce embed' itself",
        "matrix rcu --memry sc; Unknown option: '--memry'",
        "tla rcu --action sample_ReadOnc; the specification has no definition 'sample_ReadOnc'",
        "tla rcu --action a --property NoDeadlock; an excerpt is of one definition",
        "graph rcu --as text; a graph is drawn",
        "counterexample rcu NoDeadlock --file x.svg; --file goes with --as svg",
      })
  void aBlockThatIsNotUnderstoodIsAnErrorAndStopsNoOtherDocument(String words, String message)
      throws IOException {
    Path good = document("good.md", EMPTY);
    String text = "x\n% quiesce: " + words + "\n% quiesce: end\n";
    Path bad = document("bad.tex", text);

    Cli.Result result = embed(bad.toString(), good.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith(bad + ":2:12: error: ").contains(message);
    assertThat(bad).hasContent(text);
    assertThat(result.out()).isEqualTo(good + ": renewed\n");
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("good.md", "bad.tex");
  }

  @Test
  void thereIsNoCounterexampleToWhatHolds() throws IOException {
    String text = ".. quiesce: counterexample rcu-once NoNullDereference\n.. quiesce: end\n";
    Path file = document("a.rst", text);

    Cli.Result result = embed(file.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .startsWith(
            file
                + ":1:13: error: there is no counterexample: rcu-once (sc): NoNullDereference holds");
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void withoutAVerdictNothingIsWritten() throws IOException {
    String text = ".. quiesce: verdict rcu-once NoDeadlock\n.. quiesce: end\n";
    Path file = document("a.rst", text);
    Path broken = document("tla2tools.jar", "no jar");

    Cli.Result result = embed(file.toString(), "--tla2tools", broken.toString());

    assertThat(result.code()).isEqualTo(3);
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void whatIsWrongWithAStrategyIsToldAtItsLine() throws IOException {
    document("mine.c", "int x\n");
    Path file = document("a.md", EMPTY.replace("source rcu-once --lines 26-26", "tla ./mine.c"));

    Cli.Result result = embed(file.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("mine.c:").contains("error:");
  }

  @Test
  void aDocumentThatIsNotThereStopsNoOther() throws IOException {
    Path good = document("good.md", EMPTY);

    Cli.Result result = embed("none.md", good.toString());

    assertThat(result)
        .isEqualTo(new Cli.Result(2, good + ": renewed\n", "quiesce: none.md: no such file\n"));
  }

  @Test
  void aStrategyBesideTheDocumentIsFoundFromAnywhere() throws IOException {
    Files.copy(Path.of(Cli.strategy("no-wait-declared.c")), directory.resolve("mine.c"));
    Path file = document("a.tex", "% quiesce: tla mine.c\n% quiesce: end\n");

    assertThat(embed(file.toString()).code()).isZero();
    assertThat(Files.readString(file))
        .contains("Generated~from~mine.c")
        .doesNotContain(directory.toString());
  }

  @Test
  void anotherFormatADirectoryAndNothingAtAllAreUsageErrors() throws IOException {
    Path text = document("a.txt", "x");

    assertThat(embed(text.toString()).err()).contains("a document ends in .md");
    assertThat(embed(directory.toString()).err())
        .contains(directory + " is a directory; name the documents");
    assertThat(embed("none.md").err()).isEqualTo("quiesce: none.md: no such file\n");
    assertThat(
            Stream.of(
                embed(text.toString()), embed(directory.toString()), embed("none.md"), embed()))
        .allMatch(r -> r.code() == 2 && r.out().isEmpty());
  }

  @Test
  void permissionsAndLinksStay() throws IOException {
    Path file = document("a.md", EMPTY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r----x"));
    Path link = Files.createSymbolicLink(directory.resolve("link.md"), file);

    assertThat(embed(link.toString()).code()).isZero();

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file)).contains("```c");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r----x");
  }

  @Test
  void aDrawingIsAFileBesideTheDocument() throws IOException {
    Path file =
        document(
            "a.md",
            "<!-- quiesce: counterexample global-plain NoNullDereference --as svg -->\n"
                + "<!-- quiesce: end -->\n");
    Path drawing = directory.resolve("images/global-plain-NoNullDereference.svg");

    Cli.Result stale = embed("--check", file.toString());
    assertThat(stale.out()).contains("--- /dev/null\n+++ " + drawing);
    assertThat(drawing).doesNotExist();

    Cli.Result first = embed(file.toString());
    assertThat(first.out()).isEqualTo(file + ": renewed\n" + drawing + ": renewed\n");
    assertThat(Files.readString(file))
        .contains(
            "![global-plain: NoNullDereference is violated]"
                + "(<images/global-plain-NoNullDereference.svg>)");
    assertThat(embed("--check", file.toString()).code()).isZero();

    Files.writeString(drawing, "<svg>mine</svg>");
    Cli.Result foreign = embed(file.toString());
    assertThat(foreign.code()).isEqualTo(2);
    assertThat(foreign.err()).contains("exists, and quiesce did not draw it");
    assertThat(embed("--force", file.toString()).code()).isZero();
    assertThat(Files.readString(drawing)).contains("Generated by quiesce");
  }

  @ParameterizedTest
  @CsvSource({"../x.svg", "/tmp/x.svg", "a/../../x.svg", "x.png", "'\"a b.svg\"'", "out/x.svg"})
  void aDrawingStaysBelowTheDirectoryOfItsDocument(String name) throws IOException {
    Path below = Files.createDirectory(directory.resolve("docs"));
    Files.createSymbolicLink(below.resolve("out"), directory);
    Path file =
        document(
            "docs/a.rst",
            ".. quiesce: counterexample global-plain NoNullDereference --as svg --file "
                + name
                + "\n.. quiesce: end\n");

    Cli.Result result = embed(file.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith(file + ":1:13: error: ").contains("svg");
    assertThat(List.of(directory.toFile().list())).containsExactly("docs");
  }
}
