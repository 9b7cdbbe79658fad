package quiesce.cost;

import java.util.Optional;
import quiesce.steps.Value;

/**
 * What is known of a local.
 *
 * @param value a constant, {@link Value.Registered} for the callbacks of the provider; empty when
 *     it may be anything
 * @param loaded whether it came out of memory in this run
 */
record Known(Optional<Value> value, boolean loaded) {
  static final Known ANYTHING = new Known(Optional.empty(), false);

  static Known constant(Value value) {
    return new Known(Optional.of(value), false);
  }
}
