package quiesce.engine.jvm;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;

/** All of {@link TlcVerdictTest}, one after the other in one JVM. */
class SharedJvmVerdictTest extends TlcVerdictTest {
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
    return jvms.run(job, TlcListener.NONE);
  }

  @Override
  void noProcessAndNoFileIsLeft() {
    // The shared JVM is. SharedJvmsTest sees what is left of it.
  }
}
