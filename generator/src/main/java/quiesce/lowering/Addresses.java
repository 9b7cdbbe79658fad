package quiesce.lowering;

import java.util.Optional;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Exits;
import quiesce.steps.Local;
import quiesce.steps.Value;

/**
 * Finds out what an address is that is a value: of a function, of the provider's object, of a
 * global struct, or of a local. The last two are known while the file is read, so that {@code
 * p->member} is a variable, and {@code *p} a local.
 */
final class Addresses {
  private final ThreadLowering in;

  Addresses(ThreadLowering in) {
    this.in = in;
  }

  /** An address that is kept: no later assignment changes which variable it is of. */
  Typed of(Expression.AddressOf a) {
    Typed address = now(a);
    return a.operand() instanceof Expression.Index x
            && address.pointee().orElse(null) instanceof Pointee.GlobalStruct s
            && s.which() instanceof Pointee.Which.Element e
        ? Typed.address(
            s.with(new Pointee.Which.Element(e.size(), kept(e.index(), x.index(), Typed.Kind.INT))))
        : address;
  }

  /** A per-CPU struct, by its address. */
  Optional<Typed> ofCpu(Expression.Call c) {
    return in.places.perCpuStruct(c).map(Typed::address);
  }

  /** The value that an expression has now, in what no later assignment changes. */
  Value kept(Value v, Expression e, Typed.Kind kind) {
    if (v.locals().findAny().isEmpty() || !in.statements.mayChange(e)) {
      return v;
    }
    String local = in.scope.unused("index", kind);
    in.emit(new Local.Assign(local, v), e.place());
    return new Value.Local(local);
  }

  /** An address that is used at once. */
  Typed now(Expression.AddressOf a) {
    Optional<Typed> local = local(a.operand());
    if (local.isPresent()) {
      return Typed.address(
          local.get().kind() == Typed.Kind.STRUCT
              ? local.get().pointee().orElseThrow()
              : new Pointee.LocalVariable(local.get()));
    }
    if (a.operand() instanceof Expression.Name n && in.symbols.function(n.name()).isPresent()) {
      return in.symbols.functionValue(n.name()).get();
    }
    Optional<Typed> struct =
        a.operand() instanceof Expression.Name n
            ? in.symbols.structValue(n.name(), a.place())
            : Optional.empty();
    if (struct.isPresent()) {
      return struct.get();
    }
    if (a.operand() instanceof Expression.Name n
        && in.symbols.initialiser().filter(i -> i.name().equals(n.name())).isPresent()) {
      return in.object(a.place());
    }
    if (a.operand() instanceof Expression.Member m) {
      return member(m, a.place());
    }
    if (a.operand() instanceof Expression.Index x) {
      return in.places.struct(x).map(Typed::address).orElseThrow(() -> noValue(a.place()));
    }
    if (a.operand() instanceof Expression.Call c) {
      return in.places.perCpuStruct(c).map(Typed::address).orElseThrow(() -> noValue(a.place()));
    }
    return name(a.operand())
        .flatMap(in.symbols.structVariables()::find)
        .map(Typed::address)
        .orElseThrow(() -> noValue(a.place()));
  }

  private static Refusal noValue(Place place) {
    return new Refusal(
        place,
        "an address as a value",
        "use & where a primitive takes an address, and for locals and structs");
  }

  /** {@code container_of()}: the same object, by a pointer to the struct around. */
  Typed of(Expression.Container c) {
    return around(in.expressions.evaluate(c.pointer()), c.member(), c.orNull(), c.place())
        .filter(outer -> outer.target().filter(new Type.Struct(c.struct())::equals).isPresent())
        .orElseThrow(() -> notInside(c.member(), "struct " + c.struct(), c.place()));
  }

  /** A pointer to the struct of which a pointer leads to a member, if it is always in one. */
  Optional<Typed> around(Typed pointer, String member, Place place) {
    return around(pointer, member, false, place);
  }

  private Optional<Typed> around(Typed pointer, String member, boolean orNull, Place place) {
    if (pointer.pointee().orElse(null) instanceof Pointee.GlobalStruct inner) {
      return in.symbols.structVariables().around(inner, member).map(Typed::address);
    }
    int last = member.lastIndexOf('.');
    if (last > 0) {
      return around(pointer, member.substring(last + 1), orNull, place)
          .flatMap(p -> around(p, member.substring(0, last), orNull, place));
    }
    return pointer
        .target()
        .filter(Type.Struct.class::isInstance)
        .flatMap(t -> in.symbols.members().embedding().of(((Type.Struct) t).name()))
        .filter(i -> i.member().equals(member))
        .map(
            i ->
                orNull
                    ? Typed.of(
                        pointer.as(Typed.Kind.OBJECT, place),
                        new Type.Pointer(new Type.Struct(i.outer())))
                    : moved(pointer, i, i.outer(), place));
  }

