package quiesce.primitives;

import static quiesce.primitives.Dialect.STRATEGY;
import static quiesce.primitives.Primitive.Group.LATER;

/**
 * Functions that run later: kernel/time/timer.c, Documentation/core-api/workqueue.rst,
 * kernel/workqueue.c, include/linux/interrupt.h.
 */
final class Later {
  private Later() {}

  static void add(Table t) {
    t.in(STRATEGY)
        .does(
            LATER,
            "says which function the timer, work item or tasklet has, from before anybody registers: after what lets"
                + " others use it, it is refused. One that was shut down or disabled may be used again")
        .special(
            "timer_setup(&timer, function, flags)",
            "INIT_WORK(&work, function)",
            "INIT_DELAYED_WORK(&work, function)",
            "tasklet_setup(&tasklet, function)")
        .does(LATER, "the struct around the timer, work item or tasklet")
        .special(
            "timer_container_of(variable, timer, member)",
            "from_timer(variable, timer, member)",
            "from_work(variable, work, member)",
            "from_tasklet(variable, tasklet, member)");
    t.does(
            LATER,
            "every CPU, or every other one, runs `function(info)` as an interrupt handler, this one with interrupts"
                + " off; with `true`, waits until all have. What was stored before is found there, and what is stored"
                + " there by who waits")
        .special("on_each_cpu(function, info, wait)", "smp_call_function(function, info, wait)");
    timers(t);
    hrtimers(t);
    work(t);
    queues(t);
    tasklets(t);
    rcu(t);
  }

  /** Documentation/RCU/whatisRCU.rst, kernel/rcu/tree.c. */
  private static void rcu(Table t) {
    t.does(
            LATER,
            "once a grace period has elapsed that begins after it, `function` runs as a softirq handler. Orders like"
                + " an unlock. One that waits already is not called twice")
        .special("call_rcu(&p->rcu, function)", "call_rcu_hurry(&p->rcu, function)")
        .does(
            LATER,
            "`kfree(p)` once a grace period has elapsed that begins after it. Orders like an unlock; nothing if `p` is"
                + " NULL")
        .special("kfree_rcu(p, member)", "kvfree_rcu(p, member)")
        .does(
            LATER,
            "waits for the functions that were given to `call_rcu()` before, and not for those that these, or others,"
                + " give to it later, nor for what `kfree_rcu()` frees")
        .special("rcu_barrier()")
        .does(
            LATER,
            "once a grace period of the domain has elapsed that begins after it, `function` runs in a task with"
                + " softirqs off. Orders like an unlock. One that waits already is not called twice")
        .special("call_srcu(&s, &p->rcu, function)")
        .does(
            LATER,
            "as `rcu_barrier()`, for the functions that were given to `call_srcu()` of this domain")
        .special("srcu_barrier(&s)");
  }

  private static void timers(Table t) {
    t.does(
            LATER,
            "from here on the function may run, at any time; the value is whether it was to run already. Orders like"
                + " an unlock if it was not, else not at all")
        .special("mod_timer(&timer, time)", "timer_reduce(&timer, time)", "add_timer(&timer)")
        .does(
            LATER,
            "the function is not to run any more; a run in progress continues. The value is whether it was to run;"
                + " under `tso` and `weak` what was true before may be found")
        .special("timer_delete(&timer)", "del_timer(&timer)")
        .does(
            LATER,
            "waits until no run is in progress; in the same step the function is not to run any more. The value is"
                + " whether it was")
        .special("timer_delete_sync(&timer)", "del_timer_sync(&timer)")
        .does(
            LATER,
            "two steps: from here on nobody can arm the timer; and `timer_delete_sync()`, or without `_sync` that it"
                + " is not to run any more")
        .special("timer_shutdown_sync(&timer)", "timer_shutdown(&timer)")
        .does(
            LATER,
            "whether the function is to run; under `tso` and `weak` what was true before may be found")
        .special("timer_pending(&timer)");
  }

