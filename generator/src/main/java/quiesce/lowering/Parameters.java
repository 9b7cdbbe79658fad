package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Value;

/**
 * The parameters of functions that something outside of the file calls: the object that is
 * registered, numbers and bools of any value, and pointers to data.
 */
final class Parameters {
  private Parameters() {}

  /** Whether such a caller can pass it, beside the object. */
  static boolean isAnyValue(Item.Parameter p) {
    return p.type() instanceof Type.Int || p.type() instanceof Type.Bool;
  }

  /** Whether it is a pointer to data, which is only handed on. */
  static boolean isData(Item.Parameter p) {
    return Typed.Kind.of(p.type()) == Typed.Kind.DATA;
  }

  /** Whether a function registers data, beside callbacks. */
  static boolean registersData(Item.Function f) {
    return f.roles().contains(Item.Role.REGISTER)
        && f.parameters().stream().anyMatch(Parameters::isData);
  }

  /**
   * What such a function is called with.
   *
   * @param object the callbacks
   * @param handle what registering them has returned, if that is a pointer
   * @param known the data that it is given, where that is not the same in each call
   */
  static List<Typed> given(
      Item.Function f,
      Typed object,
      Optional<Typed> handle,
      Optional<Typed> known,
      ThreadLowering in) {
    Typed data =
        isOfRegistration(f, in)
            ? new Typed(object.value(), Typed.Kind.DATA)
            : known.or(() -> HandedData.given(f, in)).orElseGet(() -> device(f, in));
    List<Typed> all = new ArrayList<>();
    for (Item.Parameter p : f.parameters()) {
      if (isAnyValue(p)) {
        all.add(anyValue(p, in));
      } else {
        Optional<Pointee.GlobalStruct> variable =
            in.symbols
                .deferrals()
                .of(f.name())
                .filter(l -> l.isGiven(p))
                .flatMap(l -> in.symbols.structVariables().find(l.of().name()))
                .or(() -> in.symbols.onlyVariable(p.type()));
        boolean registered = in.symbols.isRegistered(p.type());
        all.add(
            isData(p)
                ? data
                : variable.map(Typed::address).orElse(registered ? object : handle.orElse(object)));
      }
    }
    return all;
  }

  /** Whether the data that it is given is what a module registers with its callbacks. */
  private static boolean isOfRegistration(Item.Function f, ThreadLowering in) {
    return in.symbols.followsData()
        && (f.roles().contains(Item.Role.REGISTER) || f.roles().contains(Item.Role.UNREGISTER));
  }

  /** What a handler is given: data, which may be the address of a global struct. */
  private static Typed device(Item.Function f, ThreadLowering in) {
    return address(
        in.symbols
            .interrupts()
            .of(f.name())
            .flatMap(r -> device(r.device(), r.in(), in))
            .or(
                () ->
                    in.symbols.kthreads().of(f.name()).flatMap(k -> device(k.data(), k.in(), in))),
        f);
  }

  /** What other CPUs give a function that they call in one of the ways in which they do. */
  static Typed ofKind(SmpFunctions.Kind kind, Item.Function f, ThreadLowering in) {
    Optional<Item.Variable> handed = in.symbols.handedData().of(f.name());
    if (handed.isPresent() && kind.isOfNull()) {
      return Typed.of(new Value.Null(), handed.get().type());
    }
    return HandedData.given(f, in).orElseGet(() -> address(device(kind.info(), kind.in(), in), f));
  }

  private static Typed address(Optional<Pointee.GlobalStruct> variable, Item.Function f) {
    Typed data = new Typed(new Value.Null(), Typed.Kind.DATA);
    return variable.map(s -> Typed.address(s).addressAs(data, f.place())).orElse(data);
  }

  private static Optional<Pointee.GlobalStruct> device(
      Expression given, Item.Function by, ThreadLowering in) {
    if (given.bare() instanceof Expression.AddressOf a) {
      return in.addresses.name(a.operand()).flatMap(in.symbols.structVariables()::find);
    }
    return given.bare() instanceof Expression.Name n
        ? TreeWalk.declared(n.name(), by).flatMap(in.symbols::onlyVariable)
        : Optional.empty();
  }

  private static Typed anyValue(Item.Parameter p, ThreadLowering in) {
    Typed.Kind kind = Typed.Kind.of(p.type());
    String local = in.scope.fresh(p.name(), kind);
    in.emit(new Local.AnyValue(local, domain(p.type())), p.place());
    return new Typed(new Value.Local(local), kind);
  }

  /** The values that something outside of the file may choose among. */
  static Access.Domain domain(Type type) {
    if (type instanceof Type.Void) {
      return Access.Domain.NOTHING;
    } else if (type instanceof Type.Bool) {
      return Access.Domain.BOOLEAN;
    }
    return type instanceof Type.Int i && i.unsigned()
        ? Access.Domain.UNSIGNED
        : Access.Domain.NUMBER;
  }

  /** Without the values that nobody reads: a parameter may be for a callback alone. */
  static KernelThread readAlone(KernelThread thread) {
    List<Integer> unread =
        thread.nodes().stream()
            .filter(n -> n.step() instanceof Local.AnyValue a && !isRead(a.local(), thread))
            .map(Node::id)
            .toList();
    return Rewrite.past(unread, thread);
  }

  private static boolean isRead(String local, KernelThread thread) {
    return thread.nodes().stream().anyMatch(n -> n.step().reads().anyMatch(local::equals));
  }
}
