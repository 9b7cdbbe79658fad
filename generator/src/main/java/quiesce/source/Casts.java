package quiesce.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.TypeNameContext;

/** The types of casts that strategies may have, which leave no trace in the tree. */
final class Casts {
  private Casts() {}

  static boolean isUnderstood(TypeNameContext type) {
    return isVoidPointer(type) || isStructPointer(type);
  }

  /** The type as C writes it. */
  static String words(TypeNameContext type) {
    return spaced(type).replace("( ", "(").replace(" )", ")");
  }

  /**
   * Whether it is a pointer to a struct, or a pointer to one. What is cast keeps the type that it
   * has, so that a pointer to another struct is refused where it is used.
   */
  private static boolean isStructPointer(TypeNameContext type) {
    boolean struct =
        type.specifier().stream()
            .map(s -> s.getStart().getType())
            .allMatch(k -> k == KernelCParser.STRUCT || k == KernelCParser.ANNOTATION);
    String shape = spaced(type.abstractDeclarator());
    return struct && (shape.equals("*") || shape.equals("* *") || shape.equals("**"));
  }

  private static boolean isVoidPointer(TypeNameContext type) {
    List<Integer> kinds = type.specifier().stream().map(s -> s.getStart().getType()).toList();
    boolean isVoid =
        kinds.contains(KernelCParser.VOID)
            && Set.of(KernelCParser.VOID, KernelCParser.ANNOTATION).containsAll(kinds);
    return isVoid && spaced(type.abstractDeclarator()).equals("*");
  }

  /** The words of a small piece of the file with blanks between them. */
  private static String spaced(ParserRuleContext context) {
    return context.children == null
        ? ""
        : context.children.stream()
            .map(c -> c instanceof ParserRuleContext rule ? spaced(rule) : c.getText())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
  }
}
