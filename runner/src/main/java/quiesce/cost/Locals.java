package quiesce.cost;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import quiesce.steps.Value;

/** What is known of the locals of a thread at a point of its run. */
record Locals(Map<String, Known> known) {
  static final Locals NONE = new Locals(Map.of());

  private static final Value ZERO = new Value.Number(0);

  Locals {
    known = Map.copyOf(known);
  }

  Locals with(String local, Known now) {
    Map<String, Known> all = new TreeMap<>(known);
    all.put(local, now);
    return new Locals(all);
  }

  /** Those that matter still. */
  Locals only(Set<String> live) {
    Map<String, Known> all = new TreeMap<>(known);
    all.keySet().retainAll(live);
    return new Locals(all);
  }

  Known of(String local) {
    return known.getOrDefault(local, Known.ANYTHING);
  }

  /** What is known of a value computed from them. */
  Known known(Value v) {
    return v instanceof Value.Local l
        ? of(l.name())
        : new Known(value(v), false, loaded(v.locals()));
  }

  boolean loaded(Stream<String> locals) {
    return locals.anyMatch(l -> of(l).loaded());
  }

  /** The constant that a value is, as far as that is known. */
  Optional<Value> value(Value v) {
    if (v instanceof Value.Local l) {
      return of(l.name()).value();
    } else if (v instanceof Value.Equal e && e.right().equals(ZERO) && isNonZero(e.left())) {
      return Optional.of(new Value.Truth(false));
    } else if (v instanceof Value.NonZero n && isNonZero(n.number())) {
      return Optional.of(new Value.Truth(true));
    } else if (v instanceof Value.Equal e) {
      return value(e.left())
          .flatMap(left -> value(e.right()).map(right -> new Value.Truth(left.equals(right))));
    } else if (v instanceof Value.Less l) {
      return value(l.left())
          .flatMap(left -> value(l.right()).map(right -> new Value.Truth(less(left, right))));
    } else if (v instanceof Value.Not n) {
      return value(n.operand()).map(o -> new Value.Truth(!isTrue(o)));
    } else if (v instanceof Value.NonNull n) {
      return value(n.pointer()).map(p -> new Value.Truth(!(p instanceof Value.Null)));
    } else if (v instanceof Value.NonZero n) {
      return value(n.number()).map(o -> new Value.Truth(!o.equals(ZERO)));
    } else if (v instanceof Value.AsNumber a) {
      return value(a.condition()).map(o -> new Value.Number(isTrue(o) ? 1 : 0));
    } else if (v instanceof Value.Arithmetic) {
      return Optional.empty();
    }
    return Optional.of(v);
  }

  Optional<Boolean> holds(Value condition) {
    return value(condition).map(Locals::isTrue);
  }

  private boolean isNonZero(Value v) {
    return v instanceof Value.Local l && of(l.name()).nonZero();
  }

  private static boolean isTrue(Value constant) {
    return constant.equals(new Value.Truth(true));
  }

  private static boolean less(Value left, Value right) {
    return left instanceof Value.Number l
        && right instanceof Value.Number r
        && l.value() < r.value();
  }

  /** What is known besides once a condition has been found to hold, or not to. */
  Locals assuming(Value condition, boolean holds) {
    if (condition instanceof Value.Not n) {
      return assuming(n.operand(), !holds);
    } else if (condition instanceof Value.Local l) {
      return learn(l, new Value.Truth(holds));
    } else if (condition instanceof Value.NonNull n && n.pointer() instanceof Value.Local l) {
      return learn(l, holds ? new Value.Registered() : new Value.Null());
    } else if (condition instanceof Value.NonZero n && n.number() instanceof Value.Local l) {
      return zero(l, !holds);
    } else if (condition instanceof Value.Equal e && e.left() instanceof Value.Local l) {
      return holds
          ? value(e.right()).map(right -> learn(l, right)).orElse(this)
          : e.right().equals(ZERO) ? zero(l, false) : this;
    }
    return this;
  }

  private Locals zero(Value.Local local, boolean is) {
    return is ? learn(local, ZERO) : with(local.name(), of(local.name()).isNotZero());
  }

  private Locals learn(Value.Local local, Value value) {
    Known before = of(local.name());
    return before.value().isPresent() ? this : with(local.name(), before.is(value));
  }
}
