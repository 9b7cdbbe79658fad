package quiesce.primitives;

import static quiesce.primitives.Dialect.STRATEGY;
import static quiesce.primitives.Primitive.Group.BITS;
import static quiesce.primitives.Primitive.Group.KEYS;
import static quiesce.primitives.Primitive.Group.MODULES;
import static quiesce.primitives.Primitive.Group.REFERENCES;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quiesce.primitives.Primitive.Result;
import quiesce.steps.Access.Load;
import quiesce.steps.Access.Order;
import quiesce.steps.Access.Rmw;
import quiesce.steps.Access.Store;
import quiesce.steps.Local;
import quiesce.steps.Operation;
import quiesce.steps.Value;

/**
 * Numbers with a meaning: references (include/linux/refcount.h), bits that are flags
 * (Documentation/atomic_bitops.txt) and static keys (Documentation/staging/static-keys.rst).
 */
final class Counts {
  private static final Value ZERO = new Value.Number(0);
  private static final Value ONE = new Value.Number(1);

  private Counts() {}

  static void add(Table t) {
    t.in(STRATEGY);
    references(t);
    modules(t);
    bits(t);
    keys(t);
  }

  private static void references(Table t) {
    t.does(REFERENCES, "one load")
        .load("refcount_read(&r)", Load.Kind.READ_ONCE)
        .does(REFERENCES, "one store")
        .store("refcount_set(&r, value)", Store.Kind.WRITE_ONCE)
        .does(
            REFERENCES,
            "adds at once; a warning if 0 was there, and nobody had a reference to give");
    counted(t, "refcount_inc(&r)", Value.Operator.PLUS, o -> ONE, Order.RELAXED, Counts::wasZero);
    counted(
        t,
        "refcount_add(i, &r)",
        Value.Operator.PLUS,
        o -> o.value(0),
        Order.RELAXED,
        Counts::wasZero);
    t.does(REFERENCES, "adds 1 unless 0 is there; the value is whether it has added");
    unlessZero(t, "refcount_inc_not_zero(&r)", Order.RELAXED);
    unlessZero(t, "refcount_inc_not_zero_acquire(&r)", Order.ACQUIRE);
    t.does(
        REFERENCES,
        "subtracts 1, a release; a warning if that was the last one, which should be tested, or there was none");
    counted(
        t,
        "refcount_dec(&r)",
        Value.Operator.MINUS,
        o -> ONE,
        Order.RELEASE,
        o -> new Value.Less(o.read(), new Value.Number(2)));
    t.does(
            REFERENCES,
            "subtracts, a release; the value is whether 0 is left, and then `smp_rmb()` follows; a warning if"
                + " there was less")
        .special("refcount_dec_and_test(&r)", "refcount_sub_and_test(i, &r)");
  }

  /** kernel/module/main.c */
  private static void modules(Table t) {
    t.does(
            MODULES,
            "a reference to the module that has registered, which does not begin to unregister while somebody has one;"
                + " true. False once it has begun")
        .special("try_module_get(p->owner)")
        .does(MODULES, "gives the reference back, which orders as an unlock")
        .special("module_put(p->owner)")
        .does(
            MODULES,
            "true, and nothing to give back: what others register with stays. Refused where the file is the module"
                + " that registers")
        .special("__module_get(THIS_MODULE)");
  }

  private static void unlessZero(Table t, String call, Order order) {
    t.steps(
        call,
        o ->
            List.of(
                new Rmw(o.result(), o.place(), new Operation.AtomicAddUnless(ONE, ZERO), order)),
        Optional.of(
            new Result(
                Result.Kind.COMPUTED, o -> new Value.AsNumber(new Value.NonZero(o.read())))));
  }

  private static Value wasZero(Operands o) {
    return new Value.Less(o.read(), ONE);
  }

  private static void counted(
      Table t,
      String call,
      Value.Operator operator,
      Function<Operands, Value> operand,
      Order order,
      Function<Operands, Value> wrong) {
    t.steps(
        call,
        o -> {
          Operation change = new Operation.AtomicFetch(operator, operand.apply(o));
          return List.of(
              new Rmw(o.result(), o.place(), change, order), new Local.WarnOn(wrong.apply(o)));
        },
        Optional.of(new Result(Result.Kind.READ, Operands::read)));
  }

