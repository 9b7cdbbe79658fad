package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.analysis.Field;
import quiesce.analysis.Guard;
import quiesce.analysis.Stops;
import quiesce.lowering.Lowering;
import quiesce.steps.Access;
import quiesce.steps.Atomic;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Value;
import quiesce.steps.Wait;
import quiesce.template.TemplateFailure;
import quiesce.template.Templates;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Way;

/**
 * Puts one action together: follows the thread from a stop to the next ones, and asks each step's
 * template for its part.
 */
final class ActionBuilder {
  private final Shape shape;
  private final Templates templates;
  private final Endings endings;

  ActionBuilder(Shape shape) {
    this.shape = shape;
    this.templates = shape.templates();
    this.endings = new Endings(shape);
  }

  Shape shape() {
    return shape;
  }

  List<Action.Outcome> outcomes() {
    return endings.outcomes();
  }

  /** What the action does that begins at a stop. */
  Way body(ThreadView view, int stop, Optional<Expression> gate) {
    Path path = start(view, stop);
    WayBuilder way = new WayBuilder();
    gate.ifPresent(way::condition);
    way.condition(view.isAt(stop));
    if (view.thread.node(stop).step() instanceof Section.Registered) {
      shape.pins().forEach(way::condition);
      new ModuleReferences(shape).none().forEach(way::condition);
    }
    if (view.earlyFlag(stop).isPresent()) {
      performedOrNot(view, stop, view.earlyFlag(stop).get(), way);
    } else {
      follow(view, path, stop, way);
    }
    return way.build();
  }

  /** The path of a thread that continues here, on whatever CPU it runs now. */
  private Path start(ThreadView view, int stop) {
    Path path = path(view);
    arrive(view, stop, path);
    return path;
  }

  private Path path(ThreadView view) {
    return new Path(shape.agents().memory(view));
  }

  private void arrive(ThreadView view, int stop, Path path) {
    if (view.sharesCpu && !shape.agents().isOfCpu(view)) {
      Node n = view.thread.node(stop);
      ActionScope scope = new ActionScope(this, view, n, path, stop, new WayBuilder());
      templates.render(shape.memoryTemplate("arrival"), shape.asked("action", scope));
    }
  }

  /** What has been performed early already is passed by. */
  private void performedOrNot(ThreadView view, int stop, String flag, WayBuilder way) {
    Path passed = path(view);
    passed.assume(view.field(flag));
    passed.fields().put(flag, Logic.FALSE);
    passed.pass(flag);
    WayBuilder by = new WayBuilder();
    by.either(outcomes(view, passed, view.thread.node(stop).next().get(0), stop));
    WayBuilder now = new WayBuilder();
    now.condition(Logic.negated(view.field(flag)));
    follow(view, start(view, stop), stop, now);
    way.add(new Conjunct.Either(List.of(by.build(), now.build())));
  }

  /** The action by which a step is performed before earlier ones. */
  Way early(
      ThreadView view, int step, String flag, Map<Integer, Guard> from, Optional<Expression> gate) {
    Node n = view.thread.node(step);
    Node ending = new Node(n.id(), n.step(), n.origin(), n.before(), List.of(-1));
    Path path = path(view);
    path.nodes().add(ending);
    path.fields().put(flag, Logic.TRUE);
    WayBuilder way = ahead(view, flag, from, gate);
    render(ending, view, path, view.thread.entry(), way);
    if (!(ending.step() instanceof Access || ending.step() instanceof Wait)) {
      way.either(List.of(stay(view, path)));
    }
    return way.build();
  }

  /** The action by which a load gets the value of a store that is still pending. */
  Way forwarded(
      ThreadView view,
      int step,
      int source,
      String flag,
      Map<Integer, Guard> from,
      Optional<Expression> gate) {
    Node n = view.thread.node(step);
    Access.Load load = (Access.Load) n.step();
    Access.Store store = (Access.Store) view.thread.node(source).step();
    Path path = path(view);
    path.nodes().add(n);
    path.fields().put(flag, Logic.TRUE);
    path.locals().put(load.local(), value(store.value(), view, path));
    if (view.dependencies.has(load.local())) {
      path.locals()
          .put(view.dependencies.field(load.local()), shape.machine().independent().orElseThrow());
    }
    WayBuilder way = ahead(view, flag, from, gate);
    way.either(List.of(stay(view, path)));
    return way.build();
  }

  /** When a step may be performed early: where the thread may be. */
  private WayBuilder ahead(
      ThreadView view, String flag, Map<Integer, Guard> from, Optional<Expression> gate) {
    WayBuilder way = new WayBuilder();
    gate.ifPresent(way::condition);
    way.condition(Logic.negated(view.field(flag)));
    way.condition(
        Logic.any(
            from.entrySet().stream()
                .map(e -> Logic.and(view.isAt(e.getKey()), condition(view, e.getValue())))));
    return way;
  }

  private Expression condition(ThreadView view, Guard guard) {
    if (guard instanceof Guard.Done d) {
      return view.field(view.earlyFlag(d.node()).orElseThrow());
    } else if (guard instanceof Guard.When w) {
      return value(w.condition(), view, path(view));
    } else if (guard instanceof Guard.Both b) {
      return Logic.and(condition(view, b.left()), condition(view, b.right()));
    } else if (guard instanceof Guard.Either e) {
      return Logic.or(condition(view, e.left()), condition(view, e.right()));
    }
    return Logic.TRUE;
  }

