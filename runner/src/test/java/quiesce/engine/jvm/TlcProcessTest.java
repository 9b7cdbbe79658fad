package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcException;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcProgress;
import quiesce.engine.tlc.TlcResult;

@Timeout(300)
class TlcProcessTest extends TlcTestBase {
  private static final TlcJob UNBOUNDED = next("Counter", "Init", "Unbounded");

  @Test
  void isStoppedWhenItsTimeIsUp() {
    TlcResult result = run(UNBOUNDED.withTimeout(Duration.ofMillis(1500)));

    assertThat(result.outcome())
        .isEqualTo(Outcome.Failed.of(Reason.TIMEOUT, "TLC was stopped after 1.5 s"));
    assertThat(result.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void isStoppedWhenItDoesNothingAnyMore() throws Exception {
    OwnProcess watched = tlc().withWatchdog(new Watchdog(Duration.ofMillis(200), 5));
    CompletableFuture<TlcResult> result =
        CompletableFuture.supplyAsync(() -> watched.run(UNBOUNDED, TlcListener.NONE));
    TlcProcesses.halt(child());

    assertThat(result.get().outcome())
        .isEqualTo(Outcome.Failed.of(Reason.HUNG, "TLC did nothing for 1 s and was stopped"));
  }

  @Test
  void isLeftAloneAsLongAsItDoesSomething() {
    OwnProcess watched = tlc().withWatchdog(new Watchdog(Duration.ofMillis(500), 6));
    TlcResult result = watched.run(UNBOUNDED.withTimeout(Duration.ofSeconds(4)), TlcListener.NONE);

    assertThat(reason(result)).isEqualTo(Reason.TIMEOUT);
  }

  @Test
  void isStoppedWhenTheThreadThatWaitsIsInterrupted() throws Exception {
    CompletableFuture<TlcResult> result = new CompletableFuture<>();
    AtomicBoolean stillInterrupted = new AtomicBoolean();
    Thread waiting =
        new Thread(
            () -> {
              result.complete(run(UNBOUNDED));
              stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
    waiting.start();
    child();

    waiting.interrupt();
    waiting.join();

    assertThat(reason(result.get())).isEqualTo(Reason.INTERRUPTED);
    assertThat(stillInterrupted).isTrue();
  }

  @Test
  void isNotStartedByAThreadThatIsInterruptedAlready() {
    Thread.currentThread().interrupt();
    TlcResult result = run(UNBOUNDED);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(reason(result)).isEqualTo(Reason.INTERRUPTED);
  }

  @Test
  void saysWhichSignalEndedItHoweverEarly() throws Exception {
    CompletableFuture<TlcResult> result = CompletableFuture.supplyAsync(() -> run(UNBOUNDED));
    child().destroyForcibly();

    assertThat(result.get().outcome())
        .isEqualTo(Outcome.Failed.of(Reason.KILLED, "TLC was ended by signal 9"));
  }

  @Test
  void isNoPassWhenItIsKilledWhileItExplores(@TempDir Path kept) throws Exception {
    CompletableFuture<TlcResult> result =
        CompletableFuture.supplyAsync(() -> run(UNBOUNDED.keptIn(kept)));
    ProcessHandle child = child();
    TlcProcesses.awaitExploring(kept.resolve("Counter.log"));
    child.destroy();

    assertThat(result.get().outcome())
        .isEqualTo(Outcome.Failed.of(Reason.KILLED, "TLC was ended by signal 15"));
  }

  @RepeatedTest(8)
  void isNotDisturbedByAnotherRunOfTheSameSpecification() throws Exception {
    TlcJob job = next("Counter", "Init", "Next", "INVARIANT NonNegative");
    CompletableFuture<TlcResult> other = CompletableFuture.supplyAsync(() -> run(job));

    assertThat(run(job).passed()).isTrue();
    assertThat(other.get().passed()).isTrue();
  }

  @Test
  void endsWithTheProcessThatStartedIt() throws Exception {
    Process parent =
        new ProcessBuilder(
                CommandLine.java().get(0),
                "-cp",
                System.getProperty("java.class.path"),
                Waiter.class.getName(),
                temporary.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle child;
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(parent.getInputStream()))) {
      assertThat(output.readLine()).isEqualTo("starting");
      while (parent.children().findAny().isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      child = parent.children().findAny().orElseThrow();

      parent.destroy();
      parent.waitFor();
    }

    assertThat(child.isAlive()).isFalse();
  }

  /** What Ctrl-C is tried on. */
  static final class Waiter {
    public static void main(String[] arguments) {
      System.out.println("starting");
      OwnProcess.of(TlcJar.onClassPath().orElseThrow(), JvmOptions.SMALL)
          .withTemporaryDirectoriesIn(Path.of(arguments[0]))
          .run(UNBOUNDED, TlcListener.NONE);
    }
  }

  @Test
  void isStoppedWhenTheListenerFails() {
    TlcResult result =
        tlc()
            .run(
                spec("Counter", "Spec", "PROPERTY Finishes"),
                new TlcListener() {
                  @Override
                  public void progress(TlcProgress progress) {
                    throw new IllegalArgumentException("no more");
                  }
                });

    assertThat(reason(result)).isEqualTo(Reason.OTHER);
  }

  @Test
  void isToldFromAJarThatIsNotTlc() throws Exception {
    Path other = Path.of(Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    TlcResult result =
        OwnProcess.of(new TlcJar(other), JvmOptions.SMALL)
            .withTemporaryDirectoriesIn(temporary)
            .run(UNBOUNDED, TlcListener.NONE);

    assertThat(reason(result)).isEqualTo(Reason.JVM_FAILED);
    assertThat(((Outcome.Failed) result.outcome()).message()).contains("tlc2/TLC");
  }

  @Test
  void isNotStartedWhenWhatIsToBeKeptCannotBeWritten(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> run(UNBOUNDED.keptIn(file.resolve("out"))))
        .isInstanceOf(TlcException.class)
        .hasMessageStartingWith("cannot write to " + file.resolve("out"));
  }

  @Test
  void isNotStartedWithoutATemporaryDirectory(@TempDir Path directory) {
    OwnProcess tlc =
        OwnProcess.of(TlcJar.onClassPath().orElseThrow(), JvmOptions.SMALL)
            .withTemporaryDirectoriesIn(directory.resolve("missing"));

    assertThatThrownBy(() -> tlc.run(UNBOUNDED, TlcListener.NONE))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void refusesAJobThatCannotBe() {
    assertThatThrownBy(() -> TlcJob.of("../Escape", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> UNBOUNDED.withWorkers(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Reason reason(TlcResult result) {
    assertThat(result.outcome()).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) result.outcome()).reason();
  }

  /** The child of this JVM, as soon as there is one. */
  private static ProcessHandle child() {
    return TlcProcesses.await(ProcessHandle.current()).get(0);
  }
}
