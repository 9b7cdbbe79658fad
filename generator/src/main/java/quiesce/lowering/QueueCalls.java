package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.Deferred;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.LateAccess;
import quiesce.steps.Local;
import quiesce.steps.Operation;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;
import quiesce.steps.Wait.Ended.Until;

/**
 * Calls about wait queues: include/linux/wait.h, kernel/sched/wait.c. Who waits joins the queue
 * before it looks, under the lock of the queue, which whoever wakes it takes, too.
 */
final class QueueCalls {
  private static final int ERESTARTSYS = 512;

  private static final Set<String> SIGNALS =
      Set.of(
          "wait_event_interruptible",
          "wait_event_killable",
          "wait_event_interruptible_timeout",
          "wait_event_killable_timeout");

  /** Those that give up in time, and so never hang. */
  private static final Set<String> TIMEOUTS =
      Set.of(
          "wait_event_timeout",
          "wait_event_idle_timeout",
          "wait_event_interruptible_timeout",
          "wait_event_killable_timeout");

  /** What wakes, with whether it wakes only who sleeps so that a signal would, too. */
  private static final Map<String, Boolean> WAKES =
      Map.of(
          "wake_up", false,
          "wake_up_all", false,
          "wake_up_interruptible", true,
          "wake_up_interruptible_all", true);

  private static final Set<String> PENDING = Set.of("signal_pending", "fatal_signal_pending");

  private static final String INIT = "init_waitqueue_head";

  private final ThreadLowering in;
  private final Expression.Call call;

  QueueCalls(ThreadLowering in, Expression.Call call) {
    this.in = in;
    this.call = call;
  }

  static boolean isOne(String name) {
    return WaitQueues.WAITS.containsKey(name)
        || TIMEOUTS.contains(name)
        || WAKES.containsKey(name)
        || PENDING.contains(name)
        || name.equals(INIT);
  }

  Typed lower(Want want) {
    if (call.name().equals(INIT)) {
      initialise();
      return Typed.NOTHING;
    } else if (PENDING.contains(call.name())) {
      return signalPending();
    } else if (WAKES.containsKey(call.name())) {
      wake();
      return Typed.NOTHING;
    }
    boolean gives = TIMEOUTS.contains(call.name());
    Calls.arguments(call, gives ? 3 : 2);
    Expression queue = call.arguments().get(0);
    String name = queue(new Expression.AddressOf(queue.place(), queue));
    in.emit(new Local.Reached(true), call.place());
    return gives ? before(want) : until(name, want);
  }

  /** {@code wait_event(wq, condition)}, and what a signal may end. */
  private Typed until(String queue, Want want) {
    Deferred sleeper =
        in.symbols
            .waitQueues()
            .of(queue, in.waiter(), WaitQueues.WAITS.get(call.name()))
            .orElseThrow(
                () ->
                    new Refusal(
                        call.place(),
                        "it is not known to those who wake that this waits in " + queue,
                        "name the queue itself, in a function that is called by its name"));
    boolean signals = SIGNALS.contains(call.name());
    String error = signals ? want.localFor(Typed.Kind.INT, "error", in.scope) : "";
    Exits first = condition();
    List<Graph.Edge> worked = new ArrayList<>(first.whenTrue());
    in.graph.reopen(first.whenFalse());
    List<Graph.Edge> failed = signals ? signal(error, worked) : List.of();
    Graph.Mark head = in.graph.mark();
    in.emit(new LateAccess.Arm(sleeper, Optional.empty()), call.place());
    in.emit(new Local.Fence(Local.Fence.Kind.SMP_MB), call.place());
    Exits again = condition();
    in.graph.reopen(again.whenFalse());
    in.emit(new Wait.Ended(sleeper, Until.BEGUN, Optional.empty()), call.place());
    in.loops.close(head, call.place());
    in.graph.reopen(again.whenTrue());
    in.emit(new LateAccess.LeaveQueue(sleeper), call.place());
    in.graph.alsoOpen(worked);
    if (!signals) {
      return Typed.NOTHING;
    }
    in.emit(new Local.Assign(error, new Value.Number(0)), call.place());
    return in.calls.ended(error, -ERESTARTSYS, failed);
  }

  /**
   * A signal may come before somebody wakes the thread; that it comes later is no other behaviour.
   * Even then the condition counts.
   *
   * @param worked gets where the condition holds
   * @return where it leads with an error; what is open afterwards is without a signal
   */
  private List<Graph.Edge> signal(String error, List<Graph.Edge> worked) {
    Exits comes = in.either("signal", call.place());
    in.graph.reopen(comes.whenTrue());
    Exits last = condition();
    worked.addAll(last.whenTrue());
    List<Graph.Edge> failed = in.assigned(last.whenFalse(), error, -ERESTARTSYS, call.place());
    in.graph.reopen(comes.whenFalse());
    return failed;
  }