  private void follow(ThreadView view, Path path, int stop, WayBuilder way) {
    int id = stop;
    boolean moved = false;
    while (true) {
      Node n = view.thread.node(id);
      boolean elsewhere = moved && view.stops.contains(id);
      if (!elsewhere && (n.step() instanceof Access || n.step() instanceof Wait)) {
        path.nodes().add(n);
        renderBound(n, view, path, stop, way);
        break;
      }
      if (elsewhere || !Stops.isStraight(n)) {
        way.either(outcomes(view, path, id, stop, !moved));
        break;
      }
      path.nodes().add(n);
      takeStraight(n, view, path, stop);
      id = n.next().get(0);
      moved = true;
    }
  }

  /** The action by which a store that was put off takes effect. */
  Way lateStore(ThreadView view, LateStore late, Optional<Expression> gate) {
    Path path = path(view);
    Node store = new Node(-1, Access.Store.of(late), late.origin(), Atomic.NONE, List.of());
    path.nodes().add(store);
    WayBuilder way = new WayBuilder();
    gate.ifPresent(way::condition);
    way.condition(view.field(late.pending()));
    render(store, view, path, view.thread.entry(), way);
    return way.build();
  }

  /** The thread stays where it is. */
  Way stay(ThreadView view, Path path) {
    return leaf(view, path, -1, view.thread.entry());
  }

  /** The kernel is gone. */
  Way oops(Path path) {
    return endings.oops(path);
  }

  /** A step that uses what has been chosen on the way to it is inside of the quantifiers. */
  private void renderBound(Node n, ThreadView view, Path path, int from, WayBuilder way) {
    if (n.step().reads().noneMatch(path.locals()::containsKey)) {
      render(n, view, path, from, way);
      return;
    }
    List<Path.Binder> chosen = path.bind();
    WayBuilder inner = new WayBuilder();
    render(n, view, path, from, inner);
    way.either(List.of(Path.bound(chosen, inner.build())));
  }

  private void render(Node n, ThreadView view, Path path, int from, WayBuilder way) {
    String template = Shape.stepTemplate(n.step().template());
    ActionScope scope = new ActionScope(this, view, n, path, from, way);
    String text =
        templates.render(
            template,
            Map.of(
                "step",
                n.step(),
                "action",
                scope,
                "facts",
                shape.facts(),
                "machine",
                shape.machine().parts()));
    if (!text.isBlank()) {
      throw new TemplateFailure(
          "template %s writes text: %s%n"
                  .formatted(template, text.strip().lines().findFirst().get())
              + "help: hand it to the action, as in <@action.condition>x = 1</@action.condition>");
    }
  }

  /** Takes a step that does not branch and touches nothing shared, or only opens or closes. */
  private void takeStraight(Node n, ThreadView view, Path path, int from) {
    WayBuilder nothing = new WayBuilder();
    render(n, view, path, from, nothing);
    if (!nothing.build().parts().isEmpty()) {
      throw new TemplateFailure(
          "template %s says what happens, but its step is part of others' actions%n"
                  .formatted(Shape.stepTemplate(n.step().template()))
              + "help: note it for the end of the way, as in ${action.note(\"x\", \"1\")}");
    }
  }

  /** All ways on from a node. */
  List<Way> outcomes(ThreadView view, Path path, int node, int from) {
    return outcomes(view, path, node, from, false);
  }

  private List<Way> outcomes(ThreadView view, Path path, int node, int from, boolean first) {
    List<Way> leaves = new ArrayList<>();
    follow(view, path.copy(), node, from, first, leaves);
    return leaves;
  }

  private void follow(
      ThreadView view, Path path, int id, int from, boolean first, List<Way> leaves) {
    if (id < 0 || !first && view.stops.contains(id)) {
      leaves.add(leaf(view, path, id, from));
      return;
    }
    Node n = view.thread.node(id);
    shape.outcomes().use(n.origin().place());
    path.nodes().add(n);
    if (n.step() instanceof Local.Branch b && b.decided()) {
      takeStraight(n, view, path, from);
      follow(view, path, n.next().get(0), from, false, leaves);
    } else if (n.step() instanceof Local.Branch branch) {
      takeStraight(n, view, path, from);
      Expression condition = value(branch.condition(), view, path);
      Path no = path.copy();
      if (path.assume(condition)) {
        follow(view, path, n.next().get(0), from, false, leaves);
      }
      if (no.assume(Logic.negated(condition))) {
        follow(view, no, n.next().get(1), from, false, leaves);
      }
    } else if (n.step() instanceof Local.Choice choice) {
      Path chosen = path.copy();
      follow(view, path, n.next().get(0), from, false, leaves);
      if (choice.onlyIf().stream().allMatch(c -> chosen.assume(value(c, view, chosen)))) {
        follow(view, chosen, n.next().get(1), from, false, leaves);
      }
    } else if (n.step() instanceof Local.NextCpu next) {
      Path none = path.copy();
      takeStraight(n, view, path, from);
      Expression left = value(new Value.Local(next.left()), view, none);
      follow(view, path, n.next().get(0), from, false, leaves);
      if (none.assume(Logic.equal(left, Logic.EMPTY))) {
        follow(view, none, n.next().get(1), from, false, leaves);
      }
    } else {
      takeStraight(n, view, path, from);
      follow(view, path, n.next().get(0), from, false, leaves);
    }
  }

  /** Where a way ends: the thread's next place, and all that was noted on the way. */
  private Way leaf(ThreadView view, Path path, int target, int from) {
    if (path.isMemoryOther()) {
      arrive(view, from, path);
    }
    return endings.next(view, path, target, from);
  }

  /** What a local holds that was assigned before this action. */
  private static Expression held(ThreadView view, String local) {
    return view.field(Field.of(local));
  }

  Expression value(Value v, ThreadView view, Path path) {
    return new Values(
            l -> path.locals().getOrDefault(l, held(view, l)),
            held(shape.provider(), Lowering.OBJECT),
            shape.names()::variable)
        .of(v);
  }
}
