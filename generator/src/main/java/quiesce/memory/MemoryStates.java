package quiesce.memory;

import java.util.List;
import java.util.Optional;
import quiesce.tla.Value;

/**
 * How the memory of a model is read in the states of its specifications. The defaults are those of
 * a model in which each location has one value for everybody.
 */
public interface MemoryStates {
  /** Each location has one value for everybody. */
  MemoryStates PLAIN = new MemoryStates() {};

  /** Something of memory in words. */
  record Cell(String name, String column, String value) {}

  /** One kind of thing of memory. */
  record Part(String title, List<Cell> cells) {}

  /** What a step of an agent found and left. */
  default Optional<MemoryView> view(Value before, Value after, Value agent, Naming naming) {
    return Optional.empty();
  }

  /** Who has stored what, from the start of a run. */
  default Optional<Stores> stores() {
    return Optional.empty();
  }

  /** What memory does by itself from one state to the next. */
  default Optional<String> byItself(Value before, Value after, Naming naming) {
    return Optional.empty();
  }

  /** What is at each location for each agent, where it is not one value. */
  default Optional<Part> locations(Value memory, Naming naming) {
    return Optional.empty();
  }

  /** What memory keeps beside the locations. */
  default Optional<Part> besides(Value memory, Naming naming) {
    return Optional.empty();
  }
}
