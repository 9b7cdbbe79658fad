package quiesce.primitives;

import static quiesce.primitives.Dialect.LITMUS;
import static quiesce.primitives.Dialect.STRATEGY;
import static quiesce.primitives.Primitive.Group.ATOMICS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import quiesce.primitives.Primitive.Result;
import quiesce.steps.Access;
import quiesce.steps.Access.Load;
import quiesce.steps.Access.Order;
import quiesce.steps.Access.Store;
import quiesce.steps.Operation;
import quiesce.steps.Value;

/**
 * The atomic operations, whose names are made of parts: Documentation/atomic_t.txt in the kernel.
 *
 * @param type {@code atomic}, {@code atomic64} or {@code atomic_long}
 */
record AtomicFamilies(Table table, String type) {
  private static final Value ZERO = new Value.Number(0);
  private static final Value ONE = new Value.Number(1);

  private static final Map<String, Value.Operator> OPERATORS =
      new TreeMap<>(
          Map.of(
              "add", Value.Operator.PLUS,
              "inc", Value.Operator.PLUS,
              "sub", Value.Operator.MINUS,
              "dec", Value.Operator.MINUS,
              "and", Value.Operator.AND,
              "or", Value.Operator.OR,
              "xor", Value.Operator.XOR,
              "andnot", Value.Operator.AND_NOT));

  private static final List<String> ARITHMETIC = List.of("add", "inc", "sub", "dec");

  private static final String CALCULATES = "loads, calculates and stores at once; ";

  static void add(Table t) {
    t.in(STRATEGY, LITMUS);
    exchanges(t);
    List.of("atomic", "atomic64", "atomic_long")
        .forEach(type -> new AtomicFamilies(t, type).addAll());
  }

  /** A name may end with an order; without one it orders all. */
  private static void orders(String name, BiFunction<String, Order, Table> family) {
    for (Order order : Order.values()) {
      boolean full = order == Order.FULL;
      family.apply(full ? name : name + "_" + order.name().toLowerCase(Locale.ROOT), order);
    }
  }

  /** {@code xchg()} and {@code cmpxchg()} of any variable. */
  private static void exchanges(Table table) {
    exchanges(table, "", "&x");
    orders(
        "try_cmpxchg",
        (name, order) ->
            table.refused(name, "write r = cmpxchg(x, old, new), and compare r with old"));
  }

  private static void exchanges(Table table, String prefix, String place) {
    table.does(ATOMICS, "load and store at once; the value is what was there before");
    orders(
        prefix + "xchg",
        (name, order) ->
            table.returns(
                name + "(" + place + ", value)",
                Result.Kind.READ,
                Operands::read,
                o -> new Access.Rmw(o.result(), o.place(), new Operation.Xchg(o.value(0)), order)));
    table.does(ATOMICS, "the same; stores only if `old` was there");
    orders(
        prefix + "cmpxchg",
        (name, order) ->
            table.returns(
                name + "(" + place + ", old, new)",
                Result.Kind.READ,
                Operands::read,
                o ->
                    new Access.Rmw(
                        o.result(),
                        o.place(),
                        new Operation.Cmpxchg(o.value(0), o.value(1)),
                        order)));
  }

  private void addAll() {
    table
        .does(ATOMICS, "one load")
        .load(type + "_read(&v)", Load.Kind.READ_ONCE)
        .load(type + "_read_acquire(&v)", Load.Kind.LOAD_ACQUIRE)
        .does(ATOMICS, "one store")
        .store(type + "_set(&v, value)", Store.Kind.WRITE_ONCE)
        .store(type + "_set_release(&v, value)", Store.Kind.STORE_RELEASE);
    exchanges(table, type + "_", "&v");
    OPERATORS.keySet().forEach(this::calculations);
    String adds = "adds `a` unless `u` is there; ";
    table.does(ATOMICS, adds + "the value is what was there before");
    unless("fetch_add_unless(&v, a, u)", Result.Kind.READ, Operands::read);
    table.does(ATOMICS, adds + "the value is whether it has added");
    unless("add_unless(&v, a, u)", Result.Kind.COMPUTED, AtomicFamilies::isDone);
    table.does(ATOMICS, "adds 1 unless 0 is there; the value is whether it has added");
    unless("inc_not_zero(&v)", Result.Kind.COMPUTED, AtomicFamilies::isDone);
    String compare = "write r = %s_cmpxchg(x, old, new), and compare r with old".formatted(type);
    orders(type + "_try_cmpxchg", (name, order) -> table.refused(name, compare));
  }

  private void calculations(String op) {
    String name = type + "_" + op;
    table
        .does(ATOMICS, CALCULATES + "it has no value")
        .steps(call(name, op), o -> List.of(fetch(op, Order.RELAXED, o)))
        .does(ATOMICS, CALCULATES + "the value is what was there before");
    orders(
        type + "_fetch_" + op,
        (n, order) -> calculation(n, op, order, Result.Kind.READ, Operands::read));
    if (ARITHMETIC.contains(op)) {
      table.does(ATOMICS, CALCULATES + "the value is what is there afterwards");
      computed(name + "_return", op, o -> changed(op, o));
    }
    if (op.equals("add")) {
      table.does(ATOMICS, CALCULATES + "the value is whether the result is below 0");
      computed(
          name + "_negative", op, o -> new Value.AsNumber(new Value.Less(changed(op, o), ZERO)));
    } else if (ARITHMETIC.contains(op)) {
      table.does(ATOMICS, CALCULATES + "the value is whether the result is 0");
      calculation(
          name + "_and_test",
          op,
          Order.FULL,
          Result.Kind.COMPUTED,
          o -> new Value.AsNumber(new Value.Equal(changed(op, o), ZERO)));
    }
  }

  private void computed(String name, String op, Function<Operands, Value> result) {
    orders(name, (n, order) -> calculation(n, op, order, Result.Kind.COMPUTED, result));
  }

  private Table calculation(
      String name, String op, Order order, Result.Kind kind, Function<Operands, Value> result) {
    return table.returns(call(name, op), kind, result, o -> fetch(op, order, o));
  }

  private static String call(String name, String op) {
    return name + (isUnit(op) ? "(&v)" : "(i, &v)");
  }

  /** Whether the operand is 1, and no argument. */
  private static boolean isUnit(String op) {
    return op.equals("inc") || op.equals("dec");
  }

  private static Access.Rmw fetch(String op, Order order, Operands o) {
    return new Access.Rmw(
        o.result(), o.place(), new Operation.AtomicFetch(OPERATORS.get(op), operand(op, o)), order);
  }

  private static Value operand(String op, Operands o) {
    return isUnit(op) ? ONE : o.value(0);
  }

  private static Value changed(String op, Operands o) {
    return new Value.Arithmetic(OPERATORS.get(op), o.read(), operand(op, o));
  }

  private void unless(String call, Result.Kind kind, Function<Operands, Value> result) {
    table.returns(
        type + "_" + call,
        kind,
        result,
        o ->
            new Access.Rmw(
                o.result(),
                o.place(),
                new Operation.AtomicAddUnless(addend(o), except(o)),
                Order.FULL));
  }

  private static Value isDone(Operands o) {
    return new Value.AsNumber(new Value.Not(new Value.Equal(o.read(), except(o))));
  }

  private static Value addend(Operands o) {
    return o.values().isEmpty() ? ONE : o.value(0);
  }

  private static Value except(Operands o) {
    return o.values().isEmpty() ? ZERO : o.value(1);
  }
}
