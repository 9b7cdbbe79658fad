package quiesce.litmus.reading;

import java.util.List;
import org.antlr.v4.runtime.tree.TerminalNode;
import quiesce.litmus.grammar.LitmusParser.TypeContext;
import quiesce.litmus.grammar.LitmusParser.WordContext;
import quiesce.litmus.tree.Type;
import quiesce.source.Diagnostics;

/** Builds types: integers of every width are one. */
final class TypeBuilder {
  private final Diagnostics diagnostics;

  TypeBuilder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  Type build(TypeContext context, List<TerminalNode> stars) {
    Type.Kind kind = Type.Kind.INTEGER;
    boolean struct = false;
    boolean known = false;
    for (WordContext word : context.word()) {
      if (word.STRUCT() != null) {
        struct = true;
        kind = word.NAME().getText().equals("srcu_struct") ? Type.Kind.DOMAIN : kind;
      } else if (word.TYPE() != null && word.getText().equals("spinlock_t")) {
        kind = Type.Kind.LOCK;
      }
      known |= word.qualifier() == null;
    }
    if (!known) {
      diagnostics.report(context.getStart(), "a type is missing", "write int, or a pointer to it");
    } else if (struct && kind == Type.Kind.INTEGER && stars.isEmpty()) {
      diagnostics.report(
          context.getStart(),
          "a struct as a value is not supported",
          "write a pointer to it, or one variable for each member");
    }
    if (kind != Type.Kind.INTEGER && stars.size() > 1) {
      diagnostics.report(
          context.getStart(),
          "a pointer to %s as a value is not supported".formatted(kind.text()),
          "name it directly: write one parameter for each, with one '*'");
    }
    return new Type(kind, stars.size());
  }

  /** Where a {@code void} may be only before {@code *}. */
  Type value(TypeContext context, List<TerminalNode> stars) {
    if (stars.isEmpty() && context.getText().equals("void")) {
      diagnostics.report(context.getStart(), "'void' is no value", "write int or void *");
    }
    return build(context, stars);
  }
}
