package quiesce.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.analysis.Field;
import quiesce.steps.Context;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Operator;
import quiesce.tla.Way;

/** The outcomes of an action: what becomes of the thread and of memory where a way ends. */
final class Endings {
  private static final String FAULTS = "faults";

  private final Shape shape;
  private final List<Action.Outcome> outcomes = new ArrayList<>();

  Endings(Shape shape) {
    this.shape = shape;
  }

  /** In the order in which their ways end. */
  List<Action.Outcome> outcomes() {
    return outcomes;
  }

  /**
   * The thread continues.
   *
   * @param target where it is then; -1 where it stays
   * @param from where the action began
   */
  Way next(ThreadView view, Path path, int target, int from) {
    WayBuilder way = started(path);
    path.effects().forEach(way::add);
    OwnMemory own = OwnMemory.of(shape, view, path, target);
    WayBuilder end = own.name().isPresent() ? new WayBuilder() : way;
    own.updates().forEach(end::add);
    List<Expression.Change> changes = changes(view, path, target, from);
    if (!changes.isEmpty()) {
      String variable = view.instances.variable();
      end.update(variable, new Expression.Except(Logic.name(variable), changes));
    }
    if (target >= 0 && view.hold() == Hold.FLAG) {
      holding(view, target, from).ifPresent(end::add);
    }
    addFaults(path, end);
    String to = target < 0 ? "" : view.label(target);
    outcomes.add(new Action.Outcome(to, target, path.nodes(), path.performed()));
    Way ended = end.ending(outcomes.size() - 1);
    if (own.name().isPresent()) {
      way.add(new Conjunct.Let(own.name().get(), own.memory(), ended));
      ended = way.build();
    }
    return Path.bound(path.binders(), ended);
  }

  /** The kernel is gone: only the fault is recorded. */
  Way oops(Path path) {
    WayBuilder way = started(path);
    addFaults(path, way);
    outcomes.add(new Action.Outcome("", -1, path.nodes(), path.performed()));
    return Path.bound(path.binders(), way.ending(outcomes.size() - 1));
  }

  private static WayBuilder started(Path path) {
    WayBuilder way = new WayBuilder();
    path.conditions().forEach(way::condition);
    return way;
  }

  private static void addFaults(Path path, WayBuilder way) {
    Expression before = Logic.name(FAULTS);
    Expression after =
        path.faults().stream().reduce(before, (a, b) -> new Expression.Infix(Operator.CUP, a, b));
    if (after != before) {
      way.update(FAULTS, after);
    }
  }

  /** What becomes of the thread's record. */
  private List<Expression.Change> changes(ThreadView view, Path path, int target, int from) {
    if (target == view.thread.entry() && view.thread.context() != Context.PROVIDER) {
      // Starting over: everything is as it was.
      return List.of(
          new Expression.Change(view.instances.path(), Logic.name(shape.idleName(view))));
    }
    Map<String, Expression> fields = new LinkedHashMap<>();
    if (target >= 0) {
      move(view, target, from, fields);
    }
    for (String l : view.kept()) {
      Expression assigned = path.locals().get(l);
      if (target >= 0 && !view.live(l, target)) {
        if (view.live(l, from)) {
          fields.put(Field.of(l), view.atRest(l));
        }
      } else if (assigned != null && !assigned.equals(view.field(Field.of(l)))) {
        fields.put(Field.of(l), assigned);
      }
    }
    path.fields()
        .forEach(
            (field, value) -> {
              if (!field.equals(Field.USES) || view.live(Field.USES, target)) {
                fields.put(field, value);
              }
            });
    if (view.tracksSnapshot
        && target >= 0
        && !view.live(Field.USES, target)
        && view.live(Field.USES, from)) {
      fields.put(Field.USES, Logic.NULL);
    }
    return fields.entrySet().stream()
        .map(
            e -> {
              List<Expression.Selector> part = new ArrayList<>(view.instances.path());
              part.add(new Expression.Selector.Field(e.getKey()));
              return new Expression.Change(part, e.getValue());
            })
        .toList();
  }

  /** What becomes of the CPU that the thread takes or leaves. */
  private static Optional<Conjunct> holding(ThreadView view, int target, int from) {
    boolean was = view.thread.node(from).before().pinned();
    boolean is = view.thread.node(target).before().pinned();
    if (is == was) {
      return Optional.empty();
    }
    Expression cpu = Logic.name(ActionScope.CPU);
    Expression now = Logic.truth(is);
    if (view.indexed()) {
      now =
          new Expression.Infix(
              is ? Operator.CUP : Operator.WITHOUT,
              new Expression.Selected(cpu, view.variable),
              new Expression.SetOf(List.of(Logic.name(view.index))));
    }
    return Optional.of(Crowds.update(cpu, view.variable, now));
  }

  private static void move(ThreadView view, int target, int from, Map<String, Expression> fields) {
    if (target != from) {
      fields.put(Field.AT, view.place(target));
    }
    boolean was = view.thread.node(from).before().pinned();
    boolean is = view.thread.node(target).before().pinned();
    if (view.hold() == Hold.FIELD && is != was) {
      fields.put(Field.CPU, is ? Logic.name(ActionScope.CPU) : Logic.NULL);
    }
  }
}
