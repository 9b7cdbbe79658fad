package quiesce.lowering;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.steps.Context;
import quiesce.steps.Deferred;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.LateAccess;
import quiesce.steps.Local;
import quiesce.steps.Value;
import quiesce.steps.Wait;
import quiesce.steps.Wait.Ended.Until;

/** Calls about whole workqueues: kernel/workqueue.c. */
final class WorkqueueCalls {
  private static final String DESTROY = "destroy_workqueue";
  private static final String DRAIN = "drain_workqueue";

  private final ThreadLowering in;
  private final Expression.Call call;
  private final Place place;
  private final Workqueues queues;

  WorkqueueCalls(ThreadLowering in, Expression.Call call) {
    this.in = in;
    this.call = call;
    this.place = call.place();
    this.queues = in.symbols.deferrals().workqueues();
  }

  static boolean isOne(String name) {
    return Workqueues.isAllocation(name)
        || Set.of(DESTROY, DRAIN, Workqueues.FLUSH, Workqueues.FLUSH_SYSTEM).contains(name);
  }

  Typed lower(Want want) {
    switch (call.name()) {
      case DESTROY -> destroy();
      case DRAIN -> drain();
      case Workqueues.FLUSH, Workqueues.FLUSH_SYSTEM -> flush();
      default -> {
        return allocate(want);
      }
    }
    return Typed.NOTHING;
  }

  /**
   * It may fail without a reason. Work that is left on one from before would never be waited for.
   */
  private Typed allocate(Want want) {
    queues.check(call);
    ofProvider("allocated");
    call.arguments().stream().skip(1).forEach(this::checkFlags);
    Deferred queue = queues.own().orElseThrow();
    in.emit(new Local.Reached(true), place);
    String local = want.localFor(Typed.Kind.QUEUE, "queue", in.scope);
    Exits exits = in.either("fails", place);
    List<Graph.Edge> failed = in.assigned(exits.whenTrue(), local, 0, place);
    in.graph.reopen(exits.whenFalse());
    items(queue.name())
        .forEach(d -> in.emit(new LateAccess.Outlived(d, "the pointer to its queue"), place));
    in.emit(new LateAccess.Switch(queue, false), place);
    in.emit(new LateAccess.Arm(queue, Optional.empty()), place);
    in.graph.reopen(in.assigned(in.graph.take(), local, 1, place));
    in.graph.alsoOpen(failed);
    return new Typed(new Value.Local(local), Typed.Kind.QUEUE);
  }

  /** What the flags are makes no difference here, but they must not do anything by themselves. */
  private void checkFlags(Expression e) {
    TreeWalk.all(e)
        .filter(part -> part instanceof Expression.Call || part.changes().isPresent())
        .findFirst()
        .ifPresent(
            part -> {
              throw new Refusal(
                  part.place(),
                  "an argument that does something by itself",
                  "do that in a statement of its own");
            });
  }

  private void ofProvider(String what) {
    if (!in.isIn(Context.PROVIDER)) {
      throw new Refusal(
          place,
          "a workqueue is %s by others than those who register".formatted(what),
          "do it where callbacks are registered, or unregistered");
    }
  }

  /** What is queued there is waited for, but not what is to be queued at a later time. */
  private void destroy() {
    Deferred queue = own(Calls.argument(call, 0, 1), "destroyed");
    in.emit(new LateAccess.Switch(queue, true), place);
    awaitAll(queue);
    items(queue.name()).stream()
        .filter(d -> queues.isDelayed(d.name()))
        .forEach(d -> in.emit(new LateAccess.Outlived(d, "its queue"), place));
    in.emit(new LateAccess.Cancel(queue, LateAccess.Cancel.How.AT_ONCE, Optional.empty()), place);
  }

  private void drain() {
    Deferred queue = own(Calls.argument(call, 0, 1), "drained");
    if (items(queue.name()).stream().anyMatch(d -> queues.isDelayed(d.name()))) {
      throw new Refusal(
          place,
          "a queue with delayed work is drained, which warns if the time of that comes meanwhile",
          "write cancel_delayed_work_sync(&work) and flush_workqueue(wq)");
    }
    in.emit(new LateAccess.Switch(queue, true), place);
    awaitAll(queue);
    in.emit(new LateAccess.Switch(queue, false), place);
  }