  /** A signal comes at any time, or never. */
  private Typed signalPending() {
    Expression task = Calls.argument(call, 0, 1);
    if (!(task instanceof Expression.Name n && n.name().equals("current"))) {
      throw new Refusal(
          task.place(),
          "a signal for another task than this one",
          "write " + call.name() + "(current)");
    }
    String signal = in.scope.fresh("signal", Typed.Kind.BOOL);
    in.emit(new Local.AnyValue(signal, Access.Domain.BOOLEAN), call.place());
    return new Typed(new Value.Local(signal), Typed.Kind.BOOL);
  }

  /** What gives up in time: it looks twice. What it finds in between, nobody knows. */
  private Typed before(Want want) {
    new Arguments(in).time(call.arguments().get(2));
    int from = in.graph.nodes().size();
    Exits first = condition();
    in.graph.nodes().stream().skip(from).forEach(n -> checkRepeated(n.step()));
    List<Graph.Edge> worked = new ArrayList<>(first.whenTrue());
    in.graph.reopen(first.whenFalse());
    in.emit(new Local.CpuRelax(), call.place());
    Exits last = condition();
    worked.addAll(last.whenTrue());
    in.graph.reopen(last.whenFalse());
    if (!want.used()) {
      in.graph.alsoOpen(worked);
      return Typed.NOTHING;
    }
    String left = want.localFor(Typed.Kind.INT, "left", in.scope);
    if (SIGNALS.contains(call.name())) {
      Exits comes = in.either("signal", call.place());
      List<Graph.Edge> interrupted =
          in.assigned(comes.whenTrue(), left, -ERESTARTSYS, call.place());
      in.graph.reopen(in.assigned(comes.whenFalse(), left, 0, call.place()));
      in.graph.alsoOpen(interrupted);
    } else {
      in.emit(new Local.Assign(left, new Value.Number(0)), call.place());
    }
    List<Graph.Edge> failed = in.graph.take();
    in.graph.reopen(worked);
    in.emit(new Local.AnyValue(left, Access.Domain.UNSIGNED), call.place());
    Exits some = in.expressions.branch(new Value.NonZero(new Value.Local(left)), call.place());
    in.graph.reopen(in.assigned(some.whenFalse(), left, 1, call.place()));
    in.graph.alsoOpen(some.whenTrue());
    in.graph.alsoOpen(failed);
    return new Typed(new Value.Local(left), Typed.Kind.INT);
  }

  /** What is done twice could be done more often. */
  private void checkRepeated(Step s) {
    boolean again =
        s instanceof Access.Rmw r
            && r.operation() instanceof Operation.AtomicFetch f
            && !(f.operator() == Value.Operator.OR
                || f.operator() == Value.Operator.AND
                || f.operator() == Value.Operator.AND_NOT);
    if (again || s instanceof Access.Store) {
      throw new Refusal(
          call.place(),
          "a condition that changes memory, and is evaluated any number of times",
          "write a condition that only looks");
    }
  }

  private Exits condition() {
    Expression condition = call.arguments().get(1);
    return in.withTemporaries(() -> in.expressions.condition(condition));
  }

  private void wake() {
    String queue = queue(Calls.argument(call, 0, 1));
    if (in.isIn(Context.NMI)) {
      throw new Refusal(
          call.place(),
          call.name() + "() in an NMI handler takes a lock",
          "let an interrupt handler or a task wake who waits");
    }
    in.symbols
        .waitQueues()
        .in(queue, WAKES.get(call.name()))
        .forEach(s -> in.emit(new LateAccess.WakeUp(s), call.place()));
  }

  /** Who is in the queue would never be woken. */
  private void initialise() {
    String queue = queue(Calls.argument(call, 0, 1));
    if (!in.isIn(Context.PROVIDER)) {
      throw new Refusal(
          call.place(),
          "a wait queue is initialised by others than those who register",
          "write DECLARE_WAIT_QUEUE_HEAD(name), or call init_waitqueue_head() where callbacks are registered");
    }
    WaitQueues queues = in.symbols.waitQueues();
    List<Deferred> own = queues.ofThread(in.waiter(), in.symbols.structVariables());
    queues.in(queue, false).stream()
        .filter(s -> !own.contains(s))
        .forEach(s -> in.emit(new LateAccess.Outlived(s, "the queue"), call.place()));
  }

  /** The queue that an address is of, by its name. */
  private String queue(Expression address) {
    Place place = address.place();
    if (address.bare() instanceof Expression.Name n
        && in.symbols.structVariables().find(n.name()).isPresent()) {
      throw new Refusal(
          place, "a wait queue by value, where its address is needed", "write &" + n.name());
    }
    Typed given = in.expressions.evaluate(address);
    return given
        .pointee()
        .filter(Pointee.GlobalStruct.class::isInstance)
        .map(Pointee.GlobalStruct.class::cast)
        .filter(s -> s.type().name().equals(WaitQueues.HEAD))
        .filter(s -> s.which() instanceof Pointee.Which.Only)
        .map(Pointee.GlobalStruct::name)
        .orElseThrow(
            () ->
                new Refusal(
                    place,
                    "it is not known which wait queue this is",
                    "define it at the top level, DECLARE_WAIT_QUEUE_HEAD(name), or in a global struct"));
  }
}
