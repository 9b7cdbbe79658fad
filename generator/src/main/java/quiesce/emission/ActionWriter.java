package quiesce.emission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quiesce.lowering.Lowering;
import quiesce.steps.Access;
import quiesce.steps.Atomic;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/**
 * Writes one action: follows the thread from a stop to the next ones, asks each step's template for
 * its part, and says of every variable what becomes of it.
 */
final class ActionWriter {
  private static final Pattern PRIMED = Pattern.compile("(" + StandIn.LETTER + "+)'");
  private static final Pattern MARKER = Pattern.compile("@@unchanged (\\d+)@@");

  private static final Pattern ASSIGNMENT = Pattern.compile("UNCHANGED\\b|\\S+' = ");

  private static final int LONGEST_RECORD = 72;
  private static final int BULLET = "/\\ ".length();

  private final Shape shape;
  private final Templates templates;
  private final List<Set<String>> leafChanges = new ArrayList<>();
  private final List<Action.Outcome> outcomes = new ArrayList<>();

  ActionWriter(Shape shape) {
    this.shape = shape;
    this.templates = shape.templates();
  }

  Shape shape() {
    return shape;
  }

  List<Action.Outcome> outcomes() {
    return outcomes;
  }

  /** The main step of the action that begins at a stop: its access, or else its first step. */
  static Node mainStep(ThreadView view, int stop) {
    int id = stop;
    Node first = view.thread.node(stop);
    while (true) {
      Node n = view.thread.node(id);
      if (n.step() instanceof Access || n.step() instanceof Wait) {
        return n;
      }
      if (!straight(n) || view.stops.contains(n.next().get(0))) {
        return first;
      }
      id = n.next().get(0);
    }
  }

  private static boolean straight(Node n) {
    boolean plain =
        n.step() instanceof Step.Opening
            || n.step() instanceof Local && !(n.step() instanceof Local.Halt);
    return plain && n.next().size() == 1 && n.next().get(0) >= 0;
  }

  /** The body of the action that begins at a stop, as a conjunction list. */
  String body(ThreadView view, int stop, String gate) {
    Path path = start(view, stop);
    List<String> parts = new ArrayList<>();
    if (!gate.isEmpty()) {
      parts.add("/\\ " + gate);
    }
    parts.add(Layout.bullet("/\\", view.me() + "." + Field.AT + " = " + view.at(stop)));
    if (view.thread.node(stop).step() instanceof Section.Registered) {
      shape.pins().forEach(pin -> parts.add("/\\ " + pin));
    }
    if (view.earlyFlag(stop).isPresent()) {
      parts.add(performedOrNot(view, stop, view.earlyFlag(stop).get()));
      return finish(parts);
    }
    way(view, path, stop, parts);
    return finish(parts);
  }

  /** The path of a thread that continues here, on whatever CPU it runs now. */
  private Path start(ThreadView view, int stop) {
    Path path = new Path();
    arrive(view, stop, path);
    return path;
  }

  private void arrive(ThreadView view, int stop, Path path) {
    if (view.sharesCpu) {
      Node n = view.thread.node(stop);
      templates.render(
          shape.memoryTemplate("arrival"),
          Map.of("action", new ActionScope(this, view, n, path, stop), "facts", shape.facts()));
    }
  }

  /** What has been performed early already is passed by. */
  private String performedOrNot(ThreadView view, int stop, String flag) {
    String held = view.me() + "." + flag;
    Path passed = new Path();
    passed.assume(view.field(flag));
    passed.fields().put(flag, "FALSE");
    Node n = view.thread.node(stop);
    passed.pass(flag);
    List<String> ways = new ArrayList<>();
    ways.add(outcomes(view, passed, n.next().get(0), stop));
    List<String> now = new ArrayList<>(List.of("/\\ ~" + held));
    way(view, start(view, stop), stop, now);
    ways.add(String.join("\n", now));
    return Layout.bullet("/\\", Layout.disjunction(ways));
  }

