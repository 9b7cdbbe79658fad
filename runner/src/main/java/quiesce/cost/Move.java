package quiesce.cost;

import java.util.List;

/**
 * A step that a run takes.
 *
 * @param paid for it; a kind that is paid twice is there twice
 */
record Move(State to, List<Kind> paid) {
  Move {
    paid = List.copyOf(paid);
  }
}
