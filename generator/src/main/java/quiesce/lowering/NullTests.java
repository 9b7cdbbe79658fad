package quiesce.lowering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Statement;

/**
 * Finds the members that a function compares with NULL, by themselves or in a local that got one's
 * value.
 */
final class NullTests {
  private static final Set<String> ASKING =
      Set.of("likely", "unlikely", "WARN_ON", "WARN_ON_ONCE", "BUG_ON", "IS_ERR_OR_NULL");

  private final Set<Expression> tested = new HashSet<>();
  private final Map<String, Set<Expression.Member>> locals = new HashMap<>();

  private NullTests() {}

  static Stream<Expression.Member> of(Item.Function f) {
    NullTests found = new NullTests();
    f.body().ifPresent(new TreeWalk(found::visit, found::visit)::visit);
    return found.tested.stream().flatMap(found::members);
  }

  private Stream<Expression.Member> members(Expression e) {
    if (e instanceof Expression.Name n) {
      return locals.getOrDefault(n.name(), Set.of()).stream();
    }
    return member(e).stream();
  }

  /** The member that is read, by a marked load or plainly. */
  private static Optional<Expression.Member> member(Expression e) {
    Expression read =
        e instanceof Expression.Call c && c.arguments().size() > 0 ? c.arguments().get(0) : e;
    return read instanceof Expression.Member m ? Optional.of(m) : Optional.empty();
  }

  private void visit(Statement s) {
    if (s instanceof Statement.Declaration d) {
      d.initialiser().ifPresent(e -> assigned(d.name(), e));
    } else if (s instanceof Statement.If i) {
      tested.add(i.condition());
    } else if (s instanceof Statement.While w) {
      tested.add(w.condition());
    } else if (s instanceof Statement.DoWhile w) {
      tested.add(w.condition());
    } else if (s instanceof Statement.For f) {
      f.condition().ifPresent(tested::add);
    }
  }

  private void visit(Expression e) {
    if (e instanceof Expression.Assign a && a.target() instanceof Expression.Name n) {
      assigned(n.name(), a.value());
    } else if (e instanceof Expression.Not n) {
      tested.add(n.operand());
    } else if (e instanceof Expression.Conditional c) {
      tested.add(c.condition());
    } else if (e instanceof Expression.Binary b) {
      operands(b);
    } else if (e instanceof Expression.Call c && ASKING.contains(c.name())) {
      tested.addAll(c.arguments());
    }
  }

  private void operands(Expression.Binary b) {
    boolean condition =
        b.operator() == Expression.Operator.AND || b.operator() == Expression.Operator.OR;
    if (condition || b.right() instanceof Expression.Null) {
      tested.add(b.left());
    }
    if (condition || b.left() instanceof Expression.Null) {
      tested.add(b.right());
    }
  }

  private void assigned(String local, Expression value) {
    member(value).ifPresent(m -> locals.computeIfAbsent(local, n -> new HashSet<>()).add(m));
  }
}
