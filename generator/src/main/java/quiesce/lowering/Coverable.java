package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.SourceFile;
import quiesce.source.Statement;
import quiesce.steps.Origin;

/**
 * What some run has to come to if a pass is to say anything of the whole file: each statement, and
 * each operand that {@code &&}, {@code ||} or {@code ?:} may leave out. A step {@link
 * quiesce.steps.Local.Reached} is where a thread comes to one of them.
 */
final class Coverable {
  private Coverable() {}

  /** Whether a statement does something by itself, if only to go elsewhere. */
  static boolean is(Statement s) {
    return !(s instanceof Statement.Block
        || s instanceof Statement.Label
        || s instanceof Statement.Declaration d && d.initialiser().isEmpty());
  }

  /** All of the file, lowered or not: a callback that nobody calls is never lowered. */
  static List<Origin> of(List<Item.Function> functions, SourceFile file) {
    List<Origin> all = new ArrayList<>();
    for (Item.Function f : functions) {
      TreeWalk walk =
          new TreeWalk(
              s -> {
                if (is(s)) {
                  all.add(origin(f, s.place(), file));
                }
              },
              e -> {
                if (e instanceof Expression.Binary b
                    && (b.operator() == Expression.Operator.AND
                        || b.operator() == Expression.Operator.OR)) {
                  all.add(origin(f, b.right().place(), file));
                } else if (e instanceof Expression.Conditional c) {
                  c.arms().forEach(arm -> all.add(origin(f, arm.place(), file)));
                }
              });
      f.body().ifPresent(walk::visit);
    }
    return all;
  }

  private static Origin origin(Item.Function f, Place place, SourceFile file) {
    return new Origin(f.name(), List.of(), place, file.line(place.line()).trim());
  }
}
