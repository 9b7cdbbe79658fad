package quiesce.source;

import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import quiesce.source.grammar.StrategyParser;

/**
 * Continues after a syntax error at the next statement, member or definition. ANTLR's own strategy
 * repairs token by token, and so makes several errors of one mistake.
 */
final class Recovery extends DefaultErrorStrategy {
  /** The rules that an error is confined to; those below them are given up. */
  private static final Set<Integer> UNITS =
      Set.of(StrategyParser.RULE_item, StrategyParser.RULE_statement, StrategyParser.RULE_member);

  /** The rules that are a sequence of such units. */
  private static final Set<Integer> SEQUENCES =
      Set.of(
          StrategyParser.RULE_strategy, StrategyParser.RULE_block, StrategyParser.RULE_structBody);

  private final SyntaxErrors errors;

  Recovery(SyntaxErrors errors) {
    this.errors = errors;
  }

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      errors.report(parser, error);
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException error) {
    if (SyntaxErrors.lacksSemicolon(parser, error) && semicolonIsMeant(parser)) {
      endErrorCondition(parser);
      return;
    }
    if (!UNITS.contains(parser.getContext().getRuleIndex())) {
      throw error;
    }
    skipUnit(parser, parser.getContext().getStart().getTokenIndex());
    endErrorCondition(parser);
  }

  /** A semicolon or parenthesis is taken as read where what follows shows that one was meant. */
  @Override
  public Token recoverInline(Parser parser) {
    Token found = parser.getCurrentToken();
    IntervalSet expected = parser.getExpectedTokens();
    boolean semicolon = expected.contains(StrategyParser.SEMICOLON) && semicolonIsMeant(parser);
    boolean parenthesis =
        expected.contains(StrategyParser.RPAREN)
            && (found.getType() == StrategyParser.LBRACE
                || found.getType() == StrategyParser.SEMICOLON);
    InputMismatchException mismatch = new InputMismatchException(parser);
    Token previous = parser.getTokenStream().LT(-1);
    boolean swallowed = previous != null && previous.getType() == StrategyParser.UNTERMINATED_TEXT;
    if (expected.size() == 1 && (semicolon || parenthesis || swallowed)) {
      reportError(parser, mismatch);
      return getMissingSymbol(parser);
    }
    throw mismatch;
  }

  /** Unlike ANTLR's, it needs no stream after the current token: an added brace has none. */
  @Override
  protected Token getMissingSymbol(Parser parser) {
    Token current = parser.getCurrentToken();
    CommonToken missing = new CommonToken(parser.getExpectedTokens().getMinElement(), "missing");
    missing.setLine(current.getLine());
    missing.setCharPositionInLine(current.getCharPositionInLine());
    return missing;
  }

  private static boolean semicolonIsMeant(Parser parser) {
    return parser.getCurrentToken().getType() == StrategyParser.RBRACE || beginsLine(parser);
  }

  /** Called before each round of a loop: skips what cannot begin or end a unit. */
  @Override
  public void sync(Parser parser) {
    if (!SEQUENCES.contains(parser.getContext().getRuleIndex())) {
      return;
    }
    IntervalSet possible =
        parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
    while (!possible.contains(parser.getCurrentToken().getType())
        && parser.getCurrentToken().getType() != Token.EOF) {
      reportError(parser, new InputMismatchException(parser));
      skipUnit(parser, parser.getCurrentToken().getTokenIndex());
      endErrorCondition(parser);
    }
  }

  /** Skips to the end of the unit that begins at token {@code start}, and at least one token. */
  private static void skipUnit(Parser parser, int start) {
    boolean topLevel =
        parser.getContext().getRuleIndex() == StrategyParser.RULE_item
            || parser.getContext().getRuleIndex() == StrategyParser.RULE_strategy;
    int braces = 0;
    int parentheses = 0;
    while (parser.getCurrentToken().getType() != Token.EOF) {
      Token token = parser.getCurrentToken();
      boolean first = token.getTokenIndex() == start;
      switch (token.getType()) {
        case StrategyParser.LBRACE -> braces++;
        case StrategyParser.RBRACE -> {
          if (braces == 0 && !topLevel) {
            return;
          }
          braces--;
        }
        case StrategyParser.LPAREN -> parentheses++;
        case StrategyParser.RPAREN -> parentheses--;
        default -> {
          if (!first && braces == 0 && beginsLine(parser) && beginsUnit(token, topLevel)) {
            return;
          }
        }
      }
      parser.consume();
      int next = parser.getCurrentToken().getType();
      if (braces <= 0 && endsUnit(parser, token, parentheses) && next != StrategyParser.ELSE) {
        return;
      }
    }
  }

  /** A semicolon within parentheses is the middle of a for header, unless its line ends there. */
  private static boolean endsUnit(Parser parser, Token last, int parentheses) {
    return switch (last.getType()) {
      case StrategyParser.SEMICOLON -> parentheses <= 0 || beginsLine(parser);
      case StrategyParser.RBRACE -> parser.getCurrentToken().getType() != StrategyParser.SEMICOLON;
      default -> false;
    };
  }

  private static boolean beginsLine(Parser parser) {
    Token previous = parser.getTokenStream().LT(-1);
    return previous == null || previous.getLine() < parser.getCurrentToken().getLine();
  }

  private static boolean beginsUnit(Token token, boolean topLevel) {
    return switch (token.getType()) {
      case StrategyParser.IF,
          StrategyParser.WHILE,
          StrategyParser.DO,
          StrategyParser.FOR,
          StrategyParser.SWITCH,
          StrategyParser.RETURN,
          StrategyParser.GOTO ->
          !topLevel;
      case StrategyParser.STATIC,
          StrategyParser.ROLE,
          StrategyParser.ANNOTATION,
          StrategyParser.STRUCT,
          StrategyParser.VOID,
          StrategyParser.BOOL,
          StrategyParser.INTEGER,
          StrategyParser.DEFINE_PER_CPU,
          StrategyParser.DEFINE_STATIC_CALL,
          StrategyParser.DEFINE_STATIC_CALL_RET0,
          StrategyParser.DEFINE_SPINLOCK,
          StrategyParser.DEFINE_MUTEX ->
          topLevel && token.getCharPositionInLine() == 0;
      default -> false;
    };
  }
}
