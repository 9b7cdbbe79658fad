package quiesce.tlc;

import java.nio.file.Path;
import java.util.Optional;

/** Workers for tests, whose program is made once for all of them. */
final class WorkersForTests {
  private WorkersForTests() {}

  static WorkerProgram program() {
    Optional<WorkerProgram> made =
        WorkerProgram.in(Path.of("target", "cache"), TlcJar.onClassPath().orElseThrow());
    return made.orElseThrow();
  }

  static Workers start() {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The same with all temporary directories in this one. */
  static Workers in(Path temporary) {
    return new Workers(program(), JvmOptions.SMALL.with(Heap.ofMegabytes(512)), temporary);
  }
}
