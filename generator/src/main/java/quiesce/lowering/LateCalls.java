package quiesce.lowering;

import java.util.Optional;
import java.util.Set;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Deferred;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;
import quiesce.steps.Wait.Ended.Until;

/** Calls about functions that run later. */
final class LateCalls {
  private static final String SYSTEM = "system_wq";

  private static final Set<String> CONTAINERS =
      Set.of("timer_container_of", "from_timer", "from_work", "from_tasklet");

  private final ThreadLowering in;

  LateCalls(ThreadLowering in) {
    this.in = in;
  }

  static boolean isOne(String name) {
    return LateCall.named(name).isPresent() || CONTAINERS.contains(name);
  }

  Typed lower(Expression.Call c, Want want) {
    if (CONTAINERS.contains(c.name())) {
      return container(c);
    }
    LateCall call = LateCall.named(c.name()).orElseThrow();
    Calls.arguments(c, call.arguments());
    Deferred of = deferred(c.arguments().get(call.at()), call.kind());
    Place place = c.place();
    if (call.does() == LateCall.Does.QUEUE || call.at() == 1) {
      in.symbols.deferrals().queued(of, queue(c, call), place);
    }
    Optional<String> local =
        want.used() && call.does() != LateCall.Does.SETUP && call.does() != LateCall.Does.FLUSH
            ? Optional.of(in.scope.fresh("pending", Typed.Kind.INT))
            : Optional.empty();
    switch (call.does()) {
      case SETUP -> {
        if (of.stopped()) {
          in.emit(new Access.Switch(of, false), place);
        }
      }
      case ARM, QUEUE -> in.emit(new Access.Arm(of, local), place);
      case LOOK_AND_CANCEL -> in.emit(new Access.Cancel(of, true, local), place);
      case CANCEL -> in.emit(new Access.Cancel(of, false, local), place);
      case DELETE -> in.emit(ended(of, Until.CANCELLED, local), place);
      case SHUT -> {
        in.emit(new Access.Switch(of, true), place);
        in.emit(new Access.Cancel(of, false, local), place);
      }
      case SHUT_AND_DELETE -> {
        in.emit(new Access.Switch(of, true), place);
        in.emit(ended(of, Until.CANCELLED, local), place);
      }
      case CANCEL_AND_WAIT -> {
        in.emit(new Access.Switch(of, true), place);
        in.emit(ended(of, Until.CANCELLED, local), place);
        in.emit(new Access.Switch(of, false), place);
      }
      case FLUSH -> {
        in.emit(ended(of, Until.BEGUN, local), place);
        in.emit(ended(of, Until.ENDED, local), place);
      }
      case KILL -> {
        in.emit(ended(of, Until.BEGUN, Optional.empty()), place);
        in.emit(new Access.Switch(of, true), place);
        in.emit(ended(of, Until.ENDED, Optional.empty()), place);
        in.emit(new Access.Switch(of, false), place);
      }
      case ASK ->
          in.emit(
              new Access.IsDue(
                  of, local.orElseGet(() -> in.scope.fresh("pending", Typed.Kind.INT))),
              place);
    }
    return local.map(l -> value(l, call)).orElse(Typed.NOTHING);
  }

  /** The queue, by its name. */
  private static String queue(Expression.Call c, LateCall call) {
    if (call.at() == 0) {
      return SYSTEM;
    }
    if (c.arguments().get(0).bare() instanceof Expression.Name n) {
      return n.name().equals("system_percpu_wq") ? SYSTEM : n.name();
    }
    throw new Refusal(
        c.arguments().get(0).place(),
        "a queue without a name",
        "write system_wq, or another queue of the kernel's");
  }

  private static Step ended(Deferred of, Until until, Optional<String> local) {
    return new Wait.Ended(of, until, local);
  }

  private static Typed value(String local, LateCall call) {
    Value due = new Value.NonZero(new Value.Local(local));
    return call.does() == LateCall.Does.QUEUE
        ? new Typed(Expressions.not(due), Typed.Kind.BOOL)
        : new Typed(due, Typed.Kind.BOOL);
  }

  private Deferred deferred(Expression e, Deferred.Kind kind) {
    Pointee.GlobalStruct s =
        in.expressions
            .evaluate(e)
            .pointee()
            .filter(Pointee.GlobalStruct.class::isInstance)
            .map(Pointee.GlobalStruct.class::cast)
            .filter(p -> Deferrals.isDeferred(p.type().name()))
            .orElseThrow(() -> inside(e));
    return in.symbols
        .deferrals()
        .find(s)
        .map(Deferrals.Later::of)
        .filter(d -> d.kind() == kind)
        .orElseThrow(
            () ->
                new Refusal(
                    e.place(),
                    "it is not known which function this runs",
                    "say so in this file: timer_setup(&timer, function, 0), INIT_WORK(&work, function), or where it is defined"));
  }

  private static Refusal inside(Expression e) {
    return new Refusal(
        e.place(),
        "what runs later is inside of an object that comes and goes",
        "write a global, or a member of a global struct: which object a run is of is not followed");
  }

  /**
   * {@code timer_container_of(variable, timer, member)}: the variable says no more than its type.
   */
  private Typed container(Expression.Call c) {
    Calls.arguments(c, 3);
    Expression pointer = c.arguments().get(1);
    Optional<Pointee> inner = in.expressions.evaluate(pointer).pointee();
    Optional<Pointee.GlobalStruct> outer =
        inner.orElse(null) instanceof Pointee.GlobalStruct s
                && c.arguments().get(2) instanceof Expression.Name member
            ? in.symbols.structVariables().around(s, member.name())
            : Optional.empty();
    return outer.map(Typed::address).orElseThrow(() -> inside(pointer));
  }
}
