package quiesce.lowering;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Strategy;
import quiesce.source.Type;
import quiesce.steps.Deferred;

/**
 * The workqueue that a file allocates, and which work is queued on which queue: that is known
 * before any thread is lowered. One variable leads to the queue, so that what it leads to needs no
 * more than a number.
 */
final class Workqueues {
  static final String SYSTEM = "system_wq";
  static final String FLUSH = "flush_workqueue";
  static final String FLUSH_SYSTEM = "flush_scheduled_work";

  private static final String STRUCT = "workqueue_struct";
  private static final String ALLOCATE = "alloc_workqueue";

  /** What allocates one, with how many arguments it has at least. */
  private static final Map<String, Integer> ALLOCATES =
      Map.of(
          ALLOCATE,
          2,
          "alloc_ordered_workqueue",
          2,
          "create_workqueue",
          1,
          "create_singlethread_workqueue",
          1,
          "create_freezable_workqueue",
          1);

  private final List<Expression.Call> allocations;

  /** The variables that lead to one that is there before any thread runs. */
  private final Map<String, Expression.Call> early = new LinkedHashMap<>();

  /** The variables that may lead to it. */
  private final List<String> variables;

  /** Whether what has no name, or several, may lead to it, too. */
  private final boolean elsewhere;

  private final Map<String, Set<String>> items = new LinkedHashMap<>();
  private final Set<String> delayed = new LinkedHashSet<>();

  /** The queues that work is queued on of which there may be several, or it is not known which. */
  private final Set<String> ofObjects = new LinkedHashSet<>();

  /** The queues that somebody waits for as a whole. */
  private final Set<String> awaited = new LinkedHashSet<>();

  /**
   * @param setup the functions that run once, before any thread
   * @param item what is queued by an address in a function, if that is known
   */
  Workqueues(
      Strategy strategy,
      List<Item.Function> functions,
      Set<String> setup,
      StructVariables structs,
      BiFunction<Expression, Item.Function, Optional<String>> item) {
    allocations =
        functions.stream()
            .filter(f -> !setup.contains(f.name()))
            .flatMap(f -> TreeWalk.all(Expression.Call.class, f))
            .filter(c -> ALLOCATES.containsKey(c.name()))
            .toList();
    variables =
        Stream.of(strategy.items(Item.Variable.class), structs.members())
            .flatMap(Collection::stream)
            .filter(v -> isPointer(v.type()) && !v.perCpu())
            .map(Item.Variable::name)
            .distinct()
            .toList();
    elsewhere =
        Stream.of(strategy.items(Item.Array.class), structs.arrays())
                .flatMap(Collection::stream)
                .anyMatch(a -> isPointer(a.type()))
            || strategy.items(Item.Variable.class).stream()
                .anyMatch(v -> isPointer(v.type()) && v.perCpu())
            || strategy.items(Item.Struct.class).stream()
                .filter(s -> s.members().stream().anyMatch(m -> isPointer(m.type())))
                .anyMatch(s -> !structs.types().contains(s.name()));
    functions.stream()
        .filter(f -> setup.contains(f.name()))
        .flatMap(f -> TreeWalk.all(Expression.Assign.class, f))
        .forEach(this::early);
    for (Item.Function f : functions) {
      TreeWalk.all(Expression.Call.class, f).forEach(c -> add(c, f, item));
    }
  }

  private void early(Expression.Assign a) {
    if (a.target() instanceof Expression.Name n
        && a.value() instanceof Expression.Call c
        && isAllocation(c.name())) {
      early.put(n.name(), c);
    }
  }

  /**
   * Refuses what else is done with a queue that is there from the beginning than queueing on it,
   * and waiting for it.
   *
   * @param functions that run later
   */
  void checkEarly(Stream<Item.Function> functions) {
    for (Item.Function f : functions.toList()) {
      List<Expression.Call> calls = TreeWalk.all(Expression.Call.class, f).toList();
      List<Expression> known =
          calls.stream()
              .filter(c -> c.name().equals(FLUSH) || isOnOther(c))
              .flatMap(c -> c.arguments().stream().limit(1))
              .toList();
      TreeWalk.all(Expression.Name.class, f)
          .filter(n -> early.containsKey(n.name()) && known.stream().noneMatch(k -> k == n))
          .findFirst()
          .ifPresent(
              n -> {
                throw new Refusal(
                    n.place(),
                    "more than queueing with %s, which leads to a queue before any thread runs"
                        .formatted(n.name()),
                    "let no function use the variable otherwise");
              });
      calls.stream().filter(this::isOnOther).forEach(this::checkActive);
    }
  }

  private boolean isOnOther(Expression.Call c) {
    return LateCall.named(c.name()).filter(l -> isQueueing(l) && l.at() == 1).isPresent();
  }

  private void checkActive(Expression.Call c) {
    if (!(c.arguments().get(0) instanceof Expression.Name n) || !early.containsKey(n.name())) {
      return;
    }
    Expression.Call allocation = early.get(n.name());
    int most = active(allocation);
    boolean several = items(n.name()).size() > most || ofObjects.contains(n.name());
    if (most != Integer.MAX_VALUE && several) {
      throw fewer(allocation);
    }
  }

