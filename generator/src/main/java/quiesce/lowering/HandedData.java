package quiesce.lowering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.Deferred;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Value;

/**
 * What handlers, kernel threads and functions for other CPUs are given that is an object: who asks
 * for their runs stores it in a variable of the kernel's, which each run loads when it begins.
 */
final class HandedData {
  private final Map<String, Item.Variable> all = new LinkedHashMap<>();

  HandedData(
      Interrupts interrupts,
      Kthreads kthreads,
      SmpFunctions smpFunctions,
      StructVariables structs) {
    for (Interrupts.Request r : interrupts.all()) {
      if (interrupts.line(r.handler()).filter(Deferred::isRequested).isPresent()) {
        add(r.handler(), r.device(), r.in(), structs);
        r.thread().flatMap(t -> of(r.handler()).map(v -> all.put(t, v)));
      }
    }
    kthreads.all().forEach(k -> add(k.function(), k.data(), k.in(), structs));
    smpFunctions
        .all()
        .forEach(m -> m.kinds().forEach(k -> add(m.function(), k.info(), k.in(), structs)));
  }

  private void add(String function, Expression data, Item.Function in, StructVariables structs) {
    if (data.bare() instanceof Expression.Name n) {
      TreeWalk.declared(n.name(), in)
          .filter(t -> t instanceof Type.Pointer p && p.target() instanceof Type.Struct)
          .filter(t -> structs.only((Type.Struct) ((Type.Pointer) t).target()).isEmpty())
          .ifPresent(
              t ->
                  all.putIfAbsent(
                      function,
                      new Item.Variable(
                          data.place(), t, function + ".data", false, Optional.empty())));
    }
  }

  /** The variable that a function gets its object from, if it is given one. */
  Optional<Item.Variable> of(String function) {
    return Optional.ofNullable(all.get(function));
  }

  List<Item.Variable> variables() {
    return all.values().stream().distinct().toList();
  }

  /** Of one function there is one object at a time. */
  void checkProviders(int providers, Diagnostics problems) {
    if (providers > 1) {
      all.forEach(
          (function, v) ->
              problems.report(
                  v.place(),
                  "more than one provider gives %s() an object".formatted(function),
                  "write providers: 1"));
    }
  }

  /**
   * Stores what a function is to be given, if that is an object; its runs are asked for after it.
   */
  static void store(String function, Expression data, ThreadLowering in) {
    in.symbols
        .handedData()
        .of(function)
        .ifPresent(
            v ->
                in.emit(
                    new Access.Store(
                        Access.Store.Kind.WRITE_ONCE,
                        new Location.Global(v.name()),
                        in.expressions.evaluated(data, v.type())),
                    data.place()));
  }

  /** Warns if a function was given another object. */
  static void compare(String function, Expression data, ThreadLowering in) {
    in.symbols
        .handedData()
        .of(function)
        .ifPresent(
            v -> {
              Value now = in.expressions.evaluated(data, v.type());
              Value given = load(v, data.place(), in).value();
              in.emit(new Local.WarnOn(Expressions.not(new Value.Equal(now, given))), data.place());
            });
  }

  /** What a run is given, if that is an object. */
  static Optional<Typed> given(Item.Function f, ThreadLowering in) {
    return in.symbols.handedData().of(f.name()).map(v -> load(v, f.place(), in));
  }

  private static Typed load(Item.Variable v, Place place, ThreadLowering in) {
    String local = in.scope.fresh("data", Typed.Kind.of(v.type()));
    in.emit(
        new Access.Load(Access.Load.Kind.READ_ONCE, local, new Location.Global(v.name())), place);
    return Typed.of(new Value.Local(local), v.type());
  }
}
