package quiesce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import quiesce.cache.ResultCache;
import quiesce.cache.ResultDirectory;
import quiesce.catalogue.InputException;
import quiesce.checkpoint.CheckpointDirectory;
import quiesce.checkpoint.Checkpoints;
import quiesce.output.Room;
import quiesce.output.WholeFiles;
import quiesce.tlc.Heap;
import quiesce.tlc.Tlc;
import quiesce.tlc.TlcException;
import quiesce.tlc.TlcJar;
import quiesce.verdict.Engine;
import quiesce.verdict.Jvms;
import quiesce.verdict.Limits;

/** How TLC is run. */
final class EngineOptions {
  static final String JAR_VARIABLE = "QUIESCE_TLA2TOOLS";
  private static final double PART_OF_MACHINE = 75;

  static final String CACHE_VARIABLE = "QUIESCE_CACHE";

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      converter = Converters.OfCount.class,
      description = "Worker threads of each TLC. Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      converter = Converters.OfCount.class,
      description =
          "Strategies that are checked at the same time. Default: the number of processors.")
  private Optional<Integer> jobs = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Converters.OfDuration.class,
      description = "Time for each strategy: 90, 90s, 5m, 1h. Default: no limit.")
  private Optional<Duration> timeout;

  @Option(
      names = "--memory-limit",
      paramLabel = "SIZE",
      converter = Converters.OfMegabytes.class,
      description =
          "Memory of all TLCs together: 500m, 4g, at least 200m; states beyond that go to disk, and"
              + " for each 200m one job runs at most. Default: three quarters of the machine's.")
  private Optional<Integer> memory = Optional.empty();

  @Option(
      names = "--tla2tools",
      paramLabel = "JAR",
      description = "Another TLC than the one that comes with quiesce; also " + JAR_VARIABLE + ".")
  private Optional<Path> jar;

  @Option(
      names = "--no-cache",
      description =
          "Run TLC even where its result is known, and do not keep the result; also "
              + CACHE_VARIABLE
              + "=off.")
  private boolean withoutCache;

  /** As many as are wanted, and have room in the memory that there is for them. */
  int jobs() {
    int wanted = jobs.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    return memory.map(all -> Math.min(wanted, all / Converters.OfMegabytes.FEWEST)).orElse(wanted);
  }

  /** For each strategy, if there is one. */
  Optional<Duration> timeout() {
    return timeout;
  }

  /**
   * Prepares the directory to keep things in.
   *
   * @param kept that directory, if there is to be one
   */
  Limits limits(Optional<Path> kept) {
    kept.ifPresent(OutputFiles::prepare);
    return new Limits(workers, timeout, kept);
  }

  /** TLC as these options have it. */
  Engine engine(Console console) {
    return engine(console, new CheckpointOptions(), HeadStart.NONE);
  }

  /** The same for checks that may be resumed, in JVMs that were begun to be started if they fit. */
  Engine engine(Console console, CheckpointOptions checkpoints, HeadStart headStart) {
    TlcJar tlc =
        jar.or(() -> console.variable(JAR_VARIABLE).map(Path::of))
            .map(TlcJar::at)
            .or(TlcJar::onClassPath)
            .orElseThrow(
                () ->
                    new TlcException(
                        "there is no TLC on the class path; name a tla2tools.jar with --tla2tools"
                            + " or "
                            + JAR_VARIABLE));
    Optional<Path> cache = cache(console);
    Tlc.removeAbandoned();
    Engine engine = Engine.of(headStart.orElse(jvms(tlc, cache)));
    if (cache.isEmpty()) {
      if (checkpoints.wanted()) {
        throw new InputException(
            "there is no place for checkpoints: neither XDG_CACHE_HOME nor HOME is set, or the cache"
                + " directory is not to be used");
      }
      return engine;
    }
    boolean room = hasRoom(cache.get(), console);
    Engine keeping =
        room || checkpoints.wanted()
            ? engine.withCheckpoints(
                Checkpoints.of(
                    CheckpointDirectory.in(cache.get()),
                    tlc,
                    checkpoints.every(),
                    checkpoints.resume()))
            : engine;
    return remembers(console)
        ? keeping.withResults(
            ResultCache.of(
                ResultDirectory.in(cache.get()),
                tlc,
                e -> {
                  if (room) {
                    console.error(
                        "cannot write to %s (%s): some results are not kept"
                            .formatted(cache.get(), WholeFiles.reason(e)));
                  }
                }))
        : keeping;
  }

  /** The cache directory, if it is to be touched, and only this user can have written there. */
  private Optional<Path> cache(Console console) {
    Optional<Path> cache = CacheDirectory.of(console).filter(directory -> !withoutCache);
    if (cache.stream().allMatch(CacheDirectory::isOurs)) {
      return cache;
    }
    console.error(cache.get() + " is not used: it is not a directory of this user");
    return Optional.empty();
  }

  /** Says so if there is none: the checks run without keeping results. */
  private static boolean hasRoom(Path cache, Console console) {
    try {
      Room.in(cache);
      return true;
    } catch (IOException e) {
      console.error(
          "cannot write to %s (%s): nothing is kept there".formatted(cache, WholeFiles.reason(e)));
      return false;
    }
  }

  Jvms jvms(TlcJar tlc, Optional<Path> cache) {
    return new Jvms(tlc, cache, heap());
  }

  /** As many as there are jobs may run at once, and each may become as large as it may. */
  private Heap heap() {
    return memory
        .map(all -> Heap.withinProcess(all / jobs()))
        .orElseGet(() -> Heap.partOfMachine(PART_OF_MACHINE / jobs()));
  }

  private boolean remembers(Console console) {
    String said = console.variable(CACHE_VARIABLE).orElse("on");
    if (!said.equals("on") && !said.equals("off")) {
      throw new InputException(CACHE_VARIABLE + " is '" + said + "'; set it to on or off");
    }
    return said.equals("on") && !withoutCache;
  }
}
