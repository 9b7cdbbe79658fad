package quiesce.promela;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import quiesce.promela.Statement.Branch;
import quiesce.steps.Access;
import quiesce.steps.Site;

/** Calls of callbacks, and their ends. */
final class CallSteps {
  private CallSteps() {}

  static List<Branch> slot(At at, Access.CallSlot c) {
    String object = at.of(c.object());
    List<Statement> all = new ArrayList<>();
    if (asksWhose(at)) {
      all.add(Statement.when(object + " != 0", uses(object)));
    }
    all.add(Statement.line("use(%s)", object));
    if (c.stored()) {
      String slot = "%s[%s]".formatted(at.names().member(c.slot()), object);
      all.add(At.written(slot));
      all.add(Statement.when(slot + " == 0", Fault.NULL_DEREFERENCE.oops()));
    }
    all.add(Statement.line("inside[me] = %s", object));
    all.addAll(at.goOn());
    return at.anywhere(all);
  }

  /** Whether it matters whose callbacks one run calls: a provider calls its own. */
  private static boolean asksWhose(At at) {
    return !at.crew().isProvider() && at.world().asksWhoseCallbacks();
  }

  private static Statement uses(String object) {
    return Statement.line("calls(%s)", object);
  }

  static List<Branch> site(At at, Access.StaticCall c) {
    String target = at.names().site(c.site().name());
    List<Statement> registered = new ArrayList<>();
    List<Statement> nobody = new ArrayList<>();
    if (asksWhose(at)) {
      registered.add(uses(target));
      nobody.add(uses("NOBODY"));
    }
    if (at.meets()) {
      registered.add(Statement.line("meets(%s)", target));
    }
    registered.add(Statement.line("use(%s)", target));
    registered.add(Statement.line("inside[me] = %s", target));
    registered.addAll(at.goOn(0));
    nobody.addAll(
        c.site().empty() == Site.Empty.OOPS ? At.oops(Fault.NULL_DEREFERENCE) : at.goOn(1));
    return at.anywhere(
        List.of(
            new Statement.Choice(
                List.of(new Branch(target + " != 0", registered), new Branch("else", nobody)))));
  }

  static List<Branch> update(At at, Access.StaticCallUpdate u) {
    return at.anywhere(
        Statement.all(
            List.of(Statement.line("%s = %s", at.names().site(u.site().name()), at.of(u.target()))),
            at.goOn()));
  }

  static List<Branch> returns(At at, Access.ReturnFromSlot r) {
    return at.anywhere(Statement.all(List.of(new Statement.Line("inside[me] = 0")), at.goOn()));
  }

  static List<Branch> returnAny(At at, Access.ReturnAny r) {
    List<Statement> all = new ArrayList<>();
    r.local().ifPresent(l -> all.add(any(at, l, results(at, r.domain()))));
    all.add(new Statement.Line("inside[me] = 0"));
    all.addAll(at.goOn());
    return at.anywhere(all);
  }

  private static IntStream results(At at, Access.Domain domain) {
    return switch (domain) {
      case NOTHING -> IntStream.of(0);
      case BOOLEAN -> IntStream.of(0, 1);
      case NUMBER, UNSIGNED -> domain.of(at.world().program().numbers()).mapToInt(n -> n);
    };
  }

  /** A local gets any of some numbers. */
  static Statement any(At at, String local, IntStream numbers) {
    return new Statement.Choice(
        numbers.mapToObj(n -> Branch.of("true", at.bind(local, Terms.number(n)))).toList());
  }
}
