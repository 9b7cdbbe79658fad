package quiesce.engine.cache;

import java.nio.file.Path;
import quiesce.engine.jvm.ClassDataArchive;
import quiesce.engine.jvm.JvmOptions;
import quiesce.engine.jvm.OwnProcess;
import quiesce.engine.jvm.TlcJar;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;

/** Small jobs, and the TLC that runs them. */
final class Jobs {
  private static final String MODULE =
      """
      ---- MODULE Turns ----
      EXTENDS Naturals
      VARIABLE turn
      Init == turn = 0
      Go == turn' = (turn + 1) % 4
      Skip == turn = 1 /\\ turn' = 3
      Stop == turn < 3 /\\ turn' = turn + 1
      Next == Go \\/ Skip
      Spec == Init /\\ [][Next]_turn
      Fair == Spec /\\ WF_turn(Go)
      Small == turn < 4
      Smaller == turn < 3
      Again == []<>(turn = 0)
      Twice == []<>(turn = 2)
      ====
      """;

  private Jobs() {}

  static TlcJob holds() {
    return job("SPECIFICATION Spec\nINVARIANT Small\n").withCoverage().withStateSpace();
  }

  static TlcJob invariantViolated() {
    return job("SPECIFICATION Spec\nINVARIANTS Small Smaller\n").withCoverage();
  }

  static TlcJob propertyViolated() {
    return job("SPECIFICATION Fair\nPROPERTIES Again Twice\n");
  }

  static TlcJob deadlock() {
    return job("INIT Init\nNEXT Stop\n");
  }

  /** Takes longer than anybody waits. */
  static TlcJob endless() {
    String module =
        """
        ---- MODULE Long ----
        EXTENDS Naturals
        VARIABLES a, b
        Init == a = 0 /\\ b = 0
        Next == a' \\in 0..2000 /\\ b' \\in 0..2000
        ====
        """;
    return TlcJob.of("Long", module, "INIT Init\nNEXT Next\n");
  }

  static TlcJob job(String configuration) {
    return TlcJob.of("Turns", MODULE, configuration);
  }

  static TlcJar jar() {
    return TlcJar.onClassPath().orElseThrow();
  }

  /** Runs the job for a cache. */
  static TlcResult run(TlcJob job, TlcListener listener) {
    return OwnProcess.of(
            jar(),
            JvmOptions.SMALL,
            ClassDataArchive.in(Path.of("target", "cache", "quiesce"), jar()))
        .run(job, listener);
  }
}
