package quiesce.tlc;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** All of {@link TlcVerdictTest}, one after the other in one JVM. */
class WorkerVerdictTest extends TlcVerdictTest {
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
    return workers.run(job, progress -> {}, new Recorder.Deaf());
  }

  @Override
  void noProcessAndNoFileIsLeft() {
    // The worker is. WorkersTest sees what is left of it.
  }
}
