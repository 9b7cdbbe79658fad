package quiesce.primitives;

import static quiesce.primitives.Dialect.LITMUS;
import static quiesce.primitives.Dialect.STRATEGY;
import static quiesce.primitives.Primitive.Group.ALLOCATION;
import static quiesce.primitives.Primitive.Group.CALLS;
import static quiesce.primitives.Primitive.Group.OTHERS;
import static quiesce.primitives.Primitive.Group.WARNINGS;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Spelling;
import quiesce.steps.Access;

/**
 * The kernel's vocabulary: each name once, with what it takes and what it does. The model is
 * herd7's linux-kernel.def.
 */
public final class Primitives {
  private static final List<String> LEVELS =
      List.of("emerg", "alert", "crit", "err", "warn", "notice", "info");

  private static final Map<String, Primitive> ALL = table();

  private Primitives() {}

  private static Map<String, Primitive> table() {
    Table t = new Table();
    Accesses.add(t);
    AtomicFamilies.add(t);
    Counts.add(t);
    ReadSections.add(t);
    Locks.add(t);
    Devices.add(t);
    Later.add(t);
    Sleeping.add(t);
    rest(t);
    return t.done();
  }

  private static void rest(Table t) {
    t.in(STRATEGY)
        .does(CALLS, "enters what the site was patched to, in one step; if that is NULL, an oops")
        .special("static_call(key)(...)")
        .does(CALLS, "the same; if it is NULL, does nothing")
        .special("static_call_cond(key)(...)")
        .does(CALLS, "patches the sites one at a time, each in one step")
        .special("static_call_update(key, cbs->slot)")
        .does(ALLOCATION, "an object, or NULL; its members are uninitialised")
        .special("kmalloc(size, flags)", "kmalloc_array(1, size, flags)")
        .does(ALLOCATION, "the same; its members are 0 and NULL")
        .special("kzalloc(size, flags)", "kcalloc(1, size, flags)")
        .does(
            ALLOCATION,
            "ends the life of the object; nothing if that is NULL. Of one that has ended, or that"
                + " somebody is inside of, an oops")
        .steps("kfree(p)", o -> List.of(new Access.Free(o.value(0))))
        .does(
            OTHERS,
            "plain loads and stores of the members, in any order that those may have; of data that is only"
                + " handed on, nothing")
        .special("memcpy(to, from, size)")
        .does(OTHERS, "plain stores of 0 to the members; of data that is only handed on, nothing")
        .special("memset(to, 0, size)")
        .does(WARNINGS, "a warning if `c` holds; the value is `c`; the run continues")
        .special("WARN_ON(c)", "WARN_ON_ONCE(c)", "WARN(c, ...)", "WARN_ONCE(c, ...)")
        .does(WARNINGS, "an oops if `c` holds")
        .special("BUG_ON(c)")
        .does(OTHERS, "gives two locals each the value of the other")
        .special("swap(a, b)")
        .does(OTHERS, "the number of elements of an array")
        .special("ARRAY_SIZE(a)")
        .does(
            OTHERS,
            "an error as a pointer: in a local, or returned. What `__register` returns, where that is a pointer, has"
                + " failed then")
        .special("ERR_PTR(error)", "ERR_CAST(p)")
        .does(
            OTHERS,
            "whether it is an error, or that or NULL. Only tasks are, and locals that get `ERR_PTR()`, or what a function"
                + " returns that does")
        .special("IS_ERR(p)", "IS_ERR_OR_NULL(p)")
        .does(OTHERS, "what is in the brackets")
        .each(new Primitive.Hint(), "likely", "unlikely", "data_race", "unrcu_pointer")
        .does(
            OTHERS,
            "nothing, but that the arguments are evaluated; those of a level also with `_once` and"
                + " `_ratelimited`")
        .each(new Primitive.Prints(), "printk", "printk_once", "printk_ratelimited", "trace_printk")
        .each(new Primitive.Prints(), "sprintf", "snprintf", "scnprintf", "strscpy", "dump_stack");
    prints(t, "pr_", "debug", "devel");
    prints(t, "dev_", "dbg");
    prints(t, "netdev_", "dbg");
    Stream.concat(LEVELS.stream(), Stream.of("dbg"))
        .forEach(level -> t.add("net_" + level + "_ratelimited", new Primitive.Prints()));
  }

  private static void prints(Table t, String prefix, String... others) {
    Stream.concat(LEVELS.stream(), Stream.of(others))
        .flatMap(level -> Stream.of("", "_once", "_ratelimited").map(often -> level + often))
        .forEach(name -> t.add(prefix + name, new Primitive.Prints()));
  }

  /** All names, in the order of the documentation. */
  public static Collection<Primitive> all() {
    return Collections.unmodifiableCollection(ALL.values());
  }

  /** What a name means where it is called. */
  public static Optional<Primitive> find(String name, Dialect dialect) {
    return Optional.ofNullable(ALL.get(name)).filter(p -> p.dialects().contains(dialect));
  }

  /** The names that may be called: those to look for a misspelt one among. */
  public static Set<String> names(Dialect dialect) {
    return ALL.values().stream()
        .filter(p -> p.dialects().contains(dialect))
        .filter(p -> !(p.meaning() instanceof Primitive.Refused))
        .map(Primitive::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The name that somebody may have meant, as help for a message. */
  public static Optional<String> nearest(String name, Dialect dialect, Stream<String> others) {
    Set<String> known =
        Stream.concat(names(dialect).stream(), others)
            .collect(Collectors.toCollection(TreeSet::new));
    return Spelling.nearest(name, known).map("did you mean %s()?"::formatted);
  }

  /** What to write instead of a name that cannot be called there, if it is one of the kernel's. */
  public static Optional<String> instead(String name, Dialect dialect) {
    Optional<Primitive> known = Optional.ofNullable(ALL.get(name));
    if (known.isPresent() && known.get().meaning() instanceof Primitive.Refused r) {
      return Optional.of(r.help());
    }
    return known
        .filter(p -> !p.dialects().contains(dialect))
        .map(p -> dialect == LITMUS ? "strategies alone have it" : "litmus tests alone have it");
  }
}
