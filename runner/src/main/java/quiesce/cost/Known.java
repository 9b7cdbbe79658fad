package quiesce.cost;

import java.util.Optional;
import quiesce.steps.Value;

/**
 * What is known of a local.
 *
 * @param value a constant, {@link Value.Registered} for the callbacks of the provider; empty when
 *     it may be anything
 * @param nonZero whether it is a number other than 0, should its value not be known
 * @param loaded whether it came out of memory in this run
 */
record Known(Optional<Value> value, boolean nonZero, boolean loaded) {
  static final Known ANYTHING = new Known(Optional.empty(), false, false);

  static Known constant(Value value) {
    return new Known(Optional.of(value), false, false);
  }

  static Known loaded(Optional<Value> value) {
    return new Known(value, false, true);
  }

  Known is(Value now) {
    return new Known(Optional.of(now), false, loaded);
  }

  Known isNotZero() {
    return new Known(value, true, loaded);
  }
}
