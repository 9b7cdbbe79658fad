package quiesce.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/** Refuses what the parser does not see: preprocessor lines, and text that is no word of C. */
public final class LexicalErrors {
  private static final Pattern DIRECTIVE = Pattern.compile("#\\s*(\\w*)");
  private static final Pattern INCLUDE =
      Pattern.compile("#\\s*include\\s*(<[^>\n]+>|\"[^\"\n]+\")");

  private final Diagnostics diagnostics;
  private int openConditionals;

  private LexicalErrors(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  static void report(List<Token> tokens, Diagnostics diagnostics) {
    LexicalErrors errors = new LexicalErrors(diagnostics);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.getChannel() == KernelCLexer.DIRECTIVES) {
        errors.directive(token);
      } else if (isUnreadable(token) && !(i > 0 && continues(tokens.get(i - 1), token))) {
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

  /** Of #if ... #else ... #endif the first line alone is reported. */
  private void directive(Token token) {
    Matcher matcher = DIRECTIVE.matcher(token.getText());
    String name = matcher.lookingAt() ? matcher.group(1) : "";
    switch (name) {
      case "include" -> include(token);
      case "define", "undef" -> diagnostics.report(token, Construct.DEFINE);
      case "if", "ifdef", "ifndef" -> {
        openConditionals++;
        diagnostics.report(token, Construct.CONDITIONAL_COMPILATION, name);
      }
      case "elif", "else", "endif" -> {
        if (openConditionals == 0) {
          diagnostics.report(token, Construct.CONDITIONAL_COMPILATION, name);
        } else if (name.equals("endif")) {
          openConditionals--;
        }
      }
      default -> diagnostics.report(token, Construct.DIRECTIVE);
    }
  }

  /** Opens no file: what it could define is either built in, or has to be in this file. */
  private void include(Token token) {
    if (diagnostics.report(token, Construct.INCLUDE)) {
      return;
    }
    if (INCLUDE.matcher(token.getText()).lookingAt()) {
      diagnostics.setAside(token, Harmless.Kind.DIRECTIVE, "include");
    } else {
      diagnostics.report(
          token,
          "'#include' without the name of a file",
          "write #include <linux/name.h>, or drop the line");
    }
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
