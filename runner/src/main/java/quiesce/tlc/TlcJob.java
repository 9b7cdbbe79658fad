package quiesce.tlc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
 * @param coverage whether to count how often each action was taken; it costs time
 * @param stateSpace whether to tell every state and every step between two of them
 * @param walk whether to go along some behaviours by chance, the same each time, rather than to
 *     explore every state; nothing can pass by that
 * @param keepDirectory where the modules, the configuration and TLC's log are to stay
 */
public record TlcJob(
    String name,
    String module,
    String configuration,
    Map<String, String> extraModules,
    int workers,
    Optional<Duration> timeout,
    Optional<Integer> maxHeapMegabytes,
    boolean coverage,
    boolean stateSpace,
    boolean walk,
    Optional<Path> keepDirectory) {
  // A name becomes a file name: nothing but an identifier may.
  private static final Pattern IDENTIFIER = Pattern.compile("\\w+");

  public TlcJob {
    extraModules = Map.copyOf(extraModules);
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
        false,
        false,
        false,
        Optional.empty());
  }

  public TlcJob withWorkers(int count) {
    return new TlcJob(
        name,
        module,
        configuration,
        extraModules,
        count,
        timeout,
        maxHeapMegabytes,
        coverage,
        stateSpace,
        walk,
        keepDirectory);
  }

  public TlcJob withTimeout(Duration limit) {
    return new TlcJob(
        name,
        module,
        configuration,
        extraModules,
        workers,
        Optional.of(limit),
        maxHeapMegabytes,
        coverage,
        stateSpace,
        walk,
        keepDirectory);
  }

  public TlcJob withMaxHeapMegabytes(int megabytes) {
    return new TlcJob(
        name,
        module,
        configuration,
        extraModules,
        workers,
        timeout,
        Optional.of(megabytes),
        coverage,
        stateSpace,
        walk,
        keepDirectory);
  }

  public TlcJob withCoverage() {
    return new TlcJob(
        name,
        module,
        configuration,
        extraModules,
        workers,
        timeout,
        maxHeapMegabytes,
        true,
        stateSpace,
        walk,
        keepDirectory);
  }

  public TlcJob withStateSpace() {
    return new TlcJob(
        name,
        module,
        configuration,
        extraModules,
        workers,
        timeout,
        maxHeapMegabytes,
        coverage,
        true,
        walk,
        keepDirectory);
  }

  public TlcJob withWalk() {
    return new TlcJob(
        name,
        module,
        configuration,
        extraModules,
        workers,
        timeout,
        maxHeapMegabytes,
        coverage,
        stateSpace,
        true,
        keepDirectory);
  }

  public TlcJob withExtraModules(Map<String, String> modules) {
    return new TlcJob(
        name,
        module,
        configuration,
        modules,
        workers,
        timeout,
        maxHeapMegabytes,
        coverage,
        stateSpace,
        walk,
        keepDirectory);
  }

  public TlcJob keptIn(Path directory) {
    return new TlcJob(
        name,
        module,
        configuration,
        extraModules,
        workers,
        timeout,
        maxHeapMegabytes,
        coverage,
        stateSpace,
        walk,
        Optional.of(directory));
  }

  private static void requireIdentifier(String name) {
    if (!IDENTIFIER.matcher(name).matches()) {
      throw new IllegalArgumentException("not a module name: " + name);
    }
  }
}
