package quiesce.document;

import java.util.Optional;
import quiesce.source.Place;

/** A line that begins or ends a block. */
sealed interface Marker {
  /** Of its first word. */
  Place place();

  /**
   * @param indent what precedes it, and every line of the block
   * @param words what the block is to hold
   */
  record Begin(Place place, String indent, String words) implements Marker {}

  /**
   * @param checksum of the body as it was written; none where nothing has been yet
   */
  record End(Place place, Optional<String> checksum) implements Marker {}
}
