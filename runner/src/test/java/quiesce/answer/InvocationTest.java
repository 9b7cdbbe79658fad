package quiesce.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.store.Key;

/** Whatever an answer may depend on makes another key. */
class InvocationTest {
  @TempDir private Path directory;
  private Path strategy;
  private Path templates;
  private Path jar;
  private Invocation invocation;

  @BeforeEach
  void invoke() throws IOException {
    strategy = Files.writeString(directory.resolve("mine.c"), "int x;\n");
    templates = Files.createDirectories(directory.resolve("templates/tla/steps"));
    Files.writeString(templates.resolve("Step.ftl"), "a");
    jar = Files.writeString(directory.resolve("tlc.jar"), "jar");
    invocation =
        new Invocation(
            List.of("check", strategy.toString(), "--templates=" + directory.resolve("templates")),
            Map.of("LANG", "C"),
            List.of(jar.toString()),
            false);
  }

  @Test
  void theSameHasTheSame() throws IOException {
    Key before = key(invocation);
    Files.setLastModifiedTime(strategy, FileTime.fromMillis(0));
    Files.delete(jar);
    Files.writeString(jar, "jar");

    assertThat(key(invocation)).isEqualTo(before);
  }

  @Test
  void aFileOfWhichAPartIsReadMatters() throws IOException {
    for (String argument : List.of(strategy + ":f,g", "--from=" + strategy + ":f,g")) {
      Files.writeString(strategy, "int x;\n");
      Invocation part = new Invocation(List.of("check", argument), Map.of(), List.of(), false);
      Key before = key(part);
      Files.writeString(strategy, "int y;\n");

      assertThat(key(part)).isNotEqualTo(before);
    }
  }

  @Test
  void argumentsVariablesAndTheTerminalMatter() {
    Set<Key> keys = new HashSet<>();
    for (List<String> arguments :
        List.of(
            List.of("check", "rcu"),
            List.of("check", "rcu", "--cpus"),
            List.of("check rcu"),
            List.of("rcu", "check"),
            List.<String>of())) {
      for (Map<String, String> variables :
          List.<Map<String, String>>of(
              Map.of("LANG", "C"), Map.of("LANG", "D"), Map.of("LAN", "GC"), Map.of())) {
        for (boolean terminal : new boolean[] {true, false}) {
          keys.add(key(new Invocation(arguments, variables, List.of(), terminal)));
        }
      }
    }

    assertThat(keys).hasSize(5 * 4 * 2);
  }

  @Test
  void whatFilesHoldMatters() throws IOException {
    Set<Key> keys = new HashSet<>(Set.of(key(invocation)));
    for (Path file : List.of(strategy, templates.resolve("Step.ftl"), jar)) {
      FileTime then = Files.getLastModifiedTime(file);
      byte[] other = Files.readAllBytes(file);
      other[0]++;
      Files.write(file, other);
      Files.setLastModifiedTime(file, then);
      assertThat(keys.add(key(invocation))).as("%s", file).isTrue();
    }
    Files.writeString(templates.resolve("More.ftl"), "");
    assertThat(keys.add(key(invocation))).as("a file more").isTrue();
    Files.move(templates.resolve("More.ftl"), templates.resolve("Less.ftl"));
    assertThat(keys.add(key(invocation))).as("another name").isTrue();
    Files.delete(templates.resolve("Less.ftl"));
    Files.createDirectory(templates.resolve("Less.ftl"));
    assertThat(keys.add(key(invocation))).as("a directory").isTrue();
    Files.delete(strategy);
    assertThat(keys.add(key(invocation))).as("no file").isTrue();
  }

  @Test
  void whatIsBehindALinkMatters() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Path file = Files.writeString(elsewhere.resolve("Linked.ftl"), "a");
    Files.createSymbolicLink(templates.resolve("linked"), elsewhere);
    Key before = key(invocation);

    Files.writeString(file, "b");

    assertThat(key(invocation)).isNotEqualTo(before);
  }

  /** As a jar of quiesce is replaced by one of the same size, and looks as old. */
  @Test
  void aFileOfQuiesceThatWasReplacedIsAnotherHoweverOldItLooks() throws IOException {
    List<String> before = FileState.lastChange(jar);
    FileTime then = Files.getLastModifiedTime(jar);
    Path other = Files.writeString(directory.resolve("new.jar"), "raj");
    Files.setLastModifiedTime(other, then);
    Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);

    assertThat(FileState.lastChange(jar)).isNotEqualTo(before);
    assertThat(FileState.lastChange(jar)).isEqualTo(FileState.lastChange(jar));
  }

  @Test
  void aDirectoryOfClassesIsAnotherWhenOneOfThemIs() throws IOException {
    List<String> before = FileState.lastChange(directory);
    Files.writeString(templates.resolve("Step.ftl"), "longer");

    assertThat(FileState.lastChange(directory)).isNotEqualTo(before);
  }

  @Test
  void whatCannotBeReadInPassingHasNone() throws IOException {
    Files.createSymbolicLink(templates.resolve("loop"), directory);
    assertThat(invocation.key()).as("a loop").isEmpty();

    assertThat(withArguments(a -> "/dev/null").key()).as("a device").isEmpty();

    Path large = directory.resolve("large");
    Files.write(large, new byte[10_000_001]);
    assertThat(withArguments(a -> large.toString()).key()).as("a large file").isEmpty();
  }

  @Test
  void anArgumentNeedBeNoPath() {
    assertThat(withArguments(a -> a + "\0").key()).isPresent();
  }

  private Invocation withArguments(UnaryOperator<String> change) {
    return new Invocation(
        invocation.arguments().stream().map(change).toList(), Map.of(), List.of(), false);
  }

  private static Key key(Invocation of) {
    return of.key().orElseThrow();
  }

  /** The entry of an answer is it to the last bit, or none. */
  @Test
  void aDamagedAnswerIsNone() {
    Key key = new Key("ab".repeat(32));
    Answer answer = new Answer(1, "verdicts ✓\n");
    byte[] entry = answer.entry(key);

    assertThat(Answer.read(entry, key)).contains(answer);
    assertThat(Answer.read(entry, new Key("ac".repeat(32)))).isEmpty();
    assertThat(Answer.read(Arrays.copyOf(entry, entry.length + 1), key)).isEmpty();
    for (int length = 0; length < entry.length; length++) {
      assertThat(Answer.read(Arrays.copyOf(entry, length), key)).as("%d", length).isEmpty();
    }
    for (int bit = 0; bit < entry.length * Byte.SIZE; bit++) {
      byte[] damaged = entry.clone();
      damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(Answer.read(damaged, key)).as("bit %d", bit).isEmpty();
    }
  }
}
