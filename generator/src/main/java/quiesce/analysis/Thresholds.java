package quiesce.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** What conditions come to while a statistic is small, whatever else there may be in memory. */
final class Thresholds {
  /** Counterexamples are short: they count less often. */
  private static final int SMALL = 64;

  private static final int MOST = 10_000;

  private final Program program;

  Thresholds(Program program) {
    this.program = program;
  }

  /**
   * Whether a condition holds, or does not, or both.
   *
   * @param counted the locals that hold the statistic
   * @return empty if that is not known
   */
  Set<Boolean> outcomes(KernelThread t, Value condition, Predicate<String> counted) {
    List<Map<String, Integer>> all = List.of(Map.of());
    for (String local : condition.locals().distinct().toList()) {
      Optional<Set<Integer>> values = counted.test(local) ? small(t, local) : numbers(t, local);
      if (values.isEmpty() || values.get().size() * all.size() > MOST) {
        return Set.of();
      }
      all = all.stream().flatMap(m -> with(m, local, values.get())).toList();
    }
    Set<Optional<Integer>> found =
        all.stream().map(m -> of(condition, m)).collect(Collectors.toSet());
    return found.contains(Optional.<Integer>empty())
        ? Set.of()
        : found.stream().map(n -> n.get() != 0).collect(Collectors.toSet());
  }

  private static Stream<Map<String, Integer>> with(
      Map<String, Integer> before, String local, Set<Integer> values) {
    return values.stream()
        .map(
            v -> {
              Map<String, Integer> after = new HashMap<>(before);
              after.put(local, v);
              return after;
            });
  }

  private Optional<Set<Integer>> small(KernelThread t, String local) {
    return numbersOf(loads(t, local).map(l -> initial(l.key())))
        .map(
            first ->
                first.stream()
                    .flatMap(n -> IntStream.range(n, n + SMALL).boxed())
                    .collect(Collectors.toSet()));
  }

  private Optional<Set<Integer>> numbers(KernelThread t, String local) {
    boolean loaded = t.writers(local).stream().allMatch(Access.Load.class::isInstance);
    return loaded ? numbersOf(loads(t, local).map(this::held)) : Optional.empty();
  }

  private static Stream<Location> loads(KernelThread t, String local) {
    return t.writers(local).stream().flatMap(s -> s.touches().stream());
  }

  /** All that a place may ever hold. */
  private Optional<List<Value>> held(Location place) {
    List<Value> all = new ArrayList<>();
    for (KernelThread t : program.threads()) {
      for (Node n : t.nodes()) {
        Step s = n.step();
        if (s instanceof Access.Allocate a && place instanceof Location.Member) {
          Optional.ofNullable(a.contents().get(place.name())).ifPresent(all::add);
        } else if (s instanceof Local.PostponeStore p
            && p.store().original().key().equals(place.key())) {
          all.add(p.value());
        } else if (s.touches().filter(l -> l.key().equals(place.key())).isPresent()
            && !(s instanceof Access.Load)) {
          if (!(s instanceof Access.Store w)) {
            return Optional.empty();
          } else if (w.late().isEmpty()) {
            all.add(w.value());
          }
        }
      }
    }
    return initial(place.key()).map(first -> Stream.concat(first.stream(), all.stream()).toList());
  }

  /** What a place holds in the beginning; of a member, what the provider puts there. */
  private Optional<List<Value>> initial(String key) {
    return Stream.concat(
            program.shared().stream()
                .filter(s -> s.name().equals(key))
                .map(Program.Shared::initial),
            program.members().stream()
                .filter(m -> Location.memberKey(m.name()).equals(key))
                .map(m -> m.initial().map(List::of).orElse(m.choices())))
        .findFirst();
  }

  private static Optional<Set<Integer>> numbersOf(Stream<Optional<List<Value>>> places) {
    Set<Integer> all = new HashSet<>();
    for (Optional<List<Value>> place : places.toList()) {
      for (Value v : place.orElse(List.of(new Value.Null()))) {
        Optional<Integer> number = of(v, Map.of());
        if (number.isEmpty()) {
          return Optional.empty();
        }
        all.add(number.get());
      }
    }
    return Optional.of(all);
  }

  /** A condition is 1 where it holds, and 0 where it does not; empty for what is no number. */
  private static Optional<Integer> of(Value v, Map<String, Integer> locals) {
    if (v instanceof Value.Number n) {
      return Optional.of(n.value());
    } else if (v instanceof Value.Truth t) {
      return Optional.of(truth(t.value()));
    } else if (v instanceof Value.Local l) {
      return Optional.ofNullable(locals.get(l.name()));
    } else if (v instanceof Value.Less l) {
      return both(l.left(), l.right(), locals, (a, b) -> truth(a < b));
    } else if (v instanceof Value.Equal e) {
      return both(e.left(), e.right(), locals, (a, b) -> truth(a.equals(b)));
    } else if (v instanceof Value.Not n) {
      return of(n.operand(), locals).map(a -> 1 - a);
    } else if (v instanceof Value.NonZero n) {
      return of(n.number(), locals).map(a -> truth(a != 0));
    } else if (v instanceof Value.AsNumber n) {
      return of(n.condition(), locals);
    } else if (v instanceof Value.Arithmetic a && a.operator() == Value.Operator.PLUS) {
      return both(a.left(), a.right(), locals, Integer::sum);
    } else if (v instanceof Value.Arithmetic a && a.operator() == Value.Operator.MINUS) {
      return both(a.left(), a.right(), locals, (x, y) -> x - y);
    }
    return Optional.empty();
  }

  private static int truth(boolean is) {
    return is ? 1 : 0;
  }

  private static Optional<Integer> both(
      Value left, Value right, Map<String, Integer> locals, BinaryOperator<Integer> with) {
    return of(left, locals).flatMap(l -> of(right, locals).map(r -> with.apply(l, r)));
  }
}
