package quiesce.lowering;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quiesce.primitives.Dialect;
import quiesce.primitives.Primitive;
import quiesce.primitives.Primitives;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Value;

/** Lowers expressions: every shared access becomes a step, what is left is a value of locals. */
final class Expressions {
  private final ThreadLowering in;

  Expressions(ThreadLowering in) {
    this.in = in;
  }

  Typed evaluate(Expression e) {
    return evaluate(e, Want.A_VALUE);
  }

  /** For its effect alone. */
  Typed effect(Expression e) {
    if (e instanceof Expression.Conditional c && c.then().isPresent()) {
      Exits exits = condition(c.condition());
      arm(exits.whenTrue(), c.then().get(), this::effect);
      List<Graph.Edge> afterTrue = in.graph.take();
      arm(exits.whenFalse(), c.otherwise(), this::effect);
      in.graph.alsoOpen(afterTrue);
      return Typed.NOTHING;
    }
    if (!(e instanceof Expression.Call || e.changes().isPresent())) {
      throw new Refusal(
          e.place(),
          "a statement without an effect",
          "remove it, or assign the value to something");
    }
    return evaluate(e, Want.NOTHING);
  }

  /**
   * Evaluates into a variable of the function, and returns what then is in it: the variable, or the
   * address of a global struct, which no variable keeps.
   */
  Typed into(Expression e, Typed variable, Place place) {
    Typed v = evaluate(e, Want.in(variable));
    if (ChosenElements.is(variable)) {
      in.chosen.choose(variable, v, place);
      return variable;
    }
    if (v.isAddress()) {
      return in.chosen.kept(v.addressAs(variable, e.place()), place);
    }
    Value converted = converted(v, variable, e.place());
    if (!converted.equals(variable.value())) {
      in.emit(new Local.Assign(Assignments.local(variable), converted), place);
    }
    return variable;
  }

  /** A value of a type, as C converts it on assignment. */
  Value evaluated(Expression e, Type wanted) {
    Typed like = Typed.of(new Value.Null(), wanted);
    return converted(evaluate(e, Want.of(wanted)), like, e.place());
  }

  /**
   * A value as something of another one's type. A function that was read from a slot lives as long
   * as the object that the slot is of: a pointer to it is one to that object. So is a pointer that
   * the provider has set out of sight.
   */
  Value converted(Typed v, Typed wanted, Place place) {
    if (!v.isOwnedFor(wanted)) {
      return v.as(wanted, place);
    }
    Location slot = v.owner().get();
    if (in.slots.function(slot.name()).filter(f -> f.body().isPresent()).isPresent()) {
      throw new Refusal(
          place,
          "a pointer to a function of a struct that has its body here",
          "call it by the member, so that the body is followed: p->member()");
    }
    Value owner = slot.operand().orElseThrow();
    in.ownedFunctions.add(owner, place);
    String local = in.scope.fresh("function", Typed.Kind.OBJECT);
    Exits empty = branch(new Value.NonNull(v.value()), place);
    in.graph.reopen(empty.whenTrue());
    in.emit(new Local.Assign(local, owner), place);
    List<Graph.Edge> filled = in.graph.take();
    in.graph.reopen(empty.whenFalse());
    in.emit(new Local.Assign(local, new Value.Null()), place);
    in.graph.alsoOpen(filled);
    return new Value.Local(local);
  }

  /** The object that a pointer leads to, where it is followed. */
  Value followed(Typed pointer, Place place) {
    if (!pointer.isOutOfSight()) {
      return pointer.as(Typed.Kind.OBJECT, place);
    }
    in.addresses.used(pointer.value(), place);
    return pointer.owner().get().operand().orElseThrow();
  }

  Typed evaluate(Expression e, Want want) {
    Optional<Typed> local = in.addresses.local(e);
    if (local.isPresent()) {
      return local.get();
    }
    Optional<Expression.Member> follows = in.structsOfFile.undecided(e);
    if (follows.isPresent()) {
      return in.structsOfFile.evaluate(e, follows.get(), want);
    } else if (e instanceof Expression.Name n) {
      return name(n, want);
    } else if (e instanceof Expression.Number n) {
      return new Typed(new Value.Number(n.value()), Typed.Kind.INT);
    } else if (e instanceof Expression.Size s) {
      throw new Refusal(
          s.place(),
          "'%s' is not supported".formatted(s.word()),
          "sizes play no role in a strategy: leave it out");
    } else if (e instanceof Expression.Null) {
      return new Typed(new Value.Null(), Typed.Kind.NULL);
    } else if (e instanceof Expression.Truth t) {
      return new Typed(new Value.Truth(t.value()), Typed.Kind.BOOL);
    } else if (e instanceof Expression.Not n) {
      return new Typed(not(evaluate(n.operand()).condition(n.place())), Typed.Kind.BOOL);
    } else if (e instanceof Expression.Binary b) {
      return binary(b, want);
    } else if (e instanceof Expression.Conditional c) {
      return conditional(c, want);
    } else if (e instanceof Expression.Converted c) {
      return new Conversions(in).lower(c, want);
    } else if (e instanceof Expression.Assign a) {
      return in.assignments.lower(a);
    } else if (e instanceof Expression.Update u) {
      return in.assignments.lower(u);
    } else if (e instanceof Expression.Member m) {
      return in.calls.load(m, want, m.place());
    } else if (e instanceof Expression.Index
        || e instanceof Expression.Part
        || e instanceof Expression.Dereference) {
      return in.calls.load(e, want, e.place());
    } else if (e instanceof Expression.Call c) {
      return in.calls.call(c, want);
    } else if (e instanceof Expression.Container c) {
      return in.addresses.of(c);
    } else if (e instanceof Expression.AddressOf a) {
      return in.addresses.of(a);
    }
    if (e instanceof Expression.Braced b) {
      throw new Refusal(
          b.place(),
          "a struct by value",
          "give it to a local: struct name x = { .member = value };");
    }
    if (e instanceof Expression.Text) {
      return new Typed(new Value.Null(), Typed.Kind.DATA);
    }
    throw new IllegalStateException("no strategy has " + e.getClass().getSimpleName());
  }

