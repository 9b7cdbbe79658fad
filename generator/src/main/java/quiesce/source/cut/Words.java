package quiesce.source.cut;

import java.util.List;
import org.antlr.v4.runtime.Token;
import quiesce.source.BracketPairs;
import quiesce.source.Profile;
import quiesce.source.grammar.KernelCLexer;

/** The words of a piece, without preprocessor lines, and which brackets belong together. */
final class Words {
  private static final int NONE = -1;

  private final List<Token> words;
  private final int[] closing;

  Words(List<Token> words) {
    this.words = List.copyOf(words);
    this.closing = BracketPairs.closing(this.words, words.size());
  }

  int size() {
    return words.size();
  }

  String text(int at) {
    return words.get(at).getText();
  }

  int type(int at) {
    return at >= 0 && at < words.size() ? words.get(at).getType() : NONE;
  }

  boolean is(int at, int type) {
    return type(at) == type;
  }

  /** Whether it is a name; the grammar's loops have one, too. */
  boolean isName(int at) {
    return is(at, KernelCLexer.NAME) || is(at, KernelCLexer.LOOP_MACRO);
  }

  /** The first word after the brackets that open here. */
  int after(int bracket) {
    return closing[bracket] + 1;
  }

  boolean isTag(int at) {
    return is(at, KernelCLexer.STRUCT) || is(at, KernelCLexer.UNION) || is(at, KernelCLexer.ENUM);
  }

  /** A word that is a type, but for a typedef's name. */
  boolean isType(int at) {
    return switch (type(at)) {
      case KernelCLexer.STRUCT,
          KernelCLexer.UNION,
          KernelCLexer.ENUM,
          KernelCLexer.VOID,
          KernelCLexer.BOOL,
          KernelCLexer.INTEGER,
          KernelCLexer.KERNEL_TYPE,
          KernelCLexer.ATOMIC_TYPE,
          KernelCLexer.TYPEOF ->
          true;
      default -> is(at, KernelCLexer.REFUSED_SPECIFIER) && text(at).matches("float|double");
    };
  }

  /** A word beside the type of a declaration that declares nothing. */
  boolean isSpecifier(int at) {
    return switch (type(at)) {
      case KernelCLexer.STATIC,
          KernelCLexer.ROLE,
          KernelCLexer.ANNOTATION,
          KernelCLexer.REFUSED_SPECIFIER ->
          !isType(at);
      case KernelCLexer.NAME -> Profile.STRATEGY.isAnnotation(text(at));
      default -> false;
    };
  }

  /** The first word from here on that is no attribute and no such specifier. */
  int afterSpecifiers(int from) {
    int at = from;
    while (isSpecifier(at) || isAttribute(at)) {
      at = isAttribute(at) ? after(at + 1) : at + 1;
    }
    return at;
  }

  private boolean isAttribute(int at) {
    boolean attribute =
        is(at, KernelCLexer.ATTRIBUTE)
            || is(at, KernelCLexer.NAME) && Profile.STRATEGY.isAttribute(text(at));
    return attribute && is(at + 1, KernelCLexer.LPAREN);
  }
}
