package quiesce.source;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/** Which brackets belong together. */
public final class BracketPairs {
  private BracketPairs() {}

  /**
   * For each word that is a bracket that opens, the index of the one that closes it.
   *
   * @param none for all other words
   */
  public static int[] closing(List<? extends Token> words, int none) {
    int[] closing = new int[words.size()];
    Arrays.fill(closing, none);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i).getType()) {
        case KernelCLexer.LPAREN, KernelCLexer.LBRACE, KernelCLexer.LBRACK -> open.push(i);
        case KernelCLexer.RPAREN, KernelCLexer.RBRACE, KernelCLexer.RBRACK -> {
          if (!open.isEmpty()) {
            closing[open.pop()] = i;
          }
        }
        default -> {}
      }
    }
    return closing;
  }
}
