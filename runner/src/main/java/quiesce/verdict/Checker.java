package quiesce.verdict;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.engine.tlc.Counts;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcException;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.template.TemplateFailure;

/** Checks strategies, one at a time; several threads may use it. */
public final class Checker {
  private final TlcRunner engine;
  private final Limits limits;
  private final Watcher watcher;

  public Checker(TlcRunner engine, Limits limits) {
    this(engine, limits, Watcher.NONE);
  }

  /** The same, which reports on checks that take long. */
  public Checker(TlcRunner engine, Limits limits, Watcher watcher) {
    this.engine = engine;
    this.limits = limits;
    this.watcher = watcher;
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
    try {
      return new StrategyCheck(new TlcRuns(engine, limits, subject, watcher), subject, wanted)
          .verdicts();
    } catch (InterruptedCheck | TlcException | TemplateFailure e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      Verdict unknown = new Verdict.Unknown(Reason.OTHER, message(e));
      return new StrategyVerdicts(
          subject,
          wanted.stream()
              .sorted()
              .map(
                  p ->
                      new PropertyVerdict(p, unknown, Optional.empty(), Counts.NONE, Duration.ZERO))
              .toList(),
          Optional.empty());
    }
  }

  /** What happened and where, which is what a report of it needs. */
  private static String message(Throwable e) {
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
