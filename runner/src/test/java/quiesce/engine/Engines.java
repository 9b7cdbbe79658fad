package quiesce.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import quiesce.engine.cache.CachePolicy;
import quiesce.engine.jvm.Heap;
import quiesce.engine.jvm.JvmSettings;
import quiesce.engine.jvm.SharedJvms;
import quiesce.engine.jvm.TlcJar;
import quiesce.engine.jvm.Watchdog;
import quiesce.store.ResultDirectory;

/** The engine of tests: TLC as users have it, with nothing remembered from an earlier run. */
public final class Engines {
  private Engines() {}

  /** One that its user closes. */
  public static Engine start() {
    return start(Engine.Parts.PATIENCE, Optional.empty());
  }

  static Engine start(Duration patience, Optional<ResultDirectory> results) {
    JvmSettings jvms = jvms();
    return new Engine(
        new Engine.Parts(
            jvms,
            SharedJvms.of(jvms),
            Watchdog.DEFAULT,
            patience,
            Optional.empty(),
            results.map(CachePolicy::in)));
  }

  static JvmSettings jvms() {
    return new JvmSettings(
        TlcJar.onClassPath().orElseThrow(),
        Optional.of(Path.of("target", "cache")),
        Heap.partOfMachine(25));
  }
}