  static boolean isPointer(Type type) {
    return type.equals(new Type.Numbered(STRUCT));
  }

  private void add(
      Expression.Call c,
      Item.Function in,
      BiFunction<Expression, Item.Function, Optional<String>> item) {
    if (c.name().equals(FLUSH_SYSTEM)) {
      awaited.add(SYSTEM);
    } else if (c.name().equals(FLUSH) && c.arguments().size() == 1) {
      awaited.add(name(c.arguments().get(0)));
    }
    Optional<LateCall> call = LateCall.named(c.name()).filter(Workqueues::isQueueing);
    if (call.isEmpty() || c.arguments().size() != call.get().arguments()) {
      return;
    }
    item.apply(c.arguments().get(call.get().at()).bare(), in)
        .ifPresentOrElse(
            name -> {
              items.computeIfAbsent(name(c, call.get()), q -> new LinkedHashSet<>()).add(name);
              if (call.get().isDelayed()) {
                delayed.add(name);
              }
            },
            () -> ofObjects.add(name(c, call.get())));
  }

  /** Whether a call queues work. */
  static boolean isQueueing(LateCall call) {
    return call.kind() == Deferred.Kind.WORK
        && (call.does() == LateCall.Does.QUEUE || call.at() == 1);
  }

  static boolean isAllocation(String function) {
    return ALLOCATES.containsKey(function);
  }

  /** The queue that a call queues on, by its name. */
  String name(Expression.Call c, LateCall call) {
    return call.at() == 0 ? SYSTEM : name(c.arguments().get(0));
  }

  /** The queue that an expression leads to. */
  String name(Expression queue) {
    Optional<String> named =
        queue.bare() instanceof Expression.Name n ? Optional.of(n.name()) : Optional.empty();
    if (named.filter(n -> n.equals("system_percpu_wq")).isPresent()) {
      return SYSTEM;
    }
    if (allocations.isEmpty()
        || named.filter(n -> n.startsWith("system_") || early.containsKey(n)).isPresent()) {
      return named.orElseThrow(
          () ->
              new Refusal(
                  queue.place(),
                  "a queue without a name",
                  "write system_wq, or another queue of the kernel's"));
    }
    return own().orElseThrow().name();
  }

  /** What is kept of the queue that the file allocates. */
  Optional<Deferred> own() {
    return allocations.stream()
        .findFirst()
        .map(
            c ->
                new Deferred(
                    variables.stream().findFirst().orElse("workqueue"),
                    Deferred.Kind.QUEUE,
                    false,
                    Optional.empty()));
  }

  boolean isOwn(String queue) {
    return own().filter(o -> o.name().equals(queue)).isPresent();
  }

  /** What is queued on a queue, in the order in which the file does. */
  List<String> items(String queue) {
    return List.copyOf(items.getOrDefault(queue, Set.of()));
  }

  /** Whether it is not on its queue before a time has passed. */
  boolean isDelayed(String item) {
    return delayed.contains(item);
  }

  /** Refuses what was not found. */
  void check(Deferred of, String queue, Place place) {
    boolean waits = isOwn(queue) || awaited.contains(queue);
    if (waits && !items(queue).contains(of.name())) {
      boolean member = of.object().isPresent();
      throw new Refusal(
          place,
          member
              ? "work of an object on %s, which the file waits for as a whole".formatted(queue)
              : "it is not known to who waits for %s that this is queued there".formatted(queue),
          member
              ? "queue it on a queue of the kernel's, and wait for each: cancel_work_sync(&p->work)"
              : "name the work item itself: queue_work(%s, &item)".formatted(queue));
    }
  }

  /** Refuses a second queue, and more pointers than one that outlive a function. */
  void check(Expression.Call allocation) {
    if (allocations.size() > 1) {
      throw new Refusal(
          allocation.place(),
          "a second place allocates a workqueue",
          "allocate one at one place, and queue the other work on system_wq");
    }
    if (elsewhere || variables.size() != 1) {
      throw new Refusal(
          allocation.place(),
          elsewhere || variables.isEmpty()
              ? "a workqueue that is not kept in one global variable"
              : "several variables may lead to a workqueue: " + String.join(", ", variables),
          "keep it in one: static struct workqueue_struct *wq;");
    }
    if (allocation.arguments().size() < ALLOCATES.get(allocation.name())) {
      throw new Refusal(
          allocation.place(),
          "a workqueue without %s".formatted(allocation.arguments().isEmpty() ? "a name" : "flags"),
          "write alloc_workqueue(name, flags, 0)");
    }
    int most = active(allocation);
    if (items(own().orElseThrow().name()).size() > most) {
      throw fewer(allocation);
    }
  }

  private static Refusal fewer(Expression.Call allocation) {
    return new Refusal(
        allocation.place(),
        "a workqueue that runs fewer items at a time than are queued on it: who waits for another one is not"
            + " followed",
        "write alloc_workqueue(name, flags, 0), or queue one item on it");
  }

  /** How many items it runs at a time, at least. */
  private static int active(Expression.Call c) {
    if (!c.name().equals(ALLOCATE) || c.arguments().size() < 3) {
      return 1;
    }
    int most = Constant.of(c.arguments().get(2)).orElse(1);
    return most == 0 ? Integer.MAX_VALUE : most;
  }
}
