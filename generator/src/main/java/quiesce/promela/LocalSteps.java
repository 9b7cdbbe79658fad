package quiesce.promela;

import java.util.ArrayList;
import java.util.List;
import quiesce.promela.Statement.Branch;
import quiesce.property.Property;
import quiesce.steps.Access;
import quiesce.steps.Local;

/** Steps that touch nothing shared. */
final class LocalSteps {
  private LocalSteps() {}

  static List<Branch> branch(At at, Local.Branch b) {
    return at.anywhere(
        List.of(
            new Statement.Choice(
                List.of(
                    new Branch(at.of(b.condition()), at.goOn(0)),
                    new Branch("else", at.goOn(1))))));
  }

  static List<Branch> assign(At at, Local.Assign a) {
    return at.anywhere(bound(at, a.local(), at.of(a.value())));
  }

  private static List<Statement> bound(At at, String local, String value) {
    return Statement.all(List.of(at.bind(local, value)), at.goOn());
  }

  static List<Branch> any(At at, Local.AnyValue a) {
    java.util.stream.IntStream values =
        a.domain() == Access.Domain.BOOLEAN
            ? java.util.stream.IntStream.of(0, 1)
            : a.domain().of(at.world().program().numbers()).mapToInt(n -> n);
    return at.anywhere(Statement.all(List.of(CallSteps.any(at, a.local(), values)), at.goOn()));
  }

  static List<Branch> warn(At at, Local.WarnOn w) {
    return at.anywhere(
        Statement.all(
            List.of(Statement.when(at.of(w.condition()), Fault.WARNING.noted())), at.goOn()));
  }

  static List<Branch> bug(At at, Local.BugOn b) {
    return at.anywhere(
        List.of(
            new Statement.Choice(
                List.of(
                    new Branch(at.of(b.condition()), At.oops(Fault.WARNING)),
                    new Branch("else", at.goOn())))));
  }

  static List<Branch> handOn(At at, Local.HandOn h) {
    List<Statement> all = new ArrayList<>();
    if (at.applies(Property.CONSISTENT_SNAPSHOT)) {
      String callback = at.of(h.callback());
      all.add(
          Statement.when(
              "%s != 0 && %s != %s".formatted(callback, callback, at.of(h.data())),
              Fault.TORN_SNAPSHOT.noted()));
    }
    all.addAll(at.goOn());
    return at.anywhere(all);
  }

  static List<Branch> cpu(At at, Local.SmpProcessorId p) {
    return at.onEachCpu("true", cpu -> bound(at, p.local(), cpu));
  }

  static List<Branch> allCpus(At at, Local.AllCpus a) {
    return at.anywhere(bound(at, a.left(), Integer.toString((1 << at.world().cpus()) - 1)));
  }

  /** In any order of the CPUs. */
  static List<Branch> nextCpu(At at, Local.NextCpu n) {
    String left = at.local(n.left());
    List<Branch> all = new ArrayList<>();
    for (int c = 0; c < at.world().cpus(); c++) {
      int bit = 1 << c;
      all.addAll(
          at.when(
              "(%s & %d) != 0".formatted(left, bit),
              Statement.all(
                  List.of(
                      at.bind(n.cpu(), Integer.toString(c)),
                      Statement.line("%s = %s - %d", left, left, bit)),
                  at.goOn(0))));
    }
    all.addAll(at.when(left + " == 0", at.goOn(1)));
    return all;
  }

  /** The compiler does as the C says, or chose something else. */
  static List<Branch> choice(At at, Local.Choice c) {
    return Statement.either(
        at.anywhere(at.goOn(0)), at.when(at.terms().all(c.onlyIf()), at.goOn(1)));
  }

  static List<Branch> mayReload(At at, Local.MayReload m) {
    return at.anywhere(bound(at, m.flag(), "(%s)".formatted(at.terms().all(m.onlyIf()))));
  }

  static List<Branch> postpone(At at, Local.PostponeStore p) {
    List<Statement> all = new ArrayList<>();
    all.add(at.bind(p.store().value(), at.of(p.value())));
    p.store().original().operand().ifPresent(o -> all.add(at.bind(p.store().operand(), at.of(o))));
    all.add(at.bind(p.store().pending(), "1"));
    all.addAll(at.goOn());
    return at.anywhere(all);
  }

  static List<Branch> settle(At at, Local.Settle s) {
    String made = at.local(s.store().pending()) + " == 0";
    String operand =
        s.unless()
            .map(o -> " || %s != %s".formatted(at.of(o), at.local(s.store().operand())))
            .orElse("");
    return at.when("(" + made + operand + ")", at.goOn());
  }
}
