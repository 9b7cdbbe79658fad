package quiesce.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.emission.Emitter;
import quiesce.emission.Options;
import quiesce.emission.Specification;
import quiesce.lowering.Lowering;
import quiesce.property.Property;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.tlc.JvmOptions;
import quiesce.tlc.Outcome;
import quiesce.tlc.Tlc;
import quiesce.tlc.TlcJar;
import quiesce.tlc.TlcJob;
import quiesce.tlc.TlcResult;

/** What TLC says of each property of a strategy, with the least of machinery around it. */
final class Verdicts {
  /** What comes of one property. */
  enum Verdict {
    HOLDS,
    VIOLATED,
    NOT_APPLICABLE
  }

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Tlc TLC = Tlc.of(TlcJar.onClassPath().orElseThrow(), JvmOptions.SMALL);

  private Verdicts() {}

  static Specification specification(SourceFile file, Options options) {
    return Emitter.emit(Lowering.lower(Parser.parse(file), options.compiler()), options);
  }

  /** The verdicts of all properties. */
  static Map<Property, Verdict> of(SourceFile file, Options options) {
    return of(specification(file, options), EnumSet.allOf(Property.class));
  }

  /** The verdicts of some properties. */
  static Map<Property, Verdict> of(Specification spec, Set<Property> wanted) {
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
      Outcome outcome = run(spec, only(spec.safety(), safety));
      if (outcome instanceof Outcome.Passed) {
        safety.forEach(p -> verdicts.put(p, Verdict.HOLDS));
        break;
      } else if (outcome instanceof Outcome.InvariantViolated v) {
        Property p = Property.named(v.invariant()).orElseThrow();
        verdicts.put(p, Verdict.VIOLATED);
        safety.remove(p);
      } else {
        throw new AssertionError(spec.name() + ": " + outcome);
      }
    }
    return verdicts;
  }

  private static boolean isViolated(Specification spec, Property liveness) {
    Outcome outcome = run(spec, only(spec.liveness().orElseThrow(), List.of(liveness)));
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

  private static Outcome run(Specification spec, String configuration) {
    TlcJob job = TlcJob.of(spec.name(), spec.module(), configuration).withTimeout(LIMIT);
    TlcResult result = TLC.run(job, progress -> {});
    if (!result.warnings().isEmpty()) {
      throw new AssertionError(spec.name() + " warns: " + result.warnings());
    }
    return result.outcome();
  }
}
