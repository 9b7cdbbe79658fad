package quiesce.explanation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import quiesce.memory.Reading;
import quiesce.module.Action;
import quiesce.module.StateLayout;
import quiesce.steps.Access;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Value;

/**
 * One path through an action, beside the two states that it lies between: what its locals hold at
 * each step, as far as that is known, and whether the states speak against it.
 */
final class Course {
  private static final String WARNING = "warning";

  private final Snapshot before;
  private final Snapshot after;
  private final Snapshot.Instance who;
  private final Action.Outcome outcome;
  private final Map<Node, Map<String, Optional<String>>> held = new IdentityHashMap<>();
  private final Set<Node> warnings = new HashSet<>();
  private boolean possible = true;

  /**
   * @param found what a load in this action gets from a location, if that is known
   */
  private Course(Transition t, Action.Outcome outcome, Function<Location, Optional<String>> found) {
    this.before = t.before();
    this.after = t.after();
    this.who = t.who();
    this.outcome = outcome;
    Map<String, Optional<String>> now = new HashMap<>();
    for (int i = 0; i < outcome.nodes().size(); i++) {
      Node n = outcome.nodes().get(i);
      held.put(n, Map.copyOf(now));
      int next =
          i + 1 < outcome.nodes().size() ? outcome.nodes().get(i + 1).id() : outcome.target();
      take(n, next, now, found);
    }
    boolean fired = after.hasFault(WARNING) && !before.hasFault(WARNING);
    possible &= warnings.isEmpty() ? !fired : after.hasFault(WARNING);
    possible &= now.entrySet().stream().allMatch(this::agrees);
    possible &= t.thread().lateStores().stream().allMatch(late -> agrees(late, now));
  }

  /** The path that was taken; where the states do not distinguish it from another, one of them. */
  static Course of(
      Transition t, List<Action.Outcome> candidates, Function<Location, Optional<String>> found) {
    List<Course> all = candidates.stream().map(o -> new Course(t, o, found)).toList();
    return all.stream().filter(c -> c.possible).findFirst().orElse(all.get(0));
  }

  Action.Outcome outcome() {
    return outcome;
  }

  /** The locals that were assigned on the way to a step; without a value where it is not known. */
  Map<String, Optional<String>> assigned(Node n) {
    return held.getOrDefault(n, Map.of());
  }

  /** Whether a warning fires at a step. */
  boolean warns(Node n) {
    return warnings.contains(n);
  }

  private void take(
      Node n,
      int next,
      Map<String, Optional<String>> now,
      Function<Location, Optional<String>> found) {
    if (n.step() instanceof Local.Branch b && !n.next().get(0).equals(n.next().get(1))) {
      boolean holds = n.next().get(0) == next;
      possible &= isTrue(b.condition(), now).map(c -> c == holds).orElse(true);
    } else if (n.step() instanceof Local.Choice c
        && n.next().get(1) == next
        && n.next().get(0) != next) {
      possible &= c.onlyIf().stream().allMatch(v -> isTrue(v, now).orElse(true));
    } else if (n.step() instanceof Local.WarnOn w) {
      boolean fired = after.hasFault(WARNING) && !before.hasFault(WARNING);
      if (isTrue(w.condition(), now).orElse(fired)) {
        warnings.add(n);
      }
    } else if (n.step() instanceof Local.Assign a) {
      now.put(a.local(), value(a.value(), now));
    } else if (n.step() instanceof Local.PostponeStore p) {
      now.put(p.store().pending(), Optional.of("true"));
    } else if (n.step() instanceof Access.Store w && w.late().isPresent()) {
      now.put(w.late().get().pending(), Optional.of("false"));
    } else if (n.step() instanceof Access.Load l) {
      now.put(l.local(), kept(l.local()).or(() -> found.apply(l.location())));
    } else if (n.step() instanceof Access.Rmw r && r.local().isPresent()) {
      now.put(r.local().get(), kept(r.local().get()).or(() -> found.apply(r.location())));
    } else {
      n.step().writes().ifPresent(w -> now.put(w, kept(w)));
    }
  }

  /** What a local holds afterwards, if it is still of use then and nothing else is put there. */
  Optional<String> kept(String local) {
    long writes =
        outcome.nodes().stream().filter(n -> n.step().writes().equals(Optional.of(local))).count();
    return writes > 1 ? Optional.empty() : after.local(who, local).map(Reading::text);
  }

  private boolean agrees(Map.Entry<String, Optional<String>> local) {
    Optional<String> there = after.local(who, local.getKey()).map(Reading::text);
    return there.isEmpty() || local.getValue().isEmpty() || there.equals(local.getValue());
  }

  /** A pending store is not forgotten: it is pending afterwards if it was and has not been made. */
  private boolean agrees(LateStore late, Map<String, Optional<String>> now) {
    Optional<String> was = before.local(who, late.pending()).map(Reading::text);
    Optional<String> is = after.local(who, late.pending()).map(Reading::text);
    Optional<String> right = now.getOrDefault(late.pending(), was);
    return is.isEmpty() || right.isEmpty() || outcome.to().isEmpty() || is.equals(right);
  }

  private Optional<Boolean> isTrue(Value condition, Map<String, Optional<String>> now) {
    return value(condition, now).map("true"::equals);
  }

  private Optional<String> value(Value v, Map<String, Optional<String>> now) {
    if (v instanceof Value.Null) {
      return Optional.of("NULL");
    } else if (v instanceof Value.Number n) {
      return Optional.of(Integer.toString(n.value()));
    } else if (v instanceof Value.Truth t) {
      return truth(t.value());
    } else if (v instanceof Value.Function) {
      return Optional.of("set");
    } else if (v instanceof Value.OfFile f) {
      return Optional.of(f.name());
    } else if (v instanceof Value.Local l) {
      return now.containsKey(l.name())
          ? now.get(l.name())
          : before.part(who, new StateLayout.Part.Local(l.name())).map(Reading::text);
    } else if (v instanceof Value.Not n) {
      return isTrue(n.operand(), now).flatMap(x -> truth(!x));
    } else if (v instanceof Value.NonNull p) {
      return value(p.pointer(), now).flatMap(x -> truth(!x.equals("NULL")));
    } else if (v instanceof Value.NonZero z) {
      return value(z.number(), now).flatMap(x -> truth(!x.equals("0")));
    } else if (v instanceof Value.AsNumber n) {
      return isTrue(n.condition(), now).map(x -> x ? "1" : "0");
    } else if (v instanceof Value.Equal e) {
      return value(e.left(), now)
          .flatMap(left -> value(e.right(), now).flatMap(right -> truth(left.equals(right))));
    }
    return Optional.empty();
  }

  private static Optional<String> truth(boolean value) {
    return Optional.of(Boolean.toString(value));
  }
}
