package quiesce.lowering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.primitives.Dialect;
import quiesce.primitives.Primitives;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Statement;
import quiesce.steps.Access;
import quiesce.steps.Deferred;
import quiesce.steps.Local;
import quiesce.steps.Value;

/** Lowers assignments, to locals and to places in memory. */
final class Assignments {
  private final ThreadLowering in;

  Assignments(ThreadLowering in) {
    this.in = in;
  }

  /** The names that a function gives another value. */
  static Set<String> names(Statement body) {
    Set<String> names = changed(body);
    body.all()
        .filter(Statement.ForEachPossibleCpu.class::isInstance)
        .forEach(f -> names.add(((Statement.ForEachPossibleCpu) f).variable()));
    return names;
  }

  /** The same, but for those that a loop gives another value in each round. */
  static Set<String> changed(Statement body) {
    Set<String> names = new HashSet<>();
    new TreeWalk(
            s -> {},
            e ->
                e.changes()
                    .filter(Expression.Name.class::isInstance)
                    .ifPresent(n -> names.add(((Expression.Name) n).name())))
        .visit(body);
    return names;
  }

  /** The names of the members that a function stores to, or that something else could. */
  static Stream<String> members(Item.Function f) {
    return TreeWalk.all(Expression.class, f)
        .flatMap(
            e ->
                e instanceof Expression.AddressOf a
                    ? Stream.of(a.operand())
                    : e instanceof Expression.Call c ? stored(c) : e.changes().stream())
        .filter(Expression.Member.class::isInstance)
        .map(m -> ((Expression.Member) m).member());
  }

  private static Stream<Expression> stored(Expression.Call c) {
    return Primitives.find(c.name(), Dialect.STRATEGY)
        .flatMap(p -> p.stored(c.arguments()))
        .map(value -> c.arguments().get(0))
        .stream();
  }

  /** The locals of a function that are assigned once, and have no other value before. */
  static Set<String> once(Statement body) {
    Map<String, Integer> times = new HashMap<>();
    new TreeWalk(
            s -> {
              if (s instanceof Statement.Declaration d) {
                times.merge(d.name(), d.initialiser().isPresent() ? 1 : 0, Integer::sum);
              }
            },
            e ->
                e.changes()
                    .filter(Expression.Name.class::isInstance)
                    .ifPresent(n -> times.merge(((Expression.Name) n).name(), 1, Integer::sum)))
        .visit(body);
    times.values().removeIf(t -> t != 1);
    return times.keySet();
  }

  static boolean isSmpProcessorId(Expression e) {
    return e instanceof Expression.Call c
        && Set.of("smp_processor_id", "raw_smp_processor_id").contains(c.name());
  }

  /** The value is what the target then holds. */
  Typed lower(Expression.Assign a) {
    if (a.value() instanceof Expression.Braced b) {
      in.structValues.assign(a.target(), b);
      return Typed.NOTHING;
    }
    Optional<Deferred> timer =
        in.symbols
            .function(in.functions.element())
            .flatMap(f -> in.symbols.deferrals().hrtimer(a.target(), f));
    if (timer.isPresent()) {
      new LateCalls(in).setUp(timer.get(), a);
      return Typed.NOTHING;
    }
    Optional<List<Expression.Assign>> copies = in.symbols.members().copies(a);
    if (copies.isPresent()) {
      copies.get().forEach(this::lower);
      return Typed.NOTHING;
    }
    Optional<Typed> local = in.addresses.local(a.target());
    if (local.isEmpty()) {
      return in.calls.plainStore(a.target(), a.value(), a.place());
    }
    Typed variable = local.get();
    if (variable.kind() == Typed.Kind.INT && isSmpProcessorId(a.value())) {
      throw new Refusal(
          a.place(),
          "an int that becomes a CPU number later",
          "initialise it where it is declared: int cpu = smp_processor_id();");
    }
    if (variable.kind() == Typed.Kind.STRUCT) {
      throw new Refusal(
          a.place(),
          "a struct is assigned what is no such struct",
          "assign one of its type, or its members");
    }
    if (ChosenElements.is(variable)) {
      return in.expressions.into(a.value(), variable, a.place());
    }
    if (variable.isAddress()) {
      return again(a, variable);
    }
    refuseFunction(variable, a.place());
    Typed now = in.expressions.into(a.value(), variable, a.place());
    if (now.isAddress()) {
      String name = a.target() instanceof Expression.Name n ? n.name() : "";
      if (!in.statements.isSetHere(name)) {
        throw new Refusal(
            a.place(),
            "the address of a variable in what may be set elsewhere, too, or not at all",
            "keep it in a local that is set once");
      }
      in.scope.bind(name, now);
    }
    return now;
  }

