package quiesce.lowering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  /** What a call does. */
  private enum Does {
    SETUP,
    ARM,
    /** The value is whether it was not armed before. */
    QUEUE,
    LOOK_AND_CANCEL,
    CANCEL,
    DELETE,
    SHUT,
    SHUT_AND_DELETE,
    CANCEL_AND_WAIT,
    FLUSH,
    KILL,
    ASK
  }

  /**
   * @param at which argument it is about
   * @param arguments how many there are
   */
  private record Call(Does does, Deferred.Kind kind, int at, int arguments) {}

  private static final Map<String, Call> CALLS =
      List.of(
              timer(Does.ARM, 2, "mod_timer", "timer_reduce"),
              timer(Does.ARM, 1, "add_timer"),
              timer(Does.LOOK_AND_CANCEL, 1, "timer_delete", "del_timer"),
              timer(Does.DELETE, 1, "timer_delete_sync", "del_timer_sync"),
              timer(Does.SHUT, 1, "timer_shutdown"),
              timer(Does.SHUT_AND_DELETE, 1, "timer_shutdown_sync"),
              timer(Does.ASK, 1, "timer_pending"),
              timer(Does.SETUP, 3, "timer_setup"),
              work(Does.SETUP, 0, 2, "INIT_WORK", "INIT_DELAYED_WORK"),
              work(Does.QUEUE, 0, 1, "schedule_work"),
              work(Does.QUEUE, 1, 2, "queue_work"),
              work(Does.QUEUE, 0, 2, "schedule_delayed_work"),
              work(Does.QUEUE, 1, 3, "queue_delayed_work"),
              work(Does.ARM, 1, 3, "mod_delayed_work"),
              work(Does.CANCEL, 0, 1, "cancel_work", "cancel_delayed_work"),
              work(Does.CANCEL_AND_WAIT, 0, 1, "cancel_work_sync", "cancel_delayed_work_sync"),
              work(Does.SHUT_AND_DELETE, 0, 1, "disable_work_sync", "disable_delayed_work_sync"),
              work(Does.FLUSH, 0, 1, "flush_work", "flush_delayed_work"),
              work(Does.ASK, 0, 1, "work_pending", "delayed_work_pending"),
              tasklet(Does.SETUP, 2, "tasklet_setup"),
              tasklet(Does.ARM, 1, "tasklet_schedule", "tasklet_hi_schedule"),
              tasklet(Does.KILL, 1, "tasklet_kill"))
          .stream()
          .flatMap(m -> m.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final String SYSTEM = "system_wq";

  private static final Set<String> CONTAINERS =
      Set.of("timer_container_of", "from_timer", "from_work", "from_tasklet");

  private final ThreadLowering in;

  LateCalls(ThreadLowering in) {
    this.in = in;
  }

  private static Map<String, Call> timer(Does does, int arguments, String... names) {
    return each(new Call(does, Deferred.Kind.TIMER, 0, arguments), names);
  }

  private static Map<String, Call> work(Does does, int at, int arguments, String... names) {
    return each(new Call(does, Deferred.Kind.WORK, at, arguments), names);
  }

  private static Map<String, Call> tasklet(Does does, int arguments, String... names) {
    return each(new Call(does, Deferred.Kind.TASKLET, 0, arguments), names);
  }

  private static Map<String, Call> each(Call call, String... names) {
    return Set.of(names).stream().collect(Collectors.toMap(n -> n, n -> call));
  }

  static boolean isOne(String name) {
    return CALLS.containsKey(name) || CONTAINERS.contains(name);
  }

  Typed lower(Expression.Call c, Want want) {
    if (CONTAINERS.contains(c.name())) {
      return container(c);
    }
    Call call = CALLS.get(c.name());
    Calls.arguments(c, call.arguments());
    Deferred of = deferred(c.arguments().get(call.at()), call.kind());
    Place place = c.place();
    if (call.does() == Does.QUEUE || call.at() == 1) {
      in.symbols.deferrals().queued(of, queue(c, call), place);
    }
    Optional<String> local =
        want.used() && call.does() != Does.SETUP && call.does() != Does.FLUSH
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
  private static String queue(Expression.Call c, Call call) {
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

  private static Typed value(String local, Call call) {
    Value due = new Value.NonZero(new Value.Local(local));
    return call.does() == Does.QUEUE
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
    String member = c.arguments().get(2) instanceof Expression.Name n ? "." + n.name() : "";
    return in.expressions
        .evaluate(pointer)
        .pointee()
        .filter(Pointee.GlobalStruct.class::isInstance)
        .map(Pointee.GlobalStruct.class::cast)
        .filter(s -> !member.isEmpty() && s.name().endsWith(member))
        .flatMap(
            s ->
                in.symbols
                    .structVariables()
                    .find(s.name().substring(0, s.name().length() - member.length())))
        .map(Typed::address)
        .orElseThrow(() -> inside(pointer));
  }
}
