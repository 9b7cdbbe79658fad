package quiesce.lowering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.source.Expression;
import quiesce.steps.Deferred;

/**
 * A function of the kernel that is about one that runs later.
 *
 * @param at which argument it is about
 * @param arguments how many there are
 */
record LateCall(Does does, Deferred.Kind kind, int at, int arguments) {
  /** What a call does. */
  enum Does {
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
    ASK,
    /** Whether it is due or runs. */
    ASK_BOTH,
    /** The time at which it is due becomes a later one, which it must not be due for. */
    FORWARD,
    LOOK_AND_DELETE,
    CANCEL_UNLESS_RUNNING,
    CALL_AFTER_GRACE_PERIOD;

    /** Whether nobody can ask for a run after it, for a while or for good. */
    boolean switchesOff() {
      return switch (this) {
        case SHUT, SHUT_AND_DELETE, CANCEL_AND_WAIT, KILL -> true;
        case SETUP,
            ARM,
            QUEUE,
            LOOK_AND_CANCEL,
            CANCEL,
            DELETE,
            FLUSH,
            ASK,
            ASK_BOTH,
            FORWARD,
            LOOK_AND_DELETE,
            CANCEL_UNLESS_RUNNING,
            CALL_AFTER_GRACE_PERIOD ->
            false;
      };
    }
  }

  /** Whether work is queued by it once a time has passed, which is the argument after the work. */
  boolean isDelayed() {
    return kind == Deferred.Kind.WORK && does != Does.SETUP && arguments == at + 2;
  }

  /** Of the arguments, those that say when the function is to run. */
  List<Expression> times(List<Expression> given) {
    int end = hasMode() ? arguments - 1 : arguments;
    return does == Does.ARM || does == Does.QUEUE || does == Does.FORWARD
        ? given.subList(Math.min(at + 1, end), end)
        : List.of();
  }

  /** Whether the last argument is the mode of an hrtimer. */
  boolean hasMode() {
    return kind == Deferred.Kind.HRTIMER
        && (does == Does.SETUP || does == Does.ARM && arguments > 1);
  }

  private static final Map<String, LateCall> CALLS =
      List.of(
              timer(Does.ARM, 2, "mod_timer", "timer_reduce"),
              timer(Does.ARM, 1, "add_timer"),
              timer(Does.LOOK_AND_CANCEL, 1, "timer_delete", "del_timer"),
              timer(Does.DELETE, 1, "timer_delete_sync", "del_timer_sync"),
              timer(Does.SHUT, 1, "timer_shutdown"),
              timer(Does.SHUT_AND_DELETE, 1, "timer_shutdown_sync"),
              timer(Does.ASK, 1, "timer_pending"),
              timer(Does.SETUP, 3, "timer_setup"),
              hrtimer(Does.SETUP, 4, "hrtimer_setup"),
              hrtimer(Does.SETUP, 3, "hrtimer_init"),
              hrtimer(Does.ARM, 3, "hrtimer_start"),
              hrtimer(Does.ARM, 4, "hrtimer_start_range_ns"),
              hrtimer(Does.ARM, 2, "hrtimer_start_expires"),
              hrtimer(Does.ARM, 1, "hrtimer_restart"),
              hrtimer(Does.LOOK_AND_DELETE, 1, "hrtimer_cancel"),
              hrtimer(Does.CANCEL_UNLESS_RUNNING, 1, "hrtimer_try_to_cancel"),
              hrtimer(Does.ASK, 1, "hrtimer_is_queued"),
              hrtimer(Does.ASK_BOTH, 1, "hrtimer_active"),
              hrtimer(Does.FORWARD, 2, "hrtimer_forward_now"),
              hrtimer(Does.FORWARD, 3, "hrtimer_forward"),
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
              tasklet(Does.KILL, 1, "tasklet_kill"),
              callback(Does.CALL_AFTER_GRACE_PERIOD, 0, 2, "call_rcu", "call_rcu_hurry"),
              callback(Does.CALL_AFTER_GRACE_PERIOD, 1, 3, "call_srcu"))
          .stream()
          .flatMap(m -> m.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static Map<String, LateCall> timer(Does does, int arguments, String... names) {
    return each(new LateCall(does, Deferred.Kind.TIMER, 0, arguments), names);
  }

  private static Map<String, LateCall> hrtimer(Does does, int arguments, String... names) {
    return each(new LateCall(does, Deferred.Kind.HRTIMER, 0, arguments), names);
  }

  private static Map<String, LateCall> work(Does does, int at, int arguments, String... names) {
    return each(new LateCall(does, Deferred.Kind.WORK, at, arguments), names);
  }

  private static Map<String, LateCall> tasklet(Does does, int arguments, String... names) {
    return each(new LateCall(does, Deferred.Kind.TASKLET, 0, arguments), names);
  }

  private static Map<String, LateCall> callback(Does does, int at, int arguments, String... names) {
    return each(new LateCall(does, Deferred.Kind.CALLBACK, at, arguments), names);
  }

  private static Map<String, LateCall> each(LateCall call, String... names) {
    return Set.of(names).stream().collect(Collectors.toMap(n -> n, n -> call));
  }

  /** By its name; empty of other functions. */
  static Optional<LateCall> named(String function) {
    return Optional.ofNullable(CALLS.get(function));
  }
}
