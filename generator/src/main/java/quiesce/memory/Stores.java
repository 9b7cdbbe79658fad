package quiesce.memory;

import java.util.Optional;
import quiesce.steps.Node;
import quiesce.steps.Step;
import quiesce.tla.Value;

/** Which event has stored each value that a memory keeps. */
public interface Stores {

  /**
   * The event whose store a load reads; empty for an initial value, and where the trace leaves more
   * than one possibility.
   *
   * @param address of the load, by the names of the specification
   * @param read the value that the load is known to give, as C writes it
   */
  Optional<Integer> source(Taken t, Node load, Value address, Optional<String> read);

  /** Takes in what has been done to the memory, by its store if it has one. */
  void follow(Taken t, Optional<Write> write);

  /**
   * What a step has written.
   *
   * @param address by the names of the specification; empty where it is more than one, or not known
   * @param event empty where it is not shown, or not known whether the step has written
   */
  record Write(Step step, Optional<Value> address, Optional<Integer> event) {}
}
