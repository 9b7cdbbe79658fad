package quiesce.lowering;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Closure;
import quiesce.steps.Deferred;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.LateAccess;
import quiesce.steps.LateAccess.IsDue.About;
import quiesce.steps.Local;
import quiesce.steps.Origin;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** Calls about timers of high resolution: kernel/time/hrtimer.c. */
final class HrtimerCalls {
  private final ThreadLowering in;
  private final Place place;
  private final Deferred of;

  HrtimerCalls(ThreadLowering in, Expression.Call call, Deferred of) {
    this.in = in;
    this.place = call.place();
    this.of = of;
  }

  Typed lower(LateCall call, Want want) {
    switch (call.does()) {
      case ARM -> in.emit(new LateAccess.Arm(of, Optional.empty()), place);
      case LOOK_AND_DELETE -> {
        return cancel(want);
      }
      case CANCEL_UNLESS_RUNNING -> {
        return tryToCancel(want);
      }
      case FORWARD -> {
        return forward(want);
      }
      default -> {
        return new Typed(
            asked(call.does() == LateCall.Does.ASK_BOTH ? About.DUE_OR_RUNS : About.DUE),
            Typed.Kind.BOOL);
      }
    }
    return Typed.NOTHING;
  }

  private Value asked(About about) {
    String local = in.scope.fresh("active", Typed.Kind.INT);
    in.emit(new LateAccess.IsDue(of, about, local), place);
    return new Value.NonZero(new Value.Local(local));
  }

  /** Waits until no run is in progress, and takes back what was asked for. */
  private Typed cancel(Want want) {
    Optional<String> local = want(want);
    List<Graph.Edge> idle = look(local);
    in.emit(new Wait.Ended(of, Wait.Ended.Until.CANCELLED, local), place);
    in.graph.alsoOpen(idle);
    return value(local);
  }

  private Typed tryToCancel(Want want) {
    Optional<String> local = want(want);
    List<Graph.Edge> idle = look(local);
    in.emit(new LateAccess.Cancel(of, LateAccess.Cancel.How.UNLESS_RUNNING, local), place);
    in.graph.alsoOpen(idle);
    return value(local);
  }

  /**
   * The kernel looks first, without a lock, whether there is anything to take back. So it may miss
   * what another thread does, but not what the same thread or a run of the timer has done before.
   *
   * @return where it leads if there is nothing
   */
  private List<Graph.Edge> look(Optional<String> local) {
    if (!isStartedElsewhere()) {
      return List.of();
    }
    Exits exits = in.expressions.branch(asked(About.DUE_OR_RUNS), place);
    in.graph.reopen(exits.whenFalse());
    local.ifPresent(l -> in.emit(new Local.Assign(l, new Value.Number(0)), place));
    List<Graph.Edge> idle = in.graph.take();
    in.graph.reopen(exits.whenTrue());
    return idle;
  }

  /** Whether anybody but the one provider, and the run of the only hrtimer, starts it. */
  private boolean isStartedElsewhere() {
    if (!in.symbols.deferrals().hasOneProvider()) {
      return true;
    }
    List<String> own =
        in.symbols.deferrals().all().stream()
            .filter(l -> l.of().kind() == Deferred.Kind.HRTIMER)
            .map(Deferrals.Later::function)
            .toList();
    return in.symbols.functions().stream()
        .filter(f -> !f.roles().isEmpty())
        .filter(f -> !f.roles().contains(Item.Role.REGISTER))
        .filter(f -> !f.roles().contains(Item.Role.UNREGISTER))
        .filter(f -> !own.equals(List.of(f.name())))
        .anyMatch(this::starts);
  }

  private boolean starts(Item.Function f) {
    return Closure.of(
            Stream.of(f),
            g ->
                TreeWalk.all(Expression.Name.class, g)
                    .flatMap(n -> in.symbols.function(n.name()).stream()))
        .stream()
        .flatMap(g -> TreeWalk.all(Expression.Call.class, g))
        .flatMap(c -> LateCall.named(c.name()).stream())
        .anyMatch(c -> c.kind() == Deferred.Kind.HRTIMER && c.does() == LateCall.Does.ARM);
  }

  /** Time is not followed; but the kernel warns where the timer is armed. */
  private Typed forward(Want want) {
    in.emit(new Local.WarnOn(asked(About.DUE_NOW)), place);
    if (!want.used()) {
      return Typed.NOTHING;
    }
    String local = want.localFor(Typed.Kind.INT, "overruns", in.scope);
    in.emit(new Local.AnyValue(local, Access.Domain.UNSIGNED), place);
    return new Typed(new Value.Local(local), Typed.Kind.INT);
  }

  private Optional<String> want(Want want) {
    return want.used()
        ? Optional.of(want.localFor(Typed.Kind.INT, "cancelled", in.scope))
        : Optional.empty();
  }

  private static Typed value(Optional<String> local) {
    return local.map(l -> new Typed(new Value.Local(l), Typed.Kind.INT)).orElse(Typed.NOTHING);
  }

  /** What the function returns says whether its timer is armed again. */
  static void restart(Deferred timer, String result, Graph graph, Origin origin) {
    int branch = graph.add(new Local.Branch(new Value.NonZero(new Value.Local(result))), origin, 2);
    graph.reopen(List.of(new Graph.Edge(branch, 0)));
    graph.add(new LateAccess.Arm(timer, Optional.empty()), origin);
    graph.alsoOpen(List.of(new Graph.Edge(branch, 1)));
  }
}
