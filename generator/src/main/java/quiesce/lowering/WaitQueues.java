package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.steps.Closure;
import quiesce.steps.Deferred;

/**
 * Who may sleep in which wait queue, which is known before any thread is lowered: who wakes has a
 * step for each of them.
 */
final class WaitQueues {
  /** How a thread sleeps, which says who wakes it. */
  private record Sleeper(String queue, String thread, boolean interruptible) {}

  static final String HEAD = "wait_queue_head";

  /** The thread of those who register and unregister. */
  static final String PROVIDER = "__register";

  private static final String ANY = "*";

  /** What waits until it is woken, with whether a signal wakes it, too. */
  static final Map<String, Boolean> WAITS =
      Map.of(
          "wait_event", false,
          "wait_event_idle", false,
          "wait_event_killable", false,
          "wait_event_interruptible", true);

  private final List<Sleeper> all = new ArrayList<>();

  /**
   * @param functions of the file, with their roles
   */
  WaitQueues(Map<String, Item.Function> functions) {
    for (Item.Function f : functions.values()) {
      if (!f.roles().isEmpty()) {
        Closure.of(Stream.of(f), in -> named(in, functions)).forEach(in -> add(in, thread(f)));
      }
    }
  }

  private static Stream<Item.Function> named(
      Item.Function in, Map<String, Item.Function> functions) {
    return TreeWalk.all(Expression.Name.class, in)
        .flatMap(n -> Optional.ofNullable(functions.get(n.name())).stream());
  }

  private static String thread(Item.Function f) {
    return f.roles().contains(Item.Role.REGISTER) || f.roles().contains(Item.Role.UNREGISTER)
        ? PROVIDER
        : f.name();
  }

  private void add(Item.Function in, String thread) {
    TreeWalk.all(Expression.Call.class, in)
        .filter(c -> WAITS.containsKey(c.name()) && !c.arguments().isEmpty())
        .map(c -> new Sleeper(last(c.arguments().get(0)), thread, WAITS.get(c.name())))
        .filter(s -> !all.contains(s))
        .forEach(all::add);
  }

  /** The last name in the name of a queue. */
  private static String last(Expression queue) {
    Expression bare = queue.bare();
    String name =
        bare instanceof Expression.Name n
            ? n.name()
            : bare instanceof Expression.Part p
                ? p.member()
                : bare instanceof Expression.Member m ? m.member() : ANY;
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Those who may sleep in a queue; of interruptible ones alone if so. */
  List<Deferred> in(String queue, boolean interruptibleAlone) {
    return all.stream()
        .filter(s -> Set.of(ANY, queue.substring(queue.lastIndexOf('.') + 1)).contains(s.queue()))
        .filter(s -> s.interruptible() || !interruptibleAlone)
        .map(s -> sleeper(queue, s.thread(), s.interruptible()))
        .distinct()
        .toList();
  }

  /** What is kept of a thread in any queue. */
  List<Deferred> ofThread(String thread, StructVariables variables) {
    return variables.names(HEAD).stream()
        .flatMap(queue -> Stream.of(true, false).flatMap(how -> of(queue, thread, how).stream()))
        .toList();
  }

  /** What is kept of a thread in a queue; empty if it was not known that it sleeps there. */
  Optional<Deferred> of(String queue, String thread, boolean interruptible) {
    Deferred wanted = sleeper(queue, thread, interruptible);
    return in(queue, false).stream().filter(wanted::equals).findFirst();
  }

  private static Deferred sleeper(String queue, String thread, boolean interruptible) {
    String name = queue + "." + thread + (interruptible ? ".interruptible" : "");
    return new Deferred(name, Deferred.Kind.SLEEPER, false, Optional.empty());
  }

  /** All that is kept, as locks are. */
  Stream<String> parts(StructVariables variables) {
    return variables.names(HEAD).stream()
        .flatMap(queue -> in(queue, false).stream())
        .map(Deferred::pending);
  }
}
