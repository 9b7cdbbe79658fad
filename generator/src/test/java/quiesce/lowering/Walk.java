package quiesce.lowering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.StepKinds;
import quiesce.steps.Value;

/**
 * Runs a thread step by step in every way, with stores of somebody else in between, and collects
 * what can be seen of it: what was used, what marked loads got, what memory holds in the end.
 *
 * <p>With {@code rule}, the compiler's freedom to load again is read from its rule, with what each
 * local holds at the time; without, from the steps alone.
 */
final class Walk {
  /** A store that somebody else makes. */
  record Foreign(String place, int value) {}

  /**
   * @param from for each local that may be loaded again, from where
   * @param done how many of the foreign stores have been made
   */
  private record Now(
      int node,
      Map<String, Integer> locals,
      Map<String, Location> from,
      Map<String, Integer> memory,
      int done,
      String seen) {
    Now at(int next) {
      return new Now(next, locals, from, memory, done, seen);
    }

    Now with(String local, int value) {
      Map<String, Integer> now = new TreeMap<>(locals);
      now.put(local, value);
      return new Now(node, now, from, memory, done, seen);
    }

    Now stored(String place, int value, int made) {
      Map<String, Integer> now = new TreeMap<>(memory);
      now.put(place, value);
      return new Now(node, locals, from, now, done + made, seen);
    }

    Now held(Map<String, Location> now) {
      return new Now(node, locals, now, memory, done, seen);
    }

    Now saw(int value) {
      return new Now(node, locals, from, memory, done, seen + " " + value);
    }
  }

  private static final int HERE = 0;
  private static final int MOST_STATES = 60_000;

  private final KernelThread thread;
  private final boolean rule;
  private final List<Foreign> others;
  private final Set<Now> visited = new HashSet<>();
  private final Set<String> outcomes = new TreeSet<>();
  private final List<Now> work = new ArrayList<>();

  private Walk(KernelThread thread, List<Foreign> others, boolean rule) {
    this.thread = thread;
    this.others = others;
    this.rule = rule;
    Map<String, Integer> memory =
        new TreeMap<>(Map.of("x", 1, "y", 0, "p", 1, "m[1]", 2, "m[2]", 3, "v[0]", 4, "v[1]", 5));
    go(new Now(thread.entry(), Map.of(), Map.of(), memory, 0, ""));
    while (!work.isEmpty() && visited.size() < MOST_STATES) {
      step(work.remove(work.size() - 1));
    }
  }

  /** All that can be seen; empty if there is too much. */
  static Optional<Set<String>> of(KernelThread thread, List<Foreign> others, boolean rule) {
    Walk walk = new Walk(thread, others, rule);
    return walk.work.isEmpty() ? Optional.of(walk.outcomes) : Optional.empty();
  }

  private void go(Now now) {
    if (visited.add(now)) {
      work.add(now);
    }
  }

  private void step(Now now) {
    if (now.done() < others.size()) {
      Foreign f = others.get(now.done());
      go(now.stored(f.place(), f.value(), 1));
    }
    if (rule) {
      reloaded(now, thread.node(now.node()).step(), this::take);
    } else {
      take(now);
    }
  }

  private void take(Now now) {
    Node n = thread.node(now.node());
    Step s = n.step();
    Now after = rule ? now.held(heldAfter(now, s)) : now;
    Now next = after.at(n.next().get(0));
    if (s instanceof Section.End) {
      outcomes.add(now.seen() + " " + now.memory());
    } else if (s instanceof Access.Load l && l.kind() == Access.Load.Kind.READ_ONCE) {
      go(next.with(l.local(), read(now, l.location())).saw(read(now, l.location())));
    } else if (s instanceof Access.Load l) {
      go(next.with(l.local(), read(now, l.location())));
    } else if (s instanceof Access.Store w) {
      go(next.stored(place(now, w.location()), value(now, w.value()), 0));
    } else if (s instanceof Access.Rmw r && r.operation() instanceof Operation.Xchg x) {
      go(next.stored(place(now, r.location()), value(now, x.value()), 0));
    } else if (s instanceof Local.Assign a) {
      go(next.with(a.local(), value(now, a.value())));
    } else if (s instanceof Local.SmpProcessorId c) {
      go(next.with(c.local(), HERE));
    } else if (s instanceof Local.WarnOn w) {
      go(next.saw(value(now, w.condition())));
    } else if (s instanceof Local.Branch b) {
      go(value(now, b.condition()) != 0 ? next : after.at(n.next().get(1)));
    } else if (s instanceof Local.AllCpus a) {
      go(next.with(a.left(), 0b11));
    } else if (s instanceof Local.NextCpu c) {
      int left = now.locals().get(c.left());
      for (int cpu = 0; cpu < 2; cpu++) {
        if ((left & 1 << cpu) != 0) {
          go(next.with(c.cpu(), cpu).with(c.left(), left & ~(1 << cpu)));
        }
      }
      if (left == 0) {
        go(after.at(n.next().get(1)));
      }
    } else if (s instanceof Local.Choice c) {
      go(next);
      if (c.onlyIf().stream().allMatch(v -> value(now, v) != 0)) {
        go(now.at(n.next().get(1)));
      }
    } else if (s instanceof Local.MayReload m) {
      go(next.with(m.flag(), m.onlyIf().stream().allMatch(v -> value(now, v) != 0) ? 1 : 0));
    } else {
      go(next);
    }
  }

