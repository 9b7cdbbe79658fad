package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Bound;
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
  /** The function that is being lowered. */
  private static final class Frame {
    final Item.Function function;
    final Optional<String> result;
    final List<Graph.Edge> returns = new ArrayList<>();
    final Map<String, List<Graph.Edge>> gotos = new HashMap<>();
    final Map<String, Graph.Mark> labels = new HashMap<>();
    final Set<Statement> jumpedOver;
    final OpenGuards guards;
    Optional<Statement> current = Optional.empty();
    final Set<Typed> addresses = new LinkedHashSet<>();

    Frame(Item.Function function, Statement body, Optional<String> result, ThreadLowering in) {
      this.guards = new OpenGuards(in);
      this.function = function;
      this.result = result;
      this.jumpedOver = Jumps.over(body, Statement.Declaration.class::isInstance);
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
   * @return the address that it returns, if that is of a global struct, which no local keeps
   */
  Optional<Typed> inline(
      Item.Function f, List<Typed> arguments, Optional<String> result, Place from) {
    Place call = in.ofKernel.orElse(from);
    in.steps.use(call);
    if (in.functions.contains(f.name())) {
      throw new Refusal(
          call,
          f.name() + "() calls itself",
          "write a loop: functions are inlined, so that recursion has no end");
    }
    if (in.functions.size() >= Bound.CALL_DEPTH.most()) {
      throw new Refusal(
          call,
          "calls are nested more than " + Bound.CALL_DEPTH.most() + " deep",
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
    Optional<Place> outerCall = in.ofKernel;
    frame = new Frame(f, body, result, in);
    in.ofKernel = in.symbols.isOfKernel(f.name()) ? Optional.of(call) : Optional.empty();
    in.functions.push(f.name());
    in.scope.enterFunction();
    try {
      Set<String> assigned = Assignments.names(body);
      for (int i = 0; i < f.parameters().size(); i++) {
        Item.Parameter p = f.parameters().get(i);
        Typed argument = arguments.get(i);
        boolean cpu = p.type() instanceof Type.Int && argument.kind() == Typed.Kind.CPU;
        // What runs with an object of its own knows of which type that is.
        boolean own = Parameters.isData(p) && in.symbols.handedData().of(f.name()).isPresent();
        Typed passed = cpu || own ? argument : passed(argument, p.type(), call);
        if (passed.isAddress() || passed.kind() == Typed.Kind.NULL) {
          passed = pointer(p, passed, assigned.contains(p.name()));
        } else if (passed.isKept() && assigned.contains(p.name())) {
          String local = in.scope.fresh(p.name(), passed.kind());
          in.emit(new Local.Assign(local, passed.value()), p.place());
          passed = passed.in(local);
        }
        in.scope.bind(p.name(), passed);
      }
      int before = in.problems.number();
      block(body);
      boolean understood = in.problems.number() == before;
      if (understood && !(f.result() instanceof Type.Void) && in.graph.isReached()) {
        throw new Refusal(
            f.place(),
            f.name() + "() can end without returning a value",
            "return one on every path");
      }
      in.graph.alsoOpen(frame.returns);
      return address();
    } finally {
      in.scope.leave();
      in.functions.pop();
      in.ofKernel = outerCall;
      frame = outer;
    }
  }

  /** An address that is passed: a parameter that is set to others is a variable of its own. */
  private Typed pointer(Item.Parameter p, Typed passed, boolean assigned) {
    if (!assigned || !in.chosen.has(p.type())) {
      return passed;
    }
    Typed variable =
        in.chosen.variable(p.type(), in.scope.fresh(p.name(), Typed.Kind.INT)).orElseThrow();
    in.chosen.choose(variable, passed, p.place());
    return variable;
  }

  private static Typed passed(Typed argument, Type type, Place call) {
    Typed like = Typed.of(argument.value(), type);
    if (argument.functionOfFile().isPresent() && like.isPointerToFunction()) {
      return argument;
    }
    return argument.isAddress()
        ? argument.addressAs(like, call)
        : Typed.of(argument.as(type, call), type);
  }

  /** What the function returns, if that is the address of a global struct. */
  private Optional<Typed> address() {
    Optional<Typed> address = frame.addresses.stream().filter(Typed::isAddress).findFirst();
    if (address.isPresent() && frame.addresses.size() > 1) {
      throw new Refusal(
          frame.function.place(),
          frame.function.name() + "() returns the address of a global struct, or another value",
          "write a function for each");
    }
    return address;
  }

  /**
   * Whether an expression can have another value where an address with it in it is used. A name
   * that a declaration or the head of a loop alone gives a value has one in its block, and an
   * address leaves the function only as what it returns.
   */
  boolean mayChange(Expression e) {
    return !(e instanceof Expression.Name n)
        || frame.function.result() instanceof Type.Pointer
        || Assignments.changed(frame.function.body().orElseThrow()).contains(n.name());
  }

  /** Whether a local of the function has one value alone, which this statement gives it. */
  boolean isSetHere(String local) {
    Statement body = frame.function.body().orElseThrow();
    Statement here = frame.current.orElseThrow();
    return Assignments.once(body).contains(local) && Jumps.over(body, s -> s == here).isEmpty();
  }

  private void block(Statement.Block b) {
    in.scope.enterBlock();
    try {
      b.statements().forEach(this::noted);
    } finally {
      in.scope.leave();
    }
  }

  /** A statement of several; what is refused in it ends it alone, or the call of the kernel. */
  void noted(Statement s) {
    if (in.ofKernel.isEmpty()) {
      Refusal.noted(in.problems, () -> statement(s));
      return;
    }
    try {
      statement(s);
    } catch (Refusal r) {
      throw r.at(in.ofKernel.get());
    }
  }

  private void statement(Statement s) {
    frame.current = Optional.of(s);
    if (s instanceof Statement.Case c) {
      in.switches.enter(c);
    }
    if (Coverable.is(s)) {
      in.reached(s.place());
    }
    if (s instanceof Statement.Label l) {
      frame.guards.refuseJump(l.place());
      Optional.ofNullable(frame.gotos.remove(l.name())).ifPresent(in.graph::alsoOpen);
      frame.labels.put(l.name(), in.graph.mark());
    } else if (s instanceof Statement.Block b) {
      block(b);
    } else if (s instanceof Statement.Declaration d) {
      declaration(d);
    } else if (s instanceof Statement.Evaluation e) {
      in.withTemporaries(() -> in.expressions.effect(e.expression()));
    } else if (s instanceof Statement.If i) {
      branch(i);
    } else if (s instanceof Statement.While w) {
      in.loops.lower(w);
    } else if (s instanceof Statement.DoWhile w) {
      in.loops.lower(w);
    } else if (s instanceof Statement.For f) {
      in.loops.lower(f);
    } else if (s instanceof Statement.ForEachPossibleCpu f) {
      in.loops.lower(f);
    } else if (s instanceof Statement.ForEachEntry f) {
      in.loops.lower(f);
    } else if (s instanceof Statement.Guarded g) {
      frame.guards.lower(g);
    } else if (s instanceof Statement.Switch w) {
      in.switches.lower(w);
    } else if (s instanceof Statement.Break) {
      in.loops.leave();
    } else if (s instanceof Statement.Continue) {
      in.loops.next();
    } else if (s instanceof Statement.Return r) {
      returns(r);
    } else if (s instanceof Statement.Goto g) {
      jump(g);
    }
  }

  /** The guards of the function that are open. */
  OpenGuards guards() {
    return frame.guards;
  }

  private void jump(Statement.Goto g) {
    frame.guards.refuseJump(g.place());
    Optional<Graph.Mark> earlier = Optional.ofNullable(frame.labels.get(g.label()));
    earlier.ifPresentOrElse(
        label -> in.loops.close(label, g.place()),
        () ->
            frame.gotos.computeIfAbsent(g.label(), k -> new ArrayList<>()).addAll(in.graph.take()));
  }

  private void declaration(Statement.Declaration d) {
    Typed.Kind kind = Typed.Kind.of(d.type());
    if (d.type() instanceof Type.Struct struct) {
      Pointee.LocalStruct local = in.localStructs.declared(d.name(), struct);
      in.scope.bind(d.name(), Typed.struct(local));
      d.initialiser().ifPresent(e -> in.localStructs.initialise(local, e, d.place()));
      return;
    }
    if (kind == Typed.Kind.VOID || kind == Typed.Kind.SLOT || kind == Typed.Kind.LOCK) {
      throw new Refusal(
          d.place(),
          "a local of this type",
          "use a pointer to a struct or a function, a bool or an integer");
    }
    if (in.chosen.has(d.type())
        && !Assignments.once(frame.function.body().orElseThrow()).contains(d.name())) {
      Typed variable =
          in.chosen.variable(d.type(), in.scope.unused(d.name(), Typed.Kind.INT)).orElseThrow();
      d.initialiser()
          .ifPresent(e -> in.withTemporaries(() -> in.expressions.into(e, variable, d.place())));
      in.scope.bind(d.name(), variable);
      return;
    }
    boolean cpu =
        kind == Typed.Kind.INT && d.initialiser().filter(Assignments::isSmpProcessorId).isPresent();
    Typed.Kind kept = cpu ? Typed.Kind.CPU : kind;
    String local =
        d.initialiser().isPresent() && !frame.jumpedOver.contains(d)
            ? in.scope.fresh(d.name(), kept)
            : in.scope.unused(d.name(), kept);
    Typed variable =
        cpu ? new Typed(new Value.Local(local), kept) : Typed.of(new Value.Local(local), d.type());
    Typed held = variable;
    try {
      // The initialiser does not see the name: int x = x; is a mistake.
      if (d.initialiser().isPresent()) {
        Expression e = d.initialiser().get();
        held = in.withTemporaries(() -> in.expressions.into(e, variable, d.place()));
        if (held.isAddress() && frame.jumpedOver.contains(d)) {
          throw new Refusal(
              d.place(),
              "a goto or a switch leads past this address",
              "declare it before, or in a block of its own");
        }
      }
    } finally {
      // Also where the initialiser is refused: what uses the name is not to be refused for that.
      in.scope.bind(d.name(), held);
    }
  }

  private void branch(Statement.If i) {
    Exits exits = in.withTemporaries(() -> in.expressions.condition(i.condition()));
    in.graph.reopen(exits.whenTrue());
    nested(i.then());
    List<Graph.Edge> afterThen = in.graph.take();
    in.graph.reopen(exits.whenFalse());
    i.otherwise().ifPresent(this::nested);
    in.graph.alsoOpen(afterThen);
  }

  /** A statement that another one governs. */
  void nested(Statement s) {
    in.scope.enterBlock();
    try {
      noted(s);
    } finally {
      in.scope.leave();
    }
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
            e -> in.withTemporaries(() -> frame.addresses.add(returned(failure(e), r.place()))));
    frame.guards.leave(0);
    frame.returns.addAll(in.graph.take());
  }

  /** What others than this file get: an error as a pointer is as good as NULL. */
  private Expression failure(Expression e) {
    boolean error = e instanceof Expression.Call c && c.name().equals(ErrorPointers.MAKE);
    if (!error || frame.function.roles().isEmpty() || in.functions.size() > 1) {
      return e;
    }
    Expression number = Calls.argument((Expression.Call) e, 0, 1);
    in.expressions.evaluate(number).as(Typed.Kind.INT, number.place());
    return new Expression.Null(e.place());
  }

  private Typed returned(Expression e, Place place) {
    Type type = frame.function.result();
    Optional<Typed> chosen =
        frame
            .result
            .filter(r -> in.chosen.isResultOf(frame.function))
            .flatMap(r -> in.chosen.variable(type, r));
    if (chosen.isPresent()) {
      return in.expressions.into(e, chosen.get(), place);
    } else if (in.chosen.isResultOf(frame.function)) {
      in.expressions.evaluate(e, Want.of(type));
      return Typed.NOTHING;
    }
    Typed like = Typed.of(frame.result.<Value>map(Value.Local::new).orElse(new Value.Null()), type);
    if (frame.result.isPresent()) {
      return in.expressions.into(e, like, place);
    }
    Typed v = in.expressions.evaluate(e, Want.of(type));
    return v.isAddress()
        ? v.addressAs(like, e.place())
        : Typed.of(in.expressions.converted(v, like, e.place()), type);
  }
}
