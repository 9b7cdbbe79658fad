package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static quiesce.engine.tlc.TlcListener.NONE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;

@Timeout(900)
class SharedJvmsTest {
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
    try (SharedJvms jvms = SharedJvmsForTests.in(temporary)) {
      run(jvms, PASS);
      long first = onlyJvm().pid();
      for (TlcJob job : List.of(LASSO, VIOLATION, ERROR, PASS)) {
        run(jvms, job);
      }

      assertThat(onlyJvm().pid()).isEqualTo(first);
    }

    assertThat(ProcessHandle.current().children()).isEmpty();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aJvmThatIsBeingPreparedDoesTheNextJob() {
    try (SharedJvms jvms = SharedJvmsForTests.start()) {
      jvms.prepare();
      jvms.prepare();

      assertThat(told(run(jvms, PASS))).isEqualTo(told(run(jvms, PASS)));
      onlyJvm();
    }

    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void aJvmThatIsPreparedWhenNobodyNeedsItAnyMoreEnds() throws Exception {
    for (int milliseconds : List.of(0, 50, 150)) {
      try (SharedJvms jvms = SharedJvmsForTests.in(temporary)) {
        jvms.prepare();
        TimeUnit.MILLISECONDS.sleep(milliseconds);
      }

      assertThat(ProcessHandle.current().children()).isEmpty();
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void aJobThatIsKilledTakesOnlyItsOwnJvmAlong() throws Exception {
    try (SharedJvms jvms = SharedJvmsForTests.start()) {
      run(jvms, PASS);
      ProcessHandle hit = onlyJvm();
      Started started = new Started();
      CompletableFuture<TlcResult> killed =
          CompletableFuture.supplyAsync(() -> jvms.run(UNBOUNDED, started));
      started.await();
      TlcResult other = run(jvms, PASS);
      hit.destroyForcibly();

      assertThat(killed.get().outcome())
          .isEqualTo(Outcome.Failed.of(Reason.KILLED, "TLC was ended by signal 9"));
      assertThat(other.passed()).isTrue();
      assertThat(run(jvms, PASS).passed()).isTrue();
    }
  }

  @Test
  void aJobThatHangsIsStoppedAndTheNextOneIsDone() {
    try (SharedJvms jvms = SharedJvmsForTests.start()) {
      TlcResult hung = run(jvms, UNBOUNDED.withTimeout(Duration.ofMillis(1500)));

      assertThat(hung.outcome())
          .isEqualTo(Outcome.Failed.of(Reason.TIMEOUT, "TLC was stopped after 1.5 s"));
      assertThat(run(jvms, PASS).passed()).isTrue();
    }
  }

  @Test
  void aJobThatRunsOutOfMemoryIsNoPassAndTheNextOneIsDone() {
    try (SharedJvms jvms = SharedJvmsForTests.ofMegabytes(32)) {
      TlcResult exhausted = run(jvms, TlcTestBase.next("Errors", "Init", "Huge"));

      assertThat(exhausted.outcome())
          .isEqualTo(Outcome.Failed.of(Reason.OUT_OF_MEMORY, "TLC ran out of memory"));
      assertThat(run(jvms, PASS).passed()).isTrue();
    }
  }

  @Test
  void aJvmEndsWithTheThreadThatWaitsForIt() throws Exception {
    try (SharedJvms jvms = SharedJvmsForTests.start()) {
      CompletableFuture<TlcResult> result = new CompletableFuture<>();
      Thread waiting = new Thread(() -> result.complete(run(jvms, UNBOUNDED)));
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

  /** In two orders, so that each follows upon others. */
  @Test
  void everyJobOfTheCatalogueComesOutAsInAProcessOfItsOwn() throws Exception {
    OwnProcess process = process();
    List<TlcJob> jobs = jobsOfTheCatalogue();
    List<TlcJob> shuffled = new ArrayList<>(jobs);
    Collections.shuffle(shuffled, new Random(1));
    ExecutorService processors =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (SharedJvms jvms = SharedJvmsForTests.start()) {
      Map<TlcJob, Future<String>> own = new HashMap<>();
      jobs.forEach(job -> own.put(job, processors.submit(() -> told(process.run(job, NONE)))));
      for (List<TlcJob> order : List.of(jobs, shuffled)) {
        for (TlcJob job : order) {
          String shared = told(run(jvms, job));

          assertThat(shared).as(job.name()).isEqualTo(own.get(job).get());
        }
      }
    } finally {
      processors.shutdownNow();
    }
  }

  private static OwnProcess process() {
    TlcJar jar = TlcJar.onClassPath().orElseThrow();
    return OwnProcess.of(
        jar, JvmOptions.SMALL, ClassDataArchive.in(Path.of("target", "cache"), jar));
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

  private static List<TlcJob> jobsOfTheCatalogue() throws IOException {
    List<TlcJob> jobs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("..", "specs"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cfg")).sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("(_liveness)?\\.cfg$", "");
        String module = Files.readString(file.resolveSibling(name + ".tla"));
        jobs.add(TlcJob.of(name, module, Files.readString(file)).withCoverage());
      }
    }
    return jobs;
  }

  private static TlcResult run(SharedJvms jvms, TlcJob job) {
    return jvms.run(job, NONE);
  }

  /** Hears that a job is under way. */
  private static final class Started implements TlcListener {
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

  private static ProcessHandle onlyJvm() {
    List<ProcessHandle> all = ProcessHandle.current().children().toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