  private Deferred own(Expression e, String what) {
    if (!queues.isOwn(queues.name(e))) {
      throw new Refusal(
          e.place(),
          "a queue is %s that this file does not allocate".formatted(what),
          "allocate one: wq = alloc_workqueue(name, flags, 0)");
    }
    ofProvider(what);
    use(e);
    in.emit(new Local.Reached(true), place);
    return queues.own().orElseThrow();
  }

  /**
   * Items may queue each other, so that the first is idle for good only after the last but one has
   * been.
   */
  private void awaitAll(Deferred queue) {
    List<Deferred> items = items(queue.name());
    for (int i = 0; i < items.size(); i++) {
      items.forEach(
          d ->
              unlessDelayed(
                  d, () -> in.emit(new Wait.Ended(d, Until.IDLE, Optional.empty()), place)));
    }
  }

  /** Waits for what is queued; where its time has not come, for a run in progress alone. */
  private void unlessDelayed(Deferred d, Runnable wait) {
    if (!queues.isDelayed(d.name())) {
      wait.run();
      return;
    }
    Exits exits = in.either("expired", place);
    in.graph.reopen(exits.whenTrue());
    wait.run();
    List<Graph.Edge> done = in.graph.take();
    in.graph.reopen(exits.whenFalse());
    in.emit(new Wait.Ended(d, Until.ENDED, Optional.empty()), place);
    in.graph.alsoOpen(done);
  }

  private void flush() {
    String queue = Workqueues.SYSTEM;
    if (call.name().equals(Workqueues.FLUSH_SYSTEM)) {
      Calls.arguments(call, 0);
    } else {
      Expression e = Calls.argument(call, 0, 1);
      queue = queues.name(e);
      if (queues.isOwn(queue)) {
        use(e);
      }
    }
    in.emit(new Local.Reached(true), place);
    List<Deferred> items = items(queue);
    if (items.size() > 1) {
      throw new Refusal(
          place,
          "several items are queued on %s, and may queue each other meanwhile".formatted(queue),
          "wait for each: flush_work(&item)");
    }
    items.forEach(
        d ->
            unlessDelayed(
                d,
                () -> {
                  in.emit(new Wait.Ended(d, Until.BEGUN, Optional.empty()), place);
                  in.emit(new Wait.Ended(d, Until.ENDED, Optional.empty()), place);
                }));
  }

  /**
   * Uses the queue of the file's to queue work: where the thread is none of its own work, it warns
   * while it is drained.
   *
   * @return whether it is drained
   */
  Optional<Exits> queue() {
    use(call.arguments().get(0));
    Deferred queue = queues.own().orElseThrow();
    boolean chained =
        in.symbols
            .deferrals()
            .of(in.waiter())
            .filter(l -> queues.items(queue.name()).contains(l.of().name()))
            .isPresent();
    if (chained) {
      return Optional.empty();
    }
    String local = in.scope.fresh("draining", Typed.Kind.INT);
    Value draining = new Value.NonZero(new Value.Local(local));
    in.emit(new LateAccess.ShouldStop(queue, local), place);
    in.emit(new Local.WarnOn(draining), place);
    Exits exits = in.expressions.branch(draining, place);
    in.graph.reopen(exits.whenFalse());
    return Optional.of(exits);
  }

  /** An oops if it is NULL, or gone. */
  private void use(Expression e) {
    if (in.isIn(Context.TASK)
        && TreeWalk.all(e)
            .anyMatch(
                n -> n instanceof Expression.Name l && in.scope.lookup(l.name()).isPresent())) {
      throw new Refusal(
          e.place(),
          "a local leads to a workqueue in a task, which may keep it until there is another one",
          "name the variable here: " + queues.own().orElseThrow().name());
    }
    Value value = in.expressions.evaluate(e).as(Typed.Kind.QUEUE, e.place());
    in.emit(new Local.BugOn(Expressions.not(new Value.NonZero(value))), place);
    in.emit(new LateAccess.Exists(queues.own().orElseThrow()), place);
  }

  private List<Deferred> items(String queue) {
    return queues.items(queue).stream().map(in.symbols.deferrals()::global).toList();
  }
}
