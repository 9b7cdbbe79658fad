package quiesce.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import quiesce.emission.Action;
import quiesce.emission.Specification;
import quiesce.steps.Atomic;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.tlc.Value;

/** One step of a trace: who took which action, between which states. */
record Transition(
    Snapshot before,
    Snapshot after,
    Action action,
    Action.Outcome outcome,
    Snapshot.Instance who,
    KernelThread thread) {

  /** Finds out who moved: the one where the action begins whose record is not what it was. */
  static Transition between(Specification spec, Snapshot before, Snapshot after) {
    String name =
        after
            .state()
            .action()
            .orElseThrow(() -> new IllegalStateException("a state without an action"));
    Optional<Action> taken = spec.actions().stream().filter(a -> a.name().equals(name)).findFirst();
    if (taken.isEmpty()) {
      return ofMemory(spec, before, after, name);
    }
    Action action = taken.get();
    KernelThread thread =
        spec.program().threads().stream()
            .filter(t -> t.name().equals(action.thread()))
            .findFirst()
            .orElseThrow();
    List<Snapshot.Instance> all = before.instances(thread.name());
    // Where a lasso closes, a record may differ in what is not relevant, so that the place comes
    // first: the state is the same to the reduction, not to the letter.
    Snapshot.Instance who =
        all.stream()
            .filter(i -> action.stop().isEmpty() || before.place(i).equals(action.stop()))
            .min(Comparator.comparing(i -> before.record(i).equals(after.record(i))))
            .orElseThrow();
    return new Transition(before, after, action, outcome(action, after.place(who)), who, thread);
  }

  /** What memory does by itself, told beside the provider. */
  private static Transition ofMemory(
      Specification spec, Snapshot before, Snapshot after, String name) {
    KernelThread provider = spec.program().provider();
    Node nothing =
        new Node(-1, new Local.Barrier(), Origin.harness("memory"), Atomic.NONE, List.of());
    Action action = new Action(name, provider.name(), "", false, nothing, List.of());
    return new Transition(
        before,
        after,
        action,
        new Action.Outcome("", -1, List.of()),
        before.instances(provider.name()).get(0),
        provider);
  }

  /** What memory did by itself in this transition; empty for a step of a thread. */
  Optional<String> ofMemory() {
    return outcome.nodes().isEmpty()
            && action.name().equals("Drain")
            && before.state().variables().get("memory") instanceof Value.RecordOf b
            && after.state().variables().get("memory") instanceof Value.RecordOf a
        ? StoreBuffers.drained(b, a)
        : Optional.empty();
  }

  private static Action.Outcome outcome(Action action, String place) {
    return action.outcomes().stream()
        .filter(o -> o.to().equals(place))
        .findFirst()
        .or(() -> action.outcomes().stream().filter(o -> o.to().isEmpty()).findFirst())
        .orElse(action.outcomes().get(0));
  }

  /** The CPU that the state itself tells: of a handler, or of a task that holds one. */
  Optional<Integer> knownCpu() {
    if (thread.context().isHandler()) {
      return Optional.of(Cpus.number(who.id()));
    }
    return Cpus.held(before, who).or(() -> Cpus.held(after, who));
  }

  boolean isHarness() {
    return action.main().origin().isHarness();
  }

  boolean isProvider() {
    return thread.context() == Context.PROVIDER;
  }
}
