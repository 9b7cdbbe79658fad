package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.Access.CallSlot.Where;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Site;
import quiesce.steps.Value;

/** Lowers calls of callbacks, through a member or through a static call. */
final class Callbacks {
  private final ThreadLowering in;
  private Optional<String> running = Optional.empty();

  Callbacks(ThreadLowering in) {
    this.in = in;
  }

  /** {@code object->slot(arguments)}. */
  Typed slot(Expression.Member slot, Expression.Call c, Want want) {
    Structs.Member member = in.symbols.members().of(slot);
    if (!member.isSlot()) {
      return pointer(slot, c, want);
    }
    Typed of = in.places.pointer(slot);
    Type resultType = ((Type.FunctionPointer) member.type()).result();
    if (of.kind() == Typed.Kind.ADDRESS) {
      return in.structsOfFile
          .constant(of, member)
          .map(function -> constant(function, resultType, member.name(), c, want))
          .orElseGet(() -> pointer(slot, c, want));
    }
    Value object = in.expressions.followed(of, slot.object().place());
    List<Typed> arguments = arguments(c);
    Optional<String> result = result(resultType, member.name(), want, c.place());
    Where where = in.slots.stored(member.name()) ? Where.STORED : Where.FILLED;
    handOn(object, arguments, c.place());
    in.emit(new Access.CallSlot(object, member.name(), where), c.place());
    run(member.name(), resultType, arguments, result, c);
    return typed(result, resultType);
  }

  /** A function that is there always, or NULL. */
  private Typed constant(Value function, Type type, String name, Expression.Call c, Want want) {
    List<Typed> arguments = arguments(c);
    Optional<String> result = result(type, name, want, c.place());
    if (function instanceof Value.FunctionOfFile f) {
      Item.Function body = in.symbols.function(f.name()).orElseThrow();
      refuseOtherResult(body, type);
      Calls.arguments(c, body.parameters().size());
      refuseRunning(body, c.place());
      in.statements.inline(body, arguments, result, c.place());
    } else {
      in.emit(new Local.NullCallback(), c.place());
      in.graph.take();
    }
    return typed(result, type);
  }

  /** {@code function(arguments)}, where that is what a pointer leads to. */
  Typed pointer(Expression callee, Expression.Call c, Want want) {
    Typed function = in.expressions.evaluate(callee);
    Type target =
        function
            .target()
            .filter(Type.Function.class::isInstance)
            .orElseThrow(
                () ->
                    new Refusal(
                        callee.place(),
                        "this is " + function.kind().words() + ", and no function",
                        "call a function, or what a pointer to one leads to"));
    return pointer(function.value(), (Type.Function) target, name(callee), c, want);
  }

  /**
   * The body of the function of the file that the pointer is, or else what a provider has
   * registered. The pointer is loaded once, however many functions there are.
   */
  private Typed pointer(
      Value function, Type.Function type, String name, Expression.Call c, Want want) {
    List<Typed> arguments = arguments(c);
    Optional<String> result = result(type.result(), name, want, c.place());
    List<Item.Function> ofFile = in.symbols.functionValues().of(type, arguments.size());
    Value called = function;
    if (!ofFile.isEmpty()) {
      String once = in.scope.fresh("called", Typed.Kind.OBJECT);
      in.emit(new Local.Assign(once, function, true), c.place());
      called = new Value.Local(once);
    }
    List<Graph.Edge> after = new ArrayList<>();
    for (Item.Function f : ofFile) {
      Exits exits =
          in.expressions.branch(
              new Value.Equal(called, new Value.FunctionOfFile(f.name())), c.place());
      in.graph.reopen(exits.whenTrue());
      refuseRunning(f, c.place());
      in.statements.inline(f, arguments, result, c.place());
      after.addAll(in.graph.take());
      in.graph.reopen(exits.whenFalse());
    }
    handOn(called, arguments, c.place());
    in.emit(new Access.CallSlot(called, name, Where.ITSELF), c.place());
    refuseNested(c.place());
    runElsewhere(name, type.result(), arguments, result, c.place());
    in.graph.alsoOpen(after);
    return typed(result, type.result());
  }

  private void handOn(Value callback, List<Typed> arguments, Place call) {
    if (in.symbols.followsData()) {
      arguments.stream()
          .filter(a -> a.kind() == Typed.Kind.DATA && !(a.value() instanceof Value.Null))
          .forEach(a -> in.emit(new Local.HandOn(callback, a.value()), call));
    }
  }

