package quiesce.litmus.lowering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import quiesce.primitives.Fence;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Limit;
import quiesce.source.Place;
import quiesce.source.Statement;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** Lowers the statements of one process. */
final class ProcessLowering {
  final Symbols symbols;
  final Scope scope;
  final Graph graph;
  final Expressions expressions = new Expressions(this);
  final Locations locations = new Locations(this);
  final Calls calls = new Calls(this);

  private final Item.Function process;
  private final Diagnostics diagnostics;

  /** The full barriers that are one in certain places only, by their nodes. */
  final Map<Integer, Fence> fences = new TreeMap<>();

  private ProcessLowering(
      Item.Function process,
      Symbols symbols,
      Set<String> words,
      Limit steps,
      Diagnostics diagnostics) {
    this.process = process;
    this.graph = new Graph(steps);
    this.symbols = symbols;
    this.diagnostics = diagnostics;
    this.scope = new Scope(process, symbols, words, diagnostics);
  }

  /**
   * The steps of a process.
   *
   * @param fences the full barriers that are one in certain places only
   */
  record Steps(Item.Function process, List<Node> nodes, Map<Integer, Fence> fences) {}

  static Steps lower(
      int number,
      Item.Function process,
      Symbols symbols,
      List<String> observed,
      Set<String> words,
      Limit steps,
      Diagnostics diagnostics) {
    ProcessLowering lowering = new ProcessLowering(process, symbols, words, steps, diagnostics);
    symbols
        .registers(number)
        .forEach((r, v) -> lowering.emit(new Local.Assign(r, v), process.place()));
    process.body().ifPresent(lowering::statement);
    lowering.graph.add(new Local.Halt(observed), lowering.origin(process.end()), 0);
    return new Steps(process, lowering.graph.nodes(), lowering.fences);
  }

  private void statement(Statement s) {
    if (s instanceof Statement.Block b) {
      b.statements().forEach(this::statement);
    } else if (s instanceof Statement.Declaration d) {
      d.initialiser().ifPresent(e -> expressions.assign(d.name(), e, d.place()));
    } else if (s instanceof Statement.Evaluation e) {
      if (e.expression() instanceof Expression.Assign a) {
        assignment(a);
      } else if (e.expression().bare() instanceof Expression.Call c) {
        calls.call(c);
      } else {
        report(e.place(), "a statement without an effect", "assign the value, or remove it");
      }
    } else if (s instanceof Statement.If i) {
      condition(i);
    }
  }

  private void condition(Statement.If i) {
    Exits exits = expressions.branch(i.condition());
    graph.alsoOpen(exits.whenTrue());
    statement(i.then());
    List<Graph.Edge> afterThen = graph.take();
    graph.alsoOpen(exits.whenFalse());
    i.otherwise().ifPresent(this::statement);
    graph.alsoOpen(afterThen);
  }

  private void assignment(Expression.Assign a) {
    Expression target = a.target();
    if (target instanceof Expression.Dereference d) {
      calls.plainStore(d, a.value(), a.place());
    } else if (target instanceof Expression.Name n && !scope.isParameter(n.name())) {
      expressions.assign(scope.register(n.name(), n.place()), a.value(), a.place());
    } else if (target instanceof Expression.Name n) {
      report(
          n.place(),
          "'%s' is the address of a variable, and cannot be assigned".formatted(n.name()),
          "write *%s = ... for the variable".formatted(n.name()));
    } else {
      report(
          target.place(),
          "only a register or a variable can be assigned",
          "write r = ... or *x = ...");
    }
  }

  int emit(Step step, Place place) {
    return graph.add(step, origin(place));
  }

  int branch(Value condition, Place place) {
    return graph.add(new Local.Branch(condition), origin(place), 2);
  }

  private Origin origin(Place place) {
    return new Origin(
        process.name(), List.of(), place, diagnostics.file().line(place.line()).strip());
  }

  void report(Place place, String message, String help) {
    diagnostics.report(place, message, help);
  }
}
