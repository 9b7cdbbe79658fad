package quiesce.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.models.MemoryModels;
import quiesce.module.Options;
import quiesce.source.SourceFile;
import quiesce.verdict.AtOnce;
import quiesce.verdict.Limits;

/** Litmus tests with known verdicts, under each memory model, by the real TLC. */
class LitmusTestsTest {
  private static final Engine ENGINE = Engines.start();
  private static final LitmusCheck CHECK = new LitmusCheck(ENGINE, Limits.NONE);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static final Path OWN = Path.of("src/test/resources/litmus");
  private static final Path PUBLISHED = Path.of("../../shared/litmus");

  @Test
  void everyTestObservesWhatTheTableSaysUnderEachModel() throws IOException {
    List<String> models = MemoryModels.names();
    Map<String, String> expected = new TreeMap<>();
    List<Supplier<Answer>> questions = new ArrayList<>();
    for (String line : Files.readAllLines(OWN.resolve("verdicts.tsv"))) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\t");
      for (int i = 0; i < models.size(); i++) {
        expected.put(parts[0] + " " + models.get(i), parts[i + 1]);
        questions.add(question(OWN.resolve(parts[0] + ".litmus"), models.get(i)));
      }
    }
    Map<String, String> actual = new TreeMap<>();
    for (Answer a : AtOnce.run(questions, 2, a -> {})) {
      String name = Path.of(a.file()).getFileName().toString().replace(".litmus", "");
      actual.put(
          name + " " + a.memory(),
          a instanceof Answer.Observed o ? o.observation().title() : a.toString());
    }
    assertThat(actual).isEqualTo(expected);
    assertThat(actual.values()).contains("Never", "Sometimes", "Always");
  }

  @Test
  void tableKeepsTheOrderOfTheModels() throws IOException {
    for (String line : Files.readAllLines(OWN.resolve("verdicts.tsv"))) {
      String[] parts = line.split("\t");
      for (int i = 2; i < parts.length && !line.startsWith("#"); i++) {
        if (parts[i].equals("Never")) {
          assertThat(parts[i - 1]).as(line).isEqualTo("Never");
        }
      }
    }
  }

  @Test
  void plainAccessesThatNothingOrdersRaceAndOrderedOnesDoNot() {
    String racing =
        """
        C racing
        {}
        P0(int *x, int *y) { *x = 1; WRITE_ONCE(*y, 1); }
        P1(int *x, int *y) { int r0; int r1; r0 = READ_ONCE(*y); if (r0) { r1 = *x; } }
        exists (1:r0=1 /\\ 1:r1=0)
        """;
    String ordered =
        racing
            .replace("WRITE_ONCE(*y", "smp_store_release(y")
            .replace("READ_ONCE(*y)", "smp_load_acquire(y)");
    assertThat(races(racing)).containsExactly("x");
    assertThat(races(ordered)).isEmpty();
  }

  private static List<String> races(String test) {
    Answer a = ask(SourceFile.of("test.litmus", test), "weak");
    assertThat(a).isInstanceOf(Answer.Observed.class);
    return ((Answer.Observed) a).racy();
  }

  /** The tests of the kernel and of a public collection, where they are at hand. */
  @Test
  @Tag("slow")
  void publishedTestsObserveWhatHerd7DoesAndKeepTheOrderOfTheModels() throws IOException {
    assumeTrue(Files.isDirectory(PUBLISHED));
    Map<String, Map<String, Observation>> seen = new TreeMap<>();
    Map<String, Observation> expected = new TreeMap<>();
    List<Supplier<Answer>> questions = new ArrayList<>();
    for (String line : Files.readAllLines(PUBLISHED.resolve("verdicts.tsv"))) {
      if (!line.startsWith("#")) {
        String[] parts = line.split("\t");
        Path file = PUBLISHED.resolve(parts[0]);
        expected.put(file.toString(), Observation.named(parts[1]).orElseThrow());
        MemoryModels.names().forEach(m -> questions.add(question(file, m)));
      }
    }
    for (Answer a : AtOnce.run(questions, 2, a -> {})) {
      assertThat(a).isInstanceOf(Answer.Observed.class);
      seen.computeIfAbsent(a.file(), k -> new TreeMap<>())
          .put(a.memory(), ((Answer.Observed) a).observation());
    }
    seen.forEach(
        (file, by) -> {
          assertThat(by.get("weak")).as(file).isEqualTo(expected.get(file));
          List<String> models = MemoryModels.names();
          for (int i = 1; i < models.size(); i++) {
            if (by.get(models.get(i)) == Observation.NEVER) {
              assertThat(by.get(models.get(i - 1))).as(file).isEqualTo(Observation.NEVER);
            }
          }
        });
    assertThat(seen).hasSameSizeAs(expected);
  }

  private static Supplier<Answer> question(Path file, String model) {
    return () -> ask(read(file), model);
  }

  private static Answer ask(SourceFile test, String model) {
    return CHECK.answer(test, Options.DEFAULT.withMemory(model));
  }

  private static SourceFile read(Path file) {
    try {
      return SourceFile.of(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
