package quiesce.lowering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Type;

/**
 * The functions that a file has other CPUs call: {@code on_each_cpu()} and {@code
 * smp_call_function()} make a function the handler of an interrupt that each CPU is sent.
 */
final class SmpFunctions {
  /**
   * A function that other CPUs call.
   *
   * @param kinds the ways in which it is called: first the one that nobody waits for, if there is
   *     one. Where two are due on a CPU, that one was asked for before the other.
   */
  record Made(String function, List<Kind> kinds) {
    /** Whether there is an order in which calls come to a CPU, and one that nobody waits for. */
    boolean isOrdered() {
      return kinds.stream().filter(k -> !k.awaited()).count() <= 1;
    }

    /** The kind that a call is of. */
    Kind kind(Expression.Call c, Item.Function in) {
      String words = words(c.arguments().get(1), in);
      boolean awaited = isAwaited(c).orElseThrow();
      return kinds.stream().filter(k -> k.is(awaited, words)).findFirst().orElseThrow();
    }
  }

  /**
   * A way in which a function is called.
   *
   * @param awaited whether who has it called waits until it has returned everywhere
   * @param info what it is given
   * @param in the function that has it called
   * @param flag the per-CPU variable that says whether the CPU is to call it
   */
  record Kind(boolean awaited, Expression info, Item.Function in, Item.Variable flag) {
    private boolean is(boolean thatAwaited, String words) {
      return awaited == thatAwaited && words(info, in).equals(words);
    }

    boolean isOfNull() {
      return info.bare() instanceof Expression.Null;
    }
  }

  static final String EACH = "on_each_cpu";
  static final String OTHERS = "smp_call_function";

  private static final int ARGUMENTS = 3;

  private final Map<String, Made> all = new LinkedHashMap<>();

  /**
   * @param functions of the file; those that CPUs call get their role
   */
  SmpFunctions(Map<String, Item.Function> functions) {
    for (Item.Function in : List.copyOf(functions.values())) {
      TreeWalk.all(Expression.Call.class, in)
          .filter(c -> isOne(c.name()) && c.arguments().size() == ARGUMENTS)
          .forEach(c -> add(c, in, functions));
    }
  }

  static boolean isOne(String name) {
    return name.equals(EACH) || name.equals(OTHERS);
  }

  private void add(Expression.Call c, Item.Function in, Map<String, Item.Function> functions) {
    Optional<Item.Function> f =
        Kthreads.function(c.arguments().get(0))
            .flatMap(n -> Optional.ofNullable(functions.get(n)))
            .filter(named -> named.body().isPresent());
    Optional<Boolean> awaited = isAwaited(c);
    if (f.isEmpty() || awaited.isEmpty()) {
      return;
    }
    String name = f.get().name();
    if (!all.containsKey(name)) {
      if (!f.get().roles().isEmpty()) {
        return;
      }
      all.put(name, new Made(name, List.of()));
      functions.put(name, f.get().with(Set.of(Item.Role.IRQ)));
    }
    List<Kind> kinds = new ArrayList<>(all.get(name).kinds());
    Expression info = c.arguments().get(1);
    if (kinds.stream().noneMatch(k -> k.is(awaited.get(), words(info, in)))) {
      String number = kinds.isEmpty() ? "" : "_" + (kinds.size() + 1);
      Item.Variable flag =
          new Item.Variable(
              info.place(), new Type.Bool(), name + ".called" + number, true, Optional.empty());
      kinds.add(awaited.get() ? kinds.size() : 0, new Kind(awaited.get(), info, in, flag));
      all.put(name, new Made(name, List.copyOf(kinds)));
    }
  }

  private static Optional<Boolean> isAwaited(Expression.Call c) {
    return Constant.of(c.arguments().get(2)).map(wait -> wait != 0);
  }

  /** What a constant or an address is, and of which type a pointer is, wherever it is written. */
  private static String words(Expression info, Item.Function in) {
    Expression bare = info.bare();
    if (bare instanceof Expression.AddressOf a && a.operand() instanceof Expression.Name n) {
      return "&" + n.name();
    } else if (bare instanceof Expression.Null) {
      return "NULL";
    }
    return Optional.of(bare)
        .filter(Expression.Name.class::isInstance)
        .flatMap(n -> TreeWalk.declared(((Expression.Name) n).name(), in))
        .filter(t -> t instanceof Type.Pointer p && p.target() instanceof Type.Struct)
        .map(Type::toString)
        .orElse(info.place().toString());
  }

  Optional<Made> of(String function) {
    return Optional.ofNullable(all.get(function));
  }

  List<Made> all() {
    return List.copyOf(all.values());
  }

  /** Of all of them. */
  List<Item.Variable> flags() {
    return all.values().stream().flatMap(m -> m.kinds().stream()).map(Kind::flag).toList();
  }
}
