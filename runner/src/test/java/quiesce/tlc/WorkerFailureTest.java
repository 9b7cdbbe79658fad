package quiesce.tlc;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** All of {@link TlcFailureTest}, one after the other in one JVM. */
class WorkerFailureTest extends TlcFailureTest {
  private static Workers workers;

  @BeforeAll
  static void start() {
    workers = WorkersForTests.start();
  }

  @AfterAll
  static void end() {
    workers.close();
  }

  @Override
  TlcResult run(TlcJob job) {
    if (job.maxHeapMegabytes().isPresent()) {
      Heap heap = Heap.ofMegabytes(job.maxHeapMegabytes().get());
      try (Workers small = new Workers(WorkersForTests.program(), JvmOptions.SMALL.with(heap))) {
        return small.run(job, progress -> {}, new Recorder.Deaf());
      }
    }
    return workers.run(job, progress -> {}, new Recorder.Deaf());
  }

  @Override
  void noProcessAndNoFileIsLeft() {
    // The worker is. WorkersTest sees what is left of it.
  }
}
