package quiesce.litmus.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import quiesce.litmus.grammar.LitmusLexer;
import quiesce.source.Construct;
import quiesce.source.Diagnostics;
import quiesce.source.LexicalErrors;

/** Splits a test into words, and refuses text that is none. */
final class Words {
  private Words() {}

  /** All words, comments included. */
  static List<Token> of(Diagnostics diagnostics) {
    LitmusLexer lexer = new LitmusLexer(CharStreams.fromString(diagnostics.file().text()));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>(lexer.getAllTokens());
    tokens.add(lexer.emitEOF());
    check(tokens, diagnostics);
    return tokens;
  }

  private static void check(List<Token> tokens, Diagnostics diagnostics) {
    Deque<Token> comments = new ArrayDeque<>();
    int lastRefused = -1;
    for (Token token : tokens) {
      if (token.getType() == LitmusLexer.COMMENT_OPEN) {
        comments.push(token);
      } else if (token.getType() == LitmusLexer.COMMENT_CLOSE) {
        comments.poll();
      } else if (token.getChannel() == LitmusLexer.ERRORS) {
        // A run of them is one mistake; in a header, a line is.
        boolean continued =
            token.getType() == LitmusLexer.HEADER_TEXT
                ? token.getLine() == lastRefused
                : token.getStartIndex() == lastRefused;
        if (!continued) {
          refuse(token, diagnostics);
        }
        lastRefused =
            token.getType() == LitmusLexer.HEADER_TEXT ? token.getLine() : token.getStopIndex() + 1;
      }
    }
    if (!comments.isEmpty()) {
      diagnostics.report(
          comments.getLast(), "this comment does not end", "add *) where it is to end");
    }
  }

  private static void refuse(Token token, Diagnostics diagnostics) {
    switch (token.getType()) {
      case LitmusLexer.HEADER_TEXT ->
          diagnostics.report(
              token,
              "this line is no part of a litmus test",
              "a test begins with 'C name'; write comments as (* ... *)");
      case LitmusLexer.UNTERMINATED_COMMENT ->
          diagnostics.report(token, "this comment does not end", "add */ where it is to end");
      case LitmusLexer.DIRECTIVE -> diagnostics.report(token, Construct.DIRECTIVE);
      default -> LexicalErrors.unknown(token, diagnostics);
    }
  }
}
