package quiesce.source.cut;

import java.util.Arrays;
import java.util.Collection;

/** Blanks the parts of a text that are not wanted; the others stay where they are. */
final class Blank {
  private Blank() {}

  static String allBut(String text, Collection<Piece> kept) {
    int[] whole = text.codePoints().toArray();
    int[] blanked = new int[whole.length];
    Arrays.setAll(blanked, i -> whole[i] == '\n' ? '\n' : ' ');
    for (Piece piece : kept) {
      int from = piece.first().getStartIndex();
      int to = piece.last().getStopIndex() + 1;
      System.arraycopy(whole, from, blanked, from, to - from);
    }
    return new String(blanked, 0, blanked.length);
  }
}
