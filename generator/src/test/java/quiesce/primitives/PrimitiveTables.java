package quiesce.primitives;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.docs.Tables;
import quiesce.steps.Access;
import quiesce.steps.Deferred;
import quiesce.steps.LateAccess;
import quiesce.steps.LineChange;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.LockKind;
import quiesce.steps.Operation;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Site;
import quiesce.steps.Step;
import quiesce.steps.StepKinds;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** What docs/language.md has of primitives. */
public final class PrimitiveTables {
  private static final List<String> HEADS =
      List.of("primitive", "in the machine", "order", "barrier", "sleeps");

  /** The steps of the primitives that the lowering has a method for. */
  private static final Map<String, List<Step>> SPECIAL =
      new HashMap<>(
          Map.ofEntries(
              special("ARRAY_SIZE"),
              special("per_cpu", load()),
              special("get_cpu", new Section.Enter(Region.PREEMPT_OFF)),
              special("smp_processor_id", new Local.SmpProcessorId("cpu")),
              special("raw_smp_processor_id", new Local.SmpProcessorId("cpu")),
              special("static_call", new Access.StaticCall(site(), "slot")),
              special("static_call_cond", new Access.StaticCall(site(), "slot")),
              special("static_call_update", new Access.StaticCallUpdate(site(), new Value.Null())),
              special("kmalloc", new Access.Allocate("kmalloc", "p", Map.of(), false)),
              special("kmalloc_array", new Access.Allocate("kmalloc_array", "p", Map.of(), false)),
              special("kcalloc", new Access.Allocate("kcalloc", "p", Map.of(), false)),
              special("swap"),
              special("kzalloc", new Access.Allocate("kzalloc", "p", Map.of(), false)),
              special("WARN_ON", new Local.WarnOn(number())),
              special("WARN_ON_ONCE", new Local.WarnOn(number())),
              special("WARN", new Local.WarnOn(number())),
              special("WARN_ONCE", new Local.WarnOn(number())),
              special("memcpy", load()),
              special("memset"),
              special("refcount_dec_and_test", fetch(Access.Order.RELEASE)),
              special("refcount_sub_and_test", fetch(Access.Order.RELEASE)),
              special("clear_and_wake_up_bit", fetch(Access.Order.RELEASE)),
              special("wait_on_bit", new Local.Reached(true)),
              special("__set_bit", load()),
              special("__clear_bit", load()),
              special("__change_bit", load()),
              special("devm_request_irq"),
              special("devm_request_threaded_irq"),
              special("synchronize_irq", gracePeriod()),
              special("synchronize_hardirq", gracePeriod()),
              special("ERR_PTR"),
              special("ERR_CAST"),
              special("IS_ERR"),
              special("IS_ERR_OR_NULL"),
              special("kthread_run", ended(Deferred.Kind.THREAD)),
              special("kthread_stop", ended(Deferred.Kind.THREAD)),
              special("kthread_should_stop"),
              special("PTR_ERR"),
              special("PTR_ERR_OR_ZERO"),
              special("per_cpu_ptr"),
              special("this_cpu_ptr"),
              special("raw_cpu_ptr"),
              special("module_put", new Section.Unlock(LockKind.MODULE, "m")),
              special("__module_get"),
              special("try_module_get", new Access.Trylock(LockKind.MODULE, "r", "m")),
              special("BUG_ON", new Local.BugOn(number()))));

