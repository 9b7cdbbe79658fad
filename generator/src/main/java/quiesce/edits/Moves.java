package quiesce.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.edits.Words.Span;
import quiesce.source.Expression;
import quiesce.source.Statement;

/** Statements that change their places. */
final class Moves {
  private final Body body;
  private final Words words;
  private final List<Repair> all = new ArrayList<>();

  private Moves(Body body) {
    this.body = body;
    this.words = body.words();
  }

  /** The second of two before the first; the ends of a section farther apart. */
  static List<Repair> repairs(Body body) {
    Moves moves = new Moves(body);
    body.blocks().map(Statement.Block::statements).forEach(moves::within);
    return moves.all;
  }

  private void within(List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      Statement s = statements.get(i);
      if (i > 0 && swaps(statements.get(i - 1), s)) {
        move(s, statements.get(i - 1), true).ifPresent(all::add);
      }
      if (closes(s) && i + 1 < statements.size()) {
        later(s, statements.subList(i + 1, statements.size())).ifPresent(all::add);
      }
    }
  }

  /** Two that others see, or two locks that are taken. */
  private boolean swaps(Statement first, Statement second) {
    boolean section = Body.isEndOfSection(first) || Body.isEndOfSection(second);
    return body.matters(first)
        && body.matters(second)
        && (!section || opens(first) && opens(second));
  }

  private static boolean opens(Statement s) {
    return called(s).filter(c -> Family.OF_KERNEL.opened(c).isPresent()).isPresent();
  }

  private static boolean closes(Statement s) {
    return called(s).filter(Family.OF_KERNEL::closes).isPresent();
  }

  private static Optional<String> called(Statement s) {
    return s instanceof Statement.Evaluation e && e.expression() instanceof Expression.Call c
        ? Optional.of(c.name())
        : Optional.empty();
  }

  /** The end of a section to the end of its block. */
  private Optional<Repair> later(Statement end, List<Statement> rest) {
    boolean jumps =
        rest.subList(0, rest.size() - 1).stream()
            .flatMap(Statement::all)
            .anyMatch(s -> s instanceof Statement.Return || s instanceof Statement.Goto);
    Statement last = rest.get(rest.size() - 1);
    boolean returns = last instanceof Statement.Return;
    if (jumps || returns && rest.size() == 1) {
      return Optional.empty();
    }
    return move(end, last, returns);
  }

  private Optional<Repair> move(Statement what, Statement to, boolean before) {
    Optional<Span> from = body.simple(what);
    Optional<Span> place = body.extent(to);
    if (from.isEmpty() || place.isEmpty()) {
      return Optional.empty();
    }
    String text = words.text(from.get());
    String indent = words.indent(from.get().from());
    Edit insert =
        before
            ? Edit.before(place.get().from(), text + "\n" + indent)
            : Edit.after(place.get().to(), "\n" + indent + text);
    String where = (before ? " before line " : " after line ") + to.place().line();
    return Optional.of(
        new Repair(
            body.name(),
            text.replace(";", "").replaceAll("\\s+", " ") + where,
            1,
            List.of(new Edit(from.get(), ""), insert),
            body.whole(),
            Repair.Effect.OTHER));
  }
}