  private void refuseRunning(Item.Function f, Place call) {
    if (in.functions.contains(f.name())) {
      throw new Refusal(
          call,
          "this may call " + f.name() + "(), which calls itself then",
          "call by a pointer of this type only what calls by no such pointer: functions are inlined, so"
              + " that recursion has no end");
    }
  }

  private static String name(Expression callee) {
    if (callee instanceof Expression.Member m) {
      return m.member();
    } else if (callee instanceof Expression.Part p) {
      return p.member();
    }
    return callee instanceof Expression.Name n ? n.name() : "function";
  }

  private List<Typed> arguments(Expression.Call c) {
    return c.arguments().stream().map(in.expressions::evaluate).toList();
  }

  private Type slotType(String slot) {
    return in.symbols.members().all().stream()
        .filter(m -> m.name().equals(slot))
        .map(m -> ((Type.FunctionPointer) m.type()).result())
        .findFirst()
        .orElseThrow();
  }

  /** The callback itself, from after its entry to its return. */
  private void run(
      String slot,
      Type resultType,
      List<Typed> arguments,
      Optional<String> result,
      Expression.Call c) {
    Place call = c.place();
    refuseNested(call);
    Optional<Item.Function> body = in.slots.function(slot).filter(f -> f.body().isPresent());
    if (body.isPresent()) {
      running = Optional.of(slot);
      refuseOtherResult(body.get(), resultType);
      Calls.arguments(c, body.get().parameters().size());
      in.statements.inline(body.get(), arguments, result, call);
      running = Optional.empty();
      in.emit(new Access.ReturnFromSlot(slot), call);
    } else {
      runElsewhere(slot, resultType, arguments, result, call);
    }
  }

  private void refuseNested(Place call) {
    if (running.isPresent()) {
      throw new Refusal(
          call,
          "a callback is called from within the callback " + running.get(),
          "call it from the reader: one callback at a time is followed");
    }
  }

  /** A callback whose body is not in the file, from after its entry to its return. */
  private void runElsewhere(
      String name, Type resultType, List<Typed> arguments, Optional<String> result, Place call) {
    in.emit(new Access.ReturnAny(name, result, domain(resultType, result)), call);
    arguments.stream()
        .filter(Typed::isAddress)
        .flatMap(a -> a.pointee().stream())
        .flatMap(Pointee::locals)
        .distinct()
        .forEach(local -> changed(local, call));
  }

  /** What a callback may do to a local whose address it is given. */
  private void changed(Typed local, Place call) {
    switch (local.kind()) {
      case INT, BOOL -> {
        Access.Domain any =
            local.kind() == Typed.Kind.BOOL ? Access.Domain.BOOLEAN : Access.Domain.NUMBER;
        in.emit(new Local.AnyValue(Assignments.local(local), any), call);
      }
      case DATA -> {}
      default ->
          throw new Refusal(
              call,
              "a callback could change " + local.kind().words() + " by its address",
              "hand it the address of integers, bools and data alone");
    }
  }

  private static void refuseOtherResult(Item.Function f, Type wanted) {
    Typed.Kind kind = Typed.Kind.of(wanted);
    if (Typed.Kind.of(f.result()) != kind) {
      throw new Refusal(
          f.place(),
          f.name() + "() does not return what its slot does: " + kind.words(),
          "give both the same type");
    }
  }

  private static Access.Domain domain(Type type, Optional<String> result) {
    return result.isEmpty() ? Access.Domain.NOTHING : Parameters.domain(type);
  }

  private Optional<String> result(Type type, String base, Want want, Place place) {
    Typed.Kind kind = Typed.Kind.of(type);
    if (!want.used() || kind == Typed.Kind.VOID) {
      return Optional.empty();
    }
    if (kind == Typed.Kind.OBJECT || kind == Typed.Kind.SLOT || kind == Typed.Kind.DATA) {
      throw new Refusal(
          place,
          "a callback that returns a pointer",
          "let it return a bool or an integer: what a pointer points to is not followed");
    }
    return Optional.of(want.localFor(kind, base, in.scope));
  }

  private static Typed typed(Optional<String> result, Type type) {
    return result
        .map(l -> new Typed(new Value.Local(l), Typed.Kind.of(type)))
        .orElse(Typed.NOTHING);
  }

  /** Whether it is {@code static_call(key)} or its like. */
  boolean isSite(Expression.Call c) {
    return Set.of("static_call", "static_call_cond").contains(c.name());
  }

