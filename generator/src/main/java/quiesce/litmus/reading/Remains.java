package quiesce.litmus.reading;

import java.util.Arrays;
import org.antlr.v4.runtime.Token;

/** A text of which only chosen words remain, each at its place; all else is blank. */
final class Remains {
  private final int[] all;
  private final int[] left;

  Remains(String text) {
    this.all = text.codePoints().toArray();
    this.left = Arrays.stream(all).map(c -> c == '\n' ? c : ' ').toArray();
  }

  void keep(Token word) {
    int from = word.getStartIndex();
    System.arraycopy(all, from, left, from, word.getStopIndex() + 1 - from);
  }

  /** Puts a semicolon where something else follows the word. */
  void end(Token word) {
    left[word.getStopIndex() + 1] = ';';
  }

  String text() {
    return new String(left, 0, left.length);
  }
}
