package quiesce.lowering;

import static quiesce.lowering.ErrorNumber.assigned;
import static quiesce.lowering.ErrorNumber.beside;
import static quiesce.lowering.ErrorNumber.declared;
import static quiesce.lowering.ErrorNumber.error;
import static quiesce.lowering.ErrorNumber.isError;
import static quiesce.lowering.ErrorNumber.isNumber;
import static quiesce.lowering.ErrorNumber.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.source.Constant;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Expression.Operator;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Statement;
import quiesce.source.Type;
import quiesce.steps.Exits;
import quiesce.steps.Value;

/**
 * A function without pointers that are errors. What may be one is NULL then, and the error is in a
 * number beside it; a function that may return one gives the number by an address that it is
 * handed.
 */
final class ErrorRewriting {
  /** A pointer that is used where an error would be followed, and the number beside it. */
  static final String CHECKED = "pointer.or.error";

  private static final String RESULT = "result.error";
  private static final String TESTED = "result.tested";

  /** MAX_ERRNO. */
  private static final int MOST = 4095;

  private static final Set<String> TESTS =
      Set.of("likely", "unlikely", "WARN_ON", "WARN_ON_ONCE", "BUG_ON");

  private final ErrorPointers errors;
  private final Item.Function function;
  private final Diagnostics problems;

  ErrorRewriting(ErrorPointers errors, Item.Function function, Diagnostics problems) {
    this.errors = errors;
    this.function = function;
    this.problems = problems;
  }

  Item.Function rewritten() {
    List<Item.Parameter> parameters = new ArrayList<>(function.parameters());
    List<Statement> begin = new ArrayList<>();
    function.parameters().stream()
        .filter(p -> isOne(p.name()))
        .forEach(p -> begin.add(declared(p.name(), p.place(), number(p.place(), 0))));
    if (returnsOne()) {
      parameters.add(
          new Item.Parameter(function.place(), new Type.Pointer(new Type.Int()), RESULT));
    }
    return new Item.Function(
        function.place(),
        function.name(),
        function.result(),
        parameters,
        function.roles(),
        function.body().map(b -> body(begin, b)),
        function.end());
  }

  private Statement.Block body(List<Statement> begin, Statement.Block b) {
    Stream<Statement> rest = b.statements().stream().flatMap(s -> statements(s).stream());
    return new Statement.Block(b.place(), Stream.concat(begin.stream(), rest).toList());
  }

  private boolean returnsOne() {
    return errors.isReturnedBy(function.name());
  }

  private boolean isOne(String name) {
    return errors.locals(function).contains(name);
  }

  private Optional<Expression.Name> local(Expression e) {
    return e.bare() instanceof Expression.Name n && isOne(n.name())
        ? Optional.of(n)
        : Optional.empty();
  }

  private List<Statement> statements(Statement s) {
    if (s instanceof Statement.Declaration d && isOne(d.name())) {
      return declaration(d);
    } else if (s instanceof Statement.Evaluation e
        && e.expression() instanceof Expression.Assign a
        && local(a.target()).isPresent()) {
      return assignment(local(a.target()).get(), a.value(), e.place());
    } else if (s instanceof Statement.Return r && r.value().isPresent()) {
      return returned(r, r.value().get());
    } else if (s instanceof Statement.ForEachEntry f) {
      return loop(f);
    }
    return List.of(Rebuilt.of(s, this::value, this::condition, this::statements));
  }

  private List<Statement> declaration(Statement.Declaration d) {
    Statement alone = new Statement.Declaration(d.place(), d.type(), d.name(), Optional.empty());
    Statement number =
        new Statement.Declaration(d.place(), new Type.Int(), beside(d.name()), Optional.empty());
    if (d.initialiser().isEmpty()) {
      return List.of(number, alone);
    }
    Expression e = d.initialiser().get();
    if (!errors.isOne(e, function)) {
      return List.of(
          Rebuilt.of(d, this::value, this::condition, this::statements),
          declared(d.name(), d.place(), number(d.place(), 0)));
    }
    List<Statement> all = new ArrayList<>(List.of(number, alone));
    all.addAll(assignment(new Expression.Name(d.place(), d.name()), e, d.place()));
    return all;
  }

