package quiesce.contexts;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * What is known of a thread's locals at a point, from what has been assigned to them, tested and
 * followed on every path that leads there.
 *
 * @param locals the number that a local holds, of which NULL is 0; or nothing, where it is another
 *     one than 0
 */
public record Known(SortedMap<String, Optional<Integer>> locals) {
  public static final Known NOTHING = new Known(new TreeMap<>());
  private static final Optional<Integer> NOT_ZERO = Optional.empty();

  /** What is known after a step; of a branch, whichever way it takes. */
  public Known after(Step step) {
    Known used = followed(step).map(p -> with(p, NOT_ZERO)).orElse(this);
    if (step instanceof Local.Assign a) {
      return used.written(a.local(), used.of(a.value()));
    }
    return step.writes().map(used::without).orElse(used);
  }

  /** The pointer that is an oops here if it is NULL: a plain store may be put off. */
  private Optional<String> followed(Step step) {
    return step instanceof Access && !Access.Store.Kind.PLAIN_STORE.is(step)
        ? step.touches()
            .filter(Location.Member.class::isInstance)
            .flatMap(Location::operand)
            .filter(Value.Local.class::isInstance)
            .map(v -> ((Value.Local) v).name())
            .filter(p -> !locals.containsKey(p))
        : Optional.empty();
  }

  /** What is known where a condition has come out in this way. */
  public Known where(Value condition, boolean outcome) {
    if (condition instanceof Value.Not n) {
      return where(n.operand(), !outcome);
    } else if (condition instanceof Value.NonNull n) {
      return tested(n.pointer(), outcome);
    } else if (condition instanceof Value.NonZero n) {
      return tested(n.number(), outcome);
    } else if (condition instanceof Value.AsNumber n) {
      return where(n.condition(), outcome);
    } else if (condition instanceof Value.Local) {
      return tested(condition, outcome);
    } else if (condition instanceof Value.Equal e) {
      return compared(e.left(), e.right(), outcome).compared(e.right(), e.left(), outcome);
    }
    return this;
  }

  private Known compared(Value one, Value other, boolean same) {
    Optional<Optional<Integer>> number = of(other);
    if (one instanceof Value.Local l && number.isPresent()) {
      return same
          ? with(l.name(), number.get())
          : number.get().equals(Optional.of(0)) ? tested(one, true) : this;
    }
    return this;
  }

  private Known tested(Value value, boolean outcome) {
    if (value instanceof Value.AsNumber n) {
      return where(n.condition(), outcome);
    } else if (value instanceof Value.Local l) {
      return !outcome
          ? with(l.name(), Optional.of(0))
          : locals.containsKey(l.name()) ? this : with(l.name(), NOT_ZERO);
    }
    return this;
  }

  /** Whether a condition holds, if that is known. */
  public Optional<Boolean> truth(Value condition) {
    if (condition instanceof Value.Truth t) {
      return Optional.of(t.value());
    } else if (condition instanceof Value.Not n) {
      return truth(n.operand()).map(b -> !b);
    } else if (condition instanceof Value.NonNull n) {
      return of(n.pointer()).map(Known::isNotZero);
    } else if (condition instanceof Value.NonZero n) {
      return of(n.number()).map(Known::isNotZero);
    } else if (condition instanceof Value.Local) {
      return of(condition).map(Known::isNotZero);
    } else if (condition instanceof Value.Equal e) {
      return of(e.left()).flatMap(a -> of(e.right()).flatMap(b -> equal(a, b)));
    } else if (condition instanceof Value.Less l) {
      return number(l.left()).flatMap(a -> number(l.right()).map(b -> a < b));
    }
    return Optional.empty();
  }

  private static boolean isNotZero(Optional<Integer> content) {
    return !content.equals(Optional.of(0));
  }

  private static Optional<Boolean> equal(Optional<Integer> one, Optional<Integer> other) {
    if (one.isPresent() && other.isPresent()) {
      return Optional.of(one.equals(other));
    }
    return isNotZero(one) == isNotZero(other) ? Optional.empty() : Optional.of(false);
  }

  private Optional<Integer> number(Value value) {
    return of(value).flatMap(content -> content);
  }

  /** What is known of a value, if anything is. */
  private Optional<Optional<Integer>> of(Value value) {
    if (value instanceof Value.Null) {
      return Optional.of(Optional.of(0));
    } else if (value instanceof Value.Number n) {
      return Optional.of(Optional.of(n.value()));
    } else if (value instanceof Value.Local l) {
      return Optional.ofNullable(locals.get(l.name()));
    } else if (value instanceof Value.OfFile || value instanceof Value.Address) {
      return Optional.of(NOT_ZERO);
    } else if (value instanceof Value.AsNumber n) {
      return truth(n.condition()).map(b -> Optional.of(b ? 1 : 0));
    }
    return truth(value).map(b -> Optional.of(b ? 1 : 0));
  }

  /** What is known on both of two paths. */
  public Known join(Known other) {
    SortedMap<String, Optional<Integer>> both = new TreeMap<>();
    locals.forEach(
        (local, content) -> {
          if (content.equals(other.locals.get(local))) {
            both.put(local, content);
          } else if (other.locals.containsKey(local)
              && isNotZero(content)
              && isNotZero(other.locals.get(local))) {
            both.put(local, NOT_ZERO);
          }
        });
    return new Known(both);
  }

  /** Without what is known of some locals. */
  public Known without(Predicate<String> some) {
    SortedMap<String, Optional<Integer>> rest = new TreeMap<>(locals);
    rest.keySet().removeIf(some);
    return new Known(rest);
  }

  private Known without(String local) {
    return without(local::equals);
  }

  private Known written(String local, Optional<Optional<Integer>> content) {
    return content.map(c -> with(local, c)).orElseGet(() -> without(local));
  }

  private Known with(String local, Optional<Integer> content) {
    SortedMap<String, Optional<Integer>> all = new TreeMap<>(locals);
    all.put(local, content);
    return new Known(all);
  }
}
