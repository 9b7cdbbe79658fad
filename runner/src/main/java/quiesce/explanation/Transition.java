package quiesce.explanation;

import java.util.List;
import java.util.Optional;
import quiesce.emission.Action;
import quiesce.emission.Specification;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;

/** One step of a trace: who took which action, between which states. */
record Transition(
    Snapshot before,
    Snapshot after,
    Action action,
    Action.Outcome outcome,
    Snapshot.Instance who,
    KernelThread thread) {

  /** Finds out who moved: the instance whose record is not what it was. */
  static Transition between(Specification spec, Snapshot before, Snapshot after) {
    String name =
        after
            .state()
            .action()
            .orElseThrow(() -> new IllegalStateException("a state without an action"));
    Action action =
        spec.actions().stream()
            .filter(a -> a.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("unknown action " + name));
    KernelThread thread =
        spec.program().threads().stream()
            .filter(t -> t.name().equals(action.thread()))
            .findFirst()
            .orElseThrow();
    List<Snapshot.Instance> all = before.instances(thread.name());
    Snapshot.Instance who =
        all.stream()
            .filter(i -> !before.record(i).equals(after.record(i)))
            .findFirst()
            .or(
                () ->
                    all.stream()
                        .filter(
                            i -> action.stop().isEmpty() || before.place(i).equals(action.stop()))
                        .findFirst())
            .orElseThrow();
    return new Transition(before, after, action, outcome(action, after.place(who)), who, thread);
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