  private List<Statement> assignment(Expression.Name to, Expression e, Place place) {
    Expression bare = e.bare();
    if (bare instanceof Expression.Conditional c
        && c.then().isPresent()
        && errors.isOne(c, function)) {
      return List.of(
          new Statement.If(
              place,
              condition(c.condition()),
              new Statement.Block(place, assignment(to, c.then().get(), place)),
              Optional.of(new Statement.Block(place, assignment(to, c.otherwise(), place)))));
    }
    if (bare instanceof Expression.Conditional c && isOfPlain(c)) {
      List<Statement> all = new ArrayList<>(assignment(to, c.condition(), place));
      all.add(
          new Statement.If(
              place,
              new Expression.Not(place, to),
              new Statement.Block(place, assignment(to, c.otherwise(), place)),
              Optional.empty()));
      return all;
    }
    Optional<Expression> known = known(bare);
    if (known.isPresent()) {
      Expression pointer =
          local(bare).<Expression>map(n -> n).orElseGet(() -> new Expression.Null(place));
      return List.of(assigned(place, error(to), known.get()), assigned(place, to, pointer));
    }
    Optional<Expression.Call> call = errors.call(bare);
    if (call.isPresent()) {
      Expression address = new Expression.AddressOf(place, error(to));
      // It always stores the number, and not before it is handed what the local is until then.
      return List.of(assigned(place, to, handed(call.get(), address)));
    }
    return List.of(assigned(place, to, value(e)), assigned(place, error(to), number(place, 0)));
  }

  /** {@code p ?: ERR_PTR(error)}, of a pointer that is no error. */
  private boolean isOfPlain(Expression.Conditional c) {
    return c.then().isEmpty()
        && errors.isOne(c.otherwise(), function)
        && !errors.isOne(c.condition(), function);
  }

  /** The error that an expression is, or 0, if that is the value of another one. */
  private Optional<Expression> known(Expression e) {
    Optional<Expression.Name> local = local(e);
    if (local.isPresent()) {
      return Optional.of(error(local.get()));
    }
    if (!(e instanceof Expression.Call c) || c.arguments().size() != 1) {
      return Optional.empty();
    }
    if (c.name().equals(ErrorPointers.MAKE)) {
      Expression number = c.arguments().get(0);
      if (Constant.of(number).filter(n -> n < -MOST).isPresent()) {
        problems.report(
            number.place(), "a number that is no error", "write an error: -EINVAL, for example");
      }
      return Optional.of(value(number));
    }
    return c.name().equals(ErrorPointers.CAST)
        ? local(c.arguments().get(0)).map(ErrorNumber::error)
        : Optional.empty();
  }

  /** A call of a function that may return an error. */
  private Expression handed(Expression.Call c, Expression error) {
    List<Expression> arguments = new ArrayList<>(c.arguments().stream().map(this::value).toList());
    arguments.add(error);
    return new Expression.Call(c.place(), c.callee(), arguments);
  }

