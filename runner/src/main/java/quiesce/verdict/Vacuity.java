package quiesce.verdict;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.engine.tlc.Coverage;
import quiesce.module.Action;
import quiesce.module.Specification;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Program;
import quiesce.steps.Step;

/**
 * Finds what no behaviour does: a pass of a strategy of which some line is never run says little.
 */
final class Vacuity {
  /** The same step of a function that is inlined at several calls is one. */
  private record Deed(Place place, String step) {
    static Deed of(Node node) {
      return new Deed(node.origin().place(), node.step().name());
    }
  }

  private final Program program;
  private final Set<Deed> done = new HashSet<>();
  private final Set<Place> reached;

  private Vacuity(Specification specification, Coverage coverage) {
    this.program = specification.program();
    for (Action action : specification.actions()) {
      for (Coverage.Entry entry : coverage.of(action.name())) {
        if (entry.count().total() > 0) {
          done.add(Deed.of(action.main()));
        }
        action.outcomes().stream()
            .filter(o -> o.end().filter(e -> entry.evaluated(e.line(), e.column())).isPresent())
            .flatMap(o -> o.nodes().stream())
            .forEach(n -> done.add(Deed.of(n)));
      }
    }
    this.reached =
        done.stream()
            .filter(d -> d.step().equals(Local.Reached.class.getSimpleName()))
            .map(Deed::place)
            .collect(Collectors.toSet());
  }

  /**
   * The lines that are never come to, and the steps that are never taken, in the order of the file.
   *
   * @param coverage of a run that explored every state. Of a run that did not, only an empty answer
   *     means anything: what it has taken can be taken
   */
  static List<UntakenStep> of(Specification specification, Coverage coverage) {
    Vacuity vacuity = new Vacuity(specification, coverage);
    Stream<UntakenStep> lines =
        vacuity.program.statements().stream().filter(vacuity::isNeverReached).map(UntakenStep::of);
    Stream<UntakenStep> steps =
        specification.actions().stream().filter(vacuity::isNeverTaken).map(UntakenStep::of);
    Set<Integer> told = new HashSet<>();
    return Stream.concat(lines, steps)
        .sorted(Comparator.comparing(UntakenStep::isHarness).thenComparing(UntakenStep::line))
        .filter(s -> s.isHarness() || told.add(s.line()))
        .toList();
  }

  private boolean isNeverReached(Origin statement) {
    return !reached.contains(statement.place()) && !program.excused().contains(statement.place());
  }

  /** An action that TLC does not mention counts as never taken: better a false alarm. */
  private boolean isNeverTaken(Action action) {
    return !done.contains(Deed.of(action.main()))
        && !program.excused().contains(action.main().origin().place())
        && !isFreedom(action.main());
  }

  /**
   * The compiler may repeat a load and put a store off, at many places; no line of the strategy is
   * missed where it cannot come to that, as long as the store itself is carried out; nor is one
   * where a store that was put off need not be waited for. A registration need not fail, even one
   * that is for ever, and nothing is missed where NULL is never used. That a line which warns, or
   * gets any value, is never come to is known from the line; the kernel's own are in none.
   */
  private boolean isFreedom(Node main) {
    Step step = main.step();
    return Access.Load.Kind.RELOAD.is(step)
        || step instanceof Local.Settle
        || Access.Store.Kind.LATE_PLAIN_STORE.is(step)
            && done.contains(
                new Deed(main.origin().place(), Access.Store.Kind.PLAIN_STORE.stepName()))
        || step instanceof Access.TearDown && program.permanent()
        || step instanceof Local.NullCallback
        || step instanceof Local.WarnOn
        || step instanceof Local.AnyValue;
  }
}