  private Typed name(Expression.Name n, Want want) {
    return in.symbols.functionValue(n.name()).orElseGet(() -> in.calls.load(n, want, n.place()));
  }

  private Typed binary(Expression.Binary b, Want want) {
    if (b.operator() == Expression.Operator.AND || b.operator() == Expression.Operator.OR) {
      Exits exits = condition(b);
      String local = want.localFor(Typed.Kind.BOOL, "condition", in.scope);
      in.graph.reopen(exits.whenTrue());
      in.emit(new Local.Assign(local, new Value.Truth(true)), b.place());
      List<Graph.Edge> afterTrue = in.graph.take();
      in.graph.reopen(exits.whenFalse());
      in.emit(new Local.Assign(local, new Value.Truth(false)), b.place());
      in.graph.alsoOpen(afterTrue);
      return new Typed(new Value.Local(local), Typed.Kind.BOOL);
    }
    Typed left = evaluate(b.left());
    Typed right = evaluate(b.right());
    if (left.kind() == Typed.Kind.DATA && isMoved(b.operator(), right)) {
      return in.symbols.followsData() ? left : new Typed(new Value.Null(), Typed.Kind.DATA);
    }
    return switch (b.operator()) {
      case EQUAL -> truth(equal(left, right, b));
      case NOT_EQUAL -> truth(not(equal(left, right, b)));
      case LESS -> truth(new Value.Less(number(left, b.left()), number(right, b.right())));
      case GREATER -> truth(new Value.Less(number(right, b.right()), number(left, b.left())));
      case AT_MOST -> truth(not(new Value.Less(number(right, b.right()), number(left, b.left()))));
      case AT_LEAST -> truth(not(new Value.Less(number(left, b.left()), number(right, b.right()))));
      default ->
          Calculations.of(
              b.operator(), number(left, b.left()), number(right, b.right()), b.place());
    };
  }

  /** Whether what a pointer to data leads to is another place: it is data still. */
  private static boolean isMoved(Expression.Operator operator, Typed by) {
    return (operator == Expression.Operator.PLUS || operator == Expression.Operator.MINUS)
        && by.kind() == Typed.Kind.INT;
  }

  /** One of two values: each is put into the same local, on the way on which it is the one. */
  private Typed conditional(Expression.Conditional c, Want want) {
    Optional<Typed> tested =
        c.then().isPresent() ? Optional.empty() : Optional.of(evaluate(c.condition()));
    Exits exits =
        tested
            .map(t -> branch(t.condition(c.place()), c.place()))
            .orElseGet(() -> condition(c.condition()));
    Typed then = c.then().map(e -> arm(exits.whenTrue(), e, this::evaluate)).orElseGet(tested::get);
    List<Graph.Edge> afterTrue = c.then().isPresent() ? in.graph.take() : exits.whenTrue();
    Typed otherwise = arm(exits.whenFalse(), c.otherwise(), this::evaluate);
    List<Graph.Edge> afterFalse = in.graph.take();
    Typed either = then.with(otherwise);
    Expression last = c.otherwise();
    if (either.kind() == Typed.Kind.ADDRESS && either.target().isPresent()) {
      return in.chosen.either(then, afterTrue, otherwise, afterFalse, last.place());
    }
    String local = want.localFor(either.kind(), "choice", in.scope);
    Expression first = c.then().orElse(c.condition());
    in.graph.reopen(afterTrue);
    in.emit(new Local.Assign(local, then.as(either, first.place())), first.place());
    List<Graph.Edge> assigned = in.graph.take();
    in.graph.reopen(afterFalse);
    in.emit(new Local.Assign(local, otherwise.as(either, last.place())), last.place());
    in.graph.alsoOpen(assigned);
    return either.in(local);
  }

