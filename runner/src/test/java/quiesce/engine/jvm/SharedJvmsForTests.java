package quiesce.engine.jvm;

import java.nio.file.Path;
import java.util.Optional;

/** Shared JVMs for tests, whose archive of classes is made once for all of them. */
final class SharedJvmsForTests {
  private SharedJvmsForTests() {}

  static SharedJvms start() {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The same with all temporary directories in this one. */
  static SharedJvms in(Path temporary) {
    JvmSettings jvms = settings(512);
    return new SharedJvms(jvms, SharedJvmProgram.of(jvms.jar()).orElseThrow(), temporary);
  }

  static SharedJvms ofMegabytes(int heap) {
    return SharedJvms.of(settings(heap)).orElseThrow();
  }

  private static JvmSettings settings(int megabytes) {
    return new JvmSettings(
        TlcJar.onClassPath().orElseThrow(),
        Optional.of(Path.of("target", "cache")),
        Heap.ofMegabytes(megabytes));
  }
}
