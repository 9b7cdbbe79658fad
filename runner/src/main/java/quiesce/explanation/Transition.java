package quiesce.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import quiesce.memory.MemoryView;
import quiesce.memory.Taken;
import quiesce.module.Action;
import quiesce.module.Specification;
import quiesce.steps.Atomic;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Step;
import quiesce.tla.Value;

/**
 * One step of a trace: who took which action, between which states.
 *
 * @param course the path through the action; empty where memory does something by itself
 */
record Transition(
    Snapshot before,
    Snapshot after,
    Action action,
    Optional<Course> course,
    Snapshot.Instance who,
    KernelThread thread) {
  private static final Predicate<Value> IS_TRUE = new Value.Bool(true)::equals;

  /** Finds out who moved: the one where the action begins whose record is not what it was. */
  static Transition between(Specification spec, Snapshot before, Snapshot after) {
    String name =
        after
            .state()
            .action()
            .orElseThrow(() -> new IllegalStateException("a state without an action"));
    Optional<Action> taken = spec.action(name);
    if (taken.isEmpty()) {
      return ofMemory(spec, before, after, name);
    }
    Action action = taken.get();
    KernelThread thread =
        spec.program().threads().stream()
            .filter(t -> t.key().equals(action.thread()))
            .findFirst()
            .orElseThrow();
    List<Snapshot.Instance> all = before.instances(thread.key());
    // Where a lasso closes, a record may differ in what is not relevant, so that the place comes
    // first: the state is the same to the reduction, not to the letter.
    Snapshot.Instance who =
        all.stream()
            .filter(i -> action.stop().isEmpty() || before.place(i).equals(action.stop()))
            .min(Comparator.comparing(i -> before.record(i).equals(after.record(i))))
            .orElseThrow();
    Transition moved = new Transition(before, after, action, Optional.empty(), who, thread);
    Course course = Course.of(moved, moved.candidates(), new Wording(moved, -1)::found);
    return new Transition(before, after, action, Optional.of(course), who, thread);
  }

  /** The paths through the action that lead to where the thread is now. */
  private List<Action.Outcome> candidates() {
    List<Action.Outcome> all = action.outcomes();
    List<Action.Outcome> passing =
        all.stream()
            .filter(
                o -> o.performed().flatMap(f -> before.field(who, f)).filter(IS_TRUE).isPresent())
            .toList();
    List<Action.Outcome> possible =
        passing.isEmpty() ? all.stream().filter(o -> o.performed().isEmpty()).toList() : passing;
    List<Action.Outcome> staying = possible.stream().filter(o -> o.to().isEmpty()).toList();
    List<Action.Outcome> moving =
        possible.stream().filter(o -> o.to().equals(after.place(who))).toList();
    boolean oops = before.withoutFaults().equals(after.withoutFaults());
    List<Action.Outcome> fitting =
        !staying.isEmpty() && (oops || moving.isEmpty()) ? staying : moving;
    return fitting.isEmpty() ? possible : fitting;
  }

  /** The steps taken, in order; none where memory has done something by itself. */
  List<Node> nodes() {
    return course.map(c -> c.outcome().nodes()).orElse(List.of());
  }

  /** Whether it ends at this step, with an oops, before the step has accessed anything. */
  boolean failsAt(Step step) {
    return action.kind() == Action.Kind.IN_TURN
        && step.touches().isPresent()
        && course.filter(c -> c.outcome().to().isEmpty()).isPresent()
        && nodes().get(nodes().size() - 1).step() == step;
  }

  /** What memory does by itself, shown next to the provider. */
  private static Transition ofMemory(
      Specification spec, Snapshot before, Snapshot after, String name) {
    KernelThread provider = spec.program().provider();
    Node nothing =
        new Node(-1, new Local.Nothing(), Origin.harness("memory"), Atomic.NONE, List.of());
    Action action =
        new Action(name, Action.Kind.IN_TURN, provider.key(), "", false, nothing, List.of());
    return new Transition(
        before, after, action, Optional.empty(), before.instances(provider.key()).get(0), provider);
  }

  /** What memory did by itself in this transition; empty for a step of a thread. */
  Optional<String> ofMemory() {
    return taken()
        .filter(t -> t.agent().isEmpty())
        .flatMap(t -> before.memoryStates().byItself(t.before(), t.after(), before));
  }

  /** What it did to memory; empty where each variable has one value for everybody. */
  Optional<Taken> taken() {
    return before
        .memory()
        .flatMap(
            was ->
                after
                    .memory()
                    .map(
                        is ->
                            new Taken(
                                was,
                                is,
                                Optional.of(agent()).filter(a -> course.isPresent()),
                                nodes(),
                                l -> before.variable(l.key()).isPresent(),
                                before)));
  }

  /** What its thread found in memory and left there. */
  Optional<MemoryView> view() {
    return before
        .memory()
        .flatMap(
            was ->
                after.memory().flatMap(is -> before.memoryStates().view(was, is, agent(), before)));
  }

  /** Who it is among those who know something of memory. */
  private Value agent() {
    return before.thread(who).agent().of(who.id());
  }

  /** The CPU that the state itself has: of a handler, or of a task that holds one. */
  Optional<Integer> knownCpu() {
    return before.cpu(who).or(() -> after.cpu(who));
  }

  boolean isHarness() {
    return action.main().origin().isHarness();
  }

  boolean isProvider() {
    return thread.context() == Context.PROVIDER;
  }
}