  /** An operand that is not always evaluated. */
  private <T> T arm(List<Graph.Edge> from, Expression e, Function<Expression, T> evaluated) {
    in.graph.reopen(from);
    in.reached(e.place());
    return evaluated.apply(e);
  }

  private static Typed truth(Value v) {
    return new Typed(v, Typed.Kind.BOOL);
  }

  static Value number(Typed v, Expression e) {
    return v.as(Typed.Kind.INT, e.place());
  }

  private static Value equal(Typed left, Typed right, Expression.Binary b) {
    if (left.kind() == Typed.Kind.ADDRESS && right.kind() == Typed.Kind.ADDRESS) {
      return Pointee.same(left.pointee().orElseThrow(), right.pointee().orElseThrow())
          .orElseThrow(
              () ->
                  new Refusal(
                      b.place(),
                      "the addresses of per-CPU structs are compared",
                      "compare the numbers of the CPUs"));
    }
    if (left.kind() == Typed.Kind.DATA || right.kind() == Typed.Kind.DATA) {
      throw new Refusal(
          b.place(),
          "a pointer to data that is only handed on is compared",
          "leave it out, or compare what decides: which data a void * points to is not followed");
    }
    if (left.kind() == Typed.Kind.NULL && right.kind() != Typed.Kind.NULL) {
      return equal(right, left, b);
    }
    if (right.kind() == Typed.Kind.NULL) {
      if (left.kind() != Typed.Kind.NULL
          && left.kind() != Typed.Kind.ADDRESS
          && !left.kind().isNumbered()) {
        left.as(
            left.kind() == Typed.Kind.SLOT ? Typed.Kind.SLOT : Typed.Kind.OBJECT, b.left().place());
      }
      return not(left.condition(b.left().place()));
    }
    if (left.kind() == Typed.Kind.SLOT) {
      throw new Refusal(
          b.place(),
          "two function pointers are compared",
          "compare with NULL: which function a slot holds is not followed");
    }
    Typed.Kind common =
        left.kind() == Typed.Kind.BOOL && right.kind() == Typed.Kind.INT
            ? Typed.Kind.INT
            : left.kind();
    return new Value.Equal(left.as(common, b.left().place()), right.as(common, b.right().place()));
  }

  static Value not(Value v) {
    if (v instanceof Value.Not n) {
      return n.operand();
    }
    return v instanceof Value.Truth t ? new Value.Truth(!t.value()) : new Value.Not(v);
  }

  /** Lowers a condition to branches, so that && and || evaluate no more than C does. */
  Exits condition(Expression e) {
    if (e instanceof Expression.Not n) {
      return condition(n.operand()).not();
    }
    if (e instanceof Expression.Call c && isHint(c)) {
      return condition(c.arguments().get(0));
    }
    if (e instanceof Expression.Binary b && b.operator() == Expression.Operator.AND) {
      Exits left = condition(b.left());
      return left.and(arm(left.whenTrue(), b.right(), this::condition));
    }
    if (e instanceof Expression.Binary b && b.operator() == Expression.Operator.OR) {
      Exits left = condition(b.left());
      return left.or(arm(left.whenFalse(), b.right(), this::condition));
    }
    if (e instanceof Expression.Conditional c && c.then().isPresent()) {
      Exits tested = condition(c.condition());
      Exits then = arm(tested.whenTrue(), c.then().get(), this::condition);
      return then.joined(arm(tested.whenFalse(), c.otherwise(), this::condition));
    }
    Optional<Expression> tested = StructsOfFile.comparedWithNull(e);
    Optional<Expression.Member> follows = in.structsOfFile.undecided(tested.orElse(e));
    if (follows.isPresent()) {
      Exits exits = in.structsOfFile.condition(tested.orElse(e), follows.get());
      return e instanceof Expression.Binary b && b.operator() == Expression.Operator.EQUAL
          ? exits.not()
          : exits;
    }
    return branch(evaluate(e).condition(e.place()), e.place());
  }

  /** Nothing is open afterwards. */
  Exits branch(Value condition, Place place) {
    if (condition instanceof Value.Truth t) {
      List<Graph.Edge> open = in.graph.take();
      return t.value() ? new Exits(open, List.of()) : new Exits(List.of(), open);
    }
    Optional<Exits> known =
        in.outcome.filter(o -> o.isOpen(in.graph.open())).flatMap(o -> o.exits(condition));
    if (known.isPresent()) {
      in.graph.take();
      return known.get();
    }
    int node = in.emit(new Local.Branch(condition), place, 2);
    in.graph.take();
    return Exits.of(node);
  }

  private static boolean isHint(Expression.Call c) {
    return c.arguments().size() == 1
        && c.callee() instanceof Expression.Name n
        && Primitives.find(n.name(), Dialect.STRATEGY)
            .filter(p -> p.meaning() instanceof Primitive.Hint)
            .isPresent();
  }
}
