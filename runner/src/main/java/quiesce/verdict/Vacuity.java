package quiesce.verdict;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.emission.Action;
import quiesce.emission.Specification;
import quiesce.steps.Access;
import quiesce.steps.Origin;
import quiesce.steps.Step;
import quiesce.tlc.Coverage;

/**
 * Finds what no behaviour does: a pass of a strategy of which some line is never run says little.
 */
final class Vacuity {
  private final Specification specification;
  private final Map<String, Coverage.ActionCount> counts;
  private final Set<Origin> stored;

  private Vacuity(Specification specification, Coverage coverage) {
    this.specification = specification;
    this.counts = coverage.byName();
    this.stored =
        specification.actions().stream()
            .filter(a -> a.main().step() instanceof Access.Store && taken(a))
            .map(a -> a.main().origin())
            .collect(Collectors.toSet());
  }

  /**
   * The steps that are never taken.
   *
   * @param coverage of a run that explored every state. Of a run that did not, only an empty answer
   *     means anything: what it has taken can be taken
   */
  static List<UntakenStep> of(Specification specification, Coverage coverage) {
    Vacuity vacuity = new Vacuity(specification, coverage);
    return specification.actions().stream()
        .filter(a -> !vacuity.taken(a) && !vacuity.isFreedom(a))
        .map(UntakenStep::of)
        .distinct()
        .toList();
  }

  /** An action that TLC does not mention counts as never taken: better a false alarm. */
  private boolean taken(Action action) {
    Coverage.ActionCount count = counts.get(action.name());
    return count != null && count.total() > 0;
  }

  /**
   * The compiler may repeat a load and put a store off, at many places; no line of the strategy is
   * missed where it cannot come to that, as long as the store itself is carried out.
   */
  private boolean isFreedom(Action action) {
    Step step = action.main().step();
    return step instanceof Access.Reload
        || step instanceof Access.LatePlainStore && stored.contains(action.main().origin());
  }
}
