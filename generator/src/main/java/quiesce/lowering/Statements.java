package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Statement;
import quiesce.source.Type;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Value;

/** Lowers functions and statements. */
final class Statements {
  private static final int DEEPEST_INLINING = 40;

  /** The function that is being lowered. */
  private static final class Frame {
    final Item.Function function;
    final Optional<String> result;
    final List<Graph.Edge> returns = new ArrayList<>();
    final Map<String, List<Graph.Edge>> gotos = new HashMap<>();

    Frame(Item.Function function, Optional<String> result) {
      this.function = function;
      this.result = result;
    }
  }

  private final ThreadLowering in;
  private Frame frame;

  Statements(ThreadLowering in) {
    this.in = in;
  }

  /**
   * Inlines a function.
   *
   * @param arguments for its parameters
   * @param result the local that gets what it returns, if anything does
   */
  void inline(Item.Function f, List<Typed> arguments, Optional<String> result, Place call) {
    in.steps.use(call);
    if (in.functions.contains(f.name())) {
      throw new Refusal(
          call,
          f.name() + "() calls itself",
          "write a loop: functions are inlined, so that recursion has no end");
    }
    if (in.functions.size() >= DEEPEST_INLINING) {
      throw new Refusal(
          call,
          "calls are nested more than " + DEEPEST_INLINING + " deep",
          "leave out the functions that touch nothing shared");
    }
    Statement.Block body =
        f.body()
            .orElseThrow(
                () ->
                    new Refusal(
                        call,
                        f.name() + "() has no body",
                        "write its body: what it touches decides whether the strategy is safe"));
    Frame outer = frame;
    frame = new Frame(f, result);
    in.functions.push(f.name());
    in.scope.enterFunction();
    try {
      Set<String> assigned = assignedNames(body);
      for (int i = 0; i < f.parameters().size(); i++) {
        Item.Parameter p = f.parameters().get(i);
        Typed.Kind kind = Typed.Kind.of(p.type());
        Typed argument = arguments.get(i);
        Typed.Kind actual =
            kind == Typed.Kind.INT && argument.kind() == Typed.Kind.CPU ? Typed.Kind.CPU : kind;
        Value value = argument.as(actual, call);
        if (assigned.contains(p.name())) {
          String local = in.scope.fresh(p.name(), actual);
          in.emit(new Local.Assign(local, value), p.place());
          value = new Value.Local(local);
        }
        in.scope.bind(p.name(), new Typed(value, actual));
      }
      block(body);
      if (!(f.result() instanceof Type.Void) && in.graph.isReached()) {
        throw new Refusal(
            f.place(),
            f.name() + "() can end without returning a value",
            "return one on every path");
      }
      in.graph.alsoOpen(frame.returns);
    } finally {
      in.scope.leave();
      in.functions.pop();
      frame = outer;
    }
  }

  private static Set<String> assignedNames(Statement body) {
    Set<String> names = new HashSet<>();
    new TreeWalk(
            s -> {
              if (s instanceof Statement.Assignment a && a.target() instanceof Expression.Name n) {
                names.add(n.name());
              } else if (s instanceof Statement.ForEachPossibleCpu f) {
                names.add(f.variable());
              }
            },
            e -> {})
        .visit(body);
    return names;
  }

  private void block(Statement.Block b) {
    in.scope.enterBlock();
    for (Statement s : b.statements()) {
      Refusal.noted(in.problems, () -> statement(s));
    }
    in.scope.leave();
  }

  private void statement(Statement s) {
    if (Coverable.is(s)) {
      in.emit(new Local.Reached(), s.place());
    }
    if (s instanceof Statement.Label l) {
      Optional.ofNullable(frame.gotos.remove(l.name())).ifPresent(in.graph::alsoOpen);
    } else if (s instanceof Statement.Block b) {
      block(b);
    } else if (s instanceof Statement.Declaration d) {
      declaration(d);
    } else if (s instanceof Statement.Assignment a) {
      in.withTemporaries(
          () -> {
            assignment(a);
            return a;
          });
    } else if (s instanceof Statement.Evaluation e) {
      in.withTemporaries(() -> in.expressions.effect(e.expression()));
    } else if (s instanceof Statement.If i) {
      branch(i);
    } else if (s instanceof Statement.While w) {
      loop(w);
    } else if (s instanceof Statement.DoWhile w) {
      loop(w);
    } else if (s instanceof Statement.ForEachPossibleCpu f) {
      forEachCpu(f);
    } else if (s instanceof Statement.Return r) {
      returns(r);
    } else if (s instanceof Statement.Goto g) {
      frame.gotos.computeIfAbsent(g.label(), k -> new ArrayList<>()).addAll(in.graph.take());
    }
  }

  private void declaration(Statement.Declaration d) {
    Typed.Kind kind = Typed.Kind.of(d.type());
    if (d.type() instanceof Type.Pointer p && !p.struct().equals(in.symbols.structName())) {
      throw new Refusal(
          d.place(),
          "struct " + p.struct() + " is not defined",
          "point to struct " + in.symbols.structName() + ", or define it");
    }
    if (kind == Typed.Kind.VOID || kind == Typed.Kind.SLOT || d.type() instanceof Type.Struct) {
      throw new Refusal(
          d.place(),
          "a local of this type",
          "use a pointer to the callbacks, a bool or an integer");
    }
    boolean cpu =
        kind == Typed.Kind.INT && d.initialiser().filter(Statements::isSmpProcessorId).isPresent();
    Typed.Kind held = cpu ? Typed.Kind.CPU : kind;
    String local =
        d.initialiser().isPresent()
            ? in.scope.fresh(d.name(), held)
            : in.scope.unused(d.name(), held);
    Typed variable = new Typed(new Value.Local(local), held);
    // The initialiser does not see the name: int x = x; is a mistake.
    d.initialiser()
        .ifPresent(
            e ->
                in.withTemporaries(
                    () -> in.expressions.into(e, local, variable.kind(), d.place())));
    in.scope.bind(d.name(), variable);
  }

