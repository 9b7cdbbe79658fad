package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quiesce.cache.ResultCache;
import quiesce.cache.ResultDirectory;
import quiesce.tlc.Outcome;
import quiesce.tlc.Reason;
import quiesce.tlc.TlcJar;
import quiesce.tlc.TlcJob;
import quiesce.tlc.TlcResult;

@Timeout(120)
class EngineTest {
  private static final String GRID =
      """
      ---- MODULE Grid ----
      EXTENDS Naturals
      CONSTANT Size
      VARIABLES x, y
      Init == x = 0 /\\ y = 0
      Next == \\/ x' = (x + 1) % Size /\\ y' = y
              \\/ y' = (y + 1) % Size /\\ x' = x
      ====
      """;

  @TempDir Path temporary;

  @Test
  void aJobThatTurnsOutLargeIsDoneByAJvmOfItsOwn() throws Exception {
    try (Engine engine = Engines.start().withPatience(Duration.ofMillis(100))) {
      CompletableFuture<TlcResult> result =
          CompletableFuture.supplyAsync(() -> engine.run(grid(400)));
      List<String> seen = commandsUntil(result, "tlc2.TLC");

      assertThat(seen)
          .anyMatch(
              command -> command.contains("tlc2.TLC") && !command.contains("TieredStopAtLevel"));
      assertThat(result.get().passed()).isTrue();
      assertThat(result.get().counts().distinct()).isEqualTo(400 * 400);
    }
  }

  @Test
  void onlyTheRunThatGaveTheAnswerIsRemembered() {
    TlcJar jar = TlcJar.onClassPath().orElseThrow();
    ResultDirectory directory = ResultDirectory.in(temporary);
    TlcResult first;
    try (Engine engine =
        Engines.start()
            .withPatience(Duration.ofMillis(100))
            .withResults(ResultCache.of(directory, jar))) {
      first = engine.run(grid(300));
    }
    try (Engine engine = Engines.start().withResults(ResultCache.of(directory, jar))) {
      assertThat(directory.contents().entries()).isOne();
      assertThat(engine.run(grid(300))).isEqualTo(first);
      assertThat(ProcessHandle.current().children()).isEmpty();
    }
  }

  @Test
  void aJobWhoseSharedJvmDiesIsDoneByAnother() throws Exception {
    try (Engine engine = Engines.start().withPatience(Duration.ofMinutes(1))) {
      engine.run(grid(2));
      ProcessHandle shared = ProcessHandle.current().children().findFirst().orElseThrow();
      CompletableFuture<TlcResult> result =
          CompletableFuture.supplyAsync(() -> engine.run(grid(400)));
      TimeUnit.MILLISECONDS.sleep(200);
      shared.destroyForcibly();

      assertThat(result.get().passed()).isTrue();
      assertThat(result.get().counts().distinct()).isEqualTo(400 * 400);
    }
  }

  @Test
  void theTimeOfAJobIsThatOfBothJvmsTogether() {
    try (Engine engine = Engines.start().withPatience(Duration.ofMillis(500))) {
      long start = System.nanoTime();
      TlcResult result = engine.run(grid(100_000).withTimeout(Duration.ofMillis(1500)));
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);

      assertThat(result.outcome())
          .isInstanceOfSatisfying(
              Outcome.Failed.class, f -> assertThat(f.reason()).isEqualTo(Reason.TIMEOUT));
      assertThat(elapsed).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(20));
    }
  }

  private static TlcJob grid(int size) {
    return TlcJob.of("Grid", GRID, "CONSTANT Size = " + size + "\nINIT Init\nNEXT Next\n");
  }

  /** The command lines of children, until one has this word or there is a result. */
  private static List<String> commandsUntil(CompletableFuture<?> result, String word)
      throws InterruptedException {
    while (!result.isDone()) {
      List<String> commands =
          ProcessHandle.current().children().flatMap(p -> p.info().commandLine().stream()).toList();
      if (commands.stream().anyMatch(command -> command.contains(word))) {
        return commands;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return List.of();
  }
}
