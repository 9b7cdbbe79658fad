package quiesce.steps;

import java.util.stream.Stream;

/** A value computed from the locals of one thread alone. Typed: conversions are explicit. */
public sealed interface Value {
  record Null() implements Value {}

  record Number(int value) implements Value {}

  record Truth(boolean value) implements Value {}

  record Local(String name) implements Value {}

  /** The address of a function of the strategy, as the content of a slot. */
  record Function(String name) implements Value {}

  /**
   * The address of what the file itself has, in a pointer that may also lead to what is registered.
   */
  sealed interface OfFile extends Value {
    String name();
  }

  /** A function of the file. */
  record FunctionOfFile(String name) implements OfFile {}

  /** A struct of the file, of which the members are variables. */
  record StructOfFile(String name) implements OfFile {}

  /** The address of a global variable. */
  record Address(String variable) implements Value {}

  /** Two numbers combined into a number. */
  record Arithmetic(Operator operator, Value left, Value right) implements Value {}

  /** Whether one number is less than another. */
  record Less(Value left, Value right) implements Value {}

  /** The object that the provider has registered, seen by a task that pins the provider. */
  record Registered() implements Value {}

  record Equal(Value left, Value right) implements Value {}

  record Not(Value operand) implements Value {}

  /** A pointer as a condition. */
  record NonNull(Value pointer) implements Value {}

  /** A number as a condition. */
  record NonZero(Value number) implements Value {}

  /** A condition as a number: 1 or 0. */
  record AsNumber(Value condition) implements Value {}

  /** The locals that it reads. */
  default Stream<String> locals() {
    if (this instanceof Local l) {
      return Stream.of(l.name());
    } else if (this instanceof Equal e) {
      return Stream.concat(e.left().locals(), e.right().locals());
    } else if (this instanceof Arithmetic a) {
      return Stream.concat(a.left().locals(), a.right().locals());
    } else if (this instanceof Less l) {
      return Stream.concat(l.left().locals(), l.right().locals());
    } else if (this instanceof Not n) {
      return n.operand().locals();
    } else if (this instanceof NonNull n) {
      return n.pointer().locals();
    } else if (this instanceof NonZero n) {
      return n.number().locals();
    } else if (this instanceof AsNumber n) {
      return n.condition().locals();
    }
    return Stream.empty();
  }

  /** What C does with two integers. */
  enum Operator {
    PLUS,
    MINUS,
    TIMES,
    /** Rounded down: {@code >>} by as many bits as a power of two has. */
    QUOTIENT,
    AND,
    OR,
    XOR,
    /** The first without the bits of the second. */
    AND_NOT
  }
}
