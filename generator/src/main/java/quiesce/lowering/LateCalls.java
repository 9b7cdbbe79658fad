package quiesce.lowering;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Context;
import quiesce.steps.Deferred;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.LateAccess;
import quiesce.steps.LateAccess.Cancel.How;
import quiesce.steps.Local;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;
import quiesce.steps.Wait.Ended.Until;

/** Calls about functions that run later. */
final class LateCalls {
  private static final Set<String> CONTAINERS =
      Set.of("timer_container_of", "from_timer", "from_work", "from_tasklet");

  private static final Set<String> FREES = Set.of("kfree_rcu", "kvfree_rcu");

  private final ThreadLowering in;

  LateCalls(ThreadLowering in) {
    this.in = in;
  }

  static boolean isOne(String name) {
    return LateCall.named(name).isPresent()
        || CONTAINERS.contains(name)
        || FREES.contains(name)
        || name.equals(RcuCallbacks.BARRIER)
        || name.equals(RcuCallbacks.SRCU_BARRIER)
        || WorkqueueCalls.isOne(name);
  }

  Typed lower(Expression.Call c, Want want) {
    if (CONTAINERS.contains(c.name())) {
      return container(c);
    }
    if (in.isIn(Context.NMI)) {
      throw new Refusal(
          c.place(),
          "%s() in an NMI handler, which may interrupt who holds the kernel's lock for it"
              .formatted(c.name()),
          "let the NMI handler set a flag, and call it in a handler that finds the flag");
    }
    if (FREES.contains(c.name())) {
      return freed(c);
    } else if (c.name().equals(RcuCallbacks.BARRIER)) {
      Calls.arguments(c, 0);
      return barrier("", c.place());
    } else if (c.name().equals(RcuCallbacks.SRCU_BARRIER)) {
      return barrier(in.places.domain(Calls.argument(c, 0, 1)), c.place());
    } else if (WorkqueueCalls.isOne(c.name())) {
      return new WorkqueueCalls(in, c).lower(want);
    }
    LateCall call = LateCall.named(c.name()).orElseThrow();
    Calls.arguments(c, call.arguments());
    Deferred of = deferred(c.arguments().get(call.at()), call.kind());
    Place place = c.place();
    call.times(c.arguments()).forEach(new Arguments(in)::time);
    if (call.hasMode()) {
      LateStructs.checkMode(c.arguments().get(call.arguments() - 1).bare());
    }
    if (call.kind() == Deferred.Kind.HRTIMER && call.does() != LateCall.Does.SETUP) {
      return new HrtimerCalls(in, c, of).lower(call, want);
    }
    Workqueues workqueues = in.symbols.deferrals().workqueues();
    if (Workqueues.isQueueing(call)) {
      String queue = workqueues.name(c, call);
      in.symbols.deferrals().queued(of, queue, place);
      if (workqueues.isOwn(queue)) {
        return queueOnOwn(c, call, of, want);
      }
    }
    Optional<String> local =
        want.used() && call.does() != LateCall.Does.SETUP && call.does() != LateCall.Does.FLUSH
            ? Optional.of(in.scope.fresh("pending", Typed.Kind.INT))
            : Optional.empty();
    switch (call.does()) {
      case SETUP -> setUp(of, place);
      case ARM, QUEUE -> in.emit(new LateAccess.Arm(of, local), place);
      case LOOK_AND_CANCEL -> in.emit(new LateAccess.Cancel(of, How.LOOKS, local), place);
      case CANCEL -> in.emit(new LateAccess.Cancel(of, How.AT_ONCE, local), place);
      case DELETE -> in.emit(ended(of, Until.CANCELLED, local), place);
      case SHUT -> {
        in.emit(new LateAccess.Switch(of, true), place);
        in.emit(new LateAccess.Cancel(of, How.AT_ONCE, local), place);
      }
      case SHUT_AND_DELETE -> {
        in.emit(new LateAccess.Switch(of, true), place);
        in.emit(ended(of, Until.CANCELLED, local), place);
      }
      case CANCEL_AND_WAIT -> {
        in.emit(new LateAccess.Switch(of, true), place);
        in.emit(ended(of, Until.CANCELLED, local), place);
        in.emit(new LateAccess.Switch(of, false), place);
      }
      case FLUSH -> flush(of, c);
      case KILL -> {
        in.emit(ended(of, Until.BEGUN, Optional.empty()), place);
        in.emit(new LateAccess.Switch(of, true), place);
        in.emit(ended(of, Until.ENDED, Optional.empty()), place);
        in.emit(new LateAccess.Switch(of, false), place);
      }
      case ASK ->
          in.emit(
              new LateAccess.IsDue(
                  of,
                  LateAccess.IsDue.About.DUE,
                  local.orElseGet(() -> in.scope.fresh("pending", Typed.Kind.INT))),
              place);
      case ASK_BOTH, FORWARD, LOOK_AND_DELETE, CANCEL_UNLESS_RUNNING ->
          throw new IllegalStateException("only hrtimers have it");
      case CALL_AFTER_GRACE_PERIOD -> {
        Deferred wait =
            in.symbols
                .deferrals()
                .afterGracePeriod(
                    of.name(),
                    domain(c, call, of),
                    true,
                    of.object().isPresent(),
                    in.origin(place).place());
        in.emit(
            new LateAccess.Arm(of.object().map(wait::in).orElse(wait), Optional.empty()), place);
      }
    }
    return local.map(l -> value(l, call)).orElse(Typed.NOTHING);
  }

