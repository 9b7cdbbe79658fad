package quiesce.lowering;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.steps.Deferred;

/** The structs by which the kernel keeps when a function runs, and what sets one up. */
final class LateStructs {
  /**
   * What such a struct is of.
   *
   * @param role of the function
   */
  record Kind(Deferred.Kind kind, Item.Role role) {}

  static final String DELAYED = "delayed_work";

  static final String HEAD = "rcu_head";

  static final String HRTIMER = "hrtimer";

  private static final Map<String, Kind> STRUCTS =
      Map.of(
          "timer_list",
          new Kind(Deferred.Kind.TIMER, Item.Role.SOFTIRQ),
          HRTIMER,
          new Kind(Deferred.Kind.HRTIMER, Item.Role.IRQ),
          "work_struct",
          new Kind(Deferred.Kind.WORK, Item.Role.TASK),
          "tasklet_struct",
          new Kind(Deferred.Kind.TASKLET, Item.Role.SOFTIRQ),
          HEAD,
          new Kind(Deferred.Kind.CALLBACK, Item.Role.SOFTIRQ));

  private static final Map<String, String> SETUPS =
      Map.of(
          "timer_setup",
          "timer_list",
          "hrtimer_setup",
          HRTIMER,
          "INIT_WORK",
          "work_struct",
          "INIT_DELAYED_WORK",
          DELAYED,
          "tasklet_setup",
          "tasklet_struct",
          "call_rcu",
          HEAD,
          "call_rcu_hurry",
          HEAD,
          RcuCallbacks.SRCU,
          HEAD);

  private static final Set<String> FLAGS = Set.of("TIMER_DEFERRABLE", "TIMER_PINNED");

  private static final Pattern MODE = Pattern.compile("HRTIMER_MODE_(ABS|REL)(_PINNED)?(_HARD)?");

  private LateStructs() {}

  /** Of a struct in which nothing of the file's is. */
  static Kind kind(String struct) {
    return STRUCTS.get(struct);
  }

  /** Whether the kernel keeps in a struct when a function runs. */
  static boolean isDeferred(String struct) {
    return isKept(struct) || struct.equals(DELAYED);
  }

  /** The same, where nothing of the file's is in it. */
  static boolean isKept(String struct) {
    return STRUCTS.containsKey(struct) || struct.equals(WaitQueues.HEAD);
  }

  /** The struct of which a call says the function that runs later. */
  static Optional<String> setUp(String call) {
    return Optional.ofNullable(SETUPS.get(call));
  }

  static void checkFlags(Expression flags) {
    boolean known =
        flags instanceof Expression.Number n && n.value() == 0
            || flags instanceof Expression.Name f && FLAGS.contains(f.name());
    if (!known) {
      throw new Refusal(
          flags.place(),
          "a timer with flags that change in which context its function runs",
          "write 0, TIMER_DEFERRABLE or TIMER_PINNED");
    }
  }

  /** The function of an hrtimer runs as an interrupt handler, unless its mode is another one. */
  static void checkMode(Expression mode) {
    if (!(mode instanceof Expression.Name n && MODE.matcher(n.name()).matches())) {
      throw new Refusal(
          mode.place(),
          "an hrtimer with a mode that changes in which context its function runs",
          "write HRTIMER_MODE_REL or HRTIMER_MODE_ABS; or for a softirq, use a struct timer_list");
    }
  }

  /**
   * The timer of which an assignment says the function, by its address: {@code timer.function =
   * name}, of what may be a timer.
   */
  static Optional<Expression> timer(Expression target) {
    if (target instanceof Expression.Part p) {
      return before(p.member())
          .map(
              path ->
                  new Expression.AddressOf(
                      p.place(),
                      path.isEmpty()
                          ? new Expression.Name(p.place(), p.variable())
                          : new Expression.Part(p.place(), p.variable(), path)));
    } else if (target instanceof Expression.Member m) {
      return before(m.member())
          .map(
              path ->
                  path.isEmpty()
                      ? m.object()
                      : new Expression.AddressOf(
                          m.place(), new Expression.Member(m.place(), m.object(), path)));
    }
    return Optional.empty();
  }

  /** The path to the struct of which the member is the function. */
  private static Optional<String> before(String path) {
    if (path.equals("function")) {
      return Optional.of("");
    }
    return Optional.of(path)
        .filter(p -> p.endsWith(".function"))
        .map(p -> p.substring(0, p.lastIndexOf('.')));
  }
}
