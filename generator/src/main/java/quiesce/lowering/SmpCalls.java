package quiesce.lowering;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Origin;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Value;

/**
 * A call on other CPUs: include/linux/smp.h, kernel/smp.c. Each has a flag, which is set by who has
 * the function called, with release, and is cleared by the handler of the interrupt: after the
 * function if somebody waits for it, else before, for the CPU may be asked again from there on.
 */
final class SmpCalls {
  private final ThreadLowering in;
  private final Expression.Call call;
  private final Place place;

  SmpCalls(ThreadLowering in, Expression.Call call) {
    this.in = in;
    this.call = call;
    this.place = call.place();
  }

  Typed lower() {
    Calls.arguments(call, 3);
    SmpFunctions.Made made = made();
    SmpFunctions.Kind kind =
        made.kind(call, in.symbols.function(in.functions.element()).orElseThrow());
    String flag = kind.flag().name();
    check(made, kind);
    if (!kind.isOfNull()) {
      HandedData.store(made.function(), call.arguments().get(1), in);
    }
    in.emit(new Section.Enter(Region.PREEMPT_OFF), place);
    Value here = in.calls.processorId(place);
    elsewhere(
        here,
        cpu -> {
          if (!kind.awaited()) {
            awaitCleared(new Location.OfCpu(flag, cpu));
          }
          in.emit(store(new Location.OfCpu(flag, cpu), true), place);
        });
    if (call.name().equals(SmpFunctions.EACH)) {
      Expression.Name name = new Expression.Name(place, made.function());
      in.emit(new Section.Enter(Region.IRQ_SAVED), place);
      in.calls.own(
          name, new Expression.Call(place, name, List.of(call.arguments().get(1))), Want.NOTHING);
      in.emit(new Section.Leave(Region.IRQ_SAVED), place);
    }
    if (kind.awaited()) {
      elsewhere(here, cpu -> awaitCleared(new Location.OfCpu(flag, cpu)));
    }
    in.emit(new Section.Leave(Region.PREEMPT_OFF), place);
    return Typed.NOTHING;
  }

  private SmpFunctions.Made made() {
    SmpFunctions.Made made =
        Kthreads.function(call.arguments().get(0))
            .flatMap(in.symbols.smpFunctions()::of)
            .orElseThrow(
                () ->
                    new Refusal(
                        place,
                        "it is not known which function other CPUs call, or whether that is waited for",
                        "name a function of this file that has a body, and no role before it, and write true or"
                            + " false in the end"));
    if (!made.isOrdered()) {
      throw new Refusal(
          place,
          "it is not known in which order a CPU calls %s() with one and with another"
              .formatted(made.function()),
          "hand it the same wherever nobody waits for it, or write a function for each");
    }
    if (!in.isIn(Context.PROVIDER)) {
      throw new Refusal(
          place,
          "others than those who register have other CPUs call a function",
          "call it where callbacks are registered, or unregistered");
    }
    return made;
  }

  /** What nobody waits for is refused where more can become of it than the machine has. */
  private void check(SmpFunctions.Made made, SmpFunctions.Kind kind) {
    if (kind.awaited()) {
      return;
    }
    if (in.symbols.functions().stream().anyMatch(SmpCalls::sleeps)) {
      throw new Refusal(
          place,
          "%s() may wake who sleeps in a wait queue".formatted(made.function()),
          "wait for it: write true in the end");
    }
    if (!kind.isOfNull() && in.symbols.handedData().of(made.function()).isPresent()) {
      throw new Refusal(
          place,
          "%s() may find the object of a later call".formatted(made.function()),
          "wait for it: write true in the end");
    }
    if (in.symbols.isModule()) {
      throw new Refusal(
          place,
          "the module may be gone when %s() is called".formatted(made.function()),
          "wait for it: write true in the end");
    }
  }

  /**
   * Whether it sleeps until somebody wakes it: then a call that has still to come is no reason to
   * say that nothing waits for ever, unless somebody waits for the call.
   */
  private static boolean sleeps(Item.Function f) {
    return TreeWalk.all(Expression.Call.class, f).anyMatch(c -> QueueCalls.isOne(c.name()));
  }

  /** Something for each of the other CPUs, in any order. */
  private void elsewhere(Value here, Consumer<Value> what) {
    String cpu = in.scope.fresh("cpu", Typed.Kind.CPU);
    String left = in.scope.fresh("cpu_left", Typed.Kind.VOID);
    in.emit(new Local.AllCpus(left), place);
    Graph.Mark head = in.graph.mark();
    int next = in.emit(new Local.NextCpu(cpu, left), place, 2);
    in.graph.reopen(List.of(new Graph.Edge(next, 0)));
    Exits exits = in.expressions.branch(new Value.Equal(new Value.Local(cpu), here), place);
    in.graph.reopen(exits.whenFalse());
    what.accept(new Value.Local(cpu));
    in.graph.alsoOpen(exits.whenTrue());
    in.graph.jump(head);
    in.graph.reopen(List.of(new Graph.Edge(next, 1)));
  }

  private void awaitCleared(Location flag) {
    Graph.Mark head = in.graph.mark();
    String local = in.scope.fresh("called", Typed.Kind.BOOL);
    in.emit(load(local, flag), place);
    Exits exits = in.expressions.branch(new Value.Local(local), place);
    in.graph.reopen(exits.whenTrue());
    in.graph.jump(head);
    in.graph.reopen(exits.whenFalse());
  }

  private static Access load(String local, Location flag) {
    return new Access.Load(Access.Load.Kind.LOAD_ACQUIRE, local, flag);
  }

  private static Access store(Location flag, boolean called) {
    return new Access.Store(Access.Store.Kind.STORE_RELEASE, flag, new Value.Truth(called));
  }

  /**
   * The handler's part around the function that it calls.
   *
   * @param function calls it with what it is given
   */
  static void handle(
      SmpFunctions.Made made,
      Item.Function f,
      ThreadLowering in,
      Origin origin,
      Consumer<Optional<Typed>> function) {
    for (SmpFunctions.Kind kind : made.kinds()) {
      Location flag = new Location.ThisCpu(kind.flag().name());
      String local = in.scope.fresh("called", Typed.Kind.BOOL);
      in.graph.add(load(local, flag), origin);
      int branch = in.graph.add(new Local.Branch(new Value.Local(local)), origin, 2);
      in.graph.reopen(List.of(new Graph.Edge(branch, 0)));
      if (!kind.awaited()) {
        in.graph.add(store(flag, false), origin);
      }
      in.functions.push(f.name());
      Typed data = Parameters.ofKind(kind, f, in);
      in.functions.pop();
      function.accept(Optional.of(data));
      if (kind.awaited()) {
        in.graph.add(store(flag, false), origin);
      }
      in.graph.alsoOpen(List.of(new Graph.Edge(branch, 1)));
    }
  }
}