  private List<Statement> returned(Statement.Return r, Expression e) {
    Place place = r.place();
    Expression bare = e.bare();
    Expression.Name result = new Expression.Name(place, RESULT);
    boolean fails = errors.isOne(e, function);
    if (!fails && !returnsOne()) {
      return List.of(Rebuilt.of(r, this::value, this::condition, this::statements));
    } else if (fails && bare instanceof Expression.Conditional c && c.then().isPresent()) {
      return List.of(
          new Statement.If(
              place,
              condition(c.condition()),
              new Statement.Block(place, returned(r, c.then().get())),
              Optional.of(new Statement.Block(place, returned(r, c.otherwise())))));
    }
    if (bare instanceof Expression.Conditional c && isOfPlain(c)) {
      Expression.Name tested = new Expression.Name(place, TESTED);
      return List.of(
          new Statement.Declaration(
              place, function.result(), TESTED, Optional.of(value(c.condition()))),
          new Statement.If(
              place,
              tested,
              new Statement.Block(place, returned(r, tested)),
              Optional.of(new Statement.Block(place, returned(r, c.otherwise())))));
    }
    Optional<Expression> known = known(bare);
    Optional<Expression.Call> call = errors.call(bare);
    if (call.isPresent()) {
      return returnsOne()
          ? List.of(ErrorNumber.returned(place, handed(call.get(), result)))
          : List.of(
              new Statement.Declaration(
                  place, new Type.Int(), RESULT, Optional.of(number(place, 0))),
              ErrorNumber.returned(
                  place, handed(call.get(), new Expression.AddressOf(place, result))));
    }
    if (!returnsOne()) {
      // To those outside of the file, which may do anything with it.
      boolean made = bare instanceof Expression.Call && known.isPresent();
      boolean cast = made && ((Expression.Call) bare).name().equals(ErrorPointers.CAST);
      Expression value = cast ? new Expression.Null(place) : e;
      return List.of(ErrorNumber.returned(place, value));
    }
    Statement error =
        assigned(
            place,
            new Expression.Dereference(place, result),
            known.orElseGet(() -> number(place, 0)));
    Expression pointer =
        known.isEmpty()
            ? value(e)
            : local(bare).<Expression>map(n -> n).orElseGet(() -> new Expression.Null(place));
    return List.of(error, ErrorNumber.returned(place, pointer));
  }

  /** What leads to an entry is no error. */
  private List<Statement> loop(Statement.ForEachEntry f) {
    Statement same = Rebuilt.of(f, this::value, this::condition, this::statements);
    Optional<Expression.Name> variable =
        Stream.concat(f.before().stream(), Stream.of(f.first(), f.step()))
            .map(ErrorRewriting::target)
            .flatMap(Optional::stream)
            .filter(n -> isOne(n.name()))
            .findFirst();
    if (variable.isEmpty()) {
      return List.of(same);
    }
    boolean within = Assignments.changed(f.body()).contains(variable.get().name());
    if (within && f.following().isPresent()) {
      problems.report(
          f.place(), "the variable of this loop may be an error", "use another one for the result");
    }
    return List.of(assigned(f.place(), error(variable.get()), number(f.place(), 0)), same);
  }

  private static Optional<Expression.Name> target(Statement s) {
    return s instanceof Statement.Evaluation e
            && e.expression() instanceof Expression.Assign a
            && a.target() instanceof Expression.Name n
        ? Optional.of(n)
        : Optional.empty();
  }

  private Expression condition(Expression e) {
    if (local(e).isPresent()) {
      Expression.Name n = local(e).get();
      return new Expression.Binary(e.place(), Operator.OR, n, isNumber(n));
    } else if (e instanceof Expression.Not n) {
      return new Expression.Not(n.place(), condition(n.operand()));
    } else if (e instanceof Expression.Binary b
        && (b.operator() == Operator.AND || b.operator() == Operator.OR)) {
      return Rebuilt.of(b, this::condition);
    } else if (e instanceof Expression.Call c && TESTS.contains(c.name())) {
      return new Expression.Call(
          c.place(), c.callee(), c.arguments().stream().map(this::condition).toList());
    }
    return value(e);
  }