  /** The body of the action by which a step is performed before earlier ones. */
  String early(ThreadView view, int step, String flag, Map<Integer, EarlyExecution.Guard> from) {
    Node n = view.thread.node(step);
    Node ending = new Node(n.id(), n.step(), n.origin(), n.before(), List.of(-1));
    Path path = new Path();
    path.nodes().add(ending);
    path.fields().put(flag, "TRUE");
    List<String> parts = ahead(view, flag, from);
    if (ending.step() instanceof Access || ending.step() instanceof Wait) {
      parts.add(render(ending, view, path, view.thread.entry()));
    } else {
      takeStraight(ending, view, path, view.thread.entry());
      parts.add(leaf(view, path, -1, view.thread.entry()));
    }
    return finish(parts);
  }

  /** The body of the action by which a load gets the value of a store that is still pending. */
  String forwarded(
      ThreadView view, int step, int source, String flag, Map<Integer, EarlyExecution.Guard> from) {
    Node n = view.thread.node(step);
    Access.Load load = (Access.Load) n.step();
    Access.Store store = (Access.Store) view.thread.node(source).step();
    Path path = new Path();
    path.nodes().add(n);
    path.fields().put(flag, "TRUE");
    path.locals().put(load.local(), value(store.value(), view, path));
    if (view.dependencies.has(load.local())) {
      path.locals()
          .put(view.dependencies.field(load.local()), Expression.of(shape.memoryModel().undependent()));
    }
    List<String> parts = ahead(view, flag, from);
    parts.add(leaf(view, path, -1, view.thread.entry()));
    return finish(parts);
  }

  /** When a step may be performed early: where the thread may be. */
  private List<String> ahead(
      ThreadView view, String flag, Map<Integer, EarlyExecution.Guard> from) {
    List<String> places = new ArrayList<>();
    from.forEach(
        (stop, guard) -> {
          Expression placed =
              Logic.equal(view.field(Field.AT), new Expression.Constant(view.at(stop)));
          places.add(
              guard instanceof EarlyExecution.Guard.Always
                  ? placed.text()
                  : Logic.and(placed, condition(view, guard)).text());
        });
    List<String> parts = new ArrayList<>();
    parts.add("/\\ ~" + view.me() + "." + flag);
    parts.add(
        places.size() == 1
            ? "/\\ " + places.get(0)
            : Layout.bullet("/\\", Layout.disjunction(places)));
    return parts;
  }

  private Expression condition(ThreadView view, EarlyExecution.Guard guard) {
    if (guard instanceof EarlyExecution.Guard.Done d) {
      return view.field(view.earlyFlag(d.node()).orElseThrow());
    } else if (guard instanceof EarlyExecution.Guard.When w) {
      return value(w.condition(), view, new Path());
    } else if (guard instanceof EarlyExecution.Guard.Both b) {
      return Logic.and(condition(view, b.left()), condition(view, b.right()));
    } else if (guard instanceof EarlyExecution.Guard.Either e) {
      return Logic.or(condition(view, e.left()), condition(view, e.right()));
    }
    return Logic.TRUE;
  }

  private void way(ThreadView view, Path path, int stop, List<String> parts) {
    int id = stop;
    boolean moved = false;
    while (true) {
      Node n = view.thread.node(id);
      boolean elsewhere = moved && view.stops.contains(id);
      if (!elsewhere && (n.step() instanceof Access || n.step() instanceof Wait)) {
        path.nodes().add(n);
        parts.add(render(n, view, path, stop));
        break;
      }
      if (elsewhere || !straight(n)) {
        parts.add(outcomes(view, path, id, stop, !moved));
        break;
      }
      path.nodes().add(n);
      takeStraight(n, view, path, stop);
      id = n.next().get(0);
      moved = true;
    }
  }

  /** The body of the action by which a store that was put off takes effect. */
  String lateStore(ThreadView view, LateStore late, String gate) {
    Path path = new Path();
    Node store =
        new Node(-1, new Access.LatePlainStore(late), late.origin(), Atomic.NONE, List.of());
    path.nodes().add(store);
    List<String> parts = new ArrayList<>();
    if (!gate.isEmpty()) {
      parts.add("/\\ " + gate);
    }
    parts.add("/\\ " + view.me() + "." + late.pending());
    parts.add(render(store, view, path, view.thread.entry()));
    return finish(parts);
  }

  /** The thread stays where it is. */
  String stay(ThreadView view, Path path) {
    return leaf(view, path, -1, view.thread.entry());
  }