  private static boolean isSmpProcessorId(Expression e) {
    return e instanceof Expression.Call c
        && c.callee() instanceof Expression.Name n
        && Set.of("smp_processor_id", "raw_smp_processor_id").contains(n.name());
  }

  private void assignment(Statement.Assignment a) {
    if (a.target() instanceof Expression.Name n && in.scope.lookup(n.name()).isPresent()) {
      Typed variable = in.scope.lookup(n.name()).get();
      if (!(variable.value() instanceof Value.Local local)) {
        throw new IllegalStateException("assigned parameters are locals");
      }
      if (variable.kind() == Typed.Kind.INT && isSmpProcessorId(a.value())) {
        throw new Refusal(
            a.place(),
            "an int that becomes a CPU number later",
            "initialise it where it is declared: int " + n.name() + " = smp_processor_id();");
      }
      in.expressions.into(a.value(), local.name(), variable.kind(), a.place());
      return;
    }
    in.calls.plainStore(a.target(), a.value(), a.place());
  }

  private void branch(Statement.If i) {
    Exits exits = in.withTemporaries(() -> in.expressions.condition(i.condition()));
    in.graph.reopen(exits.whenTrue());
    Refusal.noted(in.problems, () -> nested(i.then()));
    List<Graph.Edge> afterThen = in.graph.take();
    in.graph.reopen(exits.whenFalse());
    i.otherwise().ifPresent(o -> Refusal.noted(in.problems, () -> nested(o)));
    in.graph.alsoOpen(afterThen);
  }

  private void nested(Statement s) {
    in.scope.enterBlock();
    try {
      statement(s);
    } finally {
      in.scope.leave();
    }
  }

  private void loop(Statement.While w) {
    Graph.Mark head = in.graph.mark();
    Exits exits = in.withTemporaries(() -> in.expressions.condition(w.condition()));
    in.graph.reopen(exits.whenTrue());
    Refusal.noted(in.problems, () -> nested(w.body()));
    close(head, w.place());
    in.graph.reopen(exits.whenFalse());
  }

  private void loop(Statement.DoWhile w) {
    Graph.Mark head = in.graph.mark();
    Refusal.noted(in.problems, () -> nested(w.body()));
    Exits exits = in.withTemporaries(() -> in.expressions.condition(w.condition()));
    in.graph.reopen(exits.whenTrue());
    close(head, w.place());
    in.graph.reopen(exits.whenFalse());
  }

  /**
   * Leads back to the head of a loop. Its thread must be seen to go round: a step that changes
   * nothing is none, and a thread that takes none would be fair, and so be sure to get out.
   */
  private void close(Graph.Mark head, Place place) {
    if (!in.graph.reachedBy(head)) {
      in.emit(new Local.CpuRelax(), place);
    }
    if (in.graph.closesOn(head)) {
      in.emit(new Local.CpuRelax(), place);
    }
    in.graph.jump(head);
  }

  private void forEachCpu(Statement.ForEachPossibleCpu f) {
    if (in.scope.lookup(f.variable()).filter(v -> v.kind() == Typed.Kind.INT).isEmpty()) {
      throw new Refusal(
          f.place(),
          f.variable() + " is not an int declared here",
          "declare it: int " + f.variable() + ";");
    }
    in.scope.enterBlock();
    // A CPU number is a value of its own kind; the int that the C declares holds it in the loop.
    String cpu = in.scope.fresh(f.variable(), Typed.Kind.CPU);
    String left = in.scope.fresh(f.variable() + "_left", Typed.Kind.VOID);
    in.scope.bind(f.variable(), new Typed(new Value.Local(cpu), Typed.Kind.CPU));
    in.emit(new Local.AllCpus(left), f.place());
    Graph.Mark head = in.graph.mark();
    int next = in.emit(new Local.NextCpu(cpu, left), f.place(), 2);
    in.graph.reopen(List.of(new Graph.Edge(next, 0)));
    Refusal.noted(in.problems, () -> nested(f.body()));
    in.graph.jump(head);
    in.graph.reopen(List.of(new Graph.Edge(next, 1)));
    in.scope.leave();
  }

  private void returns(Statement.Return r) {
    boolean isVoid = frame.function.result() instanceof Type.Void;
    if (isVoid && r.value().isPresent()) {
      throw new Refusal(
          r.place(),
          frame.function.name() + "() returns nothing, but a value is given here",
          "give the function a type, or return without a value");
    }
    if (!isVoid && r.value().isEmpty()) {
      throw new Refusal(
          r.place(),
          frame.function.name() + "() returns a value, but none is given here",
          "give one");
    }
    r.value()
        .ifPresent(
            e ->
                in.withTemporaries(
                    () -> {
                      Typed.Kind kind = Typed.Kind.of(frame.function.result());
                      if (frame.result.isPresent()) {
                        return in.expressions.into(e, frame.result.get(), kind, r.place());
                      }
                      Typed value = in.expressions.evaluate(e);
                      value.as(kind, r.place());
                      return value;
                    }));
    frame.returns.addAll(in.graph.take());
  }
}
