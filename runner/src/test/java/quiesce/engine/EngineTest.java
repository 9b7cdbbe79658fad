package quiesce.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
import quiesce.engine.checkpoint.CheckpointDirectory;
import quiesce.engine.checkpoint.CheckpointPolicy;
import quiesce.engine.inside.Alone;
import quiesce.engine.jvm.TlcProcesses;
import quiesce.engine.jvm.Watchdog;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.store.ResultDirectory;

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
    try (Engine engine = Engines.start(Duration.ofMillis(100), Optional.empty())) {
      CompletableFuture<TlcResult> result =
          CompletableFuture.supplyAsync(() -> engine.run(grid(400), TlcListener.NONE));
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
    ResultDirectory directory = ResultDirectory.in(temporary);
    TlcResult first;
    try (Engine engine = Engines.start(Duration.ofMillis(100), Optional.of(directory))) {
      first = engine.run(grid(300), TlcListener.NONE);
    }
    try (Engine engine = Engines.start(Engine.Parts.PATIENCE, Optional.of(directory))) {
      assertThat(directory.contents().entries()).isOne();
      assertThat(engine.run(grid(300), TlcListener.NONE)).isEqualTo(first);
      assertThat(ProcessHandle.current().children()).isEmpty();
    }
  }

  @Test
  void aJobWhoseSharedJvmDiesIsDoneByAnother() throws Exception {
    try (Engine engine = Engines.start(Duration.ofMinutes(1), Optional.empty())) {
      engine.run(grid(2), TlcListener.NONE);
      ProcessHandle shared = ProcessHandle.current().children().findFirst().orElseThrow();
      CompletableFuture<TlcResult> result =
          CompletableFuture.supplyAsync(() -> engine.run(grid(400), TlcListener.NONE));
      TimeUnit.MILLISECONDS.sleep(200);
      shared.destroyForcibly();

      assertThat(result.get().passed()).isTrue();
      assertThat(result.get().counts().distinct()).isEqualTo(400 * 400);
    }
  }

  @Test
  void aJobThatHangsIsDoneByAnotherProcess() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    TlcListener listener =
        new TlcListener() {
          @Override
          public void notice(String what) {
            told.add(what);
          }
        };
    Engine.Parts parts =
        new Engine.Parts(
            Engines.jvms(),
            Optional.empty(),
            new Watchdog(Duration.ofMillis(200), 5),
            Engine.Parts.PATIENCE,
            Optional.of(
                new CheckpointPolicy(CheckpointDirectory.in(temporary), Optional.empty(), false)),
            Optional.empty());
    try (Engine engine = new Engine(parts)) {
      // Makes the archive of classes, by a TLC that is not meant.
      engine.run(grid(2), listener);
      CompletableFuture<TlcResult> result =
          CompletableFuture.supplyAsync(
              () -> engine.run(grid(400).with(TlcJob.Request.CHECKPOINTS), listener));
      TlcProcesses.halt(TlcProcesses.await(ProcessHandle.current()).get(0));

      assertThat(result.get().counts().distinct()).isEqualTo(400 * 400);
      assertThat(told).contains("TLC did nothing for 1 s and was stopped");
    }
  }

  @Test
  void theTimeOfAJobIsThatOfBothJvmsTogether() {
    try (Engine engine = Engines.start(Duration.ofMillis(500), Optional.empty())) {
      long start = System.nanoTime();
      TlcResult result =
          engine.run(grid(100_000).withTimeout(Duration.ofMillis(1500)), TlcListener.NONE);
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