  private String render(Node n, ThreadView view, Path path, int from) {
    return templates
        .render(
            shape.stepTemplate(n.step().template()),
            Map.of(
                "step",
                n.step(),
                "action",
                new ActionScope(this, view, n, path, from),
                "facts",
                shape.facts()))
        .strip();
  }

  /** Takes a step that does not branch and touches nothing shared, or only opens or closes. */
  private void takeStraight(Node n, ThreadView view, Path path, int from) {
    render(n, view, path, from);
  }

  /** The ways on from a node: conjuncts when there is one, a disjunction when there are more. */
  String outcomes(ThreadView view, Path path, int node, int from) {
    return outcomes(view, path, node, from, false);
  }

  private String outcomes(ThreadView view, Path path, int node, int from, boolean first) {
    List<String> leaves = new ArrayList<>();
    follow(view, path.copy(), node, from, first, leaves);
    return leaves.size() == 1 ? leaves.get(0) : Layout.bullet("/\\", Layout.disjunction(leaves));
  }

  private void follow(
      ThreadView view, Path path, int id, int from, boolean first, List<String> leaves) {
    if (id < 0 || !first && view.stops.contains(id)) {
      leaves.add(leaf(view, path, id, from));
      return;
    }
    Node n = view.thread.node(id);
    shape.outcomes().use(n.origin().place());
    path.nodes().add(n);
    if (n.step() instanceof Local.Branch branch) {
      render(n, view, path, from);
      Expression condition = value(branch.condition(), view, path);
      Path no = path.copy();
      if (path.assume(condition)) {
        follow(view, path, n.next().get(0), from, false, leaves);
      }
      if (no.assume(Logic.negated(condition))) {
        follow(view, no, n.next().get(1), from, false, leaves);
      }
    } else if (n.step() instanceof Local.CompilerChoice choice) {
      Path chosen = path.copy();
      follow(view, path, n.next().get(0), from, false, leaves);
      if (choice.onlyIf().stream().allMatch(c -> chosen.assume(value(c, view, chosen)))) {
        follow(view, chosen, n.next().get(1), from, false, leaves);
      }
    } else if (n.step() instanceof Local.NextCpu next) {
      Path none = path.copy();
      render(n, view, path, from);
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
  private String leaf(ThreadView view, Path path, int target, int from) {
    List<String> parts = conditions(path);
    List<String> changes = new ArrayList<>(path.effects());
    List<String> updates = updates(view, path, target, from);
    if (!path.memory().equals(Path.MEMORY)) {
      arrive(view, from, path);
      changes.add(Path.MEMORY + "' = " + path.memory());
    }
    if (!updates.isEmpty()) {
      changes.add(view.variable + "' = " + record(view, updates, target));
    }
    addFaults(path, changes);
    outcomes.add(
        new Action.Outcome(
            target < 0 ? "" : view.label(target, false), target, path.nodes(), path.performed()));
    return quantified(path, parts, changes);
  }

  /** The kernel is gone: only the fault is recorded. */
  String oops(Path path) {
    List<String> parts = conditions(path);
    List<String> changes = new ArrayList<>();
    addFaults(path, changes);
    outcomes.add(new Action.Outcome("", -1, path.nodes(), path.performed()));
    return quantified(path, parts, changes);
  }

  private static List<String> conditions(Path path) {
    return path.conditions().stream()
        .map(Expression::text)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static void addFaults(Path path, List<String> changes) {
    List<String> faults = path.faults();
    if (!faults.isEmpty()) {
      String line = "faults' = faults \\cup " + String.join(" \\cup ", faults);
      changes.add(
          line.length() <= LONGEST_RECORD
              ? line
              : "faults' = faults \\cup " + String.join("\n                 \\cup ", faults));
    }
  }

  private String quantified(Path path, List<String> conditions, List<String> changes) {
    int leaf = leafChanges.size();
    leafChanges.add(primed(String.join("\n", changes)));
    List<String> parts = new ArrayList<>(conditions);
    parts.addAll(changes);
    parts.add("@@unchanged " + leaf + "@@");
    String text = Layout.conjunction(parts);
    List<String> binders = path.binders();
    for (int i = binders.size() - 1; i >= 0; i--) {
      text = "/\\ " + binders.get(i) + " :\n" + Layout.indent(text, 5);
    }
    return text;
  }

  private List<String> updates(ThreadView view, Path path, int target, int from) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (target == view.thread.entry() && view.thread.context() != quiesce.steps.Context.PROVIDER) {
      // Starting over: everything is as it was.
      return List.of("");
    }
    if (target >= 0) {
      if (target != from) {
        fields.put(Field.AT, view.at(target));
      }
      boolean was = view.thread.node(from).before().pinned();
      boolean is = view.thread.node(target).before().pinned();
      if (view.pins() && is != was) {
        fields.put(Field.CPU, is ? cpu(view) : "NULL");
      }
    }
    for (String l : view.kept()) {
      Expression assigned = path.locals().get(l);
      Expression held = held(view, l);
      if (target >= 0 && !view.live(l, target)) {
        if (view.live(l, from)) {
          fields.put(Field.of(l), view.atRest(l));
        }
      } else if (assigned != null && !assigned.equals(held)) {
        fields.put(Field.of(l), assigned.afterEquals());
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
      fields.put(Field.USES, "NULL");
    }
    String who = view.indexed() ? "![" + view.index + "]." : "!.";
    return fields.entrySet().stream().map(e -> who + e.getKey() + " = " + e.getValue()).toList();
  }

  private String record(ThreadView view, List<String> updates, int target) {
    if (target == view.thread.entry() && updates.equals(List.of(""))) {
      return "[" + view.variable + " EXCEPT ![" + view.index + "] = " + shape.idleName(view) + "]";
    }
    String line = "[" + view.variable + " EXCEPT " + String.join(", ", updates) + "]";
    if (line.length() <= LONGEST_RECORD) {
      return line;
    }
    // Aligned after the equals sign of the conjunct around this.
    String margin = " ".repeat(view.variable.length() + "' = [".length());
    return "[" + view.variable + " EXCEPT\n" + margin + String.join(",\n" + margin, updates) + "]";
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

  String cpu(ThreadView view) {
    return "c";
  }

  private static Set<String> primed(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher m = PRIMED.matcher(text);
    while (m.find()) {
      found.add(m.group(1));
    }
    return found;
  }

  /** Says of every variable that a part does not mention that it stays as it is. */
  private String finish(List<String> parts) {
    String text = parts.stream().filter(p -> !p.isBlank()).collect(Collectors.joining("\n"));
    Set<String> changed = primed(text);
    Set<String> byLeaves = new LinkedHashSet<>();
    leafChanges.forEach(byLeaves::addAll);
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher m = MARKER.matcher(line);
      if (m.find()) {
        int leaf = Integer.parseInt(m.group(1));
        List<String> kept =
            shape.variables().stream()
                .filter(byLeaves::contains)
                .filter(v -> !leafChanges.get(leaf).contains(v))
                .toList();
        if (!kept.isEmpty()) {
          lines.add(line.substring(0, m.start()) + unchanged(kept, m.start() + 2));
        }
        lastConjunct(lines, m.start())
            .ifPresent(spot -> outcomes.set(leaf, outcomes.get(leaf).endingAt(spot)));
      } else {
        lines.add(line);
      }
    }
    List<String> rest = shape.variables().stream().filter(v -> !changed.contains(v)).toList();
    if (!rest.isEmpty()) {
      lines.add("/\\ " + unchanged(rest, 5));
    }
    return String.join("\n", lines);
  }

  /** The last of the conjuncts that begin in a column, if it says what becomes of a variable. */
  private static Optional<Action.Spot> lastConjunct(List<String> lines, int column) {
    int last = lines.size() - 1;
    while (last >= 0 && !lines.get(last).startsWith("/\\ ", column - BULLET)) {
      last--;
    }
    return last >= 0 && ASSIGNMENT.matcher(lines.get(last).substring(column)).lookingAt()
        ? Optional.of(new Action.Spot(last + 1, Layout.MARGIN + column + 1))
        : Optional.empty();
  }

  private static String unchanged(List<String> variables, int column) {
    if (variables.size() == 1) {
      return "UNCHANGED " + variables.get(0);
    }
    String open = "UNCHANGED <<";
    return open + Layout.list(variables, column + open.length()) + ">>";
  }
}
