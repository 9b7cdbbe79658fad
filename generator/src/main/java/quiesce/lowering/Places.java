package quiesce.lowering;

import java.util.Optional;
import java.util.Set;
import quiesce.primitives.Argument;
import quiesce.source.Bound;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Location;
import quiesce.steps.Value;

/** Finds out which place in memory, or which lock, an expression means. */
final class Places {
  /** What a member of an object holds. */
  private enum Content {
    VALUE,
    /** A pointer to more of the same object, which the provider has set out of sight. */
    MORE,
    MORE_OR_NULL
  }

  /** A location and what it holds. */
  record Located(Location location, Type type, Content content) {
    Located(Location location, Type type) {
      this(location, type, Content.VALUE);
    }

    Typed.Kind kind() {
      return content == Content.VALUE ? Typed.Kind.of(type) : Typed.Kind.SLOT;
    }

    private boolean isGlobalData() {
      return kind() == Typed.Kind.DATA && location instanceof Location.Global;
    }

    /** A value that is there. */
    Typed holding(Value value) {
      Typed held =
          switch (content) {
            case VALUE -> Typed.of(value, type);
            case MORE -> Typed.of(location.operand().orElseThrow(), type);
            case MORE_OR_NULL -> Typed.outOfSight(value, type);
          };
      return held.kind() == Typed.Kind.SLOT ? held.ownedBy(location) : held;
    }
  }

  private static final Set<String> THIS_CPU = Set.of("this_cpu_ptr", "raw_cpu_ptr");

  private static final Set<String> PER_CPU = Set.of("per_cpu", "per_cpu_ptr");

  private final ThreadLowering in;

  Places(ThreadLowering in) {
    this.in = in;
  }

  /**
   * Whether plain accesses of it do something. Those of a pointer to data that no object holds do
   * not, unless it matters whose data it is: reaching it follows no pointer.
   */
  boolean hasEffect(Located at) {
    return in.symbols.followsData() || !at.isGlobalData();
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
      refusePerCpu(v, n.place());
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
    return new Located(new Location.OfCpu(of.location().name(), cpu(cpu)), of.type());
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
    refusePerCpu(v, place);
    return new Located(new Location.Global(name), v.type());
  }

  private static void refusePerCpu(Item.Variable v, Place place) {
    if (v.perCpu()) {
      throw new Refusal(
          place,
          v.name() + " is a per-CPU variable",
          "write this_cpu_read(%1$s), this_cpu_write() or per_cpu(%1$s, cpu)".formatted(v.name()));
    }
  }

  private Located element(Expression.Index x) {
    String name = global(x.array()).orElseThrow(() -> noArray(x.place()));
    if (in.symbols.structVariables().size(name).isPresent()) {
      throw new Refusal(
          x.place(), "an element that is a struct", "name a member of it: " + name + "[i].member");
    }
    Arrays.Sized array = in.symbols.arrays().named(name).orElseThrow(() -> noArray(x.place()));
    Value index = index(x, name, array.size());
    return new Located(new Location.Element(name, array.size(), index), array.type());
  }

  /** A struct that is an element of an array; empty of any other element. */
  Optional<Pointee.GlobalStruct> struct(Expression.Index x) {
    StructVariables structs = in.symbols.structVariables();
    return global(x.array())
        .flatMap(
            name ->
                structs.size(name).map(size -> structs.element(name, size, index(x, name, size))));
  }

  private Value index(Expression.Index x, String array, int size) {
    Optional<Integer> named = constant(x.index());
    named.ifPresent(i -> Arrays.within(i, size, x.index().place(), array));
    return named
        .<Value>map(Value.Number::new)
        .orElseGet(() -> Expressions.number(in.expressions.evaluate(x.index()), x.index()));
  }

  /** The name at the top level that an expression is. */
  private Optional<String> global(Expression e) {
    return e instanceof Expression.Name n && in.scope.lookup(n.name()).isEmpty()
        ? Optional.of(n.name())
        : Optional.empty();
  }

  private static Refusal noArray(Place place) {
    return new Refusal(
        place, "this is no array of this file", "define one at the top level: static int name[4];");
  }

  /** Whether it is about a per-CPU variable, by its name or by its address. */
  static boolean isPerCpu(Expression.Call c) {
    return PER_CPU.contains(c.name()) || THIS_CPU.contains(c.name());
  }

  /** A per-CPU struct that a call names: {@code this_cpu_ptr(&s)}, {@code per_cpu(s, cpu)}. */
  Optional<Pointee.GlobalStruct> perCpuStruct(Expression.Call c) {
    if (!isPerCpu(c) || c.arguments().isEmpty()) {
      return Optional.empty();
    }
    Expression first = c.arguments().get(0);
    return global(first instanceof Expression.AddressOf a ? a.operand() : first)
        .filter(in.symbols.structVariables()::isPerCpu)
        .map(
            name -> {
              boolean given = PER_CPU.contains(c.name());
              Calls.arguments(c, given ? 2 : 1);
              return in.symbols
                  .structVariables()
                  .ofCpu(name, given ? given(c.arguments().get(1)) : here(c.place()));
            });
  }

