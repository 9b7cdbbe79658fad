package quiesce.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Explainer;
import quiesce.module.Options;
import quiesce.text.Visible;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.UntakenStep;
import quiesce.verdict.Verdict;

/** What reports say in words. */
public final class Sentences {
  private Sentences() {}

  /** Why somebody should look at the verdict; the property first. */
  public static String unexpected(PropertyVerdict v) {
    String property = v.property().title();
    if (v.verdict() instanceof Verdict.Unknown u) {
      return property + " is unknown: " + firstLine(u.message());
    } else if (v.verdict() instanceof Verdict.Holds h && h.vacuous()) {
      return property + " holds vacuously";
    }
    String what =
        v.verdict() instanceof Verdict.NotApplicable n
            ? " is not applicable (" + n.reason() + ")"
            : v.verdict() instanceof Verdict.Violated violated
                ? " is violated" + cpus(violated)
                : " holds";
    return property + what + expected(v);
  }

  /** The verdict and what it is about: the meaning of the property, or the reason. */
  public static String verdict(PropertyVerdict v) {
    if (v.verdict() instanceof Verdict.NotApplicable n) {
      return "not applicable" + expected(v) + ": " + n.reason();
    } else if (v.verdict() instanceof Verdict.Unknown u) {
      return "unknown: " + firstLine(u.message());
    } else if (v.verdict() instanceof Verdict.Holds h && h.vacuous()) {
      return "holds vacuously: " + v.property().meaning();
    }
    // "violated: no reader ..." would read as its opposite.
    return v.verdict() instanceof Verdict.Violated violated
        ? "violated" + cpus(violated) + expected(v) + "; must hold: " + v.property().meaning()
        : v.verdict().title() + scope(v) + expected(v) + ": " + v.property().meaning();
  }

  /** What a mark does not say, to follow the property; nothing of one that holds as expected. */
  static Optional<String> remark(StrategyVerdicts strategy, PropertyVerdict v) {
    if (v.verdict() instanceof Verdict.Violated violated) {
      Counterexample example =
          Explainer.explain(violated.specification(), v.property(), violated.trace());
      String line = Fault.line(example).map(l -> ", line " + l).orElse("");
      return Optional.of(
          "violated%s%s, %s%s; must hold: %s"
              .formatted(
                  cpus(violated), expected(v), example.outcome(), line, v.property().meaning()));
    } else if (v.verdict() instanceof Verdict.NotApplicable n) {
      return Optional.of("not applicable" + expected(v) + ", " + n.reason());
    } else if (v.verdict() instanceof Verdict.Unknown u) {
      return Optional.of("unknown, " + firstLine(u.message()));
    }
    return Optional.of(v)
        .filter(PropertyVerdict::unexpected)
        .map(PropertyVerdict::verdict)
        .map(h -> ((Verdict.Holds) h).vacuous() ? "holds vacuously" : "holds" + expected(v));
  }

  /** How many CPUs a violation takes, if that is more than the usual two; after a space. */
  static String cpus(Verdict.Violated violated) {
    int cpus = violated.specification().options().cpus().number();
    return cpus > Options.DEFAULT.cpus().number() ? " with " + cpus + " CPUs" : "";
  }

  /** What a pass is for, after a space. */
  private static String scope(PropertyVerdict v) {
    return v.verdict() instanceof Verdict.Holds h ? " for " + h.scope().text() : "";
  }

  /** The rest of a sentence that says what was expected instead; empty if nothing was. */
  static String expected(PropertyVerdict v) {
    return v.unexpected()
        ? v.expected().map(e -> ", expected " + e.title().replace('-', ' ')).orElse("")
        : "";
  }

  /** Why passes are vacuous: one line for each step that is never taken. */
  public static List<String> neverTaken(StrategyVerdicts strategy) {
    return stepsNeverTaken(strategy).stream()
        .map(step -> name(strategy) + ": never taken: " + step)
        .toList();
  }

  static List<String> stepsNeverTaken(StrategyVerdicts strategy) {
    return strategy.properties().stream()
        .map(PropertyVerdict::verdict)
        .filter(Verdict.Holds.class::isInstance)
        .flatMap(v -> ((Verdict.Holds) v).neverTaken().stream())
        .map(UntakenStep::text)
        .distinct()
        .map(Visible::of)
        .toList();
  }

  static String firstLine(String text) {
    List<String> lines = text.lines().toList();
    return lines.isEmpty() ? "" : lines.get(0) + (lines.size() > 1 ? " ..." : "");
  }

  /** How many of what: {@code 8 hold, 3 not applicable}. */
  public static String counts(List<PropertyVerdict> verdicts) {
    return List.of(
            count(verdicts, Verdict.Holds.class::isInstance, "holds", "hold"),
            count(verdicts, Verdict.Violated.class::isInstance, "violated", "violated"),
            count(
                verdicts,
                Verdict.NotApplicable.class::isInstance,
                "not applicable",
                "not applicable"),
            count(verdicts, Verdict.Unknown.class::isInstance, "unknown", "unknown"))
        .stream()
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String count(
      List<PropertyVerdict> verdicts, Predicate<Verdict> kind, String one, String many) {
    long count = verdicts.stream().map(PropertyVerdict::verdict).filter(kind).count();
    return count == 0 ? "" : count + " " + (count == 1 ? one : many);
  }

  /** The last line of a report. */
  public static String summary(List<StrategyVerdicts> strategies) {
    List<PropertyVerdict> all = strategies.stream().flatMap(s -> s.properties().stream()).toList();
    long unexpected = all.stream().filter(PropertyVerdict::unexpected).count();
    long unknown = all.stream().filter(PropertyVerdict::unknown).count();
    boolean anyExpected = all.stream().anyMatch(v -> v.expected().isPresent());
    String judgement =
        unexpected > 0
            ? unexpected + " not as expected"
            : unknown > 0
                ? "no verdict for " + unknown
                : anyExpected ? "all as expected" : "nothing is violated";
    return what(strategies) + counts(all) + "; " + judgement;
  }

  /** Nothing for a strategy under one memory model. */
  private static String what(List<StrategyVerdicts> strategies) {
    if (strategies.size() == 1) {
      return "";
    }
    long names = strategies.stream().map(s -> s.subject().name()).distinct().count();
    long models = strategies.stream().map(s -> s.subject().memory()).distinct().count();
    return names
        + (names == 1 ? " strategy" : " strategies")
        + (models == 1 ? "" : ", " + models + " memory models")
        + ": ";
  }

  /** The strategy and the memory model that it was checked under. */
  static String name(StrategyVerdicts strategy) {
    return name(strategy.subject());
  }

  static String name(Subject subject) {
    return subject.name() + " (" + subject.memory() + ")";
  }
}
