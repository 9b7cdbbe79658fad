package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import quiesce.source.grammar.KernelCParser;

/**
 * Continues after a syntax error at the next statement, member or definition. ANTLR's own strategy
 * repairs token by token, and so makes several errors of one mistake.
 */
final class Recovery extends DefaultErrorStrategy {
  /** The rules that an error is confined to; those below them are given up. */
  private static final Set<Integer> UNITS =
      Set.of(
          KernelCParser.RULE_item,
          KernelCParser.RULE_definition,
          KernelCParser.RULE_statement,
          KernelCParser.RULE_member);

  /** The rules that are a sequence of such units. */
  private static final Set<Integer> SEQUENCES =
      Set.of(
          KernelCParser.RULE_strategy,
          KernelCParser.RULE_definitions,
          KernelCParser.RULE_block,
          KernelCParser.RULE_structBody);

  /** Those of both that are outside of every function and struct. */
  private static final Set<Integer> TOP =
      Set.of(
          KernelCParser.RULE_item,
          KernelCParser.RULE_strategy,
          KernelCParser.RULE_definition,
          KernelCParser.RULE_definitions);

  private final Diagnostics diagnostics;
  private final List<Place> givenUp = new ArrayList<>();

  Recovery(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Where parts of the file were given up. */
  List<Place> givenUp() {
    return List.copyOf(givenUp);
  }

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      Token found = error.getOffendingToken();
      givenUp.add(diagnostics.place(found));
      if (!followsLexicalError(parser.getTokenStream(), found)) {
        SyntaxErrors.report(parser, error, diagnostics);
      }
    }
  }

  /** Whether the error only follows from what the lexer has refused already. */
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
    boolean semicolon = expected.contains(KernelCParser.SEMICOLON) && semicolonIsMeant(parser);
    boolean parenthesis =
        expected.contains(KernelCParser.RPAREN)
            && (found.getType() == KernelCParser.LBRACE
                || found.getType() == KernelCParser.SEMICOLON);
    InputMismatchException mismatch = new InputMismatchException(parser);
    Token previous = parser.getTokenStream().LT(-1);
    boolean swallowed = previous != null && previous.getType() == KernelCParser.UNTERMINATED_TEXT;
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
    return parser.getCurrentToken().getType() == KernelCParser.RBRACE || beginsLine(parser);
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
    boolean topLevel = TOP.contains(parser.getContext().getRuleIndex());
    int braces = 0;
    int parentheses = 0;
    while (parser.getCurrentToken().getType() != Token.EOF) {
      Token token = parser.getCurrentToken();
      boolean first = token.getTokenIndex() == start;
      switch (token.getType()) {
        case KernelCParser.LBRACE -> braces++;
        case KernelCParser.RBRACE -> {
          if (braces == 0 && !topLevel) {
            return;
          }
          braces--;
        }
        case KernelCParser.LPAREN -> parentheses++;
        case KernelCParser.RPAREN -> parentheses--;
        default -> {
          if (!first && braces == 0 && beginsLine(parser) && beginsUnit(token, topLevel)) {
            return;
          }
        }
      }
      parser.consume();
      int next = parser.getCurrentToken().getType();
      if (braces <= 0 && endsUnit(parser, token, parentheses) && next != KernelCParser.ELSE) {
        return;
      }
    }
  }

  /** A semicolon within parentheses is the middle of a for header, unless its line ends there. */
  private static boolean endsUnit(Parser parser, Token last, int parentheses) {
    return switch (last.getType()) {
      case KernelCParser.SEMICOLON -> parentheses <= 0 || beginsLine(parser);
      case KernelCParser.RBRACE -> parser.getCurrentToken().getType() != KernelCParser.SEMICOLON;
      default -> false;
    };
  }

  private static boolean beginsLine(Parser parser) {
    Token previous = parser.getTokenStream().LT(-1);
    return previous == null || previous.getLine() < parser.getCurrentToken().getLine();
  }

  private static boolean beginsUnit(Token token, boolean topLevel) {
    return switch (token.getType()) {
      case KernelCParser.IF,
          KernelCParser.WHILE,
          KernelCParser.DO,
          KernelCParser.FOR,
          KernelCParser.SWITCH,
          KernelCParser.RETURN,
          KernelCParser.GOTO ->
          !topLevel;
      default -> topLevel && BraceRepair.beginsDefinition(token);
    };
  }
}
