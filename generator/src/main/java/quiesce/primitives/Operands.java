package quiesce.primitives;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.steps.Location;
import quiesce.steps.Value;

/**
 * What a call hands to a primitive.
 *
 * @param all in the order of the call
 * @param result the local for what the primitive reads; empty where it returns nothing
 */
public record Operands(List<Operand> all, Optional<String> result) {
  public Operands {
    all = List.copyOf(all);
  }

  /** What an argument means. */
  public sealed interface Operand {
    record Place(Location location) implements Operand {}

    record Number(Value value) implements Operand {}

    /** A lock or an SRCU domain. */
    record Thing(String name) implements Operand {}

    /** The local with a section's index. */
    record Index(String local) implements Operand {}

    /** Nothing that counts. */
    record Ignored() implements Operand {}
  }

  /**
   * Reads the arguments of a call.
   *
   * @param meaning of an argument, by what the primitive takes there
   */
  public static Operands of(
      Primitive.Steps primitive,
      List<Expression> arguments,
      BiFunction<Argument, Expression, Operand> meaning) {
    return new Operands(
        IntStream.range(0, arguments.size())
            .mapToObj(i -> meaning.apply(primitive.arguments().get(i), arguments.get(i)))
            .toList(),
        Optional.empty());
  }

  private <O extends Operand> Stream<O> each(Class<O> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The place in memory that the call is about. */
  Location place() {
    return each(Operand.Place.class).findFirst().orElseThrow().location();
  }

  /** The values, those that say when nothing is to be done included. */
  List<Value> values() {
    return each(Operand.Number.class).map(Operand.Number::value).toList();
  }

  Value value(int number) {
    return values().get(number);
  }

  String object() {
    return each(Operand.Thing.class).findFirst().orElseThrow().name();
  }

  String index() {
    return each(Operand.Index.class).findFirst().orElseThrow().local();
  }

  /** The name of what the call is about. */
  public String subject() {
    return each(Operand.Place.class)
        .map(p -> p.location().name())
        .findFirst()
        .orElseGet(this::object);
  }

  String local() {
    return result.orElseThrow();
  }

  /** What is in the local when the steps have been taken. */
  Value read() {
    return new Value.Local(local());
  }

  public Operands with(Optional<String> local) {
    return new Operands(all, local);
  }
}
