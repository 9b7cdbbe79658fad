package quiesce.lowering;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.steps.Context;
import quiesce.steps.Deferred;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.LateAccess;
import quiesce.steps.Local;
import quiesce.steps.Value;
import quiesce.steps.Wait;
import quiesce.steps.Wait.Ended.Until;

/** Calls about kernel threads: include/linux/kthread.h, kernel/kthread.c. */
final class KthreadCalls {
  private static final int ENOMEM = 12;
  private static final String SHOULD_STOP = "kthread_should_stop";
  private static final String ERROR = "PTR_ERR";
  private static final String ERROR_OR_ZERO = "PTR_ERR_OR_ZERO";

  private final ThreadLowering in;
  private final Expression.Call call;
  private final Kthreads threads;

  KthreadCalls(ThreadLowering in, Expression.Call call) {
    this.in = in;
    this.call = call;
    this.threads = in.symbols.kthreads();
  }

  static boolean isOne(String name) {
    return Set.of(Kthreads.RUN, Kthreads.STOP, SHOULD_STOP, ERROR, ERROR_OR_ZERO).contains(name);
  }

  Typed lower(Want want) {
    return switch (call.name()) {
      case Kthreads.RUN -> run(want);
      case Kthreads.STOP -> stop(want);
      case SHOULD_STOP -> shouldStop();
      case ERROR -> new Typed(task().value(), Typed.Kind.INT);
      default -> errorOrZero(want);
    };
  }

  /** It may fail without a reason. */
  private Typed run(Want want) {
    if (call.arguments().size() < 3) {
      throw new Refusal(
          call.place(),
          "a kernel thread without a name",
          "write kthread_run(function, data, name)");
    }
    Kthreads.Made made =
        Kthreads.function(call.arguments().get(0))
            .flatMap(threads::of)
            .orElseThrow(
                () ->
                    new Refusal(
                        call.arguments().get(0).place(),
                        "it is not known which function a kernel thread runs",
                        "name a function of this file that has a body, and no role before it"));
    if (!in.isIn(Context.PROVIDER)) {
      throw new Refusal(
          call.place(),
          "a kernel thread is made by others than those who register",
          "make it where callbacks are registered, and let it sleep until it is needed");
    }
    if (made.again()) {
      throw new Refusal(
          call.place(),
          "a second place makes a thread of %s()".formatted(made.function()),
          "make it at one place, or write a function for each, and let it call what they share");
    }
    call.arguments().stream()
        .skip(1)
        .filter(e -> !(e instanceof Expression.Size))
        .forEach(in.expressions::evaluate);
    in.emit(new Local.Reached(true), call.place());
    in.emit(new LateAccess.Outlived(made.of(), "the pointer to it"), call.place());
    String task = want.localFor(Typed.Kind.TASK, "task", in.scope);
    Exits exits = in.either("fails", call.place());
    List<Graph.Edge> failed = in.assigned(exits.whenTrue(), task, -ENOMEM, call.place());
    in.graph.reopen(exits.whenFalse());
    if (threads.isStopped()) {
      in.emit(new LateAccess.Switch(made.of(), false), call.place());
    }
    HandedData.store(made.function(), made.data(), in);
    in.emit(new LateAccess.Arm(made.of(), Optional.empty()), call.place());
    in.graph.reopen(in.assigned(in.graph.take(), task, made.number(), call.place()));
    in.graph.alsoOpen(failed);
    return new Typed(new Value.Local(task), Typed.Kind.TASK);
  }

  /** What is no thread is an oops. */
  private Typed stop(Want want) {
    if (want.used()) {
      throw new Refusal(
          call.place(),
          "the value of kthread_stop(), which is what the function of the thread returned",
          "let the thread store its result in a variable");
    }
    if (in.symbols.functions().stream().anyMatch(f -> f.roles().contains(Item.Role.PERMANENT))) {
      throw new Refusal(
          call.place(),
          "a kernel thread is stopped in a file that never unregisters",
          "write the function that unregisters");
    }
    Value task = task().value();
    List<Graph.Edge> done = new ArrayList<>();
    Iterator<Kthreads.Made> all = threads.all().iterator();
    while (all.hasNext()) {
      Kthreads.Made made = all.next();
      Value is = new Value.Equal(task, new Value.Number(made.number()));
      if (all.hasNext()) {
        Exits exits = in.expressions.branch(is, call.place());
        in.graph.reopen(exits.whenTrue());
        stop(made);
        done.addAll(in.graph.take());
        in.graph.reopen(exits.whenFalse());
      } else {
        in.emit(new Local.BugOn(Expressions.not(is)), call.place());
        stop(made);
      }
    }
    in.graph.alsoOpen(done);
    return Typed.NOTHING;
  }

  /** Waking it is a full barrier: memory-barriers.txt, "SLEEP AND WAKE-UP FUNCTIONS". */
  private void stop(Kthreads.Made made) {
    Deferred of = made.of();
    in.emit(new LateAccess.Exists(of), call.place());
    in.emit(new LateAccess.Switch(of, true), call.place());
    List<Deferred> sleeps =
        in.symbols.waitQueues().ofThread(made.function(), in.symbols.structVariables());
    if (!sleeps.isEmpty()) {
      in.emit(new Local.Fence(Local.Fence.Kind.SMP_MB), call.place());
    }
    sleeps.forEach(s -> in.emit(new LateAccess.WakeUp(s), call.place()));
    in.emit(new Wait.Ended(of, Until.CANCELLED, Optional.empty()), call.place());
  }

  private Typed shouldStop() {
    Calls.arguments(call, 0);
    Kthreads.Made made =
        threads
            .of(in.waiter())
            .orElseThrow(
                () ->
                    new Refusal(
                        call.place(),
                        "kthread_should_stop() in what is no kernel thread of this file",
                        "ask in the function that is given to kthread_run()"));
    String local = in.scope.fresh("should_stop", Typed.Kind.INT);
    in.emit(new LateAccess.ShouldStop(made.of(), local), call.place());
    return new Typed(new Value.NonZero(new Value.Local(local)), Typed.Kind.BOOL);
  }

  private Typed errorOrZero(Want want) {
    Value task = task().value();
    String error = want.localFor(Typed.Kind.INT, "error", in.scope);
    Exits exits = in.expressions.branch(isError(task), call.place());
    in.graph.reopen(exits.whenTrue());
    in.emit(new Local.Assign(error, task), call.place());
    List<Graph.Edge> failed = in.graph.take();
    in.graph.reopen(in.assigned(exits.whenFalse(), error, 0, call.place()));
    in.graph.alsoOpen(failed);
    return new Typed(new Value.Local(error), Typed.Kind.INT);
  }

  static Value isError(Value task) {
    return new Value.Less(task, new Value.Number(0));
  }

  private Typed task() {
    Expression argument = Calls.argument(call, 0, 1);
    Typed given = in.expressions.evaluate(argument);
    if (given.kind() != Typed.Kind.TASK) {
      boolean stops = call.name().equals(Kthreads.STOP);
      throw new Refusal(
          argument.place(),
          stops
              ? "this is %s, where a task is needed".formatted(given.kind().words())
              : "%s() of %s that is never an error".formatted(call.name(), given.kind().words()),
          stops
              ? "keep what kthread_run() returns in a struct task_struct *"
              : "ask a local that gets ERR_PTR(), or what a function of this file returns that does");
    }
    return given;
  }
}
