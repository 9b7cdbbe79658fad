package quiesce.models.weak;

import static quiesce.steps.Local.Fence.Kind.SMP_MB;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.analysis.Dependencies;
import quiesce.analysis.EarlyPlaces;
import quiesce.analysis.EarlySteps;
import quiesce.analysis.Facts;
import quiesce.analysis.Found;
import quiesce.analysis.Machine;
import quiesce.analysis.Merging;
import quiesce.analysis.OnCpus;
import quiesce.analysis.Quiet;
import quiesce.analysis.ReadSections;
import quiesce.analysis.Stops;
import quiesce.source.Limit;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;
import quiesce.tla.Expression;

/** What the machine with views makes of a program. */
record Views(Facts facts, Parts parts) implements Machine {
  @Override
  public boolean isViewed() {
    return facts.isReduced() && !facts.isLitmus();
  }

  @Override
  public boolean isTakenAlong() {
    return true;
  }

  /** Views say what must not be read any more, and what a store must not come before. */
  @Override
  public boolean isForgetful() {
    return true;
  }

  @Override
  public boolean isChangingItselfAlone(KernelThread thread) {
    return Quiet.is(thread) && !parts.ending() && !isPushing(thread);
  }

  @Override
  public boolean isLeavingNoTrace(KernelThread thread) {
    return !isPushing(thread);
  }

  /** Whether it pushes out to everybody what it knows. */
  private boolean isPushing(KernelThread thread) {
    return parts.pushing()
        && thread.has(
            s ->
                SMP_MB.is(s)
                    || s instanceof Access.Rmw
                    || s instanceof Section.Unlock
                    || Step.OfDeferred.publishes(s));
  }

  @Override
  public Optional<String> notOfMembers() {
    if (parts.isSpins()) {
      return Optional.of("a thread spins until it sees what others store");
    }
    boolean lock =
        facts.threads().stream()
            .filter(t -> t.context() != Context.PROVIDER)
            .anyMatch(t -> t.has(s -> s instanceof Wait.Lock || s instanceof Access.Trylock));
    return facts.isStoresForEver() || facts.looksAtLocks() && lock
        ? Optional.of("any number of readers store what others see, and each store is remembered")
        : Optional.empty();
  }

  /**
   * What nobody may read any more is left out of the parts of a state that matter. That needs
   * readers whose sections begin with what was before a grace period, and a provider that has read
   * its own stores.
   */
  @Override
  public Optional<String> notRecycled() {
    if (facts.providers() > 1) {
      return Optional.of("one provider may rest for ever, and then read what was stored before");
    }
    if (facts.threads().stream().anyMatch(t -> t.context() == Context.PROVIDER && OnCpus.asks(t))) {
      return Optional.of("the provider takes along what is known on the CPUs that it runs on");
    }
    boolean covered =
        facts.threads().stream()
            .filter(t -> t.context() != Context.PROVIDER)
            .noneMatch(t -> covering(sharing(t)).isEmpty());
    return covered && parts.inOrder() && isViewed()
        ? Optional.empty()
        : Optional.of("a reader outside of sections may read a store of any age");
  }

  /** The threads that know what a thread knows. */
  private Stream<KernelThread> sharing(KernelThread thread) {
    boolean ofCpu = thread.context().isHandler() || OnCpus.asks(thread);
    return facts.threads().stream()
        .filter(t -> t == thread || ofCpu && (t.context().isHandler() || OnCpus.asks(t)));
  }

  private List<String> covering(Stream<KernelThread> threads) {
    List<String> all = new ArrayList<>(parts.domains());
    threads.map(t -> new ReadSections(t, facts).covering()).forEach(all::retainAll);
    return all;
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