  /** {@code static_call(key)(arguments)}. */
  Typed site(Expression.Call site, Expression.Call c, Want want) {
    Item.StaticCall key = key(Calls.argument(site, 0, 1));
    String slot = slotOf(key, site.place());
    Type resultType = slotType(slot);
    List<Typed> arguments = arguments(c);
    Optional<String> result = result(resultType, slot, want, c.place());
    Site at = in.sites.at(site);
    int node = in.emit(new Access.StaticCall(at, slot), c.place(), 2);
    in.graph.reopen(List.of(new Graph.Edge(node, 0)));
    run(slot, resultType, arguments, result, c);
    List<Graph.Edge> after = in.graph.take();
    in.graph.reopen(List.of(new Graph.Edge(node, 1)));
    empty(at, key, resultType, arguments, result, c);
    in.graph.alsoOpen(after);
    return typed(result, resultType);
  }

  private void empty(
      Site site,
      Item.StaticCall key,
      Type type,
      List<Typed> arguments,
      Optional<String> result,
      Expression.Call c) {
    Place place = c.place();
    switch (site.empty()) {
      case OOPS -> in.graph.take();
      case NOTHING, RETURN_0 ->
          result.ifPresent(l -> in.emit(new Local.Assign(l, Initial.zero(type)), place));
      case FUNCTION -> {
        Item.Function f =
            key.function()
                .flatMap(in.symbols::function)
                .orElseThrow(
                    () ->
                        new Refusal(
                            key.place(),
                            key.function().orElse("NULL") + " is not a function of this file",
                            "define it"));
        refuseOtherResult(f, type);
        Calls.arguments(c, f.parameters().size());
        in.statements.inline(f, arguments, result, place);
      }
    }
  }

  private Item.StaticCall key(Expression e) {
    if (e instanceof Expression.Name n && in.symbols.staticCall(n.name()).isPresent()) {
      return in.symbols.staticCall(n.name()).get();
    }
    throw new Refusal(
        e.place(),
        "not a static call of this file",
        "define it by DEFINE_STATIC_CALL(name, function); or DEFINE_STATIC_CALL_RET0(name, function);");
  }

  private String slotOf(Item.StaticCall key, Place place) {
    return in.slots
        .slotOf(key.name())
        .orElseThrow(
            () ->
                new Refusal(
                    place,
                    "static call " + key.name() + " is never given a callback",
                    "static_call_update(" + key.name() + ", cbs->member)"));
  }

  /** {@code static_call_update(key, target)}: patches site after site. */
  Typed update(Expression.Call c) {
    Item.StaticCall key = key(Calls.argument(c, 0, 2));
    Expression target = Calls.argument(c, 1, 2);
    if (target instanceof Expression.Member m) {
      Structs.Member member = in.symbols.members().of(m);
      if (!member.isSlot()) {
        throw new Refusal(
            m.place(), m.member() + " is not a function pointer", "name a member that is one");
      }
      String slot = member.name();
      Value object = in.structsOfFile.none(in.expressions.evaluate(m.object()), m.object().place());
      if (in.slots.stored(slot)) {
        String local = in.scope.fresh(slot, Typed.Kind.SLOT);
        in.emit(
            new Access.Load(Access.Load.Kind.PLAIN_LOAD, local, new Location.Member(slot, object)),
            c.place());
        int branch =
            in.emit(new Local.Branch(new Value.NonNull(new Value.Local(local))), c.place(), 2);
        in.graph.reopen(List.of(new Graph.Edge(branch, 0)));
        patch(key, object, c.place());
        List<Graph.Edge> after = in.graph.take();
        in.graph.reopen(List.of(new Graph.Edge(branch, 1)));
        in.emit(new Local.NullCallback(), c.place());
        in.graph.alsoOpen(after);
      } else {
        patch(key, object, c.place());
      }
      return Typed.NOTHING;
    }
    boolean empties =
        target instanceof Expression.Null
            || Sites.isReturn0(target)
            || target instanceof Expression.Name n
                && key.function().filter(n.name()::equals).isPresent();
    if (!empties) {
      throw new Refusal(
          target.place(),
          "not a callback to patch in",
          "give it a member (cbs->member), or what it was defined with");
    }
    patch(key, new Value.Null(), c.place());
    return Typed.NOTHING;
  }

  private void patch(Item.StaticCall key, Value target, Place place) {
    for (Site site : in.sites.of(key.name())) {
      in.emit(new Access.StaticCallUpdate(site, target), place);
    }
  }
}
