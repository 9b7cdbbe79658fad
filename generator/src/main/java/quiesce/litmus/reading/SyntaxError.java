package quiesce.litmus.reading;

import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import quiesce.litmus.grammar.LitmusParser;
import quiesce.source.Diagnostics;
import quiesce.source.SyntaxErrors;

/** Says in one sentence where the parser stopped; it does not continue. */
final class SyntaxError {
  private SyntaxError() {}

  static void report(Parser parser, RecognitionException error, Diagnostics diagnostics) {
    Token found = error.getOffendingToken();
    Optional<Unsupported> unsupported = Unsupported.of(found);
    if (unsupported.isPresent()) {
      diagnostics.report(found, unsupported.get().message(), unsupported.get().help());
      return;
    }
    if (isGlobal(parser.getContext(), found)) {
      diagnostics.report(
          found,
          "global variables are not supported",
          "give the value in the initial state, and make the variable a parameter: int *x");
      return;
    }
    if (isEnd(found) && unclosed(parser, found)) {
      diagnostics.report(
          found, "')' is missing before %s".formatted(SyntaxErrors.quote(found)), "add ')'");
      return;
    }
    IntervalSet expected = parser.getExpectedTokens();
    Token previous = parser.getTokenStream().LT(-1);
    boolean ends = found.getType() == LitmusParser.RBRACE || found.getType() == Token.EOF;
    if (expected.contains(LitmusParser.SEMICOLON)
        && previous == before(parser, found)
        && previous.getType() != LitmusParser.SEMICOLON
        && previous.getType() != LitmusParser.LBRACE
        && (ends || previous.getLine() < found.getLine())) {
      diagnostics.report(
          diagnostics.behind(previous),
          "expected ';' after %s".formatted(SyntaxErrors.quote(previous)),
          "add ';'");
    } else if (expected.size() == 1 && expected.getMinElement() > 0) {
      String literal = parser.getVocabulary().getLiteralName(expected.getMinElement());
      diagnostics.report(
          found,
          "expected %s before %s"
              .formatted(literal == null ? "a name" : literal, SyntaxErrors.quote(found)),
          "add it, or correct %s".formatted(SyntaxErrors.quote(found)));
    } else {
      diagnostics.report(
          found,
          "%s is not allowed here".formatted(SyntaxErrors.quote(found)),
          help(parser.getContext()));
    }
  }

  private static boolean isGlobal(RuleContext context, Token found) {
    return context.getRuleIndex() == LitmusParser.RULE_process
        && (found.getType() == LitmusParser.ASSIGN
            || found.getType() == LitmusParser.SEMICOLON
            || found.getType() == LitmusParser.COMMA);
  }

  /** Whether the token ends a statement. */
  private static boolean isEnd(Token token) {
    return switch (token.getType()) {
      case LitmusParser.SEMICOLON, LitmusParser.LBRACE, LitmusParser.RBRACE -> true;
      default -> token.getType() == Token.EOF;
    };
  }

  /** Whether the statement that a token ends has an open parenthesis. */
  private static boolean unclosed(Parser parser, Token end) {
    int open = 0;
    Token previous = before(parser, end);
    while (previous != null && !isEnd(previous)) {
      if (previous.getType() == LitmusParser.LPAREN) {
        open++;
      } else if (previous.getType() == LitmusParser.RPAREN) {
        open--;
      }
      previous = before(parser, previous);
    }
    return open > 0;
  }

  private static Token before(Parser parser, Token found) {
    for (int i = found.getTokenIndex() - 1; i >= 0; i--) {
      if (parser.getTokenStream().get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        return parser.getTokenStream().get(i);
      }
    }
    return null;
  }

  private static String help(RuleContext context) {
    for (RuleContext c = context; c != null; c = c.parent) {
      switch (c.getRuleIndex()) {
        case LitmusParser.RULE_expression -> {
          return "an operand is a name, a number, a primitive or *name; C's operators but / and %"
              + " combine them";
        }
        case LitmusParser.RULE_statement, LitmusParser.RULE_block -> {
          return "write a declaration, an assignment, a primitive or an if";
        }
        case LitmusParser.RULE_parameter,
            LitmusParser.RULE_parameters,
            LitmusParser.RULE_process -> {
          return "write P0(int *x, int *y) { ... }: a type of integers, spinlock_t or struct"
              + " srcu_struct, then * and a name";
        }
        case LitmusParser.RULE_initial, LitmusParser.RULE_setting, LitmusParser.RULE_constant -> {
          return "write the initial state as { x=1; int *p=&x; 0:r1=x; spinlock_t s; }";
        }
        case LitmusParser.RULE_condition,
            LitmusParser.RULE_filter,
            LitmusParser.RULE_proposition,
            LitmusParser.RULE_operand -> {
          return "write a condition as (0:r1=1 /\\ ~(x=2 \\/ 1:r1=x))";
        }
        case LitmusParser.RULE_locations -> {
          return "write locations [0:r1; x;]";
        }
        default -> {}
      }
    }
    return "a test has a name, an initial state in braces, processes P0(...) { ... }, and exists (...)";
  }
}
