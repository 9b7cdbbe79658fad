package quiesce.lowering;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import quiesce.primitives.Argument;
import quiesce.primitives.Operands.Operand;
import quiesce.source.Expression;
import quiesce.source.LockType;
import quiesce.source.Type;
import quiesce.steps.Value;

/** What the arguments of one call mean, and of which kind the place is that it is about. */
final class Arguments {
  private static final Set<String> TIMES =
      Set.of(
          "msecs_to_jiffies",
          "usecs_to_jiffies",
          "secs_to_jiffies",
          "round_jiffies",
          "round_jiffies_up",
          "round_jiffies_relative",
          "round_jiffies_up_relative",
          "ktime_get",
          "ktime_set",
          "ktime_add",
          "ktime_add_ns",
          "ktime_add_us",
          "ktime_add_ms",
          "ns_to_ktime",
          "us_to_ktime",
          "ms_to_ktime");

  private final ThreadLowering in;
  private Type type = new Type.Int();
  private Optional<Places.Located> located = Optional.empty();

  Arguments(ThreadLowering in) {
    this.in = in;
  }

  /** A value of the type that a result has, read from the place that the call is about. */
  Typed read(Value value, Type result) {
    return located
        .filter(at -> at.type().equals(result))
        .map(at -> at.holding(value))
        .orElseGet(() -> Typed.of(value, result));
  }

  /** What the place holds that the call is about. */
  Type type() {
    return type;
  }

  /** Of which kind what is read there is, as something of a type. */
  Typed.Kind kind(Type result) {
    return located
        .filter(at -> at.type().equals(result))
        .map(Places.Located::kind)
        .orElseGet(() -> Typed.Kind.of(result));
  }

  Operand of(Argument argument, Expression e) {
    return switch (argument) {
      case VARIABLE, ADDRESS, PER_CPU, ATOMIC, REFCOUNT, KEY, WORD -> place(argument, e);
      case BIT -> new Operand.Number(new Value.Number(in.places.bit(e)));
      case VALUE, OLD, NEW -> value(e, type);
      case POINTER -> new Operand.Number(memory(e));
      case NUMBER, ADDEND, UNLESS -> value(e, new Type.Int());
      case SPINLOCK -> in.locks.named(e, LockType.SPINLOCK);
      case MUTEX -> in.locks.named(e, LockType.MUTEX);
      case RWLOCK -> in.locks.named(e, LockType.RWLOCK);
      case RWSEM -> in.locks.named(e, LockType.RWSEM);
      case PERCPU_RWSEM -> in.locks.named(e, LockType.PERCPU_RWSEM);
      case DOMAIN -> new Operand.Name(in.places.domain(e));
      case INDEX -> new Operand.Name(in.places.index(e));
      case FLAGS -> new Operand.Name(in.places.flags(e));
      case DATA -> {
        in.expressions.evaluate(e).as(Typed.Kind.DATA, e.place());
        yield new Operand.Nothing();
      }
      case CLASS -> new Operand.Nothing();
      case TIME -> {
        time(e);
        yield new Operand.Nothing();
      }
      case CONDITION -> {
        LockdepCondition.check(e, in.problems);
        yield new Operand.Nothing();
      }
    };
  }

  /**
   * How long something takes, or when it is to be, which is not followed. What is read for it on
   * the way to a member is: a pointer may lead nowhere.
   */
  void time(Expression e) {
    boolean does =
        TreeWalk.all(e)
            .anyMatch(
                part ->
                    !part.changes().isEmpty()
                        || part instanceof Expression.Call c && !TIMES.contains(c.name()));
    if (does) {
      throw new Refusal(
          e.place(),
          "a time that does more than say how long",
          "write it before the call: time is not followed");
    }
    Set<Expression> inside = new HashSet<>();
    for (Expression part : TreeWalk.all(e).toList()) {
      boolean reads =
          part instanceof Expression.Member
              || part instanceof Expression.Index
              || part instanceof Expression.Dereference;
      if (reads && inside.add(part)) {
        in.expressions.evaluate(part);
        TreeWalk.all(part).forEach(inside::add);
      }
    }
  }

  private Operand place(Argument argument, Expression e) {
    Places.Located at = in.places.of(argument, e);
    located = Optional.of(at);
    type = argument.isOfType() ? in.places.ofType(argument, at, e) : at.type();
    return new Operand.Place(at.location());
  }

  private Value memory(Expression e) {
    Typed pointer = in.expressions.evaluate(e);
    if (pointer.isPointerToFunction()) {
      throw new Refusal(
          e.place(), "a function, where memory is given back", "give back what was allocated");
    }
    return in.structsOfFile.none(pointer, e.place());
  }

  private Operand value(Expression e, Type as) {
    return new Operand.Number(in.expressions.evaluated(e, as));
  }
}
