package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.catalogue.Catalogue;
import quiesce.document.Embedding;
import quiesce.property.Property;
import quiesce.verdict.Subject;

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
        "19; source rcuu; no strategy is called 'rcuu'; did you mean rcu",
        "12; source; a block 'source' lacks its strategy, S; write 'quiesce: source S [--lines A-B]'",
        "23; source rcu extra; 'extra' is one word too many for a block 'source'; write 'quiesce: so",
        "31; source rcu --lines 9-3; '9-3' is no range of lines; write 12-20",
        "23; source rcu --lines=9-3; '9-3' is no range of lines; write 12-20",
        "23; source rcu --lines; --lines lacks its value; write --lines A-B",
        "31; source rcu --lines 900-901; there is no line 901; rcu has",
        "19; source ./none.c; ./none.c: no such file; paths are relative to the document",
        "19; source 'rcu; a quotation mark is not closed; write its other half, 'rcu'",
        "12; verdict; a block 'verdict' lacks its strategy, S; write 'quiesce: verdict S PROPERTY'",
        "12; verdict rcu; a block 'verdict' lacks its PROPERTY; write 'quiesce: verdict S PROPERTY'",
        "24; verdict rcu NoDeadlok; unknown property 'NoDeadlok'; did you mean 'NoDeadlock'?",
        "35; verdict rcu NoDeadlock --memory all; this block is about one memory model; write",
        "44; verdict rcu NoDeadlock --memory week; unknown memory model 'week'; did you mean 'weak'?",
        "30; matrix rcu --cpus 9; '9' is not a number from 1 to 8; write 'quiesce: matrix [S...]",
        "23; matrix rcu --templates x; --templates is no option of a marker; write 'quiesce embed",
        "23; matrix rcu --memry sc; a block 'matrix' has no option --memry; did you mean --memory?",
        "23; source rcu --cpus 2; a block 'source' has no option --cpus; its options are --lines",
        "21; cost rcu --x; a block 'cost' has no option --x; write 'quiesce: cost [S...]'",
        "32; matrix rcu --cpus 2 --cpus 3; --cpus is given twice; leave one of them out",
        "29; tla rcu --action sample_Begin; no definition 'sample_Begin'; did you mean",
        "31; tla rcu --action a --property NoDeadlock; an excerpt is one definition; not both",
        "12; why; a block 'why' lacks its strategy, S; write 'quiesce: why S'",
        "20; why rcu rcu-once; 'rcu-once' is one word too many for a block 'why'; write",
        "22; graph rcu --as text; a graph is drawn; write --as svg or --as mermaid",
        "27; graph rcu --as png; 'png' is no value of --as; write svg or mermaid",
        "42; counterexample rcu NoDeadlock --file x.svg; --file is for a drawing; write --as svg",
      })
  void aBlockThatIsNotUnderstoodIsAnErrorAtItsWord(
      int column, String words, String message, String help) throws IOException {
    Path good = document("good.md", EMPTY);
    String text = "x\n% quiesce: " + words + "\n% quiesce: end\n";
    Path bad = document("bad.tex", text);

    Cli.Result result = embed(bad.toString(), good.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .startsWith(bad + ":2:" + column + ": error: ")
        .contains(message, "\n    " + " ".repeat(column - 1) + "^\n    help: ", help)
        .doesNotContain("parameter", "argument", "Usage", "index");
    assertThat(bad).hasContent(text);
    assertThat(result.out()).isEqualTo(good + ": renewed\n");
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("good.md", "bad.tex");
  }

  @ParameterizedTest
  @CsvSource({
    "mine.c, did you mean ../designs/mine.c?",
    "./min.c, did you mean ../designs/mine.c?",
    "old/mine.c, did you mean ../designs/mine.c?",
    "../designs/mine2.c, did you mean ../designs/mine.c?",
    "../desings/mine.c, did you mean ../designs/mine.c?",
    "mine, did you mean ../designs/mine.c?",
    "../specs/rcu/strategy.c, did you mean rcu? the catalogue has it",
    "specs/rcu-onc.c, did you mean rcu-once? the catalogue has it",
    "nothing-like-it.c, paths are relative to the document",
    "a space.c, 'did you mean \"../designs/a space.c\"?'"
  })
  void aStrategyThatMovedIsGuessedAt(String argument, String help) throws IOException {
    Files.createDirectories(directory.resolve("docs"));
    Files.createDirectories(directory.resolve(".git"));
    Files.createDirectories(directory.resolve("designs"));
    Files.createDirectories(directory.resolve(".hidden"));
    for (String file : List.of("designs/mine.c", "designs/a space.c", ".hidden/mine.c")) {
      Files.copy(Path.of(Cli.strategy("no-wait.c")), directory.resolve(file));
    }
    Path file = document("docs/a.rst", ".. quiesce: source '" + argument + "'\n.. quiesce: end\n");

    Cli.Result result = embed(file.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith(file + ":1:20: error: ").contains(help);
  }

  @Test
  void aBlockChecksOnlyWhatItShows() throws IOException {
    Path file =
        document(
            "a.rst",
            ".. quiesce: counterexample global-plain NoNullDereference\n.. quiesce: end\n\n"
                + ".. quiesce: verdict global-plain NoNullDereference\n.. quiesce: end\n\n"
                + ".. quiesce: matrix rcu --property NoDeadlock --memory tso\n.. quiesce: end\n\n"
                + ".. quiesce: source rcu\n.. quiesce: end\n\n"
                + ".. quiesce: tla rcu --property NoDeadlock\n.. quiesce: end\n\n"
                + ".. quiesce: cost rcu\n.. quiesce: end\n");

    List<Embedding.Wanted> wanted =
        Embedding.of(
                List.of(file.toString()),
                new BlockArguments(Optional.empty()),
                Catalogue.onClassPath(),
                Subject::of,
                (document, step) -> step.run())
            .wanted();

    assertThat(wanted)
        .extracting(w -> w.subject().name() + " " + w.subject().memory() + " " + w.shown())
        .containsExactly(
            "global-plain sc [" + Property.NO_NULL_DEREFERENCE + "]",
            "rcu tso [" + Property.NO_DEADLOCK + "]");
  }

  @Test
  void noOtherPropertyIsCheckedByTlc() throws IOException {
    Path file =
        document("a.rst", ".. quiesce: verdict locked NoNullDereference\n.. quiesce: end\n");

    Cli.Result result = Cli.run("embed", file.toString());

    assertThat(result.code()).isZero();
    assertThat(result.err()).contains("locked (sc)").doesNotContain("violated");
  }

  @Test
  void whatABlockHoldsDoesNotDependOnOthers() throws IOException {
    String one = ".. quiesce: matrix global-plain --property Null --memory sc\n.. quiesce: end\n\n";
    String other = ".. quiesce: matrix global-plain --memory sc\n.. quiesce: end\n";
    Path alone = document("alone.rst", one);
    Path both = document("both.rst", one + other);

    assertThat(embed(alone.toString()).code()).isZero();
    assertThat(embed(both.toString()).code()).isZero();

    assertThat(Files.readString(both)).startsWith(Files.readString(alone));
  }

  @Test
  void noBlockNamesFilesThatItsReaderDoesNotHave() throws IOException {
    Path file =
        document(
            "a.md",
            Stream.of(
                    "matrix rcu-once locked --memory sc",
                    "verdict rcu-once NoDeadlock",
                    "counterexample locked NoDeadlock",
                    "source rcu-once",
                    "tla rcu-once",
                    "cost rcu-once static-call",
                    "graph built-in --cpus 1 --registrations 1 --as mermaid")
                .map(b -> "<!-- quiesce: " + b + " -->\n<!-- quiesce: end -->\n")
                .collect(Collectors.joining("\n")));

    assertThat(embed(file.toString()).code()).isZero();

    assertThat(Files.readString(file))
        .contains("MODULE RcuOnce", "Memory model: sc", "EXTENDS")
        .doesNotContain(directory.toString())
        .doesNotContainPattern("specs/|docs/|\\.tla\\b|\\.cfg\\b|\\.jar\\b|strategy\\.c|/tmp");
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

  @ParameterizedTest
  @ValueSource(strings = {"verdict rcu-once NoDeadlock", "why rcu-once"})
  void withoutAVerdictNothingIsWritten(String words) throws IOException {
    String text = ".. quiesce: " + words + "\n.. quiesce: end\n";
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
        .contains("MODULE~")
        .doesNotContain(directory.toString(), "mine.c~", "tla2tools");
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
    int column = 13 + "counterexample global-plain NoNullDereference --as svg --file ".length();
    assertThat(result.err())
        .startsWith(file + ":1:" + column + ": error: ")
        .contains("help: write --file images/NAME.svg");
    assertThat(List.of(directory.toFile().list())).containsExactly("docs");
  }
}
