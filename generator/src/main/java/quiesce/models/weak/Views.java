package quiesce.models.weak;

import static quiesce.steps.Local.Fence.Kind.SMP_MB;

import java.util.Optional;
import quiesce.analysis.Dependencies;
import quiesce.analysis.EarlyPlaces;
import quiesce.analysis.EarlySteps;
import quiesce.analysis.Facts;
import quiesce.analysis.Found;
import quiesce.analysis.Machine;
import quiesce.analysis.Merging;
import quiesce.analysis.ReadSections;
import quiesce.analysis.Stops;
import quiesce.source.Limit;
import quiesce.steps.Section;
import quiesce.tla.Expression;

/** What the machine with views makes of a program. */
record Views(Facts facts, Parts parts) implements Machine {
  @Override
  public boolean isViewed() {
    return facts.isReduced() && !facts.isLitmus();
  }

  @Override
  public Optional<Expression> independent() {
    return Optional.of(parts.independent());
  }

  /**
   * What others must respect later is an action of its own; why, and when not: docs/decisions/0003.
   */
  @Override
  public Merging merging(Found thread) {
    ReadSections sections = thread.get(ReadSections.class);
    return new Merging(
        n ->
            SMP_MB.is(n.step()) && parts.pushing()
                || n.step() instanceof Section.Unlock && parts.lockHistory()
                || parts.ending() && sections.beginsAwaited(n),
        n -> parts.ending() && sections.endsAwaited(n),
        parts.ending() && !new Sharing(facts, thread.thread()).isShared());
  }

  @Override
  public Dependencies dependencies(Found thread) {
    return new DependencySearch(thread.thread(), facts, parts.storesDepend()).found();
  }

  @Override
  public EarlySteps early(Found thread) {
    return EarlySearch.steps(thread.thread(), facts, thread.get(Limit.class));
  }

  @Override
  public EarlyPlaces places(Found thread) {
    return EarlySearch.places(
        thread.thread(),
        facts,
        thread.get(EarlySteps.class),
        thread.get(Stops.class).all(),
        thread.get(Limit.class));
  }
}
