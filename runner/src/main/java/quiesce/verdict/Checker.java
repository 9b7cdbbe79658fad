package quiesce.verdict;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.engine.tlc.Counts;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcException;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.source.SourceException;
import quiesce.template.InTime;
import quiesce.template.TemplateFailure;

/** Checks strategies, one at a time; several threads may use it. */
public final class Checker {
  private final TlcRunner engine;
  private final Limits limits;
  private final Watcher watcher;
  private final boolean fewestSwitches;

  public Checker(TlcRunner engine, Limits limits) {
    this(engine, limits, Watcher.NONE);
  }

  /** The same, which reports on checks that take long. */
  public Checker(TlcRunner engine, Limits limits, Watcher watcher) {
    this(engine, limits, watcher, false);
  }

  private Checker(TlcRunner engine, Limits limits, Watcher watcher, boolean fewestSwitches) {
    this.engine = engine;
    this.limits = limits;
    this.watcher = watcher;
    this.fewestSwitches = fewestSwitches;
  }

  /** The same for people: of the shortest counterexamples it finds the one that they would draw. */
  public Checker withFewestSwitches() {
    return new Checker(engine, limits, watcher, true);
  }

  /**
   * Runs TLC as often as it takes to get a verdict for each of the properties. After an internal
   * error there is none of this strategy; the others are checked.
   *
   * @throws InterruptedCheck when this thread is interrupted, or the JVM shuts down
   * @throws TlcException if TLC's files cannot be written
   * @throws TemplateFailure if a specification that is needed cannot be generated
   */
  public StrategyVerdicts check(Subject subject, Set<Property> wanted) {
    return check(subject, wanted, false);
  }

  /**
   * The same, until one property is violated: then those that nothing is known of yet are left out.
   */
  public StrategyVerdicts untilFirst(Subject subject, Set<Property> wanted) {
    return check(subject, wanted, true);
  }

  private StrategyVerdicts check(Subject subject, Set<Property> wanted, boolean untilFirst) {
    try {
      // Its clock begins here.
      TlcRuns runs = new TlcRuns(engine, limits, subject, watcher);
      if (!generated(subject)) {
        return unknown(subject, wanted, new Verdict.Unknown(Reason.TIMEOUT, late()));
      }
      StrategyVerdicts found = new StrategyCheck(runs, subject, wanted, untilFirst).verdicts();
      return fewestSwitches ? new FewestSwitches(runs).of(found) : found;
    } catch (InterruptedCheck | TlcException | TemplateFailure e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return unknown(subject, wanted, new Verdict.Unknown(Reason.OTHER, message(e)));
    }
  }

  /** Whether the specification that is explored first is there in time. */
  private boolean generated(Subject subject) {
    if (limits.timeout().isEmpty()) {
      return true;
    }
    Duration longest = Limits.generation(limits.timeout().get());
    boolean generated = InTime.call(longest, subject::first).isPresent();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedCheck();
    }
    return generated;
  }

  private String late() {
    return "no specification within "
        + Durations.text(Limits.generation(limits.timeout().orElseThrow()));
  }

  private static StrategyVerdicts unknown(Subject subject, Set<Property> wanted, Verdict unknown) {
    return new StrategyVerdicts(
        subject,
        wanted.stream()
            .sorted()
            .map(p -> new PropertyVerdict(p, unknown, Optional.empty(), Counts.NONE, Duration.ZERO))
            .toList(),
        Optional.empty());
  }

  /**
   * What there is too much of for this memory model; or what a report needs: what happened, and
   * where.
   */
  private static String message(Throwable e) {
    if (e instanceof SourceException s) {
      return s.diagnostics().stream()
          .map(d -> d.message() + ": " + d.help())
          .collect(Collectors.joining("; "));
    }
    return "internal error: "
        + e.toString().lines().findFirst().orElse("")
        + Arrays.stream(e.getStackTrace()).findFirst().map(at -> " at " + at).orElse("")
        + "; please report it";
  }

  /**
   * What TLC finds with each configuration as it is generated, by the name of its file. Where
   * several properties are violated, TLC stops at the first.
   *
   * @param specification one of the subject's
   * @throws InterruptedCheck when this thread is interrupted, or the JVM shuts down
   */
  public Map<String, TlcResult> results(Subject subject, Specification specification) {
    TlcRuns runs = new TlcRuns(engine, limits, subject, watcher).of(specification);
    Map<String, TlcResult> results = new LinkedHashMap<>();
    specification
        .configurations()
        .forEach((file, text) -> results.put(file, runs.byOneWorker(text, false, file)));
    for (TlcResult result : results.values()) {
      if (result.outcome() instanceof Outcome.Failed failed
          && ShuttingDown.isWhy(failed.reason())) {
        throw new InterruptedCheck();
      }
    }
    return results;
  }
}
