package quiesce.primitives;

import static quiesce.primitives.Dialect.STRATEGY;
import static quiesce.primitives.Primitive.Group.SLEEPING;
import static quiesce.primitives.Primitive.Group.THREADS;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.primitives.Primitive.Result;
import quiesce.steps.Access;
import quiesce.steps.Local;

/** Who sleeps, and for how long: Documentation/timers/delay_sleep_functions.rst, kernel/sched. */
final class Sleeping {
  private static final Local SLEEPS = new Local.Reached(true);
  private static final Local YIELDS = new Local.CpuRelax();

  private Sleeping() {}

  static void add(Table t) {
    t.in(STRATEGY)
        .does(SLEEPING, "lets other threads run, for any time")
        .steps("msleep(time)", SLEEPS, YIELDS)
        .steps("ssleep(time)", SLEEPS, YIELDS)
        .steps("fsleep(time)", SLEEPS, YIELDS)
        .steps("usleep_range(time, time)", SLEEPS, YIELDS)
        .does(SLEEPING, "the same without sleeping")
        .steps("mdelay(time)", YIELDS)
        .steps("udelay(time)", YIELDS)
        .steps("ndelay(time)", YIELDS)
        .does(SLEEPING, "lets other threads run, for any time; the value is any, not below 0");
    Stream.of(
            "msleep_interruptible",
            "schedule_timeout",
            "schedule_timeout_interruptible",
            "schedule_timeout_killable",
            "schedule_timeout_uninterruptible")
        .forEach(
            name ->
                t.steps(
                    name + "(time)",
                    o ->
                        List.of(
                            SLEEPS, YIELDS, new Local.AnyValue(o.local(), Access.Domain.UNSIGNED)),
                    Optional.of(new Result(Result.Kind.NUMBER, Operands::read))));
    t.does(SLEEPING, "nothing; it has no value")
        .steps("cond_resched()", SLEEPS)
        .does(SLEEPING, "whether a signal has come: true or false, each time")
        .special("signal_pending(current)", "fatal_signal_pending(current)");
    queues(t);
    threads(t);
  }

  /** kernel/kthread.c */
  private static void threads(Table t) {
    t.does(
            THREADS,
            "the function may run from here on, once, in a task of its own. Orders like an unlock. The value is a"
                + " pointer to that task; or it fails, and that is `-ENOMEM`. An oops if such a task is there already")
        .special("kthread_run(function, data, name, ...)")
        .does(
            THREADS,
            "the thread should stop, a store that orders nothing; wakes it in whichever queue it sleeps; waits until it"
                + " has ended, or takes it back if it has not begun. An oops if it has ended before, for the task is"
                + " gone then, or if this is no task")
        .special("kthread_stop(task)")
        .does(THREADS, "whether it should stop: a load that orders nothing")
        .special("kthread_should_stop()")
        .does(THREADS, "the error that a pointer to a task is. Refused of other pointers")
        .special("PTR_ERR(task)", "PTR_ERR_OR_ZERO(task)");
  }

  /** Documentation/memory-barriers.txt, "SLEEP AND WAKE-UP FUNCTIONS". */
  private static void queues(Table t) {
    t.does(
            SLEEPING,
            "evaluates the condition; until it holds, joins the queue, which acquires what those knew who woke it"
                + " before, `smp_mb()`, evaluates it again, and sleeps until somebody wakes it")
        .special("wait_event(wq, condition)", "wait_event_idle(wq, condition)")
        .does(
            SLEEPING,
            "the same, and the value is 0; or a signal comes first, and it is `-ERESTARTSYS`. Those of `_killable`"
                + " sleep as the former do")
        .special("wait_event_interruptible(wq, condition)", "wait_event_killable(wq, condition)")
        .does(
            SLEEPING,
            "evaluates the condition, and later once more if it does not hold. The value is any above 0 if it"
                + " holds, else 0")
        .special(
            "wait_event_timeout(wq, condition, time)",
            "wait_event_idle_timeout(wq, condition, time)")
        .does(SLEEPING, "the same; without the condition, the value may be `-ERESTARTSYS`, too")
        .special(
            "wait_event_interruptible_timeout(wq, condition, time)",
            "wait_event_killable_timeout(wq, condition, time)")
        .does(
            SLEEPING,
            "a step for each thread that may be in the queue: it is there no more, and evaluates its condition"
                + " again. Orders like a lock and its unlock, whether somebody is there or not")
        .special("wake_up(&wq)", "wake_up_all(&wq)")
        .does(SLEEPING, "the same of those who sleep in `wait_event_interruptible()`")
        .special("wake_up_interruptible(&wq)", "wake_up_interruptible_all(&wq)")
        .does(
            SLEEPING,
            "nothing, but that nobody may be in the queue then, who would never be woken: a use after teardown")
        .special("init_waitqueue_head(&wq)");
  }
}
