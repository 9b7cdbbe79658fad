package quiesce.engine.tlc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing for TLC to check.
 *
 * @param name name of the module
 * @param module text of the module
 * @param configuration text of the configuration; it also decides about the deadlock check
 * @param extraModules text of further modules, by module name
 * @param workers number of worker threads
 * @param timeout how long TLC may run
 * @param maxHeapMegabytes how much heap TLC may use
 * @param requests what else is asked of it
 * @param keepDirectory where the modules, the configuration and TLC's log are to stay
 * @param longRun how a run that may take long has its files
 */
public record TlcJob(
    String name,
    String module,
    String configuration,
    Map<String, String> extraModules,
    int workers,
    Optional<Duration> timeout,
    Optional<Integer> maxHeapMegabytes,
    Set<Request> requests,
    Optional<Path> keepDirectory,
    Optional<LongRun> longRun) {
  /** What a run may do beyond checking, or instead of it. */
  public enum Request {
    /** Counts how often each action was taken; it costs time. */
    COVERAGE,
    /** Print every state and every step between two of them. */
    STATE_SPACE,
    /**
     * Goes along some behaviours by chance, the same each time, rather than to explore every state;
     * nothing can pass by that.
     */
    WALK,
    /** May take minutes. */
    LONG,
    /** TLC can resume it from a checkpoint, which it cannot where it checks liveness. */
    CHECKPOINTS,
    /** Resumes from the last checkpoint, if there is one. */
    RESUME
  }

  // A name becomes a file name: nothing but an identifier may.
  private static final Pattern IDENTIFIER = Pattern.compile("\\w+");

  public TlcJob {
    extraModules = Map.copyOf(extraModules);
    requests = Set.copyOf(requests);
    requireIdentifier(name);
    extraModules.keySet().forEach(TlcJob::requireIdentifier);
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, not " + workers);
    }
  }

  /** A job with one worker, no limits and nothing kept. */
  public static TlcJob of(String name, String module, String configuration) {
    return new TlcJob(
        name,
        module,
        configuration,
        Map.of(),
        1,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  public TlcJob withWorkers(int count) {
    return with(extraModules, count, timeout, maxHeapMegabytes, requests, keepDirectory, longRun);
  }

  public TlcJob withTimeout(Duration limit) {
    return with(
        extraModules,
        workers,
        Optional.of(limit),
        maxHeapMegabytes,
        requests,
        keepDirectory,
        longRun);
  }

  /** The same in no more than this time, nor than it has. */
  public TlcJob within(Duration limit) {
    return withTimeout(timeout.filter(t -> t.compareTo(limit) < 0).orElse(limit));
  }

  /** The same in the time that is left after some has passed, if it has a limit. */
  public TlcJob after(Duration passed) {
    return timeout.map(t -> withTimeout(t.minus(passed))).orElse(this);
  }

  public TlcJob withMaxHeapMegabytes(int megabytes) {
    return with(
        extraModules, workers, timeout, Optional.of(megabytes), requests, keepDirectory, longRun);
  }

  public TlcJob withCoverage() {
    return with(Request.COVERAGE);
  }

  public TlcJob withStateSpace() {
    return with(Request.STATE_SPACE);
  }

  public TlcJob withWalk() {
    return with(Request.WALK);
  }

  public TlcJob with(Request request) {
    return with(
        extraModules,
        workers,
        timeout,
        maxHeapMegabytes,
        Stream.concat(requests.stream(), Stream.of(request)).collect(Collectors.toSet()),
        keepDirectory,
        longRun);
  }

  public TlcJob withExtraModules(Map<String, String> modules) {
    return with(modules, workers, timeout, maxHeapMegabytes, requests, keepDirectory, longRun);
  }

  public TlcJob keptIn(Path directory) {
    return with(
        extraModules,
        workers,
        timeout,
        maxHeapMegabytes,
        requests,
        Optional.of(directory),
        longRun);
  }

  public TlcJob with(LongRun how) {
    return with(
        extraModules,
        workers,
        timeout,
        maxHeapMegabytes,
        requests,
        keepDirectory,
        Optional.of(how));
  }

  private TlcJob with(
      Map<String, String> modules,
      int count,
      Optional<Duration> limit,
      Optional<Integer> megabytes,
      Set<Request> asked,
      Optional<Path> keep,
      Optional<LongRun> how) {
    return new TlcJob(
        name, module, configuration, modules, count, limit, megabytes, asked, keep, how);
  }

  public boolean has(Request request) {
    return requests.contains(request);
  }

  public boolean coverage() {
    return requests.contains(Request.COVERAGE);
  }

  public boolean stateSpace() {
    return requests.contains(Request.STATE_SPACE);
  }

  public boolean walk() {
    return requests.contains(Request.WALK);
  }

  private static void requireIdentifier(String name) {
    if (!IDENTIFIER.matcher(name).matches()) {
      throw new IllegalArgumentException("not a module name: " + name);
    }
  }
}
