package quiesce.lowering;

import java.util.Optional;
import quiesce.steps.Access;
import quiesce.steps.Location;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** Whether two places that a thread accesses are one. */
sealed interface Overlap {
  record Never() implements Overlap {}

  record Always() implements Overlap {}

  /**
   * Decided as the thread runs: if both CPUs, objects or indices are the same.
   *
   * @param other empty for the CPU that the thread runs on then
   */
  record When(Value one, Optional<Value> other) implements Overlap {}

  /**
   * @param one whose operand holds still what it held when the place was accessed
   */
  static Overlap of(Location one, Location other) {
    if (one.isApart(other) || isMember(one) != isMember(other)) {
      return new Never();
    }
    return one.operand().isEmpty() || one.operand().equals(other.operand())
        ? new Always()
        : new When(one.operand().get(), other.operand());
  }

  /** Whether a step stores to a place. */
  static Overlap ofStore(Location place, Step s) {
    boolean stores = s instanceof Access.Store || s instanceof Access.Rmw;
    return stores ? of(place, s.touches().orElseThrow()) : new Never();
  }

  private static boolean isMember(Location l) {
    return l instanceof Location.Member;
  }
}
