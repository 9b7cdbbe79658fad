package quiesce.lowering;

import java.util.Optional;
import java.util.Set;
import quiesce.primitives.Argument;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Location;
import quiesce.steps.Value;

/** Finds out which place in memory, or which lock, an expression means. */
final class Places {
  /** A location and what it holds. */
  record Located(Location location, Type type) {
    Typed.Kind kind() {
      return Typed.Kind.of(type);
    }

    /**
     * Whether its plain accesses do nothing: a pointer to data that no object holds. Nothing
     * depends on its value, and reaching it follows no pointer.
     */
    boolean isOfNoEffect() {
      return kind() == Typed.Kind.DATA && location instanceof Location.Global;
    }

    /** A value that is there. */
    Typed holding(Value value) {
      Typed held = Typed.of(value, type);
      return kind() == Typed.Kind.SLOT ? held.ownedBy(location.operand()) : held;
    }
  }

  private static final Set<String> THIS_CPU = Set.of("this_cpu_ptr", "raw_cpu_ptr");

  private final ThreadLowering in;

  Places(ThreadLowering in) {
    this.in = in;
  }

  /** The location that an lvalue names. */
  Located located(Expression e) {
    if (in.addresses.local(e).isPresent()) {
      throw new Refusal(e.place(), "this is a local: nobody else sees it", "use it as it is");
    }
    if (e instanceof Expression.Name n) {
      if (in.symbols.arrays().named(n.name()).isPresent()) {
        throw new Refusal(
            n.place(), n.name() + " is an array", "name one of its elements: " + n.name() + "[i]");
      }
      Item.Variable v =
          in.symbols
              .variable(n.name())
              .orElseThrow(
                  () ->
                      new Refusal(
                          n.place(),
                          n.name() + " is not a variable of this file",
                          "define it, as a global or a local"));
      if (v.perCpu()) {
        throw new Refusal(
            n.place(),
            n.name() + " is a per-CPU variable",
            "write this_cpu_read("
                + n.name()
                + "), this_cpu_write() or per_cpu("
                + n.name()
                + ", cpu)");
      }
      return new Located(new Location.Global(n.name()), v.type());
    }
    if (e instanceof Expression.Part p) {
      return part(p.name(), p.place());
    }
    if (e instanceof Expression.Member m) {
      return member(m);
    }
    if (e instanceof Expression.Call c && c.name().equals("per_cpu")) {
      return ofCpu(Calls.argument(c, 0, 2), Calls.argument(c, 1, 2));
    }
    if (e instanceof Expression.Dereference d && d.operand() instanceof Expression.Call c) {
      if (c.name().equals("per_cpu_ptr")) {
        return ofCpu(pointee(Calls.argument(c, 0, 2)), Calls.argument(c, 1, 2));
      } else if (THIS_CPU.contains(c.name())) {
        return thisCpu(pointee(Calls.argument(c, 0, 1)));
      }
    }
    if (e instanceof Expression.Index x) {
      return element(x);
    }
    throw new Refusal(
        e.place(),
        "not a place in memory",
        "name a global, a member, array[index], per_cpu(variable, cpu) or *this_cpu_ptr(&variable)");
  }

  private Located ofCpu(Expression variable, Expression cpu) {
    Located of = thisCpu(variable);
    Value number = in.expressions.evaluate(cpu).as(Typed.Kind.CPU, cpu.place());
    return new Located(new Location.OfCpu(of.location().name(), number), of.type());
  }

  private Located part(String name, Place place) {
    Item.Variable v =
        in.symbols
            .variable(name)
            .orElseThrow(
                () ->
                    new Refusal(
                        place,
                        name + " is not a variable of this file",
                        "'.' is for members of global structs; write p->member for a pointer"));
    return new Located(new Location.Global(name), v.type());
  }

  private Located element(Expression.Index x) {
    String name = x.array() instanceof Expression.Name n ? n.name() : "";
    boolean local = in.scope.lookup(name).isPresent();
    Arrays.Sized array =
        (local ? Optional.<Arrays.Sized>empty() : in.symbols.arrays().named(name))
            .orElseThrow(
                () ->
                    new Refusal(
                        x.place(),
                        "this is no array of this file",
                        "define one at the top level: static int name[4];"));
    Optional<Integer> named = constant(x.index());
    named.ifPresent(i -> Arrays.within(i, array.size(), x.index().place(), name));
    Value index =
        named
            .<Value>map(Value.Number::new)
            .orElseGet(() -> Expressions.number(in.expressions.evaluate(x.index()), x.index()));
    return new Located(new Location.Element(name, array.size(), index), array.type());
  }