  /** The rule: what may be loaded again just before a step, in any order, each with its address. */
  private void reloaded(Now now, Step s, Consumer<Now> then) {
    Set<String> used = new HashSet<>(s.reads().toList());
    Set<String> candidates = new TreeSet<>();
    Set<String> last = new TreeSet<>();
    now.from()
        .forEach(
            (local, from) -> {
              boolean same = storesTo(s).filter(l -> l.name().equals(from.name())).isPresent();
              if (used.contains(local)
                  || StepKinds.isCompilerBarrier(s)
                  || same && from instanceof Location.Global) {
                candidates.add(local);
              } else if (same) {
                last.add(local);
              }
            });
    anyOrder(
        now,
        candidates,
        ready -> {
          Set<String> there = new TreeSet<>(last);
          there.removeIf(l -> !isStoredTo(ready, ready.from().get(l), s));
          anyOrder(ready, there, then);
        });
  }

  private void anyOrder(Now now, Set<String> candidates, Consumer<Now> then) {
    waiting(now, then);
    for (String local : candidates) {
      Set<String> others = new TreeSet<>(candidates);
      others.remove(local);
      loadAgain(now, local, again -> anyOrder(again, others, then));
    }
  }

  private void loadAgain(Now now, String local, Consumer<Now> then) {
    Location from = now.from().get(local);
    waiting(now, w -> then.accept(w.with(local, read(w, from))));
    from.locals()
        .filter(now.from()::containsKey)
        .forEach(
            address ->
                loadAgain(
                    now, address, a -> waiting(a, w -> then.accept(w.with(local, read(w, from))))));
  }

  /** After some of the stores that somebody else makes, or none. */
  private void waiting(Now now, Consumer<Now> then) {
    then.accept(now);
    if (now.done() < others.size()) {
      Foreign f = others.get(now.done());
      waiting(now.stored(f.place(), f.value(), 1), then);
    }
  }

  private Map<String, Location> heldAfter(Now now, Step s) {
    Map<String, Location> held = new TreeMap<>(java.util.Comparator.naturalOrder());
    if (!StepKinds.isCompilerBarrier(s)) {
      held.putAll(now.from());
      held.values().removeIf(from -> isStoredTo(now, from, s));
    }
    Optional<Location> copied =
        s instanceof Local.Assign a && a.value() instanceof Value.Local l
            ? Optional.ofNullable(now.from().get(l.name()))
            : Optional.empty();
    boolean same = s instanceof Local.Assign a && a.value().equals(new Value.Local(a.local()));
    s.writes()
        .filter(w -> !same)
        .ifPresent(
            w -> {
              held.remove(w);
              // Its address is not at hand any more.
              held.values().removeIf(from -> from.locals().anyMatch(w::equals));
              copied
                  .filter(from -> from.locals().noneMatch(w::equals))
                  .ifPresent(from -> held.put(w, from));
              if (s instanceof Access.Load p
                  && p.kind() == Access.Load.Kind.PLAIN_LOAD
                  && p.location().locals().noneMatch(w::equals)) {
                held.put(w, p.location());
              }
            });
    return Collections.unmodifiableMap(held);
  }

  private static Optional<Location> storesTo(Step s) {
    return s instanceof Access.Store || s instanceof Access.Rmw ? s.touches() : Optional.empty();
  }

  private static boolean isStoredTo(Now now, Location from, Step s) {
    return storesTo(s).filter(to -> place(now, to).equals(place(now, from))).isPresent();
  }

  private static int read(Now now, Location l) {
    return now.memory().get(place(now, l));
  }

  private static String place(Now now, Location l) {
    if (l instanceof Location.ThisCpu) {
      return l.name() + "[" + HERE + "]";
    }
    return l.operand().map(o -> l.name() + "[" + value(now, o) + "]").orElse(l.name());
  }

  private static int value(Now now, Value v) {
    if (v instanceof Value.Number n) {
      return n.value();
    } else if (v instanceof Value.Truth t) {
      return t.value() ? 1 : 0;
    } else if (v instanceof Value.Local l) {
      return now.locals().getOrDefault(l.name(), 0);
    } else if (v instanceof Value.NonZero z) {
      return value(now, z.number()) != 0 ? 1 : 0;
    } else if (v instanceof Value.Not n) {
      return 1 - value(now, n.operand());
    } else if (v instanceof Value.Equal e) {
      return value(now, e.left()) == value(now, e.right()) ? 1 : 0;
    }
    throw new IllegalArgumentException(v.toString());
  }
}
