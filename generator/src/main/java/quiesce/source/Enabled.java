package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/**
 * {@code IS_ENABLED(CONFIG_X)} and its like (linux/kconfig.h): 1 or 0, by the configuration. What
 * such a number decides alone is as good as a branch of {@code #if}.
 */
final class Enabled {
  private static final Set<String> NAMES =
      Set.of("IS_ENABLED", "IS_BUILTIN", "IS_MODULE", "IS_REACHABLE");

  private Enabled() {}

  static boolean isOne(String name) {
    return NAMES.contains(name);
  }

  /** What one of these says of an option of this value. */
  static boolean of(String how, String value) {
    return switch (how) {
      case "IS_MODULE" -> value.equals("m");
      case "IS_ENABLED", "IS_REACHABLE" -> !value.equals("n");
      default -> value.equals("y");
    };
  }

  /** The words, with numbers in place of these calls. */
  static List<Token> replaced(
      List<Token> words, Configuration configuration, Diagnostics diagnostics) {
    List<Token> replaced = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Optional<Integer> end = end(words, i);
      if (end.isEmpty()) {
        replaced.add(words.get(i));
        continue;
      }
      Token name = words.get(i);
      String how = name.getText();
      Optional<Token> option =
          end.get() == i + 3 ? Optional.of(words.get(i + 2)) : Optional.empty();
      // A macro of the file is what it stands for by now.
      boolean macro = option.filter(o -> o.getType() == KernelCLexer.NAME).isEmpty();
      boolean defined =
          !how.equals("IS_MODULE") && option.filter(o -> o.getText().equals("1")).isPresent();
      Optional<Boolean> known =
          macro
              ? Optional.of(defined)
              : configuration.value(option.get().getText()).map(v -> of(how, v));
      if (known.isEmpty()) {
        Configuration.unknown(
            diagnostics.place(name), List.of(option.get().getText()), diagnostics);
      }
      CommonToken number = new CommonToken(name);
      number.setType(KernelCLexer.NUMBER);
      number.setText(known.orElse(false) ? "1" : "0");
      int word = name instanceof ExpandedToken e ? e.expansion().word() : 0;
      replaced.add(new ExpandedToken(number, new Place.Expansion(how, word)));
      i = end.get();
    }
    return replaced;
  }

  /** Where the call ends that begins here, if one does. */
  private static Optional<Integer> end(List<Token> words, int i) {
    if (words.get(i).getType() != KernelCLexer.NAME
        || !isOne(words.get(i).getText())
        || !is(words, i + 1, KernelCLexer.LPAREN)) {
      return Optional.empty();
    } else if (is(words, i + 2, KernelCLexer.RPAREN)) {
      return Optional.of(i + 2);
    }
    boolean one = is(words, i + 2, KernelCLexer.NAME) || is(words, i + 2, KernelCLexer.NUMBER);
    return one && is(words, i + 3, KernelCLexer.RPAREN) ? Optional.of(i + 3) : Optional.empty();
  }

  private static boolean is(List<Token> words, int i, int type) {
    return i < words.size() && words.get(i).getType() == type;
  }

  /** What a condition comes to if the configuration alone decides it. */
  static Optional<Boolean> truth(Expression e) {
    if (e instanceof Expression.Number n) {
      return Optional.of(n.value() != 0)
          .filter(b -> n.place().expansion().filter(x -> isOne(x.macro())).isPresent());
    } else if (e instanceof Expression.Not n) {
      return truth(n.operand()).map(b -> !b);
    } else if (e instanceof Expression.Binary b && b.operator() == Expression.Operator.AND) {
      return decided(b, false);
    } else if (e instanceof Expression.Binary b && b.operator() == Expression.Operator.OR) {
      return decided(b, true);
    }
    return Optional.empty();
  }

  /** The left operand alone may decide: the right one would have an effect before. */
  private static Optional<Boolean> decided(Expression.Binary b, boolean by) {
    return truth(b.left()).flatMap(left -> left == by ? Optional.of(by) : truth(b.right()));
  }

  /** The condition without what the configuration decides of it. */
  static Expression rest(Expression e) {
    if (e instanceof Expression.Binary b
        && (b.operator() == Expression.Operator.AND || b.operator() == Expression.Operator.OR)) {
      Expression left = rest(b.left());
      Expression right = rest(b.right());
      boolean without = b.operator() == Expression.Operator.AND;
      if (truth(left).equals(Optional.of(without))) {
        return right;
      } else if (truth(right).equals(Optional.of(without))) {
        return left;
      }
      return new Expression.Binary(b.place(), b.operator(), left, right);
    }
    return e;
  }
}