  /** Documentation/timers/hrtimers.rst, kernel/time/hrtimer.c. */
  private static void hrtimers(Table t) {
    t.does(
            LATER,
            "says which function the timer has, as `timer_setup()` does; after `hrtimer_init()` the file says it by"
                + " `timer.function = name`. It runs as an interrupt handler. Where it returns `HRTIMER_RESTART`, the"
                + " timer is armed again as the run ends; where `HRTIMER_NORESTART`, it is not")
        .special(
            "hrtimer_setup(&timer, function, clock, mode)", "hrtimer_init(&timer, clock, mode)")
        .does(
            LATER,
            "from here on the function may run, at any time. Orders like an unlock. It has no value")
        .special(
            "hrtimer_start(&timer, time, mode)",
            "hrtimer_start_range_ns(&timer, time, time, mode)",
            "hrtimer_start_expires(&timer, mode)",
            "hrtimer_restart(&timer)")
        .does(
            LATER,
            "waits until no run is in progress; in the same step the function is not to run any more. The value is"
                + " whether it was. In the function itself, it waits for ever. It looks first if there is anything to"
                + " do: where others than the one provider and the function itself start the timer, what was true before"
                + " may be found under `tso` and `weak`")
        .special("hrtimer_cancel(&timer)")
        .does(
            LATER,
            "the same without waiting: the value is -1 if a run is in progress, and then nothing is changed")
        .special("hrtimer_try_to_cancel(&timer)")
        .does(
            LATER,
            "whether the function is to run, or in the second case runs; under `tso` and `weak` what was true before may"
                + " be found")
        .special("hrtimer_is_queued(&timer)", "hrtimer_active(&timer)")
        .does(
            LATER,
            "a warning if the function is to run, as in the kernel; the value is any, not below 0, since time is not"
                + " followed")
        .special("hrtimer_forward_now(&timer, time)", "hrtimer_forward(&timer, time, time)");
  }

  private static void work(Table t) {
    t.does(
            LATER,
            "from here on the function may run, in a task; the value is whether it was not to run already. Orders"
                + " like an unlock")
        .special(
            "schedule_work(&work)",
            "queue_work(wq, &work)",
            "schedule_delayed_work(&work, time)",
            "queue_delayed_work(wq, &work, time)")
        .does(LATER, "the same; the value is whether it was to run already")
        .special("mod_delayed_work(wq, &work, time)")
        .does(LATER, "the function is not to run any more; a run in progress continues")
        .special("cancel_work(&work)", "cancel_delayed_work(&work)")
        .does(
            LATER,
            "three steps: nobody can queue it; waits until no run is in progress, and it is not to run any more;"
                + " it can be queued again. The value is whether it was to run")
        .special("cancel_work_sync(&work)", "cancel_delayed_work_sync(&work)")
        .does(LATER, "the same without the third step")
        .special("disable_work_sync(&work)", "disable_delayed_work_sync(&work)")
        .does(
            LATER,
            "two steps: waits until the run that is to be has begun; until none is in progress. It has no value."
                + " `flush_work()` of delayed work may leave out the first, since its time may not have come")
        .special("flush_work(&work)", "flush_delayed_work(&work)")
        .does(
            LATER,
            "whether the function is to run; under `tso` and `weak` what was true before may be found")
        .special("work_pending(&work)", "delayed_work_pending(&work)");
  }

  /** Documentation/core-api/workqueue.rst, kernel/workqueue.c. */
  private static void queues(Table t) {
    t.does(
            LATER,
            "a queue of the file's own, or it fails, and the value is NULL. To queue on it is an oops if the pointer"
                + " is NULL, or the queue is gone; and while it is drained, others than its own work get a warning,"
                + " and queue nothing. An oops if work is still due on one from before")
        .special(
            "alloc_workqueue(name, flags, active, ...)",
            "alloc_ordered_workqueue(name, flags, ...)",
            "create_workqueue(name)",
            "create_freezable_workqueue(name)",
            "create_singlethread_workqueue(name)")
        .does(
            LATER,
            "waits until no work of the queue is due or in progress: a step for each item, as often as there are items,"
                + " since they may queue each other. Only the work itself may queue meanwhile")
        .special("drain_workqueue(wq)")
        .does(
            LATER,
            "the same, and the queue is gone. Delayed work may be due still, as its time may not have come: that is a"
                + " use after teardown")
        .special("destroy_workqueue(wq)")
        .does(
            LATER,
            "`flush_work()` of the item that is queued there; of delayed work, or it waits for a run in progress"
                + " alone, as its time may not have come")
        .special("flush_workqueue(wq)", "flush_scheduled_work()");
  }

  private static void tasklets(Table t) {
    t.does(LATER, "from here on the function may run, in a softirq. Orders like an unlock")
        .special("tasklet_schedule(&tasklet)", "tasklet_hi_schedule(&tasklet)")
        .does(
            LATER,
            "four steps: waits until the run that is to be has begun; nobody can schedule it; waits until no run is"
                + " in progress; it can be scheduled again")
        .special("tasklet_kill(&tasklet)");
  }
}
