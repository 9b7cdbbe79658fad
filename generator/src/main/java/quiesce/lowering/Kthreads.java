package quiesce.lowering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.steps.Deferred;

/**
 * The kernel threads that a file makes: {@code kthread_run()} gives its function the role of a
 * task. What a {@code struct task_struct *} leads to is a number, of which each function has one.
 */
final class Kthreads {
  /**
   * What makes a thread.
   *
   * @param number by which a pointer to it is known
   * @param in the function that makes it
   * @param again whether another call makes a thread of the same function
   */
  record Made(
      String function,
      int number,
      Expression data,
      Item.Function in,
      Expression.Call call,
      boolean again) {
    Deferred of() {
      return new Deferred(function, Deferred.Kind.THREAD, false, Optional.empty());
    }
  }

  static final String RUN = "kthread_run";
  static final String STOP = "kthread_stop";

  private final Map<String, Made> all = new LinkedHashMap<>();
  private final boolean stopped;

  /**
   * @param functions of the file; those that threads have get their role
   * @param interrupts whose handlers and threads are none of these
   */
  Kthreads(Map<String, Item.Function> functions, Interrupts interrupts) {
    List<Item.Function> given = List.copyOf(functions.values());
    stopped =
        given.stream()
            .flatMap(f -> TreeWalk.all(Expression.Call.class, f))
            .anyMatch(c -> c.name().equals(STOP));
    for (Item.Function in : given) {
      TreeWalk.all(Expression.Call.class, in)
          .filter(c -> c.name().equals(RUN) && c.arguments().size() >= 2)
          .forEach(c -> add(c, in, functions, interrupts));
    }
  }

  private void add(
      Expression.Call c,
      Item.Function in,
      Map<String, Item.Function> functions,
      Interrupts interrupts) {
    Optional<Item.Function> f =
        function(c.arguments().get(0))
            .flatMap(n -> Optional.ofNullable(functions.get(n)))
            .filter(named -> named.body().isPresent())
            .filter(named -> interrupts.of(named.name()).isEmpty());
    if (f.isEmpty()) {
      return;
    }
    String name = f.get().name();
    Made before = all.get(name);
    if (before != null) {
      all.put(
          name, new Made(name, before.number(), before.data(), before.in(), before.call(), true));
    } else if (f.get().roles().isEmpty()) {
      all.put(name, new Made(name, all.size() + 1, c.arguments().get(1), in, c, false));
      functions.put(name, f.get().with(Set.of(Item.Role.TASK)));
    }
  }

  static Optional<String> function(Expression e) {
    Expression named = e.bare() instanceof Expression.AddressOf a ? a.operand() : e.bare();
    return named instanceof Expression.Name n ? Optional.of(n.name()) : Optional.empty();
  }

  Optional<Made> of(String function) {
    return Optional.ofNullable(all.get(function));
  }

  List<Made> all() {
    return List.copyOf(all.values());
  }

  /** Whether somebody stops threads. */
  boolean isStopped() {
    return stopped;
  }

  /** What is kept of them, as locks are. */
  Stream<String> parts() {
    return all.values().stream()
        .flatMap(m -> Stream.of(m.of().pending(), m.of().running(), m.of().off()));
  }
}