  private Expression value(Expression e) {
    if (local(e).isPresent()) {
      Expression.Name n = local(e).get();
      return call(CHECKED, n, List.of(n, error(n)));
    } else if (e instanceof Expression.Call c) {
      return call(c);
    } else if (e instanceof Expression.Not
        || e instanceof Expression.Binary b
            && (b.operator() == Operator.AND || b.operator() == Operator.OR)) {
      return e instanceof Expression.Not ? condition(e) : Rebuilt.of(e, this::condition);
    } else if (e instanceof Expression.Binary b
        && (b.operator() == Operator.EQUAL || b.operator() == Operator.NOT_EQUAL)) {
      return comparison(b);
    } else if (e instanceof Expression.Conditional c) {
      return new Expression.Conditional(
          c.place(), condition(c.condition()), c.then().map(this::value), value(c.otherwise()));
    } else if (e instanceof Expression.Member m && local(m.object()).isPresent()) {
      // It is NULL, if it is an error.
      return e;
    } else if (e instanceof Expression.Assign a && local(a.target()).isPresent()) {
      return refused(a, "a pointer that may be an error is assigned inside of an expression");
    } else if (e instanceof Expression.AddressOf a && local(a.operand()).isPresent()) {
      return refused(a, "the address of a pointer that may be an error");
    }
    return Rebuilt.of(e, this::value);
  }

  private Expression refused(Expression e, String what) {
    problems.report(
        e.place(),
        what,
        "keep it in a local of its own, in a statement of its own, and ask IS_ERR()");
    // Its names are used, and it has an effect: nothing else is to be refused for that.
    return call(CHECKED, e, List.of(new Expression.Null(e.place()), number(e.place(), 0), e));
  }

  private static Expression call(String name, Expression at, List<Expression> arguments) {
    return new Expression.Call(at.place(), new Expression.Name(at.place(), name), arguments);
  }

  private Expression call(Expression.Call c) {
    Optional<Expression.Name> asked =
        c.arguments().size() == 1 ? local(c.arguments().get(0)) : Optional.empty();
    if (asked.isPresent()) {
      Expression.Name n = asked.get();
      switch (c.name()) {
        case "IS_ERR":
          return isError(n);
        case "PTR_ERR":
          return error(n);
        case "PTR_ERR_OR_ZERO":
          return new Expression.Conditional(
              c.place(), isError(n), Optional.of(error(n)), number(c.place(), 0));
        case "IS_ERR_OR_NULL":
          return new Expression.Binary(
              c.place(), Operator.OR, isError(n), new Expression.Not(c.place(), condition(n)));
        default:
          break;
      }
    }
    if (errors.isReturnedBy(c.name())) {
      return refused(c, "what %s() returns may be an error".formatted(c.name()));
    } else if (TESTS.contains(c.name())) {
      return condition(c);
    }
    return Rebuilt.of(c, this::value);
  }

  /** An error is no other pointer, and not NULL. */
  private Expression comparison(Expression.Binary b) {
    Optional<Expression.Name> left = local(b.left());
    Optional<Expression.Name> right = local(b.right());
    if (left.isEmpty() && right.isEmpty()) {
      return Rebuilt.of(b, this::value);
    }
    Place place = b.place();
    Expression same =
        new Expression.Binary(
            place,
            Operator.AND,
            new Expression.Binary(
                place,
                Operator.EQUAL,
                left.map(ErrorNumber::error).orElseGet(() -> number(place, 0)),
                right.map(ErrorNumber::error).orElseGet(() -> number(place, 0))),
            new Expression.Binary(
                place,
                Operator.EQUAL,
                left.<Expression>map(n -> n).orElseGet(() -> value(b.left())),
                right.<Expression>map(n -> n).orElseGet(() -> value(b.right()))));
    return b.operator() == Operator.EQUAL ? same : new Expression.Not(place, same);
  }

  /** A pointer where an error would be used: that is an oops, now or soon. */
  static Typed checked(ThreadLowering in, Expression.Call c, Want want) {
    Value error = in.expressions.evaluate(c.arguments().get(1)).value();
    Exits exits = in.expressions.branch(new Value.NonZero(error), c.place());
    in.addresses.oopsUnless(exits.not(), c.place());
    return in.expressions.evaluate(c.arguments().get(0), want);
  }
}
