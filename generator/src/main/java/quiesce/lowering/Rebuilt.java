package quiesce.lowering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import quiesce.source.Expression;
import quiesce.source.Statement;

/** Statements and expressions with other parts, and the same otherwise. */
final class Rebuilt {
  private Rebuilt() {}

  /** An expression with other operands. */
  static Expression of(Expression e, UnaryOperator<Expression> part) {
    if (e instanceof Expression.Member m) {
      return new Expression.Member(m.place(), part.apply(m.object()), m.member());
    } else if (e instanceof Expression.Braced b) {
      Map<String, Expression> members = new LinkedHashMap<>(b.members());
      members.replaceAll((name, value) -> part.apply(value));
      return new Expression.Braced(b.place(), b.struct(), members);
    } else if (e instanceof Expression.Index x) {
      return new Expression.Index(x.place(), part.apply(x.array()), part.apply(x.index()));
    } else if (e instanceof Expression.Not n) {
      return new Expression.Not(n.place(), part.apply(n.operand()));
    } else if (e instanceof Expression.Cast c) {
      return new Expression.Cast(c.place(), part.apply(c.operand()));
    } else if (e instanceof Expression.Converted c) {
      return new Expression.Converted(
          c.place(), c.words(), c.unsigned(), c.bits(), part.apply(c.operand()));
    } else if (e instanceof Expression.AddressOf a) {
      return new Expression.AddressOf(a.place(), part.apply(a.operand()));
    } else if (e instanceof Expression.Container c) {
      return new Expression.Container(
          c.place(), part.apply(c.pointer()), c.struct(), c.member(), c.orNull());
    } else if (e instanceof Expression.Dereference d) {
      return new Expression.Dereference(d.place(), part.apply(d.operand()));
    } else if (e instanceof Expression.Binary b) {
      return new Expression.Binary(
          b.place(), b.operator(), part.apply(b.left()), part.apply(b.right()));
    } else if (e instanceof Expression.Assign a) {
      return new Expression.Assign(a.place(), part.apply(a.target()), part.apply(a.value()));
    } else if (e instanceof Expression.Update u) {
      return new Expression.Update(
          u.place(), part.apply(u.target()), u.operator(), part.apply(u.value()), u.old());
    } else if (e instanceof Expression.Conditional c) {
      return new Expression.Conditional(
          c.place(), part.apply(c.condition()), c.then().map(part), part.apply(c.otherwise()));
    } else if (e instanceof Expression.Call c) {
      return new Expression.Call(
          c.place(), part.apply(c.callee()), c.arguments().stream().map(part).toList());
    }
    return e;
  }

  /**
   * A statement with other expressions, and with other statements in it.
   *
   * @param condition what becomes of an expression that is tested
   */
  static Statement of(
      Statement s,
      UnaryOperator<Expression> value,
      UnaryOperator<Expression> condition,
      Function<Statement, List<Statement>> part) {
    UnaryOperator<Statement> one = inner -> one(part.apply(inner), inner);
    if (s instanceof Statement.Declaration d) {
      return new Statement.Declaration(d.place(), d.type(), d.name(), d.initialiser().map(value));
    } else if (s instanceof Statement.Evaluation e) {
      return new Statement.Evaluation(e.place(), value.apply(e.expression()));
    } else if (s instanceof Statement.If i) {
      return new Statement.If(
          i.place(), condition.apply(i.condition()), one.apply(i.then()), i.otherwise().map(one));
    } else if (s instanceof Statement.While w) {
      return new Statement.While(w.place(), condition.apply(w.condition()), one.apply(w.body()));
    } else if (s instanceof Statement.DoWhile w) {
      return new Statement.DoWhile(w.place(), one.apply(w.body()), condition.apply(w.condition()));
    } else if (s instanceof Statement.For f) {
      return new Statement.For(
          f.place(),
          all(f.begin(), part),
          f.condition().map(condition),
          all(f.step(), part),
          one.apply(f.body()));
    } else if (s instanceof Statement.ForEachPossibleCpu f) {
      return new Statement.ForEachPossibleCpu(f.place(), f.variable(), one.apply(f.body()));
    } else if (s instanceof Statement.ForEachEntry f) {
      return new Statement.ForEachEntry(
          f.place(),
          f.first(),
          f.condition(),
          f.before(),
          f.step(),
          f.variable(),
          f.following(),
          one.apply(f.body()));
    } else if (s instanceof Statement.Switch w) {
      return new Statement.Switch(w.place(), value.apply(w.value()), one.apply(w.body()));
    } else if (s instanceof Statement.Guarded g) {
      return new Statement.Guarded(g.place(), all(g.enter(), part), g.leave(), one.apply(g.body()));
    } else if (s instanceof Statement.Return r) {
      return new Statement.Return(r.place(), r.value().map(value));
    } else if (s instanceof Statement.Block b) {
      return new Statement.Block(b.place(), all(b.statements(), part));
    }
    return s;
  }

  private static List<Statement> all(
      List<Statement> statements, Function<Statement, List<Statement>> part) {
    return statements.stream().flatMap(s -> part.apply(s).stream()).toList();
  }

  private static Statement one(List<Statement> all, Statement was) {
    return Optional.of(all)
        .filter(a -> a.size() == 1)
        .map(a -> a.get(0))
        .orElseGet(() -> new Statement.Block(was.place(), all));
  }
}
