package quiesce.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(900)
class WorkersTest {
  private static final TlcJob UNBOUNDED =
      TlcTestBase.next("Counter", "Init", "Unbounded").withTimeout(Duration.ofMinutes(10));
  private static final TlcJob PASS =
      TlcTestBase.next("Counter", "Init", "Next", "INVARIANT NonNegative").withCoverage();
  private static final TlcJob VIOLATION =
      TlcTestBase.next("Counter", "Init", "Next", "INVARIANT Small");
  private static final TlcJob LASSO = TlcTestBase.spec("Counter", "Unfair", "PROPERTY Finishes");
  private static final TlcJob ERROR = TlcTestBase.next("Errors", "Init", "ErrorNext");

  @TempDir Path temporary;

  @Test
  void oneJvmDoesAllJobsAndLeavesNothing() {
    try (Workers workers = WorkersForTests.in(temporary)) {
      run(workers, PASS);
      long first = onlyWorker().pid();
      for (TlcJob job : List.of(LASSO, VIOLATION, ERROR, PASS)) {
        run(workers, job);
      }

      assertThat(onlyWorker().pid()).isEqualTo(first);
    }

    assertThat(ProcessHandle.current().children()).isEmpty();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aWorkerThatIsBeingPreparedDoesTheNextJob() {
    try (Workers workers = WorkersForTests.start()) {
      workers.prepare();
      workers.prepare();

      assertThat(told(run(workers, PASS))).isEqualTo(told(run(workers, PASS)));
      onlyWorker();
    }

    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void aWorkerThatIsPreparedWhenNobodyNeedsItAnyMoreEnds() throws Exception {
    for (int milliseconds : List.of(0, 50, 150)) {
      try (Workers workers = WorkersForTests.in(temporary)) {
        workers.prepare();
        TimeUnit.MILLISECONDS.sleep(milliseconds);
      }

      assertThat(ProcessHandle.current().children()).isEmpty();
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void aJobThatIsKilledTakesOnlyItsOwnWorkerAlong() throws Exception {
    try (Workers workers = WorkersForTests.start()) {
      run(workers, PASS);
      ProcessHandle hit = onlyWorker();
      Started started = new Started();
      CompletableFuture<TlcResult> killed =
          CompletableFuture.supplyAsync(() -> workers.run(UNBOUNDED, progress -> {}, started));
      started.await();
      TlcResult other = run(workers, PASS);
      hit.destroyForcibly();

      assertThat(killed.get().outcome())
          .isEqualTo(Outcome.Failed.of(Reason.KILLED, "TLC was ended by signal 9"));
      assertThat(other.passed()).isTrue();
      assertThat(run(workers, PASS).passed()).isTrue();
    }
  }

  @Test
  void aJobThatHangsIsStoppedAndTheNextOneIsDone() {
    try (Workers workers = WorkersForTests.start()) {
      TlcResult hung = run(workers, UNBOUNDED.withTimeout(Duration.ofMillis(1500)));

      assertThat(hung.outcome())
          .isEqualTo(Outcome.Failed.of(Reason.TIMEOUT, "TLC was stopped after 1.5 s"));
      assertThat(run(workers, PASS).passed()).isTrue();
    }
  }

  @Test
  void aJobThatRunsOutOfMemoryIsNoPassAndTheNextOneIsDone() {
    JvmOptions little = JvmOptions.SMALL.with(Heap.ofMegabytes(32));
    try (Workers workers = new Workers(WorkersForTests.program(), little)) {
      TlcResult exhausted = run(workers, TlcTestBase.next("Errors", "Init", "Huge"));

      assertThat(exhausted.outcome())
          .isEqualTo(Outcome.Failed.of(Reason.OUT_OF_MEMORY, "TLC ran out of memory"));
      assertThat(run(workers, PASS).passed()).isTrue();
    }
  }

  @Test
  void aWorkerEndsWithTheThreadThatWaitsForIt() throws Exception {
    try (Workers workers = WorkersForTests.start()) {
      CompletableFuture<TlcResult> result = new CompletableFuture<>();
      Thread waiting = new Thread(() -> result.complete(run(workers, UNBOUNDED)));
      waiting.start();
      while (ProcessHandle.current().children().findAny().isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      waiting.interrupt();
      waiting.join();

      assertThat(result.get().outcome())
          .isEqualTo(Outcome.Failed.of(Reason.INTERRUPTED, "interrupted"));
      assertThat(ProcessHandle.current().children()).isEmpty();
    }
  }

  @Test
  void aJobComesOutAsInAProcessOfItsOwn() throws IOException {
    comparesWithProcesses(jobsOf("rcu", "locked", "static-call", "rcu-wait-first"));
  }

  @Test
  @Tag("slow")
  @Timeout(600)
  void everyJobOfTheCatalogueComesOutAsInAProcessOfItsOwn() throws IOException {
    try (Stream<Path> strategies = Files.list(Path.of("..", "specs"))) {
      comparesWithProcesses(
          jobsOf(strategies.map(p -> p.getFileName().toString()).toArray(String[]::new)));
    }
  }

  /** In two orders, so that each follows upon others. */
  private static void comparesWithProcesses(List<TlcJob> jobs) {
    Tlc process = Tlc.of(TlcJar.onClassPath().orElseThrow(), JvmOptions.SMALL);
    List<TlcJob> shuffled = new ArrayList<>(jobs);
    Collections.shuffle(shuffled, new Random(1));
    try (Workers workers = WorkersForTests.start()) {
      List<String> inOrder = jobs.stream().map(job -> told(run(workers, job))).toList();
      for (TlcJob job : shuffled) {
        String own = told(process.run(job, progress -> {}));

        assertThat(told(run(workers, job))).as(job.name()).isEqualTo(own);
        assertThat(inOrder.get(jobs.indexOf(job))).as(job.name()).isEqualTo(own);
      }
    }
  }

  /** All that a verdict, a trace or a report may come from. */
  private static String told(TlcResult result) {
    return String.join(
        "\n",
        result.outcome().toString(),
        result.counts().toString(),
        result.coverage().toString(),
        result.warnings().toString(),
        result.printed().toString());
  }

  private static List<TlcJob> jobsOf(String... strategies) throws IOException {
    List<TlcJob> jobs = new ArrayList<>();
    for (String strategy : strategies) {
      try (Stream<Path> files = Files.list(Path.of("..", "specs", strategy))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".cfg")).sorted().toList()) {
          String name = file.getFileName().toString().replaceFirst("(_liveness)?\\.cfg$", "");
          String module = Files.readString(file.resolveSibling(name + ".tla"));
          jobs.add(TlcJob.of(name, module, Files.readString(file)).withCoverage());
        }
      }
    }
    return jobs;
  }

  private static TlcResult run(Workers workers, TlcJob job) {
    return workers.run(job, progress -> {}, new Recorder.Deaf());
  }

  /** Hears that a job is under way. */
  private static final class Started implements Recorder {
    private final CountDownLatch said = new CountDownLatch(1);

    @Override
    public void line(Stream stream, String line) {
      said.countDown();
    }

    @Override
    public void ended(int exit, List<String> stateSpace) {}

    void await() throws InterruptedException {
      said.await();
    }
  }

  private static ProcessHandle onlyWorker() {
    List<ProcessHandle> all = ProcessHandle.current().children().toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
