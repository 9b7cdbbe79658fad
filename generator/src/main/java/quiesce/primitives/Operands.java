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

    /** An SRCU domain, a local for an index or flags. */
    record Name(String name) implements Operand {}

    /**
     * @param member that it is, where each object has one
     */
    record Lock(String name, Optional<Location.Member> member) implements Operand {
      public Lock(String name) {
        this(name, Optional.empty());
      }
    }

    /** What the call does nothing with. */
    record Nothing() implements Operand {}
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

  private <O extends Operand> List<O> all(Class<O> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The place in memory that the call is about. */
  Location place() {
    return all(Operand.Place.class).get(0).location();
  }

  /** The values, those that say when nothing is to be done included. */
  List<Value> values() {
    return all(Operand.Number.class).stream().map(Operand.Number::value).toList();
  }

  Value value(int number) {
    return values().get(number);
  }

  /** The SRCU domain that the call is about. */
  String domain() {
    return all(Operand.Name.class).get(0).name();
  }

  /** The lock that the call is about, if it is about one. */
  public Optional<Operand.Lock> ofLock() {
    return all(Operand.Lock.class).stream().findFirst();
  }

  Operand.Lock lock() {
    return ofLock().orElseThrow();
  }

  /** The local with a section's index, after its domain. */
  String index() {
    return all(Operand.Name.class).get(1).name();
  }

  /** The name of what the call is about. */
  public String subject() {
    if (!all(Operand.Place.class).isEmpty()) {
      return place().name();
    }
    return Stream.concat(
            all(Operand.Lock.class).stream().map(Operand.Lock::name),
            all(Operand.Name.class).stream().map(Operand.Name::name))
        .findFirst()
        .orElse("value");
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
