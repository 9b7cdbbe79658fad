package quiesce.why;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.edits.Line;
import quiesce.edits.Weaker;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceException;
import quiesce.verdict.AtOnce;
import quiesce.verdict.Checker;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Scope;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.UntakenStep;
import quiesce.verdict.Verdict;

/**
 * Weakens whatever in a strategy orders, marks, waits, protects or tests, one place at a time, and
 * checks what comes of it.
 */
public final class Why {
  private final Checker checker;
  private final List<StrategyVerdicts> original;
  private final List<Options> models;

  /**
   * @param original the verdicts on the strategy as it is, under each memory model that is asked
   *     for, the strongest first
   */
  public Why(Checker checker, List<StrategyVerdicts> original) {
    this.checker = checker;
    this.original = List.copyOf(original);
    this.models = original.stream().map(v -> v.subject().options()).toList();
  }

  /**
   * What is found of each place, in the order of the text.
   *
   * @param jobs how many are checked at the same time
   * @param done hears of each, one at a time
   */
  public List<Finding> findings(int jobs, Consumer<Finding> done) {
    List<Supplier<Finding>> questions =
        places().stream().map(line -> (Supplier<Finding>) () -> finding(line)).toList();
    return AtOnce.run(questions, jobs, done);
  }

  /** What there is to weaken; nothing where no property holds, so that none can fall. */
  public List<Line> places() {
    if (original.stream().allMatch(s -> holding(s).isEmpty())) {
      return List.of();
    }
    return Weaker.of(original.get(0).subject().program().strategy());
  }

  /** A way that is weaker than one that is too weak is too weak, too. */
  private Finding finding(Line line) {
    List<Finding.Tried> tried = new ArrayList<>();
    for (Line.Way way : line.ways()) {
      Outcome outcome = outcome(way);
      tried.add(new Finding.Tried(way, outcome));
      if (outcome instanceof Outcome.Falls) {
        break;
      }
    }
    return new Finding(line, tried);
  }

  /** What falls under a model falls under each that is weaker. */
  private Outcome outcome(Line.Way way) {
    List<Subject> subjects;
    try {
      subjects = Subject.of(way.file(), models);
    } catch (SourceException e) {
      return new Outcome.Refused(e.diagnostics().get(0).message());
    }
    List<PropertyVerdict> holding = new ArrayList<>();
    Optional<Outcome> unknown = Optional.empty();
    for (int i = 0; i < subjects.size(); i++) {
      Set<Property> wanted = holding(original.get(i));
      if (wanted.isEmpty()) {
        continue;
      }
      StrategyVerdicts found = checker.untilFirst(subjects.get(i), wanted);
      for (PropertyVerdict v : found.properties()) {
        if (v.verdict() instanceof Verdict.Violated) {
          return new Outcome.Falls(found.subject().memory(), found, v);
        } else if (v.verdict() instanceof Verdict.Unknown u) {
          unknown = Optional.of(new Outcome.Unknown(u.message()));
        } else if (v.verdict() instanceof Verdict.Holds) {
          holding.add(v);
        }
      }
    }
    return unknown.orElseGet(() -> withoutViolation(holding));
  }

  private Outcome withoutViolation(List<PropertyVerdict> holding) {
    Set<String> before =
        original.stream()
            .flatMap(s -> never(s.properties()))
            .map(UntakenStep::text)
            .collect(Collectors.toCollection(HashSet::new));
    List<UntakenStep> never =
        never(holding).filter(step -> before.add(step.text())).distinct().toList();
    return never.isEmpty()
        ? new Outcome.Holds(Scope.weakest(holding.stream()))
        : new Outcome.NotReached(never);
  }

  private static Stream<UntakenStep> never(List<PropertyVerdict> verdicts) {
    return verdicts.stream()
        .flatMap(
            v -> v.verdict() instanceof Verdict.Holds h ? h.neverTaken().stream() : Stream.empty());
  }

  /** The properties that hold of a strategy: what is violated anyway needs nothing. */
  public static Set<Property> holding(StrategyVerdicts strategy) {
    Set<Property> all = EnumSet.noneOf(Property.class);
    strategy.properties().stream()
        .filter(v -> v.verdict() instanceof Verdict.Holds)
        .forEach(v -> all.add(v.property()));
    return all;
  }
}
