package quiesce.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.ExpressionContext;
import quiesce.source.grammar.KernelCParser.TypeNameContext;

/**
 * The types of casts that strategies may have, which leave no trace in the tree, or check a number.
 */
final class Casts {
  private static final Pattern NARROW =
      Pattern.compile(
          "(__)?[us](8|16)|u?int(8|16)_t|((un)?signed )?(char|short( int)?)|u_?(char|short)|__[bl]e16|umode_t");

  private static final Pattern SIGNED =
      Pattern.compile(
          "(__)?s(32|64)|int(32|64)_t|(signed )?(int|long( long)?( int)?)|signed|ssize_t|pid_t|loff_t|off_t|ktime_t"
              + "|time64_t|intptr_t|ptrdiff_t");

  private static final Pattern UNSIGNED =
      Pattern.compile(
          "(__)?u(32|64)|uint(32|64)_t|unsigned( int| long( long)?( int)?)?|u_?(int|long)|(resource_)?size_t"
              + "|__[bl]e(32|64)|gfp_t|dev_t|sector_t|cycles_t|(dma|phys)_addr_t|netdev_features_t|irqreturn_t");

  private Casts() {}

  static boolean isUnderstood(TypeNameContext type) {
    return isVoidPointer(type) || isStructPointer(type);
  }

  /** A number of another type; empty where the type is none of integers that are known. */
  static Optional<Expression> converted(TypeNameContext type, Expression operand, Place place) {
    String words = words(type).replaceAll("\\b(const|__force)\\b", "").trim().replaceAll(" +", " ");
    if (words.equals("bool") || words.equals("_Bool")) {
      return Optional.of(new Expression.Not(place, new Expression.Not(place, operand)));
    }
    Matcher narrow = NARROW.matcher(words);
    if (narrow.matches()) {
      Optional<Integer> bits = Optional.of(words.matches(".*(short|16).*|umode_t") ? 16 : 8);
      return Optional.of(new Expression.Converted(place, words, isUnsigned(words), bits, operand));
    } else if (SIGNED.matcher(words).matches()) {
      return Optional.of(operand);
    }
    return UNSIGNED.matcher(words).matches()
        ? Optional.of(new Expression.Converted(place, words, true, Optional.empty(), operand))
        : Optional.empty();
  }

  private static boolean isUnsigned(String words) {
    return words.matches(".*unsigned.*|_*u.*|__[bl]e16");
  }

  /** What {@code (void)} is before, which does nothing: of a name nothing is left. */
  static Optional<ExpressionContext> withoutVoid(ExpressionContext e) {
    if (e instanceof KernelCParser.CastExpressionContext cast
        && words(cast.typeName()).equals("void")) {
      return Optional.of(cast.expression())
          .filter(operand -> !(operand instanceof KernelCParser.NameExpressionContext));
    }
    return Optional.of(e);
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
