package quiesce.verdict;

import java.nio.file.Path;
import java.util.Optional;
import quiesce.cache.ResultCache;
import quiesce.tlc.ClassDataArchive;
import quiesce.tlc.JvmOptions;
import quiesce.tlc.Recorder;
import quiesce.tlc.Tlc;
import quiesce.tlc.TlcJar;
import quiesce.tlc.TlcJob;
import quiesce.tlc.TlcResult;

/** TLC, ready to run jobs, from several threads at once if need be. */
public final class Engine implements AutoCloseable {
  private final TlcJar jar;
  private final Optional<Path> cache;
  private final JvmOptions jvm;
  private final Optional<ResultCache> results;
  private final String version;
  private Optional<Tlc> started = Optional.empty();

  private Engine(TlcJar jar, Optional<Path> cache, JvmOptions jvm, Optional<ResultCache> results) {
    this.jar = jar;
    this.cache = cache;
    this.jvm = jvm;
    this.results = results;
    this.version = EngineVersion.of(jar);
  }

  /**
   * @param cache a directory for what makes TLC start faster; without one it starts slower
   */
  public static Engine of(TlcJar jar, Optional<Path> cache) {
    return of(jar, cache, JvmOptions.SMALL);
  }

  /** The same with other options of its JVM. */
  public static Engine of(TlcJar jar, Optional<Path> cache, JvmOptions jvm) {
    return new Engine(jar, cache, jvm, Optional.empty());
  }

  /** The same, which does not run again what these results know; they are closed with it. */
  public Engine withResults(ResultCache known) {
    return new Engine(jar, cache, jvm, Optional.of(known));
  }

  /** For reports: {@code TLC 2.18}. */
  public String version() {
    return version;
  }

  /** Runs one job and waits for its end. */
  public TlcResult run(TlcJob job) {
    return results.isPresent()
        ? results.get().run(job, recorder -> run(job, recorder))
        : run(job, new Recorder.Deaf());
  }

  private TlcResult run(TlcJob job, Recorder recorder) {
    return tlc().run(job, progress -> {}, recorder);
  }

  /** Made when it is needed: to make an archive takes seconds, and to find one a part of one. */
  private synchronized Tlc tlc() {
    if (started.isEmpty()) {
      Tlc plain = Tlc.of(jar, jvm);
      started =
          Optional.of(
              cache
                  .flatMap(directory -> ClassDataArchive.in(directory, jar))
                  .map(plain::withArchive)
                  .orElse(plain));
    }
    return started.get();
  }

  @Override
  public void close() {
    results.ifPresent(ResultCache::close);
  }
}
