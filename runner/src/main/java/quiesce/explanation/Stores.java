package quiesce.explanation;

import java.util.Optional;
import quiesce.engine.tlc.Value;
import quiesce.steps.Node;
import quiesce.steps.Step;

/** Which event has stored each value that a memory keeps. */
sealed interface Stores permits BufferedStores, CoherentStores {

  /**
   * The event whose store a load reads; empty for an initial value, and where the trace leaves more
   * than one possibility.
   *
   * @param address of the load, by the names of the specification
   * @param read the value that the load is known to give, as C writes it
   */
  Optional<Integer> source(Transition t, Node load, Value address, Optional<String> read);

  /** Takes in what a transition has done to the memory, by its store if it has one. */
  void follow(Transition t, Optional<Write> write);

  /**
   * What a step has written.
   *
   * @param address by the names of the specification; empty where it is more than one, or not known
   * @param event empty where it is not shown, or not known whether the step has written
   */
  record Write(Step step, Optional<Value> address, Optional<Integer> event) {}

  /** For the memory of a state; empty where each location is a variable of the specification. */
  static Optional<Stores> of(Snapshot s) {
    if (!(s.state().variables().get("memory") instanceof Value.RecordOf memory)) {
      return Optional.empty();
    }
    return memory.fields().containsKey("buffer")
        ? Optional.of(new BufferedStores())
        : Optional.of(memory)
            .filter(m -> m.fields().containsKey("history"))
            .map(m -> new CoherentStores());
  }
}
