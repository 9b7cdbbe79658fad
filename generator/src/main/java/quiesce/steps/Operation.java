package quiesce.steps;

import java.util.stream.Stream;

/** What an atomic operation writes, by what it reads. */
public sealed interface Operation {
  /** What it computes with, beside what it reads. */
  Stream<Value> operands();

  /** Whether it writes a number that is computed from what it reads. */
  default boolean isCalculation() {
    return this instanceof AtomicFetch || this instanceof AtomicAddUnless;
  }

  /** Whether there are values that it leaves as they are, and then orders nothing. */
  default boolean mayFail() {
    return this instanceof Cmpxchg || this instanceof AtomicAddUnless;
  }

  /** {@code xchg(&location, value)}. */
  record Xchg(Value value) implements Operation {
    @Override
    public Stream<Value> operands() {
      return Stream.of(value);
    }
  }

  /**
   * {@code cmpxchg(&location, expected, value)}: where what was there is not what was expected,
   * nothing is written.
   */
  record Cmpxchg(Value expected, Value value) implements Operation {
    @Override
    public Stream<Value> operands() {
      return Stream.of(expected, value);
    }
  }

  /** {@code atomic_fetch_add(operand, &location)} and its like. */
  record AtomicFetch(Value.Operator operator, Value operand) implements Operation {
    @Override
    public Stream<Value> operands() {
      return Stream.of(operand);
    }
  }

  /**
   * {@code atomic_fetch_add_unless(&location, addend, unless)}: where the old value is the excepted
   * one, nothing is written.
   */
  record AtomicAddUnless(Value addend, Value unless) implements Operation {
    @Override
    public Stream<Value> operands() {
      return Stream.of(addend, unless);
    }
  }
}
