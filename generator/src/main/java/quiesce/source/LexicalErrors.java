package quiesce.source;

import java.util.List;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/** Refuses text that is no word of C. */
public final class LexicalErrors {
  private final Diagnostics diagnostics;

  private LexicalErrors(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  static void report(List<Token> tokens, Diagnostics diagnostics) {
    LexicalErrors errors = new LexicalErrors(diagnostics);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (isUnreadable(token) && !(i > 0 && continues(tokens.get(i - 1), token))) {
        errors.unreadable(token);
      }
    }
  }

  /** Whether the word is no word of C; the parser makes the best of it. */
  static boolean isUnreadable(Token token) {
    return token.getChannel() == KernelCLexer.ERRORS
        || token.getType() == KernelCLexer.UNTERMINATED_TEXT;
  }

  /** A run of unknown characters is one mistake. */
  private static boolean continues(Token previous, Token token) {
    return token.getType() == KernelCLexer.UNKNOWN_CHARACTER
        && previous.getType() == KernelCLexer.UNKNOWN_CHARACTER
        && previous.getStopIndex() + 1 == token.getStartIndex();
  }

  private void unreadable(Token token) {
    switch (token.getType()) {
      case KernelCLexer.UNTERMINATED_COMMENT ->
          diagnostics.report(token, "this comment does not end", "add */ where it is to end");
      case KernelCLexer.UNTERMINATED_TEXT ->
          diagnostics.report(
              token, "this string does not end", "add \" before the end of the line");
      default -> unknown(token, diagnostics);
    }
  }

  /** Refuses a character that is no part of a word. */
  public static void unknown(Token token, Diagnostics diagnostics) {
    int character = token.getText().codePointAt(0);
    String shown =
        Character.isLetterOrDigit(character) || (character > ' ' && character < 0x7f)
            ? "'" + token.getText() + "'"
            : "U+%04X".formatted(character);
    diagnostics.report(
        token, "the character %s has no meaning in C".formatted(shown), "remove or replace it");
  }
}
