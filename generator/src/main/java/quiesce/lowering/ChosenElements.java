package quiesce.lowering;

import java.util.List;
import java.util.Optional;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Statement;
import quiesce.source.Type;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Value;

/**
 * Pointers of a function that lead to one element of an array of structs or to another, or are
 * NULL, which is known as the thread runs. A local keeps the number of the element in place of its
 * address, and one below 0 for NULL.
 */
final class ChosenElements {
  private static final Value NONE = new Value.Number(-1);

  private final ThreadLowering in;

  ChosenElements(ThreadLowering in) {
    this.in = in;
  }

  /**
   * A pointer of this type that a local keeps; empty if there is no array that it could lead to.
   */
  Optional<Typed> variable(Type type, String local) {
    return elements(type)
        .map(
            s ->
                Typed.chosen(
                    s,
                    new Pointee.Which.Chosen(
                        ((Pointee.Which.Element) s.which()).size(), new Value.Local(local))));
  }

  /** Whether there is one array that a pointer of this type could lead to. */
  boolean has(Type type) {
    return elements(type).isPresent();
  }

  private Optional<Pointee.GlobalStruct> elements(Type type) {
    return type instanceof Type.Pointer p
            && p.target() instanceof Type.Struct s
            && !in.symbols.isRegistered(type)
        ? in.symbols.structVariables().elements(s)
        : Optional.empty();
  }

  /** Whether a function returns one address or another: it has several ends. */
  boolean isResultOf(Item.Function f) {
    long returns =
        f.body().stream()
            .flatMap(Statement::all)
            .filter(Statement.Return.class::isInstance)
            .count();
    return returns > 1 && f.roles().isEmpty() && has(f.result());
  }

  /** Whether a variable is one that keeps the number of an element. */
  static boolean is(Typed variable) {
    return variable.kind() == Typed.Kind.ADDRESS && variable.value() instanceof Value.Local;
  }

  /** Lets a variable lead to what a value is. */
  void choose(Typed variable, Typed value, Place place) {
    in.emit(new Local.Assign(Assignments.local(variable), number(variable, value, place)), place);
  }

  /** The address of one element or of another, or NULL. */
  Typed either(
      Typed then,
      List<Graph.Edge> afterThen,
      Typed otherwise,
      List<Graph.Edge> afterOtherwise,
      Place place) {
    Typed either = then.with(otherwise);
    Typed chosen =
        variable(
                new Type.Pointer(either.target().orElseThrow()),
                in.scope.unused("choice", Typed.Kind.INT))
            .orElseGet(
                () -> {
                  either.as(Typed.Kind.OBJECT, place);
                  return either;
                });
    in.graph.reopen(afterThen);
    choose(chosen, then, place);
    List<Graph.Edge> assigned = in.graph.take();
    in.graph.reopen(afterOtherwise);
    choose(chosen, otherwise, place);
    in.graph.alsoOpen(assigned);
    return chosen;
  }

  private Value number(Typed variable, Typed value, Place place) {
    if (value.kind() == Typed.Kind.NULL) {
      return NONE;
    }
    Pointee.GlobalStruct array = (Pointee.GlobalStruct) variable.pointee().orElseThrow();
    if (!(value.pointee().orElse(null) instanceof Pointee.GlobalStruct of)
        || !of.name().equals(array.name())) {
      throw new Refusal(
          place,
          "this is neither NULL nor the address of an element of " + array.name(),
          "use another variable for it");
    }
    return of.which() instanceof Pointee.Which.Element e
        ? within(e, place)
        : ((Pointee.Which.Chosen) of.which()).number();
  }

  /** An index that may be below 0 is one of no element, and not NULL: so it is one past the end. */
  private Value within(Pointee.Which.Element e, Place place) {
    if (e.index() instanceof Value.Number) {
      return e.index();
    }
    String local = in.scope.fresh("index", Typed.Kind.INT);
    Exits exits = in.expressions.branch(new Value.Less(e.index(), new Value.Number(0)), place);
    in.graph.reopen(exits.whenTrue());
    in.emit(new Local.Assign(local, new Value.Number(e.size())), place);
    List<Graph.Edge> below = in.graph.take();
    in.graph.reopen(exits.whenFalse());
    in.emit(new Local.Assign(local, e.index()), place);
    in.graph.alsoOpen(below);
    return new Value.Local(local);
  }

  /** The same address, which no later assignment of the variable changes. */
  Typed kept(Typed address, Place place) {
    Optional<Pointee.Which.Chosen> chosen = address.pointee().flatMap(Pointee::chosen);
    if (chosen.isEmpty()) {
      return address;
    }
    Pointee.GlobalStruct of = (Pointee.GlobalStruct) address.pointee().get();
    String local = in.scope.unused("index", Typed.Kind.INT);
    in.emit(new Local.Assign(local, chosen.get().number()), place);
    Value.Local number = new Value.Local(local);
    return Typed.address(of.with(new Pointee.Which.Chosen(chosen.get().size(), number)));
  }

  /** A use of a pointer: of NULL it is an oops. */
  void used(Pointee address, Place place) {
    address
        .chosen()
        .ifPresent(
            c -> in.addresses.oopsUnless(in.expressions.branch(c.isNull(), place).not(), place));
  }
}
