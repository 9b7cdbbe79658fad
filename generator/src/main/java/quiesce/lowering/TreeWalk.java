package quiesce.lowering;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Statement;
import quiesce.source.Type;

/** Visits every statement and expression of a function, the outer one before what it holds. */
final class TreeWalk {
  private final Consumer<Statement> statements;
  private final Consumer<Expression> expressions;

  TreeWalk(Consumer<Statement> statements, Consumer<Expression> expressions) {
    this.statements = statements;
    this.expressions = expressions;
  }

  /** The expressions of a kind in the body of a function. */
  static <E extends Expression> Stream<E> all(Class<E> kind, Item.Function f) {
    Stream.Builder<Expression> all = Stream.builder();
    f.body().ifPresent(new TreeWalk(s -> {}, all::add)::visit);
    return all.build().filter(kind::isInstance).map(kind::cast);
  }

  /** The locals that the body of a function declares. */
  static Stream<Statement.Declaration> locals(Item.Function f) {
    return f.body().stream()
        .flatMap(Statement::all)
        .filter(Statement.Declaration.class::isInstance)
        .map(Statement.Declaration.class::cast);
  }

  /** The type of a parameter or a local, by its name; of several, the first that is declared. */
  static Optional<Type> declared(String name, Item.Function f) {
    return Stream.concat(
            f.parameters().stream().filter(p -> p.name().equals(name)).map(Item.Parameter::type),
            locals(f).filter(d -> d.name().equals(name)).map(Statement.Declaration::type))
        .findFirst();
  }

  /** An expression and all inside it. */
  static Stream<Expression> all(Expression e) {
    Stream.Builder<Expression> all = Stream.builder();
    new TreeWalk(s -> {}, all::add).visit(e);
    return all.build();
  }

  void visit(Statement s) {
    statements.accept(s);
    if (s instanceof Statement.Declaration d) {
      d.initialiser().ifPresent(this::visit);
    } else if (s instanceof Statement.Evaluation e) {
      visit(e.expression());
    } else if (s instanceof Statement.If i) {
      visit(i.condition());
      visit(i.then());
      i.otherwise().ifPresent(this::visit);
    } else if (s instanceof Statement.While w) {
      visit(w.condition());
      visit(w.body());
    } else if (s instanceof Statement.DoWhile w) {
      visit(w.body());
      visit(w.condition());
    } else if (s instanceof Statement.For f) {
      f.begin().forEach(this::visit);
      f.condition().ifPresent(this::visit);
      visit(f.body());
      f.step().forEach(this::visit);
    } else if (s instanceof Statement.ForEachEntry f) {
      visit(f.first());
      visit(f.condition());
      f.before().forEach(this::visit);
      visit(f.body());
      visit(f.step());
    } else if (s instanceof Statement.Guarded g) {
      g.enter().forEach(this::visit);
      visit(g.body());
      visit(g.leave());
    } else if (s instanceof Statement.Switch w) {
      visit(w.value());
      visit(w.body());
    } else if (s instanceof Statement.Case c) {
      c.value().ifPresent(this::visit);
    } else if (s instanceof Statement.ForEachPossibleCpu f) {
      visit(f.body());
    } else if (s instanceof Statement.Return r) {
      r.value().ifPresent(this::visit);
    } else if (s instanceof Statement.Block b) {
      b.statements().forEach(this::visit);
    }
  }

  void visit(Expression e) {
    expressions.accept(e);
    if (e instanceof Expression.Member m) {
      visit(m.object());
    } else if (e instanceof Expression.Braced b) {
      b.members().values().forEach(this::visit);
    } else if (e instanceof Expression.Index x) {
      visit(x.array());
      visit(x.index());
    } else if (e instanceof Expression.Not n) {
      visit(n.operand());
    } else if (e instanceof Expression.Converted c) {
      visit(c.operand());
    } else if (e instanceof Expression.AddressOf a) {
      visit(a.operand());
    } else if (e instanceof Expression.Container c) {
      visit(c.pointer());
    } else if (e instanceof Expression.Dereference d) {
      visit(d.operand());
    } else if (e instanceof Expression.Binary b) {
      visit(b.left());
      visit(b.right());
    } else if (e instanceof Expression.Assign a) {
      visit(a.target());
      visit(a.value());
    } else if (e instanceof Expression.Update u) {
      visit(u.target());
      visit(u.value());
    } else if (e instanceof Expression.Conditional c) {
      visit(c.condition());
      c.arms().forEach(this::visit);
    } else if (e instanceof Expression.Call c) {
      visit(c.callee());
      c.arguments().forEach(this::visit);
    }
  }
}
