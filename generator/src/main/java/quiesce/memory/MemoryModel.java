package quiesce.memory;

import java.util.Optional;
import quiesce.analysis.Facts;
import quiesce.analysis.Machine;

/**
 * A memory model: what is found out about a program for it, how the states of its specifications
 * are read, and the templates in {@code templates/tla/memory}, in the folder of its name.
 */
public interface MemoryModel {
  /** By which users name it. */
  String name();

  /** What it is, for the head of a module. */
  String title();

  /** What it makes of a program. */
  Machine machine(Facts facts);

  default MemoryStates states() {
    return MemoryStates.PLAIN;
  }

  /** Whether stores to a location come in the order of the steps; else each has several places. */
  default boolean storesInOrder() {
    return true;
  }

  /** Whether everybody sees each access as it is made, so that nothing orders them any more. */
  default boolean ordersAll() {
    return false;
  }

  /** Whether every atomic operation is a full barrier, whatever its name says. */
  default boolean hasFullAtomics() {
    return false;
  }

  /** What must hold of all states for a pass to be one. */
  default Optional<Bound> bound() {
    return Optional.empty();
  }

  /**
   * An invariant of the module that is no property of the program.
   *
   * @param exceeded what has happened where it does not hold
   */
  record Bound(String invariant, String exceeded) {}
}