  /**
   * {@code rcu_barrier()}: waits for the callbacks that are with RCU now, and for no later ones.
   *
   * @param domain of {@code srcu_barrier(&domain)}; else empty
   */
  private Typed barrier(String domain, Place place) {
    List<Deferred> callbacks = in.symbols.deferrals().callbacks(domain);
    if (callbacks.isEmpty()) {
      throw new Refusal(
          place,
          "there are no callbacks of %s to wait for".formatted(domain.isEmpty() ? "RCU" : domain),
          "leave it out; readers are waited for by "
              + (domain.isEmpty() ? "synchronize_rcu()" : "synchronize_srcu()"));
    }
    in.emit(new Local.Reached(true), place);
    callbacks.forEach(d -> in.emit(new LateAccess.Await(d, RcuCallbacks.queue(d.name())), place));
    callbacks.forEach(d -> in.emit(new Wait.NoneAwaited(d), place));
    in.emit(new LateAccess.Cancel(RcuCallbacks.ends(domain), How.AT_ONCE, Optional.empty()), place);
    return Typed.NOTHING;
  }

  /** {@code kfree_rcu(p, member)}: nothing where the pointer is NULL. */
  private Typed freed(Expression.Call c) {
    Calls.arguments(c, 2);
    Typed pointer = in.expressions.evaluate(c.arguments().get(0));
    String struct =
        pointer
            .target()
            .filter(Type.Struct.class::isInstance)
            .map(t -> ((Type.Struct) t).name())
            .orElseThrow(
                () ->
                    new Refusal(
                        c.arguments().get(0).place(),
                        "not a pointer to a struct",
                        "put it into a local of its type first: struct name *p = ...;"));
    if (!(c.arguments().get(1) instanceof Expression.Name member)) {
      throw new Refusal(
          c.arguments().get(1).place(), "not the name of a member", "write kfree_rcu(p, rcu)");
    }
    if (!in.symbols.members().has(struct, member.name(), LateStructs.HEAD)) {
      throw new Refusal(
          c.arguments().get(1).place(),
          "struct %s has no struct rcu_head that is called %s".formatted(struct, member.name()),
          "name the member that is one");
    }
    Value object = pointer.as(Typed.Kind.OBJECT, c.place());
    String name = struct + "." + member.name();
    Deferred wait =
        in.symbols
            .deferrals()
            .afterGracePeriod(name, "", false, true, in.origin(c.place()).place());
    Exits exits = in.expressions.branch(new Value.NonNull(object), c.place());
    in.graph.reopen(exits.whenTrue());
    in.emit(new LateAccess.Arm(wait.in(object), Optional.empty()), c.place());
    in.graph.alsoOpen(exits.whenFalse());
    return Typed.NOTHING;
  }

