package quiesce.emission;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.lowering.Lowering;
import quiesce.steps.Access;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Value;

/**
 * What a step's template can ask and say about the action that it is part of. Methods that only
 * note something return the empty string, so that a template can call them where it stands.
 */
public final class ActionScope {
  private final ActionWriter writer;
  private final ThreadView view;
  private final Node node;
  private final Path path;
  private final int from;

  ActionScope(ActionWriter writer, ThreadView view, Node node, Path path, int from) {
    this.writer = writer;
    this.view = view;
    this.node = node;
    this.path = path;
    this.from = from;
  }

  /** The thread's record, for example {@code sample[c]}. */
  public String getMe() {
    return view.me();
  }

  /** The thread's instance in sets of threads, for example {@code c} or {@code <<"sample", c>>}. */
  public String getSection() {
    return writer.shape().section(view, view.index);
  }

  /** The CPU that the step runs on. */
  public String getCpu() {
    return writer.cpu(view);
  }

  /** The index of the waiting thread's own set of awaited sections; empty when there is one. */
  public String getIndex() {
    return view.index;
  }

  public String identifier(String cName) {
    return writer.shape().names().of(cName);
  }

  public String value(Value v) {
    return writer.value(v, view, path);
  }

  /** The value as an operand: in parentheses where it is a comparison itself. */
  public String operand(Value v) {
    return Values.side(value(v));
  }

  /** Whether the step ends a read-side section that had begun before this action. */
  public boolean isEndsSection() {
    Set<Integer> next = Set.copyOf(node.next());
    boolean outside =
        next.stream().allMatch(n -> n < 0 || !view.inSection(view.thread.node(n)))
            || node.step() instanceof quiesce.steps.Section.End;
    return writer.shape().waits()
        && outside
        && view.inSection(node)
        && view.inSection(view.thread.node(from));
  }

  /** Notes that the section ends here, if a grace period may wait for it. */
  public String leaveSection() {
    if (isEndsSection()) {
      String section = getSection();
      ThreadView waiter = writer.shape().waiter().orElseThrow();
      effect(
          waiter.indexed()
              ? "awaited' = [q \\in %s |-> awaited[q] \\ {%s}]".formatted(waiter.indexSet, section)
              : "awaited' = awaited \\ {" + section + "}");
    }
    return "";
  }

  /** The identifier of the variable that holds a struct member. */
  public String member(String name) {
    return identifier(writer.shape().memberKey(name));
  }

  /** The members that the specification keeps. */
  public List<Program.Member> getMembers() {
    return writer.shape().program().members();
  }

  public List<String> values(List<Value> values) {
    return values.stream().map(this::value).toList();
  }

  public Value local(String name) {
    return new Value.Local(name);
  }

  /** The numbers that a callback may return, as a set. */
  public String getNumbers() {
    return writer.shape().program().numbers().stream()
        .map(n -> value(new Value.Number(n)))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** The object of the provider that takes the step. */
  public String getObject() {
    return value(new Value.Local(Lowering.OBJECT));
  }

  public boolean isRetires() {
    return writer.shape().retires();
  }

  /** Whether anybody enters callbacks at all. */
  public boolean isCalls() {
    return writer.shape().threads().stream().anyMatch(v -> v.calls);
  }

  /** For each kind of task that pins the provider: that none of them runs. */
  public List<String> getPins() {
    return writer.shape().readers().stream()
        .filter(v -> v.thread.pinsProvider())
        .map(
            v ->
                "\\A %s \\in %s : %s.at = %s"
                    .formatted(v.index, v.indexSet, v.me(), v.at(v.thread.entry())))
        .toList();
  }

  /** Notes that what was loaded must not be an object whose grace period is over. */
  public String staleness(String loaded) {
    if (isRetires() && view != writer.shape().provider() && !view.thread.pinsProvider()) {
      faultWhen(loaded + " # NULL", "Stale(" + loaded + ")");
    }
    return "";
  }

  /** Notes that this way is open only when the store that may be pending cannot be overtaken. */
  public String settled() {
    Local.Settle s = (Local.Settle) node.step();
    String pending = value(new Value.Local(s.store().pending()));
    String other =
        s.unless()
            .map(u -> " \\/ " + value(new Value.Local(s.store().operand())) + " # " + value(u))
            .orElse("");
    path.effects().add("~" + pending + other);
    return "";
  }

  /** Notes that the store is put off. */
  public String postpone() {
    LateStore late = ((Local.PostponeStore) node.step()).store();
    bind(late.pending(), "TRUE");
    bind(late.value(), value(((Local.PostponeStore) node.step()).value()));
    if (late.original() instanceof Location.OfCpu l) {
      bind(late.operand(), value(l.cpu()));
    } else if (late.original() instanceof Location.Member l) {
      bind(late.operand(), value(l.object()));
    }
    return "";
  }

  /** The thread goes on from where it is, with the store made. */
  public String stay() {
    LateStore late = ((Access.LatePlainStore) node.step()).store();
    bind(late.pending(), "FALSE");
    bind(late.value(), "NULL");
    if (view.thread.locals().containsKey(late.operand())) {
      bind(late.operand(), "NULL");
    }
    return writer.stay(view, path);
  }

  /** Notes a conjunct of this way. */
  public String effect(String conjunct) {
    path.effects().add(conjunct);
    return "";
  }

  /** Whether a local is a pointer to an object that a reader loads. */
  public boolean loadsPointer(String local) {
    return view != writer.shape().provider() && view.thread.locals().get(local) == LocalKind.OBJECT;
  }

  /** Whether a reader that mixes the callbacks of two registrations would be noticed here. */
  public boolean isTracksSnapshot() {
    return view.tracksSnapshot && writer.shape().tracks("torn snapshot");
  }

  /** Notes faults that this step may bring: a set-valued expression, empty when all is well. */
  public String fault(String set) {
    path.fault("TRUE", set, true);
    return "";
  }

  /** The same, where the set is known to be empty unless the condition holds. */
  public String faultWhen(String condition, String set) {
    path.fault(condition, set, true);
    return "";
  }

  /** Notes a fault that occurs if the condition holds. */
  public String faultIf(String condition, String set) {
    path.fault(condition, set, false);
    return "";
  }

  /** Notes what a field of the thread's record becomes. */
  public String set(String field, String value) {
    path.fields().put(field, value);
    return "";
  }

  /** Notes what a local of the C code holds from here on. */
  public String bind(String local, String expression) {
    path.locals().put(local, expression);
    return "";
  }

  /** Notes something that is bound for the rest of this way only. */
  public String choose(String variable, String set) {
    path.binders().add("\\E " + variable + " \\in " + set);
    return "";
  }

  /** Notes a condition of this way. */
  public String assume(String condition) {
    path.assume(condition);
    return "";
  }

  /** A way of its own, to note things that hold on one side only. */
  public ActionScope fork() {
    return new ActionScope(writer, view, node, path.copy(), from);
  }

  /** All that may come behind this step, as a conjunction list. */
  public String outcomes() {
    return outcomes(0);
  }

  /** All that may come behind this exit of the step. */
  public String outcomes(int exit) {
    return writer.outcomes(view, path, node.next().get(exit), from);
  }

  /** Nothing comes behind this: what was noted as a fault has happened. */
  public String oops() {
    return writer.oops(path);
  }

  /** Puts a text further right. */
  public String indent(String text, int columns) {
    return Layout.indent(text, columns);
  }
}
