package quiesce.promela;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.promela.Statement.Branch;
import quiesce.steps.Access;
import quiesce.steps.Operation;

/** Loads, stores, and what does both in one step. */
final class MemorySteps {
  private MemorySteps() {}

  static List<Branch> load(At at, Access.Load l) {
    return at.with(
        l.location(),
        cell -> Statement.all(cell.read(), at.finds(l.local(), cell.name()), at.goOn()));
  }

  static List<Branch> store(At at, Access.Store w) {
    return at.with(
        w.location(),
        cell ->
            Statement.all(
                cell.checks(),
                List.of(Statement.line("%s = %s", cell.name(), at.of(w.value()))),
                at.goOn()));
  }

  static List<Branch> use(At at, Access.Use u) {
    return at.with(u.location(), cell -> Statement.all(cell.checks(), at.goOn()));
  }

  /**
   * The local may be one that the place or what is written is computed from, and gets its value
   * last: by way of {@code old}.
   */
  static List<Branch> rmw(At at, Access.Rmw r) {
    return at.with(
        r.location(),
        cell -> {
          List<Statement> all = new ArrayList<>(cell.read());
          all.add(Statement.line("old = %s", cell.name()));
          all.add(written(at, cell.name(), r.operation()));
          r.local().ifPresent(l -> all.addAll(at.finds(l, "old")));
          all.add(new Statement.Line("old = 0"));
          all.addAll(at.goOn());
          return all;
        });
  }

  private static Statement written(At at, String cell, Operation o) {
    if (o instanceof Operation.Xchg x) {
      return Statement.line("%s = %s", cell, at.of(x.value()));
    } else if (o instanceof Operation.Cmpxchg x) {
      return Statement.when(
          "old == " + at.of(x.expected()), Statement.line("%s = %s", cell, at.of(x.value())));
    } else if (o instanceof Operation.AtomicFetch f) {
      String operand = at.of(f.operand());
      return Statement.line(
          "%s = %s",
          cell, Terms.calculated(f.operator(), "old", operand, Optional.of(f.operand())));
    }
    Operation.AtomicAddUnless u = (Operation.AtomicAddUnless) o;
    return Statement.when(
        "old != " + at.of(u.unless()), Statement.line("%s = old + %s", cell, at.of(u.addend())));
  }
}
