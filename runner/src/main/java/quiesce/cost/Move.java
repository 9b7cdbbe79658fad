package quiesce.cost;

import java.util.List;
import quiesce.steps.Price;

/**
 * A step that a run takes.
 *
 * @param paid for it; a kind that is paid twice is there twice
 */
record Move(State to, List<Price> paid) {
  Move {
    paid = List.copyOf(paid);
  }
}