  static {
    Step down = new Wait.Lock(LockKind.DOWN_READ, "s");
    Stream.of("down_read", "mutex_lock", "down_write")
        .flatMap(name -> Stream.of(name + "_killable", name + "_interruptible"))
        .forEach(name -> SPECIAL.put(name, List.of(down)));
    Step arm = new LateAccess.Arm(later(Deferred.Kind.TIMER), Optional.empty());
    Stream.of("mod_timer", "timer_reduce", "add_timer", "on_each_cpu", "smp_call_function")
        .forEach(name -> SPECIAL.put(name, List.of(arm)));
    for (String name :
        List.of(
            "timer_delete_sync",
            "del_timer_sync",
            "timer_delete",
            "del_timer",
            "timer_shutdown",
            "timer_shutdown_sync")) {
      SPECIAL.put(name, List.of(ended(Deferred.Kind.TIMER)));
    }
    for (String name :
        List.of(
            "schedule_work",
            "queue_work",
            "schedule_delayed_work",
            "queue_delayed_work",
            "mod_delayed_work",
            "cancel_work",
            "cancel_delayed_work",
            "tasklet_schedule",
            "tasklet_hi_schedule",
            "call_rcu",
            "call_rcu_hurry",
            "call_srcu",
            "kfree_rcu",
            "kvfree_rcu")) {
      SPECIAL.put(name, List.of(arm));
    }
    String waits =
        "(cancel|disable)(_delayed)?_work_sync|flush(_delayed|_scheduled)?_work|\\w+_workqueue|tasklet_kill"
            + "|s?rcu_barrier";
    Primitives.all().stream()
        .filter(p -> p.meaning() instanceof Primitive.Special && p.name().matches(waits))
        .forEach(p -> SPECIAL.put(p.name(), List.of(ended(Deferred.Kind.WORK))));
    Stream.of("hrtimer_cancel", "hrtimer_try_to_cancel")
        .forEach(name -> SPECIAL.put(name, List.of(ended(Deferred.Kind.HRTIMER))));
    Stream.of("hrtimer_start", "hrtimer_start_range_ns", "hrtimer_start_expires", "hrtimer_restart")
        .forEach(name -> SPECIAL.put(name, List.of(arm)));
    for (String name :
        List.of(
            "hrtimer_setup",
            "hrtimer_init",
            "timer_setup",
            "INIT_WORK",
            "INIT_DELAYED_WORK",
            "tasklet_setup",
            "timer_container_of",
            "from_timer",
            "from_work",
            "from_tasklet")) {
      SPECIAL.put(name, List.of());
    }
    Step asks = new LateAccess.IsDue(later(Deferred.Kind.TIMER), LateAccess.IsDue.About.DUE, "r");
    Stream.of(
            "timer_pending",
            "work_pending",
            "delayed_work_pending",
            "hrtimer_is_queued",
            "hrtimer_active",
            "hrtimer_forward",
            "hrtimer_forward_now")
        .forEach(name -> SPECIAL.put(name, List.of(asks)));
    Stream.of("request_irq", "request_threaded_irq", "free_irq")
        .forEach(name -> SPECIAL.put(name, List.of(line(LineChange.FREE_IRQ))));
    Stream.of("disable_irq_nosync", "enable_irq")
        .forEach(name -> SPECIAL.put(name, List.of(line(LineChange.DISABLE_IRQ))));
    SPECIAL.put("disable_irq", List.of(new Local.Reached(true), ended(Deferred.Kind.LINE)));
    SPECIAL.put("disable_hardirq", List.of(ended(Deferred.Kind.LINE)));
    Primitives.all().stream()
        .filter(p -> p.row().group() == Primitive.Group.SLEEPING)
        .forEach(p -> SPECIAL.put(p.name(), sleeping(p.name())));
    Accesses.PER_CPU_UPDATES.keySet().forEach(name -> SPECIAL.put(name, List.of(load())));
  }

  private static Deferred later(Deferred.Kind kind) {
    return new Deferred("x", kind, false, Optional.empty());
  }

  private static Step ended(Deferred.Kind kind) {
    return new Wait.Ended(later(kind), Wait.Ended.Until.CANCELLED, Optional.empty());
  }

  private static Map.Entry<String, List<Step>> special(String name, Step... steps) {
    return Map.entry(name, List.of(steps));
  }

  /**
   * What the steps of a primitive say of it.
   *
   * @param sleeps empty of one that does not
   */
  private record Facts(String order, String barrier, String sleeps) {}

  /** What one row is about. */
  private record Key(String does, Facts facts) {}

  private PrimitiveTables() {}

