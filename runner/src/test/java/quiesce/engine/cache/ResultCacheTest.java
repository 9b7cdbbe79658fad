package quiesce.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.engine.jvm.TlcJar;
import quiesce.engine.jvm.TlcProcesses;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;
import quiesce.store.ResultDirectory;

/** Whether TLC runs is counted; what it says is what it says. */
class ResultCacheTest {
  @TempDir private Path directory;

  private final AtomicInteger runs = new AtomicInteger();

  static Stream<TlcJob> verdicts() {
    return Stream.of(
        Jobs.holds(), Jobs.invariantViolated(), Jobs.propertyViolated(), Jobs.deadlock());
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void theSecondTimeTheSameIsSaidWithoutTlc(TlcJob job) {
    TlcResult first = run(job);
    TlcResult second = run(job);

    assertThat(first.outcome()).isNotInstanceOf(Outcome.Failed.class);
    assertThat(second).isEqualTo(first);
    assertThat(runs).hasValue(1);
  }

  @Test
  void anotherPropertyIsAnotherAnswer() {
    TlcResult holds = run(Jobs.job("SPECIFICATION Spec\nINVARIANT Small\n"));
    TlcResult violated = run(Jobs.job("SPECIFICATION Spec\nINVARIANT Smaller\n"));

    assertThat(holds.outcome()).isInstanceOf(Outcome.Passed.class);
    assertThat(violated.outcome()).isInstanceOf(Outcome.InvariantViolated.class);
    assertThat(runs).hasValue(2);
  }

  @Test
  void anotherJarIsAskedItself() throws IOException {
    Path other = Files.copy(Jobs.jar().path(), directory.resolve("other.jar"));
    run(Jobs.deadlock());

    run(Jobs.deadlock(), new TlcJar(other));
    assertThat(runs).as("the same bytes elsewhere are the same TLC").hasValue(1);

    Files.write(other, new byte[] {0}, StandardOpenOption.APPEND);
    run(Jobs.deadlock(), new TlcJar(other));
    assertThat(runs).hasValue(2);
  }

  @Test
  void whatAJarSaysThatIsReplacedMeanwhileIsNotKept() throws IOException {
    Path jar = Files.copy(Jobs.jar().path(), directory.resolve("tlc.jar"));
    TlcRunner replacing =
        (job, listener) -> {
          TlcResult result = counted(job, listener);
          append(jar);
          return result;
        };
    try (ResultCache cache =
        new ResultCache(replacing, CachePolicy.in(results()), new TlcJar(jar))) {
      cache.run(Jobs.deadlock(), TlcListener.NONE);
    }

    assertThat(results().contents().entries()).isZero();
  }

  @Test
  void classesInADirectoryAreNotKnownByTheirContent() throws IOException {
    TlcJar classes = new TlcJar(Files.createDirectory(directory.resolve("classes")));

    run(Jobs.deadlock(), classes);
    run(Jobs.deadlock(), classes);

    assertThat(runs).hasValue(2);
    assertThat(results().contents().entries()).isZero();
  }

  @Test
  void aJobThatKeepsTheFilesOfTlcIsRunAndAnswersOthers() {
    Path kept = directory.resolve("kept");
    run(Jobs.deadlock());
    TlcResult again = run(Jobs.deadlock().keptIn(kept));
    assertThat(runs).hasValue(2);
    assertThat(again.log()).hasValueSatisfying(log -> assertThat(log).isNotEmptyFile());

    assertThat(run(Jobs.deadlock())).isEqualTo(again.withoutLog());
    assertThat(runs).hasValue(2);
  }

  @Test
  void aTimeoutIsNotKept() {
    notKept(Reason.TIMEOUT, Jobs.endless().withTimeout(Duration.ofMillis(50)));
  }

  @Test
  void lackOfMemoryIsNotKept() {
    notKept(Reason.OUT_OF_MEMORY, Jobs.endless().withMaxHeapMegabytes(8));
  }

  @Test
  void anErrorInTheSpecificationIsNotKept() {
    notKept(Reason.SPEC_ERROR, Jobs.job("SPECIFICATION Nothing\n"));
  }

  @Test
  void aRunThatIsKilledIsNotKept() {
    // The first run makes an archive of classes, by a TLC that is not meant.
    Jobs.run(Jobs.deadlock(), TlcListener.NONE);
    CompletableFuture<Void> killer = CompletableFuture.runAsync(ResultCacheTest::killTlc);
    notKept(Reason.KILLED, Jobs.endless());
    killer.join();
  }

  @Test
  void aRunThatIsInterruptedIsNotKept() {
    Thread.currentThread().interrupt();
    TlcResult result = run(Jobs.deadlock());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(((Outcome.Failed) result.outcome()).reason()).isEqualTo(Reason.INTERRUPTED);
    assertThat(results().contents().entries()).isZero();
  }

  private void notKept(Reason reason, TlcJob job) {
    TlcResult result = run(job);

    assertThat(result.outcome()).isInstanceOf(Outcome.Failed.class);
    Outcome.Failed failed = (Outcome.Failed) result.outcome();
    assertThat(failed.reason()).as(failed.message()).isEqualTo(reason);
    assertThat(results().contents().entries()).isZero();
  }

  /** Waits for a TLC to be there, and ends it. */
  private static void killTlc() {
    TlcProcesses.await(ProcessHandle.current()).forEach(ProcessHandle::destroyForcibly);
  }

  private static void append(Path file) {
    try {
      Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ResultDirectory results() {
    return ResultDirectory.in(directory.resolve("cache"));
  }

  private TlcResult run(TlcJob job) {
    return run(job, Jobs.jar());
  }

  /** As a command does that is run after the others. */
  private TlcResult run(TlcJob job, TlcJar jar) {
    try (ResultCache cache = new ResultCache(this::counted, CachePolicy.in(results()), jar)) {
      return cache.run(job, TlcListener.NONE);
    }
  }

  private TlcResult counted(TlcJob job, TlcListener recorder) {
    runs.incrementAndGet();
    return Jobs.run(job, recorder);
  }
}
