package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quiesce.cache.ResultCache;
import quiesce.cache.ResultDirectory;
import quiesce.checkpoint.CheckpointDirectory;
import quiesce.checkpoint.Checkpoints;
import quiesce.emission.Options;
import quiesce.source.SourceFile;
import quiesce.tlc.Heap;
import quiesce.tlc.Outcome;
import quiesce.tlc.Reason;
import quiesce.tlc.TlcJar;
import quiesce.tlc.TlcJob;
import quiesce.tlc.TlcProcesses;
import quiesce.tlc.TlcResult;
import quiesce.tlc.Watchdog;
import quiesce.worker.Alone;

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
      List<String> seen = commandsUntil(result, Alone.class.getName());

      assertThat(seen)
          .anyMatch(
              command ->
                  command.contains(Alone.class.getName())
                      && !command.contains("TieredStopAtLevel"));
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
            .withResults(ResultCache.of(directory, jar, e -> {}))) {
      first = engine.run(grid(300));
    }
    try (Engine engine = Engines.start().withResults(ResultCache.of(directory, jar, e -> {}))) {
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
  void aJobThatHangsIsDoneByAnotherProcess() throws Exception {
    TlcJar jar = TlcJar.onClassPath().orElseThrow();
    Jvms jvms =
        new Jvms(
            jar,
            Optional.of(Path.of("target", "cache")),
            Heap.ofMegabytes(512),
            new Watchdog(Duration.ofMillis(200), 5));
    Checkpoints checkpoints =
        Checkpoints.of(CheckpointDirectory.in(temporary), jar, Optional.empty(), false);
    List<String> told = new CopyOnWriteArrayList<>();
    Attention attention = toldTo(told);
    try (Engine engine = Engine.of(jvms).withCheckpoints(checkpoints)) {
      // Makes the archive of classes, by a TLC that is not meant.
      engine.runLarge(grid(2), attention);
      CompletableFuture<TlcResult> result =
          CompletableFuture.supplyAsync(() -> engine.runLarge(grid(400), attention));
      TlcProcesses.halt(TlcProcesses.await(ProcessHandle.current()).get(0));

      assertThat(result.get().counts().distinct()).isEqualTo(400 * 400);
      assertThat(told).contains("TLC did nothing for 1 s and was stopped");
    }
  }

  private static Attention toldTo(List<String> told) throws IOException {
    Path file = Path.of("..", "specs", "rcu", "strategy.c");
    Subject any =
        Subject.of(SourceFile.of(file.toString(), Files.readString(file)), Options.DEFAULT);
    Watcher watcher =
        new Watcher() {
          @Override
          public void progress(Subject subject, Forecast.Reading reading) {}

          @Override
          public void told(Subject subject, String what) {
            told.add(what);
          }
        };
    return Attention.to(watcher, any, any.specification().safety());
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
      assertThat(elapsed).isGreaterThanOrEqualTo(Duration.ofMillis(1500));
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
