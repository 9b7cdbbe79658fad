package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import quiesce.source.grammar.StrategyParser;

/** Says in one short sentence what ANTLR found, for the errors that no production stands for. */
public final class SyntaxErrors {
  private static final int LONGEST = 40;

  private final Diagnostics diagnostics;
  private final List<Place> places = new ArrayList<>();

  SyntaxErrors(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Where parts of the file were given up. */
  List<Place> places() {
    return List.copyOf(places);
  }

  /** Reports the error, unless it only follows from what the lexer has refused already. */
  void report(Parser parser, RecognitionException error) {
    Token found = error.getOffendingToken();
    places.add(diagnostics.place(found));
    if (followsLexicalError(parser.getTokenStream(), found)) {
      return;
    }
    if (error instanceof InputMismatchException) {
      IntervalSet expected = error.getExpectedTokens();
      if (expected != null && expected.size() == 1) {
        missing(parser, expected.getMinElement(), found);
        return;
      }
    }
    if (lacksSemicolon(parser, error)) {
      missing(parser, StrategyParser.SEMICOLON, found);
      return;
    }
    diagnostics.report(
        found, "%s is not allowed here".formatted(quote(found)), help(found, error.getCtx()));
  }

  /**
   * Whether the text fails where a declaration or a simple statement could end. A block may be
   * there too, so that ANTLR sees a choice and not the one missing token.
   */
  static boolean lacksSemicolon(Parser parser, RecognitionException error) {
    int rule = parser.getContext().getRuleIndex();
    return error instanceof NoViableAltException choice
        && (rule == StrategyParser.RULE_declaration || rule == StrategyParser.RULE_simpleStatement)
        && choice.getStartToken() == choice.getOffendingToken()
        && parser.getExpectedTokens().contains(StrategyParser.SEMICOLON);
  }

  private static boolean followsLexicalError(TokenStream tokens, Token found) {
    for (int i = found.getTokenIndex() - 1; i >= 0; i--) {
      if (LexicalErrors.isUnreadable(tokens.get(i))) {
        return true;
      }
      if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        return false;
      }
    }
    return false;
  }

  private void missing(Parser parser, int type, Token found) {
    Token previous = parser.getTokenStream().LT(-1);
    if (type == StrategyParser.SEMICOLON
        && previous != null
        && previous.getLine() < found.getLine()) {
      diagnostics.report(
          diagnostics.behind(previous),
          "expected ';' after %s".formatted(quote(previous)),
          "add ';'");
      return;
    }
    String literal = parser.getVocabulary().getLiteralName(type);
    String what =
        type == Token.EOF
            ? "the end of the file"
            : literal == null ? (type == StrategyParser.NAME ? "a name" : "a word") : literal;
    diagnostics.report(
        found,
        "expected %s before %s".formatted(what, quote(found)),
        found.getType() == StrategyParser.NAME || literal == null
            ? "add it, or correct %s".formatted(quote(found))
            : "add %s".formatted(literal));
  }

  private static String help(Token found, RuleContext context) {
    return switch (found.getType()) {
      case StrategyParser.RBRACE -> "there is one '}' too many, or something is missing before it";
      case StrategyParser.ELSE ->
          "an else follows the one statement or the block of its if directly";
      case StrategyParser.RPAREN -> "there is one ')' too many, or something is missing before it";
      case Token.EOF -> "something is missing at the end of the file";
      default -> help(context);
    };
  }

  private static String help(RuleContext context) {
    for (RuleContext c = context; c != null; c = c.parent) {
      switch (c.getRuleIndex()) {
        case StrategyParser.RULE_commaExpression,
            StrategyParser.RULE_expression,
            StrategyParser.RULE_argument -> {
          return "an operand is a name, a number, NULL, true, false or a call; between two of them"
              + " write ==, !=, && or ||";
        }
        case StrategyParser.RULE_braced, StrategyParser.RULE_element -> {
          return "write { .member = value, ... }";
        }
        case StrategyParser.RULE_parameters, StrategyParser.RULE_parameter -> {
          return "write the parameters as (type name, type name) or (void)";
        }
        case StrategyParser.RULE_structBody, StrategyParser.RULE_member -> {
          return "write a member as type name; or type (*name)(...);";
        }
        case StrategyParser.RULE_statement, StrategyParser.RULE_block -> {
          return "write a declaration, an assignment, a call, if, while, do, goto or return";
        }
        default -> {}
      }
    }
    return "the top level has structs, globals, DEFINE_... lines and functions";
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