  private void setUp(Deferred of, Place place) {
    in.setups.put(in.emit(new Local.Reached(), place), of);
    if (of.stopped()) {
      in.emit(new LateAccess.Switch(of, false), place);
    }
  }

  /** {@code timer.function = name}. */
  void setUp(Deferred timer, Expression.Assign a) {
    if (a.target() instanceof Expression.Member m) {
      Typed around = in.expressions.evaluate(m.object());
      if (around.pointee().isEmpty()) {
        in.addresses.used(around.as(Typed.Kind.OBJECT, a.place()), a.place());
      }
    }
    setUp(timer, a.place());
  }

  /**
   * Waits for a run that is due, and for the one in progress. The time of delayed work may not have
   * come: {@code flush_delayed_work()} has it run at once, but {@code flush_work()} does not wait
   * for it.
   */
  private void flush(Deferred of, Expression.Call c) {
    boolean delayed = c.name().equals("flush_work") && in.symbols.deferrals().isDelayed(of.name());
    List<Graph.Edge> early = List.of();
    if (delayed) {
      Exits exits = in.either("expired", c.place());
      early = exits.whenFalse();
      in.graph.reopen(exits.whenTrue());
    }
    in.emit(ended(of, Until.BEGUN, Optional.empty()), c.place());
    in.graph.alsoOpen(early);
    in.emit(ended(of, Until.ENDED, Optional.empty()), c.place());
  }

  /** Queues on a queue of the file's, which warns and does nothing while it is drained. */
  private Typed queueOnOwn(Expression.Call c, LateCall call, Deferred of, Want want) {
    String local = in.scope.fresh("pending", Typed.Kind.INT);
    Optional<String> asked = Optional.of(local).filter(l -> want.used());
    Optional<Exits> draining = new WorkqueueCalls(in, c).queue();
    in.emit(new LateAccess.Arm(of, asked), c.place());
    draining.ifPresent(
        d -> {
          List<Graph.Edge> queued = in.graph.take();
          in.graph.reopen(d.whenTrue());
          asked.ifPresent(l -> in.emit(new Local.Assign(l, new Value.Number(0)), c.place()));
          in.graph.alsoOpen(queued);
        });
    return asked.map(l -> value(l, call)).orElse(Typed.NOTHING);
  }

  /** The domain of SRCU that a callback is given to; empty for RCU. */
  private String domain(Expression.Call c, LateCall call, Deferred of) {
    if (call.at() == 0) {
      return "";
    }
    String domain = in.places.domain(c.arguments().get(0));
    if (!in.symbols.deferrals().callbacks(domain).stream()
        .anyMatch(d -> d.name().equals(of.name()))) {
      throw new Refusal(
          c.place(), "it is not known which domain this is", "name it here: &" + domain);
    }
    return domain;
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
    Typed pointer = in.expressions.evaluate(e);
    Deferrals deferrals = in.symbols.deferrals();
    Optional<Deferred> found =
        pointer.pointee().orElse(null) instanceof Pointee.GlobalStruct s
            ? deferrals.find(s).map(Deferrals.Later::of)
            : pointer
                .target()
                .flatMap(deferrals::find)
                .map(l -> l.of().in(pointer.as(Typed.Kind.OBJECT, e.place())));
    return found
        .filter(d -> d.kind() == kind)
        .orElseThrow(
            () ->
                new Refusal(
                    e.place(),
                    "it is not known which function this runs",
                    "say so in this file: timer_setup(&timer, function, 0), INIT_WORK(&work, function), or where it is defined"));
  }

  /**
   * {@code timer_container_of(variable, timer, member)}: the variable says no more than its type.
   */
  private Typed container(Expression.Call c) {
    Calls.arguments(c, 3);
    Expression pointer = c.arguments().get(1);
    if (!(c.arguments().get(2) instanceof Expression.Name member)) {
      throw new Refusal(
          c.arguments().get(2).place(),
          "not the name of a member",
          "write timer_container_of(p, t, timer)");
    }
    return in.addresses
        .around(in.expressions.evaluate(pointer), member.name(), c.place())
        .orElseThrow(() -> Addresses.notInside(member.name(), "a struct", c.place()));
  }
}
