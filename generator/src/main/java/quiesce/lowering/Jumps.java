package quiesce.lowering;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Statement;

/** Finds the statements that a goto or a switch leads past: what they set is unset there. */
final class Jumps {
  private final Statement function;
  private final Set<Statement> over = new HashSet<>();

  private final Predicate<Statement> asked;

  private Jumps(Statement function, Predicate<Statement> asked) {
    this.function = function;
    this.asked = asked;
  }

  /** Of the statements that are asked for, those that are led past. */
  static Set<Statement> over(Statement function, Predicate<Statement> asked) {
    Jumps jumps = new Jumps(function, asked);
    function.all().forEach(jumps::visit);
    return jumps.over;
  }

  private void visit(Statement s) {
    if (s instanceof Statement.Block b) {
      for (int i = 0; i < b.statements().size(); i++) {
        passed(b.statements().get(i), b.statements().subList(i + 1, b.statements().size()));
      }
    } else if (s instanceof Statement.For f) {
      f.begin().forEach(d -> passed(d, List.of(f.body())));
    }
  }

  /**
   * @param scope where what it declares is seen
   */
  private void passed(Statement s, List<Statement> scope) {
    if (asked.test(s)
        && (scope.stream().anyMatch(Statement.Case.class::isInstance) || isEntered(scope))) {
      over.add(s);
    }
  }

  private boolean isEntered(List<Statement> scope) {
    Set<String> labels =
        of(Statement.Label.class, scope.stream())
            .map(Statement.Label::name)
            .collect(Collectors.toSet());
    Set<Statement.Goto> inside =
        of(Statement.Goto.class, scope.stream()).collect(Collectors.toSet());
    return of(Statement.Goto.class, Stream.of(function))
        .anyMatch(g -> labels.contains(g.label()) && !inside.contains(g));
  }

  private static <S extends Statement> Stream<S> of(Class<S> kind, Stream<Statement> parts) {
    return parts.flatMap(Statement::all).filter(kind::isInstance).map(kind::cast);
  }
}