  /** The value of a constant expression; empty of any other. */
  Optional<Integer> constant(Expression e) {
    return e instanceof Expression.Call c && c.name().equals("ARRAY_SIZE")
        ? Optional.of(size(Calls.argument(c, 0, 1)))
        : Constant.of(e);
  }

  /** {@code ARRAY_SIZE(array)}. */
  int size(Expression e) {
    return Optional.of(e)
        .filter(x -> x instanceof Expression.Name n && in.scope.lookup(n.name()).isEmpty())
        .flatMap(x -> in.symbols.arrays().named(((Expression.Name) x).name()))
        .map(Arrays.Sized::size)
        .orElseThrow(
            () ->
                new Refusal(
                    e.place(),
                    "this is no array of this file",
                    "define one at the top level: static int name[4];"));
  }

  /** Evaluates the pointer of {@code p->m}. */
  Located member(Expression.Member m) {
    Structs.Member member = in.symbols.members().of(m);
    Typed pointer = in.expressions.evaluate(m.object());
    if (pointer.pointee().orElse(null) instanceof Pointee.GlobalStruct s
        && pointer.kind() == Typed.Kind.ADDRESS) {
      return part(s.member(member.written()), m.place());
    }
    Value object = pointer.as(Typed.Kind.OBJECT, m.object().place());
    return new Located(new Location.Member(member.name(), object), member.type());
  }

  /** The place that an argument names. */
  Located of(Argument kind, Expression e) {
    return switch (kind) {
      case VARIABLE -> located(e);
      case PER_CPU -> thisCpu(e);
      default -> located(pointee(e));
    };
  }

  Located thisCpu(Expression e) {
    if (e instanceof Expression.Name n) {
      Optional<Item.Variable> v = in.symbols.variable(n.name()).filter(Item.Variable::perCpu);
      if (v.isPresent()) {
        return new Located(new Location.ThisCpu(n.name()), v.get().type());
      }
    }
    throw new Refusal(
        e.place(), "not a per-CPU variable", "define it by DEFINE_PER_CPU(type, name);");
  }

  /** The saved interrupt state: a local that nothing else is to look at. */
  String flags(Expression e) {
    if (e instanceof Expression.Name n
        && in.scope.lookup(n.name()).filter(l -> l.kind() == Typed.Kind.INT).isPresent()) {
      return n.name();
    }
    throw new Refusal(
        e.place(), "not a local for the interrupt flags", "declare one: unsigned long flags;");
  }

  String lock(Expression e, boolean mutex) {
    Optional<Item.Lock> lock =
        in.addresses.name(pointee(e)).flatMap(in.symbols::lock).filter(l -> l.mutex() == mutex);
    if (lock.isPresent()) {
      return lock.get().name();
    }
    String definition = mutex ? "DEFINE_MUTEX(name);" : "DEFINE_SPINLOCK(name);";
    throw new Refusal(
        e.place(),
        "not a " + (mutex ? "mutex" : "spinlock") + " of this file",
        "define it by " + definition + " and pass its address");
  }

  /** An SRCU domain, by its address. */
  String domain(Expression e) {
    if (pointee(e) instanceof Expression.Name n && in.symbols.isDomain(n.name())) {
      return n.name();
    }
    throw new Refusal(
        e.place(),
        "not an SRCU domain of this file",
        "define it by DEFINE_SRCU(name); and pass its address");
  }

  /** The local with the index of an SRCU section. */
  String index(Expression e) {
    if (e instanceof Expression.Name n
        && in.scope.lookup(n.name()).filter(l -> l.kind() == Typed.Kind.INT).isPresent()
        && in.scope.lookup(n.name()).get().value() instanceof Value.Local local) {
      return local.name();
    }
    throw new Refusal(
        e.place(),
        "this is no index of a section",
        "hand over the variable to which the section's beginning was assigned");
  }

  /** What is in an atomic_t; refuses any other place. */
  Type ofAtomic(Located at, Expression e) {
    if (at.kind() != Typed.Kind.ATOMIC) {
      throw new Refusal(
          e.place(),
          "this is the address of " + at.kind().words() + ", and not of an atomic_t",
          "give the variable the type atomic_t");
    }
    return new Type.Int();
  }

  private static Expression pointee(Expression e) {
    if (e instanceof Expression.AddressOf a) {
      return a.operand();
    }
    throw new Refusal(e.place(), "an address is needed here", "put & in front of it");
  }
}