  private static void bits(Table t) {
    t.does(BITS, "one load; whether the bit is set")
        .returns(
            "test_bit(nr, &word)",
            Result.Kind.COMPUTED,
            Counts::isSet,
            o -> new Load(Load.Kind.READ_ONCE, o.local(), o.place()))
        .returns(
            "test_bit_acquire(nr, &word)",
            Result.Kind.COMPUTED,
            Counts::isSet,
            o -> new Load(Load.Kind.LOAD_ACQUIRE, o.local(), o.place()))
        .does(BITS, "sets, clears or changes the bit at once; it has no value, and orders nothing");
    changed(t, "set_bit", Value.Operator.OR, Order.RELAXED);
    changed(t, "clear_bit", Value.Operator.AND_NOT, Order.RELAXED);
    changed(t, "change_bit", Value.Operator.XOR, Order.RELAXED);
    t.does(BITS, "clears the bit, and is a release");
    changed(t, "clear_bit_unlock", Value.Operator.AND_NOT, Order.RELEASE);
    t.does(BITS, "the same, then `smp_mb()`; wakes who waits for it")
        .special("clear_and_wake_up_bit(nr, &word)")
        .does(BITS, "sets, clears or changes the bit at once; the value is whether it was set");
    asked(t, "test_and_set_bit", Value.Operator.OR, Order.FULL);
    asked(t, "test_and_clear_bit", Value.Operator.AND_NOT, Order.FULL);
    asked(t, "test_and_change_bit", Value.Operator.XOR, Order.FULL);
    asked(t, "test_and_set_bit_lock", Value.Operator.OR, Order.ACQUIRE);
    t.does(BITS, "a plain load and a plain store")
        .special("__set_bit(nr, &word)", "__clear_bit(nr, &word)", "__change_bit(nr, &word)");
    t.does(
            BITS,
            "waits until an acquire load finds the bit clear; the value is 0. What clears the bit must wake those"
                + " that wait: what does not is refused")
        .special("wait_on_bit(&word, nr, mode)");
  }

  private static void changed(Table t, String name, Value.Operator operator, Order order) {
    t.steps(name + "(nr, &word)", o -> List.of(change(Optional.empty(), o, operator, order)));
  }

  private static void asked(Table t, String name, Value.Operator operator, Order order) {
    t.returns(
        name + "(nr, &word)",
        Result.Kind.COMPUTED,
        Counts::isSet,
        o -> change(o.result(), o, operator, order));
  }

  private static Rmw change(
      Optional<String> local, Operands o, Value.Operator operator, Order order) {
    return new Rmw(local, o.place(), new Operation.AtomicFetch(operator, o.value(0)), order);
  }

  private static Value isSet(Operands o) {
    return new Value.AsNumber(
        new Value.NonZero(new Value.Arithmetic(Value.Operator.AND, o.read(), o.value(0))));
  }

  private static void keys(Table t) {
    t.does(
            KEYS,
            "whether the key is on: a load that orders nothing, as what the text was patched to does not")
        .load("static_branch_likely(&key)", Load.Kind.READ_ONCE)
        .load("static_branch_unlikely(&key)", Load.Kind.READ_ONCE)
        .load("static_key_enabled(&key)", Load.Kind.READ_ONCE)
        .does(KEYS, "turns the key on or off: a store that orders nothing");
    switched(t, "static_branch_enable", 1);
    switched(t, "static_branch_disable", 0);
    t.does(KEYS, "counts how often the key is on");
    countedKey(t, "static_branch_inc", Value.Operator.PLUS);
    countedKey(t, "static_branch_dec", Value.Operator.MINUS);
  }

  private static void switched(Table t, String name, int value) {
    t.steps(
        name + "(&key)",
        o ->
            List.of(
                new Local.Reached(true),
                new Store(Store.Kind.WRITE_ONCE, o.place(), new Value.Number(value))));
  }

  private static void countedKey(Table t, String name, Value.Operator operator) {
    t.steps(
        name + "(&key)",
        o ->
            List.of(
                new Local.Reached(true),
                new Rmw(
                    Optional.empty(),
                    o.place(),
                    new Operation.AtomicFetch(operator, ONE),
                    Order.RELAXED)));
  }
}
