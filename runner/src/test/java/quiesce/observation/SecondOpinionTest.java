package quiesce.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.litmus.reading.TestReader;
import quiesce.module.Atomicity;
import quiesce.module.Options;
import quiesce.reference.Machine;
import quiesce.reference.RandomTests;
import quiesce.source.SourceFile;
import quiesce.verdict.AtOnce;
import quiesce.verdict.Limits;

/**
 * All final states of a litmus test, and not only whether some are there, are the same however much
 * one action does; and under weak none is lost that an independent machine finds.
 */
class SecondOpinionTest {
  private static final Path OWN = Path.of("src/test/resources/litmus");
  private static final Path PUBLISHED = Path.of("../../shared/litmus");
  private static final Pattern EARLY_ITSELF = Pattern.compile("acquire|atomic_|xchg|spin_");
  private static final long MANY = 2_200;
  private static final Engine ENGINE = Engines.start();
  private static final LitmusCheck CHECK = new LitmusCheck(ENGINE, Limits.NONE);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @Test
  void randomTestsHaveTheFinalStatesOfTheSecondMachine() {
    assertThat(differences(random(1, 12), "weak")).isEmpty();
  }

  @Test
  void randomTestsHaveTheSameFinalStatesInFineSteps() {
    assertThat(differences(random(13, 15), "weak")).isEmpty();
    assertThat(differences(random(13, 15), "tso")).isEmpty();
  }

  @Test
  @Tag("slow")
  void manyRandomTestsHaveTheSameFinalStates() {
    assertThat(differences(random(1, MANY), "weak")).isEmpty();
    assertThat(differences(random(1, MANY), "tso")).isEmpty();
  }

  @Test
  @Tag("slow")
  void everyTestHasTheSameFinalStates() throws IOException {
    List<SourceFile> all = in(OWN);
    assertThat(all).hasSizeGreaterThan(25);
    assertThat(differences(all, "weak")).isEmpty();
    assertThat(differences(all, "tso")).isEmpty();
  }

  @Test
  @Tag("slow")
  void everyPublishedTestHasTheSameFinalStates() throws IOException {
    assumeTrue(Files.isDirectory(PUBLISHED));
    List<SourceFile> all = in(PUBLISHED);
    assertThat(differences(all, "weak")).isEmpty();
    assertThat(differences(all, "tso")).isEmpty();
  }

  private static List<SourceFile> random(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(seed -> SourceFile.of("random-" + seed + ".litmus", RandomTests.of(seed)))
        .toList();
  }

  private static List<SourceFile> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<SourceFile> all = new ArrayList<>();
      for (Path p : files.filter(f -> f.toString().endsWith(".litmus")).sorted().toList()) {
        all.add(SourceFile.of(p.toString(), Files.readString(p)));
      }
      return all;
    }
  }

  private static List<String> differences(List<SourceFile> tests, String model) {
    List<Supplier<String>> questions =
        tests.stream().map(t -> (Supplier<String>) () -> difference(t, model)).toList();
    return AtOnce.run(questions, 2, d -> {}).stream().filter(d -> !d.isEmpty()).toList();
  }

  /** What is wrong; empty if nothing is. */
  private static String difference(SourceFile test, String model) {
    Options options = Options.DEFAULT.withMemory(model);
    Answer coarse = CHECK.answer(test, options);
    Answer fine = CHECK.answer(test, options.withAtomicity(Atomicity.FINE));
    if (!(coarse instanceof Answer.Observed c) || !(fine instanceof Answer.Observed f)) {
      return test.name() + " has no answer: " + coarse + ", " + fine;
    }
    String differs = compare(test, model + ", coarse", states(c), "fine", states(f));
    boolean asks = model.equals("weak") && c.test().filter().isEmpty();
    return differs.isEmpty() && asks ? secondOpinion(test, c) : differs;
  }

  /**
   * The second machine performs nothing early but relaxed stores and the beginnings of sections. So
   * it shows fewer states where a store follows what may itself be performed early: an acquire, an
   * atomic operation, or a lock.
   */
  private static String secondOpinion(SourceFile test, Answer.Observed answer) {
    try {
      Set<List<String>> expected =
          Machine.outcomes(TestReader.read(test), answer.test().observed());
      Set<List<String>> actual = states(answer);
      boolean fewer = test.lines().stream().anyMatch(l -> EARLY_ITSELF.matcher(l).find());
      return fewer && actual.containsAll(expected)
          ? ""
          : compare(test, "weak", actual, "the second machine", expected);
    } catch (UnsupportedOperationException e) {
      return "";
    }
  }

  private static Set<List<String>> states(Answer.Observed answer) {
    return answer.states().stream().map(FinalState::values).collect(Collectors.toSet());
  }

  private static String compare(
      SourceFile test, String one, Set<List<String>> a, String other, Set<List<String>> b) {
    return a.equals(b)
        ? ""
        : "%s: only %s: %s; only %s: %s"
            .formatted(test.name(), one, without(a, b), other, without(b, a));
  }

  private static Set<String> without(Set<List<String>> a, Set<List<String>> b) {
    Set<String> left = new TreeSet<>();
    a.stream().filter(s -> !b.contains(s)).forEach(s -> left.add(String.join(" ", s)));
    return left;
  }
}
