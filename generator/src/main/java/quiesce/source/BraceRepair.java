package quiesce.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/**
 * Adds the closing braces that a file lacks. To the grammar a missing one shows at the end of the
 * file only, and every function in between would be a function inside a function; the layout shows
 * where it belongs: a definition that begins in the first column is at the top level.
 */
public final class BraceRepair {
  private final Diagnostics diagnostics;
  private final List<Token> repaired = new ArrayList<>();
  private final Deque<Token> open = new ArrayDeque<>();

  private BraceRepair(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  static List<Token> repair(List<Token> tokens, Diagnostics diagnostics) {
    if (unclosed(tokens) == 0) {
      return tokens;
    }
    BraceRepair repair = new BraceRepair(diagnostics);
    tokens.forEach(repair::add);
    return repair.repaired;
  }

  private static int unclosed(List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      if (token.getType() == KernelCLexer.LBRACE) {
        depth++;
      } else if (token.getType() == KernelCLexer.RBRACE) {
        depth = Math.max(depth - 1, 0);
      }
    }
    return depth;
  }

  private void add(Token token) {
    switch (token.getType()) {
      case KernelCLexer.LBRACE -> open.push(token);
      case KernelCLexer.RBRACE -> open.poll();
      case Token.EOF -> closeAll(token);
      default -> {
        if (beginsDefinition(token)) {
          closeAll(token);
        }
      }
    }
    repaired.add(token);
  }

  private void closeAll(Token before) {
    if (open.isEmpty()) {
      return;
    }
    // An unterminated comment hides braces that may well be there.
    boolean hidden =
        !repaired.isEmpty()
            && repaired.get(repaired.size() - 1).getType() == KernelCLexer.UNTERMINATED_COMMENT;
    if (!hidden) {
      diagnostics.report(
          before,
          "expected '}' before %s".formatted(SyntaxErrors.quote(before)),
          "close the '{' of line %d".formatted(open.peek().getLine()));
    }
    while (open.poll() != null) {
      CommonToken brace = new CommonToken(KernelCLexer.RBRACE, "}");
      brace.setLine(before.getLine());
      brace.setCharPositionInLine(before.getCharPositionInLine());
      repaired.add(brace);
    }
  }

  /** Whether it is the first word of a definition, and in the first column. */
  public static boolean beginsDefinition(Token token) {
    if (token.getCharPositionInLine() != 0) {
      return false;
    }
    return switch (token.getType()) {
      case KernelCLexer.STATIC,
          KernelCLexer.ROLE,
          KernelCLexer.ANNOTATION,
          KernelCLexer.STRUCT,
          KernelCLexer.VOID,
          KernelCLexer.BOOL,
          KernelCLexer.INTEGER,
          KernelCLexer.DEFINE_PER_CPU,
          KernelCLexer.DEFINE_STATIC_CALL,
          KernelCLexer.DEFINE_STATIC_CALL_RET0,
          KernelCLexer.DEFINE_LOCK ->
          true;
      default -> false;
    };
  }
}
