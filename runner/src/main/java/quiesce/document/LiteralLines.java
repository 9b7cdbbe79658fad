package quiesce.document;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the lines that a format shows as they are: what looks like a marker there is text, as in a
 * document about markers.
 */
interface LiteralLines {
  /** Their indices, from 0. */
  BitSet of(List<String> lines);
}