  /** A parameter that is a function of the file is not one that a provider registers. */
  private static void refuseFunction(Typed variable, Place place) {
    if (variable.functionOfFile().isPresent()) {
      throw new Refusal(
          place,
          "a parameter that is a function of this file is given another value",
          "use a local for the other value");
    }
  }

  /** An assignment to what holds an address already: it may be the same. */
  private Typed again(Expression.Assign a, Typed before) {
    Typed now = in.expressions.evaluate(a.value());
    if (!now.isAddress() || !now.addressAs(before, a.place()).equals(before)) {
      throw new Refusal(
          a.place(),
          "what holds the address of a variable is given another value",
          "use a variable for each");
    }
    return before;
  }

  /** A load of the target, and a store to it. */
  Typed lower(Expression.Update u) {
    Optional<Typed> local = in.addresses.local(u.target());
    if (local.isPresent()) {
      Typed variable = local.get();
      if (variable.pointee().isPresent()) {
        throw new Refusal(u.place(), "this is no number", "change a member of it");
      }
      refuseFunction(variable, u.place());
      Typed before = variable;
      if (u.old()) {
        String kept = in.scope.fresh(local(variable), variable.kind());
        in.emit(new Local.Assign(kept, variable.value()), u.place());
        before = new Typed(new Value.Local(kept), variable.kind());
      }
      Value now = changed(before, u).as(variable.kind(), u.place());
      in.emit(new Local.Assign(local(variable), now), u.place());
      return u.old() ? before : variable;
    }
    return lower(u, in.places.located(u.target()));
  }

  /** {@code swap(a, b)}, by a third variable; of what others do not see. */
  Typed swap(Expression.Call c) {
    Typed one = swapped(Calls.argument(c, 0, 2));
    Typed other = swapped(Calls.argument(c, 1, 2));
    String kept = in.scope.fresh(local(one), one.kind());
    in.emit(new Local.Assign(kept, one.value()), c.place());
    in.emit(new Local.Assign(local(one), other.as(one, c.place())), c.place());
    Typed before = one.in(kept);
    in.emit(new Local.Assign(local(other), before.as(other, c.place())), c.place());
    return Typed.NOTHING;
  }

  private Typed swapped(Expression e) {
    return in.addresses
        .local(e)
        .filter(t -> t.pointee().isEmpty() && t.value() instanceof Value.Local)
        .orElseThrow(
            () ->
                new Refusal(
                    e.place(),
                    "swap() of anything but two local variables",
                    "write the loads and stores: old = x; x = y; y = old;"));
  }

  /** The same of a place in memory that is known. */
  Typed lower(Expression.Update u, Places.Located at) {
    String loaded = in.scope.fresh(at.location().name(), at.kind());
    in.emit(new Access.Load(Access.Load.Kind.PLAIN_LOAD, loaded, at.location()), u.place());
    Typed before = at.holding(new Value.Local(loaded));
    Value now = changed(before, u).as(at.type(), u.place());
    in.emit(new Access.Store(Access.Store.Kind.PLAIN_STORE, at.location(), now), u.place());
    return u.old() ? before : at.holding(now);
  }

  private Typed changed(Typed before, Expression.Update u) {
    Value value = Expressions.number(in.expressions.evaluate(u.value()), u.value());
    return Calculations.of(u.operator(), Expressions.number(before, u.target()), value, u.place());
  }

  /** The local that a variable of a function is. */
  static String local(Typed variable) {
    if (variable.value() instanceof Value.Local local) {
      return local.name();
    }
    throw new IllegalStateException("assigned parameters are locals");
  }
}
