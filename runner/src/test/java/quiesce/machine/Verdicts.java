package quiesce.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.lowering.Lowering;
import quiesce.module.Emitter;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.source.Parser;
import quiesce.source.SourceFile;

/**
 * What TLC says of each property of a strategy, with the least of machinery around it, for one test
 * class, which closes it.
 */
final class Verdicts implements AutoCloseable {
  /** What comes of one property. */
  enum Verdict {
    HOLDS,
    VIOLATED,
    NOT_APPLICABLE
  }

  private static final String FEW_STATES = "FewStates";

  /** The bound of a test, beside the one that a specification may have of its own. */
  private static final String AT_MOST = "AtMost";

  private static final String ENOUGH_OBJECTS = "EnoughObjects";

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Engine engine;
  private final OptionalInt most;

  /** Explores whatever there is. */
  Verdicts() {
    this(Engines.start(), OptionalInt.empty());
  }

  private Verdicts(Engine engine, OptionalInt most) {
    this.engine = engine;
    this.most = most;
  }

  /**
   * The same, closed with this, but where a specification has more states the test is aborted,
   * which then counts as skipped.
   *
   * @param most distinct states, so that what is skipped does not depend on the machine
   */
  Verdicts atMost(int most) {
    return new Verdicts(engine, OptionalInt.of(most));
  }

  static Specification specification(SourceFile file, Options options) {
    return Emitter.emit(Lowering.lower(Parser.parse(file), options.compiler()), options);
  }

  /** The verdicts of all properties. */
  Map<Property, Verdict> of(SourceFile file, Options options) {
    return of(specification(file, options), EnumSet.allOf(Property.class));
  }

  /** The verdicts of some properties. */
  Map<Property, Verdict> of(Specification spec, Set<Property> wanted) {
    return explored(spec, wanted).verdicts();
  }

  /**
   * @param distinct states, as far as the safety properties that hold make TLC look
   */
  record Explored(Map<Property, Verdict> verdicts, long distinct) {}

  /** The verdicts of some properties, and the states that it took. */
  Explored explored(Specification spec, Set<Property> wanted) {
    long distinct = 0;
    Map<Property, Verdict> verdicts = new EnumMap<>(Property.class);
    List<Property> safety = new ArrayList<>();
    for (Property p : wanted) {
      if (!spec.applies(p)) {
        verdicts.put(p, Verdict.NOT_APPLICABLE);
      } else if (p.liveness()) {
        verdicts.put(p, isViolated(spec, p) ? Verdict.VIOLATED : Verdict.HOLDS);
      } else {
        safety.add(p);
      }
    }
    while (!safety.isEmpty()) {
      TlcResult result = run(spec, only(spec.safety(), safety));
      Outcome outcome = result.outcome();
      if (outcome instanceof Outcome.Passed) {
        safety.forEach(p -> verdicts.put(p, Verdict.HOLDS));
        distinct = result.counts().distinct();
        break;
      } else if (outcome instanceof Outcome.InvariantViolated v) {
        Property p = Property.named(v.invariant()).orElseThrow();
        verdicts.put(p, Verdict.VIOLATED);
        safety.remove(p);
      } else {
        throw new AssertionError(spec.name() + ": " + outcome);
      }
    }
    hangsAreDeadlocks(spec, verdicts);
    return new Explored(verdicts, distinct);
  }

  /**
   * What holds for any number of CPUs.
   *
   * @param holding the safety properties that hold
   * @param registrations whether there may be any number of these, too
   * @param distinct states
   */
  record Lifted(Set<Property> holding, boolean registrations, long distinct) {}

  /** The safety properties of a specification for any number of CPUs. */
  Lifted lifted(Specification spec) {
    Set<Property> all = EnumSet.noneOf(Property.class);
    Stream.of(Property.values()).filter(p -> !p.liveness() && spec.applies(p)).forEach(all::add);
    return lifted(spec, all);
  }

  private Lifted lifted(Specification spec, Set<Property> left) {
    String configuration = spec.safety();
    boolean enough = true;
    while (!left.isEmpty()) {
      TlcResult result = run(spec, only(configuration, left));
      if (result.outcome() instanceof Outcome.Passed) {
        return new Lifted(left, enough, result.counts().distinct());
      } else if (!(result.outcome() instanceof Outcome.InvariantViolated v)) {
        throw new AssertionError(spec.name() + ": " + result.outcome());
      } else if (v.invariant().equals(FEW_STATES)) {
        return new Lifted(Set.of(), enough, 0);
      } else if (v.invariant().equals(ENOUGH_OBJECTS)) {
        enough = false;
        configuration = configuration.replace("INVARIANT " + ENOUGH_OBJECTS + "\n", "");
      } else {
        left.remove(Property.named(v.invariant()).orElseThrow());
      }
    }
    return new Lifted(left, enough, 0);
  }

  /** What the generator says of hangs is so of every strategy that a test has explored. */
  private static void hangsAreDeadlocks(Specification spec, Map<Property, Verdict> verdicts) {
    if (spec.comesToAnEnd(p -> verdicts.get(p) == Verdict.HOLDS)) {
      verdicts.forEach(
          (p, verdict) -> {
            if (p.liveness() && verdict == Verdict.VIOLATED) {
              throw new AssertionError(p + " is violated, and there is no deadlock");
            }
          });
    }
  }

  private boolean isViolated(Specification spec, Property liveness) {
    Outcome outcome = run(spec, only(spec.liveness().orElseThrow(), List.of(liveness))).outcome();
    if (outcome instanceof Outcome.PropertyViolated) {
      return true;
    } else if (outcome instanceof Outcome.Passed) {
      return false;
    }
    throw new AssertionError(spec.name() + ": " + outcome);
  }

  /** The configuration without the other properties. */
  private static String only(String configuration, Collection<Property> kept) {
    Set<String> titles = kept.stream().map(Property::title).collect(Collectors.toSet());
    return configuration
        .lines()
        .filter(l -> Property.named(l.strip()).isEmpty() || titles.contains(l.strip()))
        .map(l -> l + "\n")
        .collect(Collectors.joining());
  }

  private TlcResult run(Specification spec, String configuration) {
    TlcResult result = run(TlcJob.of(spec.name(), spec.module(), configuration));
    if (!result.warnings().isEmpty()) {
      throw new AssertionError(spec.name() + " warns: " + result.warnings());
    }
    return result;
  }

  /** What comes of a job. */
  Outcome outcome(TlcJob job) {
    return run(job).outcome();
  }

  /** The result of a job. */
  TlcResult run(TlcJob job) {
    TlcJob bounded = most.isPresent() ? bounded(job, most.getAsInt()) : job;
    TlcResult result = engine.run(bounded.withTimeout(LIMIT), TlcListener.NONE);
    if (most.isPresent()
        && result.outcome() instanceof Outcome.InvariantViolated v
        && v.invariant().equals(AT_MOST)) {
      throw new TestAbortedException(
          "%s has more than %d states".formatted(job.name(), most.getAsInt()));
    }
    return result;
  }

  private static TlcJob bounded(TlcJob job, int most) {
    String name = job.name() + "Bounded";
    String text =
        """
        ---- MODULE %s ----
        EXTENDS %s, Naturals, TLC
        %s == TLCGet("distinct") <= %d
        ====
        """
            .formatted(name, job.name(), AT_MOST, most);
    return TlcJob.of(name, text, job.configuration() + "INVARIANT " + AT_MOST + "\n")
        .withExtraModules(Map.of(job.name(), job.module()));
  }

  @Override
  public void close() {
    engine.close();
  }
}
