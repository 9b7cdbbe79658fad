package quiesce.document;

import java.util.List;
import java.util.Set;

/** Understands the words of a begin marker. */
public interface BlockReader {
  /** The first words that there are. */
  Set<String> kinds();

  /**
   * @throws MarkerException if they ask for nothing that there is
   */
  Block read(List<String> words);
}