  private Pointee.Which given(Expression cpu) {
    return new Pointee.Which.OfCpu(in.addresses.kept(cpu(cpu), cpu, Typed.Kind.CPU));
  }

  /** That of the CPU that the thread is on now, also when it is on another one later. */
  private Pointee.Which here(Place place) {
    return in.keepsCpu()
        ? new Pointee.Which.ThisCpu()
        : new Pointee.Which.OfCpu(in.calls.processorId(place));
  }

  private Value cpu(Expression e) {
    return in.expressions.evaluate(e).as(Typed.Kind.CPU, e.place());
  }

  /** The value of a constant expression; empty of any other. */
  Optional<Integer> constant(Expression e) {
    return e instanceof Expression.Call c && c.name().equals("ARRAY_SIZE")
        ? Optional.of(size(Calls.argument(c, 0, 1)))
        : Constant.of(e);
  }

  /** {@code ARRAY_SIZE(array)}. */
  int size(Expression e) {
    return global(e)
        .flatMap(
            name ->
                in.symbols
                    .arrays()
                    .named(name)
                    .map(Arrays.Sized::size)
                    .or(() -> in.symbols.structVariables().size(name)))
        .orElseThrow(() -> noArray(e.place()));
  }

  /** Evaluates the pointer of {@code p->m}. */
  Located member(Expression.Member m) {
    Structs.Member member = in.symbols.members().of(m);
    Typed pointer = pointer(m);
    if (pointer.pointee().orElse(null) instanceof Pointee.GlobalStruct s
        && pointer.kind() == Typed.Kind.ADDRESS) {
      in.chosen.used(s, m.object().place());
      return new Located(s.location(member.written()), member.type().outsideOfStruct());
    }
    Value object = in.expressions.followed(pointer, m.object().place());
    Content content =
        !in.slots.isOutOfSight(member)
            ? Content.VALUE
            : in.slots.mayBeNull(member) ? Content.MORE_OR_NULL : Content.MORE;
    return new Located(new Location.Member(member.name(), object), member.type(), content);
  }

  /** The pointer of {@code p->m}, which is used at once. */
  Typed pointer(Expression.Member m) {
    return in.structsOfFile
        .decided(m)
        .orElseGet(
            () ->
                m.object() instanceof Expression.AddressOf a
                        && in.addresses.local(a.operand()).isEmpty()
                    ? in.addresses.now(a)
                    : in.expressions.evaluate(m.object()));
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
    Optional<Item.Variable> v =
        in.addresses.name(e).flatMap(in.symbols::variable).filter(Item.Variable::perCpu);
    if (v.isPresent()) {
      return new Located(new Location.ThisCpu(v.get().name()), v.get().type());
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

  /** An SRCU domain, by its address. */
  String domain(Expression e) {
    if (pointee(e) instanceof Expression.Name n && in.symbols.isDomain(n.name())) {
      return n.name();
    }
    Optional<String> member =
        pointee(e) instanceof Expression.Member m ? in.addresses.name(m) : Optional.empty();
    return member.flatMap(in.symbols::domain).orElseThrow(() -> noDomain(e.place()));
  }

  private static Refusal noDomain(Place place) {
    return new Refusal(
        place,
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

  /** What is in a variable of the type that an argument has; refuses any other place. */
  Type ofType(Argument argument, Located at, Expression e) {
    boolean fits =
        argument == Argument.WORD
            ? at.kind() == Typed.Kind.INT
            : at.type() instanceof Type.Kernel k && is(argument, k);
    if (!fits) {
      String wanted = types(argument);
      throw new Refusal(
          e.place(),
          "this is the address of %s, and not of %s".formatted(words(at), wanted),
          "give the variable the type " + wanted.replaceFirst("^an? ", ""));
    }
    return new Type.Int();
  }

  private static String words(Located at) {
    return at.type() instanceof Type.Kernel k
        ? k.name().replaceFirst("^(?=[aeiou])", "an ").replaceFirst("^(?!an )", "a ")
        : at.kind().words();
  }

  private static boolean is(Argument argument, Type.Kernel type) {
    return switch (argument) {
      case ATOMIC -> type.name().startsWith("atomic");
      case REFCOUNT -> type.name().equals("refcount_t");
      default -> type.name().equals("static_key");
    };
  }

  private static String types(Argument argument) {
    return switch (argument) {
      case ATOMIC -> "an atomic_t";
      case REFCOUNT -> "a refcount_t";
      case WORD -> "an unsigned long";
      default -> "a struct static_key_false";
    };
  }

  /** The number that has one bit alone, of which this is the number. */
  int bit(Expression e) {
    return constant(e)
        .filter(n -> n >= 0 && n <= Bound.SHIFT.most())
        .map(n -> 1 << n)
        .orElseThrow(
            () ->
                new Refusal(
                    e.place(),
                    "the number of a bit is no constant from 0 to %d".formatted(Bound.SHIFT.most()),
                    "write a small number: which bit it is must be known"));
  }

  static Expression pointee(Expression e) {
    if (e instanceof Expression.AddressOf a) {
      return a.operand();
    }
    throw new Refusal(e.place(), "an address is needed here", "put & in front of it");
  }
}
