package quiesce.verdict;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quiesce.engine.tlc.Counts;
import quiesce.engine.tlc.TlcResult;
import quiesce.module.Specification;
import quiesce.property.Property;

/** What is decided of a strategy, and what is left. */
final class Decisions {
  private final Specification specification;
  private final Expectations expectations;
  private final Set<Property> wanted;
  private final boolean untilFirst;
  private final Map<Property, PropertyVerdict> verdicts = new EnumMap<>(Property.class);

  /**
   * @param specification any of the strategy's: the same properties apply to all
   * @param untilFirst whether one violation is enough
   */
  Decisions(
      Specification specification,
      Expectations expectations,
      Set<Property> wanted,
      boolean untilFirst) {
    this.specification = specification;
    this.expectations = expectations;
    this.wanted = wanted;
    this.untilFirst = untilFirst;
    for (Property p : wanted) {
      if (!specification.applies(p)) {
        Verdict verdict = new Verdict.NotApplicable(specification.notApplicable().get(p));
        decide(p, verdict, Counts.NONE, Duration.ZERO);
      }
    }
  }

  /** Those that are wanted and have no verdict yet. */
  EnumSet<Property> undecided(Predicate<Property> which) {
    EnumSet<Property> left = EnumSet.noneOf(Property.class);
    wanted.stream().filter(which).filter(p -> !verdicts.containsKey(p)).forEach(left::add);
    return left;
  }

  /** Whether no more needs to be explored. */
  boolean complete() {
    return verdicts.size() == wanted.size() || enough();
  }

  /** Whether one violation was enough, and is found. */
  boolean enough() {
    return untilFirst
        && verdicts.values().stream().anyMatch(v -> v.verdict() instanceof Verdict.Violated);
  }

  void decide(Property property, Verdict verdict, TlcResult result) {
    decide(property, verdict, result.counts(), result.elapsed());
  }

  private void decide(Property property, Verdict verdict, Counts counts, Duration elapsed) {
    var expected = expectations.of(property, specification.applies(property));
    verdicts.put(property, new PropertyVerdict(property, verdict, expected, counts, elapsed));
  }

  boolean holds(Property property) {
    return verdicts.containsKey(property)
        && verdicts.get(property).verdict() instanceof Verdict.Holds;
  }

  /** What is known of those properties that hold, and now also these steps that are never taken. */
  void markVacuous(Set<Property> properties, List<UntakenStep> never) {
    verdicts.replaceAll(
        (p, v) ->
            properties.contains(p) && v.verdict() instanceof Verdict.Holds holds
                ? new PropertyVerdict(
                    p,
                    new Verdict.Holds(never, holds.scope()),
                    v.expected(),
                    v.counts(),
                    v.elapsed())
                : v);
  }

  /** Those that are decided, in the order of reports. */
  List<PropertyVerdict> inOrder() {
    return Stream.of(Property.values()).filter(verdicts::containsKey).map(verdicts::get).toList();
  }
}
