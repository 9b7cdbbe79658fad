package quiesce.source;

import java.util.Set;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Says in one short sentence what ANTLR found, for the errors that have no production. It knows
 * tokens and rules by their names, so that it serves the grammar of C and those around it.
 */
public final class SyntaxErrors {
  private static final int LONGEST = 40;
  private static final String SEMICOLON = "SEMICOLON";

  private SyntaxErrors() {}

  /** Reports the error. */
  public static void report(Parser parser, RecognitionException error, Diagnostics diagnostics) {
    Token found = error.getOffendingToken();
    if (error instanceof InputMismatchException) {
      IntervalSet expected = error.getExpectedTokens();
      if (expected != null && expected.size() == 1 && expected.getMinElement() != Token.EOF) {
        missing(parser, expected.getMinElement(), found, diagnostics);
        return;
      }
    }
    if (lacksSemicolon(parser, error)) {
      missing(parser, parser.getTokenType(SEMICOLON), found, diagnostics);
      return;
    }
    diagnostics.report(
        found,
        "%s is not allowed here".formatted(quote(found)),
        help(parser, found, error.getCtx(), diagnostics.profile()));
  }

  /**
   * Whether the text fails where a declaration or a simple statement could end. A block may be
   * there too, so that ANTLR sees a choice and not the one missing token.
   */
  static boolean lacksSemicolon(Parser parser, RecognitionException error) {
    String rule = parser.getRuleNames()[parser.getContext().getRuleIndex()];
    return error instanceof NoViableAltException choice
        && Set.of("declaration", "simpleStatement").contains(rule)
        && choice.getStartToken() == choice.getOffendingToken()
        && parser.getExpectedTokens().contains(parser.getTokenType(SEMICOLON));
  }

  private static void missing(Parser parser, int type, Token found, Diagnostics diagnostics) {
    Token previous = parser.getTokenStream().LT(-1);
    if (type == parser.getTokenType(SEMICOLON)
        && previous != null
        && previous.getLine() < found.getLine()) {
      diagnostics.report(
          diagnostics.behind(previous),
          "expected ';' after %s".formatted(quote(previous)),
          "add ';'");
      return;
    }
    int name = parser.getTokenType("NAME");
    String literal = parser.getVocabulary().getLiteralName(type);
    String what = literal != null ? literal : type == name ? "a name" : "a word";
    diagnostics.report(
        found,
        "expected %s before %s".formatted(what, quote(found)),
        found.getType() == name || literal == null
            ? "add it, or correct %s".formatted(quote(found))
            : "add %s".formatted(literal));
  }

  private static String help(Parser parser, Token found, RuleContext context, Profile profile) {
    return switch (found.getText()) {
      case "}" -> "there is one '}' too many, or something is missing before it";
      case "else" -> "an else follows the one statement or the block of its if directly";
      case ")" -> "there is one ')' too many, or something is missing before it";
      default ->
          found.getType() == Token.EOF
              ? "something is missing at the end of the file"
              : hint(parser, context, profile);
    };
  }

  private static String hint(Parser parser, RuleContext context, Profile profile) {
    for (RuleContext c = context; c != null; c = c.parent) {
      String rule = parser.getRuleNames()[c.getRuleIndex()];
      if (profile.hints().containsKey(rule)) {
        return profile.hints().get(rule);
      }
    }
    return profile.hints().get("");
  }

  /** The token as it is named in a message. */
  public static String quote(Token token) {
    if (token.getType() == Token.EOF) {
      return "the end of the file";
    }
    String text = token.getText();
    boolean quoted = text.length() > 1 && "\"'".indexOf(text.charAt(0)) >= 0;
    if (quoted && text.charAt(0) == text.charAt(text.length() - 1)) {
      return text.length() <= LONGEST ? text : "the string";
    }
    return "'" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...") + "'";
  }
}
