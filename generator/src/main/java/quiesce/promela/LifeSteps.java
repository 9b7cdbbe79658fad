package quiesce.promela;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quiesce.lowering.Lowering;
import quiesce.promela.Statement.Branch;
import quiesce.steps.Access;
import quiesce.steps.Program;
import quiesce.steps.Value;

/** How objects come to be, and end. */
final class LifeSteps {
  private static final String FRESH = "fresh";

  private LifeSteps() {}

  /** A module that goes with its variables is loaded once. */
  static List<Branch> initialise(At at, Access.Initialise i) {
    boolean once = at.world().program().module();
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.Line("obj = fresh"));
    for (Program.Member m : at.world().program().members()) {
      String cell = at.names().member(m.name()) + "[obj]";
      if (m.initial().isPresent()) {
        all.add(Statement.line("%s = %s", cell, at.of(m.initial().get())));
      } else if (!m.choices().isEmpty()) {
        all.add(
            new Statement.Choice(
                m.choices().stream()
                    .map(v -> Branch.of("true", Statement.line("%s = %s", cell, at.of(v))))
                    .toList()));
      }
    }
    all.add(new Statement.Line("begins(obj)"));
    if (at.world().countsReferences()) {
      all.add(Statement.when("references < 0", new Statement.Line("references = 0")));
    }
    all.addAll(at.goOn());
    return at.when("!calm && fresh " + (once ? "== 1" : "<= OBJECTS"), all);
  }

  static List<Branch> tearDown(At at, Access.TearDown t) {
    return at.anywhere(end(at, at.of(new Value.Local(Lowering.OBJECT))));
  }

  static List<Branch> allocate(At at, Access.Allocate a) {
    List<Statement> all = new ArrayList<>();
    all.add(at.bind(a.local(), FRESH));
    a.contents()
        .forEach(
            (name, v) ->
                all.add(Statement.line("%s[%s] = %s", at.names().member(name), FRESH, at.of(v))));
    all.add(Statement.line("begins(%s)", FRESH));
    all.addAll(at.goOn());
    return Statement.either(
        at.when("fresh <= OBJECTS", all),
        at.anywhere(Statement.all(List.of(at.bind(a.local(), "0")), at.goOn())));
  }

  /** NULL is no object. */
  static List<Branch> free(At at, Access.Free f) {
    String object = at.of(f.object());
    return at.anywhere(
        List.of(
            new Statement.Choice(
                List.of(
                    new Branch(object + " == 0", at.goOn()),
                    new Branch(
                        "OBJECT(%s) && life[%s] == TORN_DOWN".formatted(object, object),
                        At.oops(Fault.USE_AFTER_TEARDOWN)),
                    new Branch("else", end(at, object))))));
  }

  /** An object is no more: nobody may be inside of its callbacks. */
  private static List<Statement> end(At at, String object) {
    List<Statement> all = new ArrayList<>();
    all.add(Statement.line("life[%s] = TORN_DOWN", object));
    all.add(Statement.line("gone[%s] = true", object));
    String used =
        at.world()
            .numbers(Crew::calls)
            .mapToObj(n -> "inside[%d] == %s".formatted(n, object))
            .collect(Collectors.joining(" || "));
    if (!used.isEmpty()) {
      all.add(Statement.when(used, Fault.USE_AFTER_TEARDOWN.oops()));
    }
    all.addAll(at.goOn());
    return all;
  }
}
