package quiesce.edits;

import java.util.Optional;
import quiesce.source.Expression;
import quiesce.source.Statement;

/** Statements that follow a pointer, and a test of it before them. */
final class Tests {
  private Tests() {}

  /** The pointer that a statement follows, which calls what that leads to. */
  static Optional<String> followed(Statement s) {
    return s instanceof Statement.Evaluation e
            && e.expression() instanceof Expression.Call c
            && c.callee().called() instanceof Expression.Member m
            && m.object() instanceof Expression.Name n
        ? Optional.of(n.name())
        : Optional.empty();
  }

  /** Whether some condition of the function is about the pointer. */
  static boolean isTested(Body body, String pointer) {
    return body.block()
        .all()
        .filter(Statement.If.class::isInstance)
        .anyMatch(
            s ->
                body.words().at(s.place()).stream().anyMatch(i -> body.words().within(i, pointer)));
  }

  /** {@code if (pointer)} before the statement. */
  static Optional<Edit> edit(Body body, Statement s, String pointer) {
    return body.simple(s)
        .map(
            span ->
                Edit.before(
                    span.from(),
                    "if (" + pointer + ")\n" + body.words().indent(span.from()) + "\t"));
  }
}
