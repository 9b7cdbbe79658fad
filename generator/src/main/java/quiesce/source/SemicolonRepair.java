package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/**
 * Adds the semicolon that a variable lacks whose struct is defined before it. To the grammar the
 * struct ends without one, and its name is the type of what comes next; the layout shows that it is
 * not: <code>} name</code>, and then a definition in the first column.
 */
final class SemicolonRepair {
  private SemicolonRepair() {}

  static List<Token> repair(List<Token> tokens, Diagnostics diagnostics) {
    List<Token> repaired = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      repaired.add(token);
      if (token.getType() == KernelCLexer.LBRACE) {
        depth++;
      } else if (token.getType() == KernelCLexer.RBRACE) {
        depth--;
      } else if (depth == 0 && lacksOne(tokens, i)) {
        diagnostics.report(
            diagnostics.behind(token),
            "expected ';' after %s".formatted(SyntaxErrors.quote(token)),
            "add ';'");
        CommonToken semicolon = new CommonToken(KernelCLexer.SEMICOLON, ";");
        semicolon.setLine(token.getLine());
        semicolon.setCharPositionInLine(token.getCharPositionInLine());
        repaired.add(semicolon);
      }
    }
    return repaired;
  }

  private static boolean lacksOne(List<Token> tokens, int i) {
    Token name = tokens.get(i);
    return name.getType() == KernelCLexer.NAME
        && i > 0
        && tokens.get(i - 1).getType() == KernelCLexer.RBRACE
        && tokens.get(i - 1).getLine() == name.getLine()
        && i + 1 < tokens.size()
        && (tokens.get(i + 1).getType() == Token.EOF
            || tokens.get(i + 1).getLine() > name.getLine()
                && BraceRepair.beginsDefinition(tokens.get(i + 1)));
  }
}
