package quiesce.verdict;

import java.nio.file.Path;
import java.util.Optional;
import quiesce.tlc.ClassDataArchive;
import quiesce.tlc.JvmOptions;
import quiesce.tlc.Tlc;
import quiesce.tlc.TlcJar;
import quiesce.tlc.TlcJob;
import quiesce.tlc.TlcResult;

/** TLC, ready to run jobs, from several threads at once if need be. */
public final class Engine {
  private final Tlc tlc;
  private final String version;

  private Engine(Tlc tlc, String version) {
    this.tlc = tlc;
    this.version = version;
  }

  /**
   * @param cache a directory for what makes TLC start faster; without one it starts slower
   */
  public static Engine of(TlcJar jar, Optional<Path> cache) {
    return of(jar, cache, JvmOptions.SMALL);
  }

  /** The same with other options of its JVM. */
  public static Engine of(TlcJar jar, Optional<Path> cache, JvmOptions jvm) {
    Tlc plain = Tlc.of(jar, jvm);
    Tlc tlc =
        cache
            .flatMap(directory -> ClassDataArchive.in(directory, jar))
            .map(plain::withArchive)
            .orElse(plain);
    return new Engine(tlc, EngineVersion.of(jar));
  }

  /** For reports: {@code TLC 2.18}. */
  public String version() {
    return version;
  }

  /** Runs one job and waits for its end. */
  public TlcResult run(TlcJob job) {
    return tlc.run(job, progress -> {});
  }
}
