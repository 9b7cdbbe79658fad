package quiesce.primitives;

import java.util.List;
import java.util.Optional;
import quiesce.steps.Location;
import quiesce.steps.Value;

/**
 * What a call hands to a primitive.
 *
 * @param places the place in memory that it is about; none or one
 * @param values in the order of the call, those that say when nothing is to be done included
 * @param objects the lock or the SRCU domain; none or one
 * @param indices the local with a section's index; none or one
 * @param result the local for what the primitive reads; empty where it returns nothing
 */
public record Operands(
    List<Location> places,
    List<Value> values,
    List<String> objects,
    List<String> indices,
    Optional<String> result) {

  Location place() {
    return places.get(0);
  }

  Value value(int number) {
    return values.get(number);
  }

  String object() {
    return objects.get(0);
  }

  String index() {
    return indices.get(0);
  }

  String local() {
    return result.orElseThrow();
  }

  /** What is in the local when the steps have been taken. */
  Value read() {
    return new Value.Local(local());
  }

  public Operands with(Optional<String> local) {
    return new Operands(places, values, objects, indices, local);
  }
}
