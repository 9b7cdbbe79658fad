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
    return new Workers(program(), JvmOptions.SMALL.with(Heap.ofMegabytes(512)));
  }
}
