package quiesce.lowering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import quiesce.steps.KernelThread.LocalKind;

/**
 * The locals of one thread. A C name is a local of the thread or, for a parameter that its function
 * never assigns, the argument itself. Functions that are inlined consecutively share locals of the
 * same name and kind.
 */
final class Scope {
  private final SortedMap<String, LocalKind> locals = new TreeMap<>();
  private final Map<String, Typed.Kind> kinds = new HashMap<>();
  private final Set<String> inUse = new HashSet<>();
  private Map<String, Typed> names = new HashMap<>();
  private List<String> opened = new ArrayList<>();
  private final Deque<Map<String, Typed>> outerNames = new ArrayDeque<>();
  private final Deque<List<String>> outerOpened = new ArrayDeque<>();

  /** Enters a block, which sees the names around it. */
  void enterBlock() {
    enter(new HashMap<>(names));
  }

  /** Enters an expression, whose locals of its own have no names. */
  void enterExpression() {
    enter(names);
  }

  /** Enters a function, which sees none of its caller's names. */
  void enterFunction() {
    enter(new HashMap<>());
  }

  private void enter(Map<String, Typed> inner) {
    outerNames.push(names);
    outerOpened.push(opened);
    names = inner;
    opened = new ArrayList<>();
  }

  void leave() {
    opened.forEach(inUse::remove);
    names = outerNames.pop();
    opened = outerOpened.pop();
  }

  /** A local of the thread, free until the block or function around is left. */
  String fresh(String base, Typed.Kind kind) {
    return take(base, kind, inUse);
  }

  /** A local that no code before has used, so that it cannot be read before it is set unnoticed. */
  String unused(String base, Typed.Kind kind) {
    return take(base, kind, kinds.keySet());
  }

  private String take(String wish, Typed.Kind kind, Set<String> taken) {
    // Those names belong to the provider's object and to the stores that are put off.
    boolean ours = wish.equals(Lowering.OBJECT) || wish.startsWith("late_");
    String base = (ours ? "local_" + wish : wish).replace("->", "_").replace('.', '_');
    String name = base;
    for (int i = 2; taken.contains(name) || kinds.getOrDefault(name, kind) != kind; i++) {
      name = base + "_" + i;
    }
    kinds.put(name, kind);
    locals.put(name, kind == Typed.Kind.OBJECT ? LocalKind.OBJECT : LocalKind.VALUE);
    inUse.add(name);
    opened.add(name);
    return name;
  }

  /** What names mean here. */
  Map<String, Typed> names() {
    return Map.copyOf(names);
  }

  /** Does something for which names mean what they meant elsewhere in the function. */
  void inNames(Map<String, Typed> elsewhere, Runnable what) {
    enter(new HashMap<>(elsewhere));
    try {
      what.run();
    } finally {
      leave();
    }
  }

  void bind(String name, Typed value) {
    names.put(name, value);
  }

  Optional<Typed> lookup(String name) {
    return Optional.ofNullable(names.get(name));
  }

  SortedMap<String, LocalKind> locals() {
    return locals;
  }
}
