package quiesce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import quiesce.catalogue.InputException;
import quiesce.engine.Engine;
import quiesce.engine.cache.CachePolicy;
import quiesce.engine.checkpoint.CheckpointDirectory;
import quiesce.engine.checkpoint.CheckpointPolicy;
import quiesce.engine.jvm.Heap;
import quiesce.engine.jvm.JvmSettings;
import quiesce.engine.jvm.OwnProcess;
import quiesce.engine.jvm.SharedJvms;
import quiesce.engine.jvm.TlcJar;
import quiesce.engine.jvm.Watchdog;
import quiesce.engine.tlc.TlcException;
import quiesce.output.Room;
import quiesce.output.WholeFiles;
import quiesce.store.ResultDirectory;
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

  @Option(
      names = "--isolated",
      description = "Run each TLC in a process of its own, and none in a JVM that several share.")
  private boolean isolated;

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
    OwnProcess.removeAbandoned();
    JvmSettings jvms = jvms(tlc, cache);
    boolean room = cache.filter(directory -> hasRoom(directory, console)).isPresent();
    return new Engine(
        new Engine.Parts(
            jvms,
            isolated ? Optional.empty() : headStart.of(jvms).or(() -> SharedJvms.of(jvms)),
            Watchdog.DEFAULT,
            Engine.Parts.PATIENCE,
            checkpoints(cache, room, checkpoints),
            cache
                .filter(directory -> remembers(console))
                .map(directory -> results(directory, room, console))));
  }

  private static Optional<CheckpointPolicy> checkpoints(
      Optional<Path> cache, boolean room, CheckpointOptions options) {
    if (cache.isEmpty() && options.wanted()) {
      throw new InputException(
          "there is no place for checkpoints: neither XDG_CACHE_HOME nor HOME is set, or the cache"
              + " directory is not to be used");
    }
    return cache
        .filter(directory -> room || options.wanted())
        .map(
            directory ->
                new CheckpointPolicy(
                    CheckpointDirectory.in(directory), options.every(), options.resume()));
  }

  private static CachePolicy results(Path cache, boolean room, Console console) {
    return new CachePolicy(
        ResultDirectory.in(cache),
        e -> {
          if (room) {
            console.error(
                "cannot write to %s (%s): some results are not kept"
                    .formatted(cache, WholeFiles.reason(e)));
          }
        });
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

  JvmSettings jvms(TlcJar tlc, Optional<Path> cache) {
    return new JvmSettings(tlc, cache, heap());
  }

  /** As many as there are jobs may run at once, and each may become as large as it may. */
  private Heap heap() {
    return memory
        .map(all -> Heap.withinProcess(all / jobs()))
        .orElseGet(() -> Heap.partOfMachine(PART_OF_MACHINE / jobs()));
  }

  /** Whether results are kept for later. */
  boolean keeps(Console console) {
    return CacheDirectory.of(console).isPresent() && remembers(console);
  }

  private boolean remembers(Console console) {
    String said = console.variable(CACHE_VARIABLE).orElse("on");
    if (!said.equals("on") && !said.equals("off")) {
      throw new InputException(CACHE_VARIABLE + " is '" + said + "'; set it to on or off");
    }
    return said.equals("on") && !withoutCache;
  }
}
