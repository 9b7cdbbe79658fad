package quiesce.lowering;

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
   * @param awaited whether who has it called waits until it has returned everywhere
   * @param info what it is given
   * @param in the function that has it called
   * @param alike whether all calls are alike in this
   */
  record Made(String function, boolean awaited, Expression info, Item.Function in, boolean alike) {
    /** The per-CPU variable that says whether the CPU is to call it. */
    Item.Variable flag() {
      return new Item.Variable(
          info.place(), new Type.Bool(), function + ".called", true, Optional.empty());
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
    Optional<Integer> wait = Constant.of(c.arguments().get(2));
    if (f.isEmpty() || wait.isEmpty()) {
      return;
    }
    String name = f.get().name();
    Made made = new Made(name, wait.get() != 0, c.arguments().get(1), in, true);
    Made before = all.get(name);
    if (before != null) {
      all.put(name, alike(before, made) ? before : new Made(name, false, made.info(), in, false));
    } else if (f.get().roles().isEmpty()) {
      all.put(name, made);
      functions.put(name, f.get().with(Set.of(Item.Role.IRQ)));
    }
  }

  private static boolean alike(Made a, Made b) {
    return a.alike() && a.awaited() == b.awaited() && words(a.info()).equals(words(b.info()));
  }

  /** What a constant or an address is, wherever it is written. */
  private static String words(Expression info) {
    Expression bare = info.bare();
    if (bare instanceof Expression.AddressOf a && a.operand() instanceof Expression.Name n) {
      return "&" + n.name();
    }
    return bare instanceof Expression.Null ? "NULL" : info.place().toString();
  }

  Optional<Made> of(String function) {
    return Optional.ofNullable(all.get(function));
  }

  List<Made> all() {
    return List.copyOf(all.values());
  }

  /** Of all of them. */
  List<Item.Variable> flags() {
    return all.values().stream().map(Made::flag).toList();
  }
}