  static Refusal notInside(String member, String struct, Place place) {
    return new Refusal(
        place,
        "this is no pointer to the member %s of %s that is in such a struct always"
            .formatted(member, struct),
        "put it into a local of its type first, and have its struct in one struct alone, without variables"
            + " of its own");
  }

  /** {@code &p->member}, of a struct in a global one or in an object. */
  private Typed member(Expression.Member m, Place place) {
    Typed outer = in.expressions.evaluate(m.object());
    if (outer.pointee().orElse(null) instanceof Pointee.GlobalStruct s) {
      return in.symbols
          .structVariables()
          .inner(s, m.member())
          .map(Typed::address)
          .orElseThrow(() -> noValue(place));
    }
    Embedding embedding = in.symbols.members().embedding();
    String inner =
        in.symbols
            .members()
            .pointedTo(m)
            .flatMap(struct -> embedding.inner(struct, m.member()))
            .orElseThrow(
                () ->
                    list(m)
                        .map(list -> severalLists(list, place))
                        .orElseGet(() -> isBlock(m) ? several(place) : noValue(place)));
    return moved(outer, embedding.of(inner).orElseThrow(), inner, m.place());
  }

  private Optional<String> list(Expression.Member m) {
    Structs members = in.symbols.members();
    return members.pointedTo(m).flatMap(s -> members.list(new Type.Struct(s), m.member()));
  }

  private boolean isBlock(Expression.Member m) {
    Structs members = in.symbols.members();
    return members
        .pointedTo(m)
        .filter(s -> members.has(s, m.member(), StructVariables.NOTIFIER))
        .isPresent();
  }

  private static Refusal several(Place place) {
    return new Refusal(
        place,
        "struct notifier_block is a member of several structs of this file, or several of one",
        "leave the chain out that decides less: objects may be in one chain, and all in the same way");
  }

  private static Refusal severalLists(String list, Place place) {
    return new Refusal(
        place,
        "struct %s is a member of several structs of this file, or several of one".formatted(list),
        "leave the list out that decides less: objects may be on one list, and all in the same way");
  }

  /**
   * The same object by another pointer. Where the two differ, NULL becomes none: that is taken for
   * the use of NULL that it will be.
   */
  private Typed moved(Typed from, Embedding.Inside inside, String to, Place place) {
    Value object = from.as(Typed.Kind.OBJECT, place);
    if (!inside.first()) {
      used(object, place);
    }
    return Typed.of(object, new Type.Pointer(new Type.Struct(to)));
  }

  /** A use of a pointer: of NULL it is an oops. */
  void used(Value pointer, Place place) {
    oopsUnless(in.expressions.branch(new Value.NonNull(pointer), place), place);
  }

  /** Continues where a condition holds: anywhere else NULL is used. */
  void oopsUnless(Exits exits, Place place) {
    in.graph.reopen(exits.whenFalse());
    in.emit(new Local.NullCallback(), place);
    in.graph.take();
    in.graph.reopen(exits.whenTrue());
  }

  /** The global that an expression names, if it names one without a step. */
  Optional<String> name(Expression e) {
    if (e instanceof Expression.Name n && in.scope.lookup(n.name()).isEmpty()) {
      return Optional.of(n.name());
    } else if (e instanceof Expression.Part p && in.scope.lookup(p.variable()).isEmpty()) {
      return Optional.of(p.name());
    } else if (e instanceof Expression.Member m) {
      return in.expressions
          .evaluate(m.object())
          .pointee()
          .filter(Pointee.GlobalStruct.class::isInstance)
          .map(Pointee.GlobalStruct.class::cast)
          .filter(s -> s.which() instanceof Pointee.Which.Only)
          .map(s -> s.member(m.member()));
    }
    return Optional.empty();
  }

  /** The local that an expression names: by itself, by its address, or as a member of a struct. */
  Optional<Typed> local(Expression e) {
    if (e instanceof Expression.Name n) {
      return in.scope.lookup(n.name());
    } else if (e instanceof Expression.Part p) {
      return member(in.scope.lookup(p.variable()), p.member());
    } else if (e instanceof Expression.Member m && m.object() instanceof Expression.Name n) {
      return member(in.scope.lookup(n.name()), m.member());
    } else if (e instanceof Expression.Dereference d && d.operand() instanceof Expression.Name n) {
      return in.scope
          .lookup(n.name())
          .flatMap(Typed::pointee)
          .filter(Pointee.LocalVariable.class::isInstance)
          .map(v -> ((Pointee.LocalVariable) v).variable());
    }
    return Optional.empty();
  }

  private static Optional<Typed> member(Optional<Typed> struct, String name) {
    return struct
        .flatMap(Typed::pointee)
        .filter(Pointee.LocalStruct.class::isInstance)
        .flatMap(s -> Optional.ofNullable(((Pointee.LocalStruct) s).members().get(name)));
  }
}
