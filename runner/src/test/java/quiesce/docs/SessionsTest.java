package quiesce.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sessions of the documents, each command as it is written, in one shell for each document. It
 * begins in a directory that has {@code docs/tutorial} and {@code quiesce}, as a checkout does. A
 * command ends with 0 or 1, which are the codes of answers, unless {@code echo $?} comes next and
 * says otherwise. {@code -Dgolden.update=true} writes what is printed into the documents.
 */
class SessionsTest {
  /** Ends the output of a command, and is followed by its exit code. */
  private static final String END = "\u001e";

  private static final Pattern OUTPUT = Pattern.compile("(?s)(.*?)" + END + "(\\d+)\n");

  /** Results are kept: the same is checked in several documents. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("LANG", "C.UTF-8", "XDG_CACHE_HOME", Path.of("target", "cache").toString());

  private record Outcome(String output, int code) {}

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> everySessionShowsWhatIsPrinted() {
    return Documents.all().stream()
        .filter(document -> !Session.of(Documents.text(document)).isEmpty())
        .map(
            document ->
                DynamicTest.dynamicTest(
                    Documents.name(document),
                    document.toUri(),
                    () -> assertThatIsCurrent(document)));
  }

  @Test
  void aSessionIsReadAsItIsWritten() {
    String document =
        """
        text
        ```console
        $ cat > x <<EOF
        > one
        > EOF
        $ cat x
        one
        > two
        ```
        """;

    assertThat(Session.replace(document, session -> session)).isEqualTo(document);
    assertThat(Session.of(document).get(0).commands())
        .extracting(Session.Command::text)
        .containsExactly("cat > x <<EOF\none\nEOF", "cat x");
  }

  private void assertThatIsCurrent(Path document) throws Exception {
    String text = Documents.text(document);
    List<Session.Command> commands =
        Session.of(text).stream().flatMap(session -> session.commands().stream()).toList();
    List<Outcome> outcomes = run(document.getFileName().toString(), commands);
    assertThat(outcomes).as("commands that were carried out").hasSameSizeAs(commands);
    for (int i = 0; i < commands.size(); i++) {
      if (i + 1 == commands.size() || !commands.get(i + 1).asksForExitCode()) {
        assertThat(outcomes.get(i).code())
            .as("%s\n%s", commands.get(i).text(), outcomes.get(i).output())
            .isLessThanOrEqualTo(1);
      }
    }
    Iterator<Outcome> printed = outcomes.iterator();
    String current =
        Session.replace(
            text,
            session ->
                new Session(
                    session.commands().stream()
                        .map(command -> command.with(printed.next().output()))
                        .toList()));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(document, current);
    }
    assertThat(Documents.text(document))
        .as("%s; renew it with: mvn verify -Dgolden.update=true", Documents.name(document))
        .isEqualTo(current);
  }

  private List<Outcome> run(String name, List<Session.Command> commands) throws Exception {
    Path work = Files.createDirectories(directory.resolve(name));
    Path docs = Documents.ROOT.resolve("docs");
    try (Stream<Path> tutorial = Files.list(docs.resolve("tutorial"))) {
      Path copies = Files.createDirectories(work.resolve("docs").resolve("tutorial"));
      for (Path file : (Iterable<Path>) tutorial::iterator) {
        Files.copy(file, copies.resolve(file.getFileName()));
      }
    }
    Path out = directory.resolve(name + ".out");
    String script =
        commands.stream()
            .map(c -> c.text() + "\n(code=$?; printf '" + END + "%d\\n' $code; exit $code)\n")
            .collect(Collectors.joining());
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", script)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().merge("PATH", work.toString(), (before, ours) -> ours + ":" + before);
    try (Resident quiesce = new Resident(work, ENVIRONMENT)) {
      builder.start().waitFor();
    }
    List<Outcome> outcomes = new ArrayList<>();
    OUTPUT
        .matcher(Files.readString(out))
        .results()
        .forEach(m -> outcomes.add(new Outcome(m.group(1), Integer.parseInt(m.group(2)))));
    return outcomes;
  }
}