  /** The tables, by the names of their places. */
  public static Map<String, String> all() {
    return families(true)
        .collect(groupingBy(p -> p.row().group(), LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .collect(
            toMap(
                e -> "primitives: " + e.getKey().name().toLowerCase(Locale.ROOT),
                e -> table(e.getValue())));
  }

  /** Those that have a row. */
  public static List<String> names() {
    return families(true).map(Primitive::name).toList();
  }

  /** Those that the machine does not have, by what to write instead. */
  public static Map<String, List<String>> refused() {
    return families(false)
        .collect(
            groupingBy(
                p -> ((Primitive.Refused) p.meaning()).help(),
                LinkedHashMap::new,
                mapping(p -> p.name() + "()", toList())));
  }

  private static String table(List<Primitive> primitives) {
    Map<Key, List<Primitive>> rows =
        primitives.stream()
            .collect(
                groupingBy(p -> new Key(p.row().does(), facts(p)), LinkedHashMap::new, toList()));
    return Tables.table(
        HEADS, rows.entrySet().stream().map(r -> row(r.getKey(), r.getValue())).toList());
  }

  private static List<String> row(Key key, List<Primitive> primitives) {
    return List.of(
        primitives.stream().map(p -> Tables.code(p.usage(Dialect.STRATEGY))).collect(joining(", ")),
        key.does(),
        key.facts().order(),
        key.facts().barrier(),
        key.facts().sleeps());
  }

  /** What may be called, or may not, without the names that the page speaks of once for all. */
  private static Stream<Primitive> families(boolean callable) {
    return Primitives.all().stream()
        .filter(p -> p.dialects().contains(Dialect.STRATEGY))
        .filter(p -> p.meaning() instanceof Primitive.Refused != callable)
        .filter(p -> !isOfOtherType(p.name()) && !isRare(p.name()))
        .filter(p -> suffixes().noneMatch(s -> p.name().endsWith(s) && hasOrders(p, s)));
  }

  private static boolean isOfOtherType(String name) {
    String family = name.replaceFirst("^atomic(64|_long)_", "atomic_");
    return !family.equals(name) && Primitives.find(family, Dialect.STRATEGY).isPresent();
  }

  /** What prints seldom is like what prints always. */
  private static boolean isRare(String name) {
    String always = name.replaceFirst("_(once|ratelimited)$", "");
    return !always.equals(name)
        && Primitives.find(always, Dialect.STRATEGY)
            .filter(p -> p.meaning() instanceof Primitive.Prints)
            .isPresent();
  }

  private static Stream<String> suffixes() {
    return Arrays.stream(Access.Order.values())
        .filter(order -> order != Access.Order.FULL)
        .map(order -> "_" + order.name().toLowerCase(Locale.ROOT));
  }

  /** Whether there is one of each order, by the name of one of them. */
  private static boolean hasOrders(Primitive p, String suffix) {
    String name = p.name().substring(0, p.name().length() - suffix.length());
    return Stream.concat(Stream.of(""), suffixes())
        .allMatch(s -> Primitives.find(name + s, Dialect.STRATEGY).isPresent());
  }

  private static Facts facts(Primitive p) {
    List<Step> steps = steps(p);
    String order = steps.stream().flatMap(s -> order(s).stream()).distinct().collect(joining(", "));
    SleepingNoted sleeping = new SleepingNoted();
    steps.forEach(s -> StepKinds.take(s, sleeping));
    return new Facts(
        hasOrders(p, "") ? order + ", or as the suffix says" : order,
        barrier(p) + (hasOrders(p, "") ? barriersOfSuffixes(p) : ""),
        sleeping.sleeps ? "yes" : "");
  }

  private static String barrier(Primitive p) {
    return steps(p).stream().anyMatch(StepKinds::isCompilerBarrier) ? "yes" : "no";
  }

  /** Of those that differ. */
  private static String barriersOfSuffixes(Primitive p) {
    return suffixes()
        .map(
            s ->
                "; `"
                    + s
                    + "` "
                    + barrier(Primitives.find(p.name() + s, Dialect.STRATEGY).orElseThrow()))
        .filter(b -> !b.endsWith(" " + barrier(p)))
        .collect(joining());
  }

  private static List<Step> steps(Primitive p) {
    if (p.meaning() instanceof Primitive.Steps s) {
      List<Operands.Operand> all = s.arguments().stream().map(PrimitiveTables::operand).toList();
      return s.steps().apply(new Operands(all, Optional.of("r")));
    }
    return p.meaning() instanceof Primitive.Special
        ? Optional.ofNullable(SPECIAL.get(p.name()))
            .orElseThrow(() -> new IllegalStateException("SPECIAL lacks " + p.name()))
        : List.of();
  }

  private static Operands.Operand operand(Argument argument) {
    return switch (argument) {
      case VARIABLE, ADDRESS, ATOMIC, REFCOUNT, KEY, WORD, PER_CPU ->
          new Operands.Operand.Place(new Location.Global("x"));
      case SPINLOCK, MUTEX, RWLOCK, RWSEM, PERCPU_RWSEM -> new Operands.Operand.Lock("s");
      case DOMAIN, INDEX, FLAGS -> new Operands.Operand.Name("s");
      case VALUE, OLD, NEW, POINTER, NUMBER, BIT, ADDEND, UNLESS ->
          new Operands.Operand.Number(number());
      case DATA, CLASS, TIME, CONDITION -> new Operands.Operand.Nothing();
    };
  }

  private static Optional<String> order(Step s) {
    if (s instanceof Access.Rmw r) {
      return Optional.of(r.order().name().toLowerCase(Locale.ROOT));
    }
    return Arrays.stream(Access.Marking.values())
        .filter(m -> m.of(s))
        .findFirst()
        .map(m -> m == Access.Marking.ONCE ? "relaxed" : m.name().toLowerCase(Locale.ROOT));
  }

  private static List<Step> sleeping(String name) {
    Step step = name.startsWith("wake") ? ended(Deferred.Kind.TIMER) : new Local.Reached(true);
    return name.startsWith("wa") ? List.of(step) : List.of();
  }

  private static Step line(LineChange change) {
    return new LateAccess.Line(later(Deferred.Kind.LINE), change, Optional.empty());
  }

  private static Step load() {
    return new Access.Load(Access.Load.Kind.PLAIN_LOAD, "r", new Location.Global("x"));
  }

  private static Step[] gracePeriod() {
    return new Step[] {
      new Access.GracePeriodBegins("runs"), new Wait.GracePeriodEnds("runs", false)
    };
  }

  private static Step fetch(Access.Order order) {
    Operation operation = new Operation.AtomicFetch(Value.Operator.MINUS, number());
    return new Access.Rmw(Optional.of("r"), new Location.Global("x"), operation, order);
  }

  private static Site site() {
    return new Site("key", "key", Site.Empty.OOPS);
  }

  private static Value number() {
    return new Value.Number(1);
  }
}
