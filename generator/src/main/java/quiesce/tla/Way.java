package quiesce.tla;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A conjunction: one way that an action can go, as far as it does not branch.
 *
 * @param end where one of the action's outcomes ends in it; empty where it branches before that
 */
public record Way(List<Conjunct> parts, Optional<End> end) {
  public Way {
    parts = List.copyOf(parts);
  }

  /**
   * The end of an outcome.
   *
   * @param outcome its number in the action
   * @param part the last of the parts up to there
   */
  public record End(int outcome, int part) {}

  /** The number of the outcome whose last assignment this part is, if it is that of one. */
  public Optional<Integer> ending(int part) {
    boolean assigns =
        parts.get(part) instanceof Conjunct.Update || parts.get(part) instanceof Conjunct.Unchanged;
    return end.filter(e -> assigns && e.part() == part).map(End::outcome);
  }

  /** The same with its expressions changed, without assignments that then change nothing. */
  public Way map(UnaryOperator<Expression> change) {
    List<Conjunct> all = new ArrayList<>();
    for (Conjunct part : parts) {
      if (part instanceof Conjunct.Condition c) {
        all.add(new Conjunct.Condition(change.apply(c.holds())));
      } else if (part instanceof Conjunct.Exists e) {
        all.add(new Conjunct.Exists(e.variable(), change.apply(e.set()), e.way().map(change)));
      } else if (part instanceof Conjunct.Let l) {
        all.add(new Conjunct.Let(l.name(), change.apply(l.value()), l.way().map(change)));
      } else if (part instanceof Conjunct.Update u) {
        Expression now = change.apply(u.now());
        if (!now.equals(Logic.name(u.variable()))) {
          all.add(new Conjunct.Update(u.variable(), now));
        }
      } else {
        all.add(each(part, w -> w.map(change)));
      }
    }
    return new Way(all, end);
  }

  /** The same with some updates where the outcomes end that they are part of. */
  public Way gathered(Predicate<Conjunct.Update> which) {
    return gathered(which, List.of());
  }

  /**
   * @param owed what comes from the way that this one is part of
   */
  private Way gathered(Predicate<Conjunct.Update> which, List<Conjunct> owed) {
    List<Conjunct> gathered = new ArrayList<>(owed);
    List<Conjunct> all = new ArrayList<>();
    for (Conjunct part : parts) {
      (part instanceof Conjunct.Update u && which.test(u) ? gathered : all).add(part);
    }
    if (end.isEmpty()) {
      all.replaceAll(p -> branches(p) ? each(p, w -> w.gathered(which, gathered)) : p);
      return new Way(all, end);
    }
    all.addAll(gathered);
    return new Way(all, Optional.of(new End(end.get().outcome(), all.size() - 1)));
  }

  /** The same with a change of each way in which an outcome ends. */
  public Way ending(UnaryOperator<Way> change) {
    return end.isPresent()
        ? change.apply(this)
        : new Way(
            parts.stream().map(p -> branches(p) ? each(p, w -> w.ending(change)) : p).toList(),
            end);
  }

  /**
   * The same with what becomes of every variable: one that is updated in some ways stays as it is
   * in the others, and one that is updated in none in all.
   *
   * @param variables of the module
   */
  public Way completed(List<String> variables) {
    Way inner = completed(Set.of(), variables);
    Set<String> updated = updated();
    List<Conjunct> all = new ArrayList<>(inner.parts());
    unchanged(variables.stream().filter(v -> !updated.contains(v)).toList()).forEach(all::add);
    return new Way(all, inner.end());
  }

  /**
   * @param owed what is updated in other ways beside this one
   */
  private Way completed(Set<String> owed, List<String> variables) {
    Set<String> missing = new LinkedHashSet<>(owed);
    parts.stream().filter(p -> !branches(p)).flatMap(Way::updated).forEach(missing::remove);
    List<Conjunct> all = new ArrayList<>();
    for (Conjunct part : parts) {
      if (branches(part)) {
        Set<String> below = new LinkedHashSet<>(missing);
        updated(part).forEach(below::add);
        all.add(each(part, w -> w.completed(below, variables)));
      } else {
        all.add(part);
      }
    }
    if (end.isEmpty()) {
      return new Way(all, end);
    }
    unchanged(variables.stream().filter(missing::contains).toList()).forEach(all::add);
    return new Way(all, Optional.of(new End(end.get().outcome(), all.size() - 1)));
  }

  private static Stream<Conjunct> unchanged(List<String> variables) {
    if (variables.isEmpty()) {
      return Stream.empty();
    }
    List<Expression> names = variables.stream().map(Logic::name).toList();
    return Stream.of(
        new Conjunct.Unchanged(names.size() == 1 ? names.get(0) : new Expression.Tuple(names)));
  }

  private static Conjunct each(Conjunct part, UnaryOperator<Way> change) {
    if (part instanceof Conjunct.Either e) {
      return new Conjunct.Either(e.ways().stream().map(change).toList());
    } else if (part instanceof Conjunct.Exists e) {
      return new Conjunct.Exists(e.variable(), e.set(), change.apply(e.way()));
    } else if (part instanceof Conjunct.Let l) {
      return new Conjunct.Let(l.name(), l.value(), change.apply(l.way()));
    }
    return part;
  }

  /** Whether outcomes end in it. */
  private static boolean branches(Conjunct part) {
    return inner(part).anyMatch(Way::ends);
  }

  private boolean ends() {
    return end.isPresent() || parts.stream().anyMatch(Way::branches);
  }

  private Set<String> updated() {
    Set<String> all = new LinkedHashSet<>();
    parts.stream().flatMap(Way::updated).forEach(all::add);
    return all;
  }

  private static Stream<String> updated(Conjunct part) {
    return part instanceof Conjunct.Update u
        ? Stream.of(u.variable())
        : inner(part).flatMap(w -> w.updated().stream());
  }

  private static Stream<Way> inner(Conjunct part) {
    if (part instanceof Conjunct.Either e) {
      return e.ways().stream();
    } else if (part instanceof Conjunct.Exists e) {
      return Stream.of(e.way());
    }
    return part instanceof Conjunct.Let l ? Stream.of(l.way()) : Stream.empty();
  }
}
