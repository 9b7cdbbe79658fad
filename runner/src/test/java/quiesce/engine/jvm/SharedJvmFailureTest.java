package quiesce.engine.jvm;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;

/** All of {@link TlcFailureTest}, one after the other in one JVM. */
class SharedJvmFailureTest extends TlcFailureTest {
  private static SharedJvms jvms;

  @BeforeAll
  static void start() {
    jvms = SharedJvmsForTests.start();
  }

  @AfterAll
  static void end() {
    jvms.close();
  }

  @Override
  TlcResult run(TlcJob job) {
    if (job.maxHeapMegabytes().isPresent()) {
      try (SharedJvms small = SharedJvmsForTests.ofMegabytes(job.maxHeapMegabytes().get())) {
        return small.run(job, TlcListener.NONE);
      }
    }
    return jvms.run(job, TlcListener.NONE);
  }

  @Override
  void noProcessAndNoFileIsLeft() {
    // The shared JVM is. SharedJvmsTest sees what is left of it.
  }
}
