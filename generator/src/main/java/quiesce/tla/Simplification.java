package quiesce.tla;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import quiesce.tla.Expression.Applied;
import quiesce.tla.Expression.Call;
import quiesce.tla.Expression.Change;
import quiesce.tla.Expression.Definition;
import quiesce.tla.Expression.Except;
import quiesce.tla.Expression.Let;
import quiesce.tla.Expression.Name;
import quiesce.tla.Expression.Selected;
import quiesce.tla.Expression.Selector;

/**
 * What definitions have in excess: an operator that gives one of its arguments back is that
 * argument, of several with the same body the first one is used, and a parameter that a body does
 * not mention is none. One may come of another, so it is repeated until none is left.
 */
public final class Simplification {
  private final List<Unit> units;
  private final List<UnaryOperator<Expression>> changes = new ArrayList<>();

  private Simplification(List<Unit> units) {
    this.units = new ArrayList<>(units);
  }

  public static Simplification of(List<Unit> definitions) {
    Simplification all = new Simplification(definitions);
    all.units.replaceAll(Simplification::withoutConstants);
    all.each(Simplification::withoutAliases);
    while (all.step()) {
      all.each(Simplification::withoutAliases);
    }
    return all;
  }

  /** The definitions that are left. */
  public List<Unit> units() {
    return units;
  }

  /** What uses the definitions, as it uses those that are left. */
  public Expression apply(Expression e) {
    Expression now = e;
    for (UnaryOperator<Expression> change : changes) {
      now = Trees.map(now, change);
    }
    return changes.isEmpty() ? now : Trees.map(now, Simplification::withoutAliases);
  }

  public Unit apply(Unit unit) {
    return withoutConstants(
        unit.definition().map(d -> unit.with(Trees.definition(d, apply(d.body())))).orElse(unit));
  }

  private static Unit withoutConstants(Unit unit) {
    return unit.definition()
        .map(d -> unit.with(Trees.definition(d, Constants.folded(d.body()))))
        .orElse(unit);
  }

  private void each(UnaryOperator<Expression> change) {
    units.replaceAll(u -> u.map(change));
  }

  private void change(UnaryOperator<Expression> change) {
    changes.add(change);
    each(change);
  }

  private boolean step() {
    Map<List<Object>, String> bodies = new HashMap<>();
    for (Unit unit : units) {
      if (unit.definition().isEmpty()) {
        continue;
      }
      Definition d = unit.definition().get();
      String same = bodies.putIfAbsent(general(d), d.name());
      Optional<Integer> given = given(d);
      Optional<String> unused =
          d.parameters().stream().filter(p -> !Trees.names(d.body()).contains(p)).findFirst();
      if (given.isPresent()) {
        units.remove(unit);
        change(e -> e instanceof Call c && isOf(d, c) ? c.arguments().get(given.get()) : e);
      } else if (same != null) {
        units.remove(unit);
        change(e -> renamed(d, same, e));
      } else if (unused.isPresent()) {
        shorten(unit, d, d.parameters().indexOf(unused.get()));
      } else {
        continue;
      }
      return true;
    }
    return false;
  }

  private void shorten(Unit unit, Definition d, int parameter) {
    List<String> parameters = without(d.parameters(), parameter);
    units.set(
        units.indexOf(unit),
        unit.with(new Definition(d.name(), parameters, d.body(), d.comment())));
    change(
        e ->
            e instanceof Call c && isOf(d, c)
                ? parameters.isEmpty()
                    ? new Name(d.name())
                    : new Call(d.name(), without(c.arguments(), parameter))
                : e);
  }

  private static <T> List<T> without(List<T> all, int index) {
    List<T> rest = new ArrayList<>(all);
    rest.remove(index);
    return rest;
  }

  private static Expression renamed(Definition d, String other, Expression e) {
    if (e instanceof Call c && isOf(d, c)) {
      return new Call(other, c.arguments());
    }
    return d.parameters().isEmpty() && e.equals(new Name(d.name())) ? new Name(other) : e;
  }

  private static boolean isOf(Definition d, Call c) {
    return c.operator().equals(d.name()) && c.arguments().size() == d.parameters().size();
  }

  /** Its body as that of an operator whose parameters have no names; equal where the bodies are. */
  private static List<Object> general(Definition d) {
    Map<String, Expression> numbers = new LinkedHashMap<>();
    d.parameters().forEach(p -> numbers.put(p, new Name("#" + numbers.size())));
    return List.of(d.parameters().size(), substituted(d.body(), numbers));
  }

  /** The parameter that it gives back, if it does. */
  private static Optional<Integer> given(Definition d) {
    return Trees.map(d.body(), Simplification::reduced) instanceof Name n
            && d.parameters().contains(n.text())
        ? Optional.of(d.parameters().indexOf(n.text()))
        : Optional.empty();
  }

  /** Without names for names, and without local operators that give an argument back. */
  private static Expression withoutAliases(Expression e) {
    if (!(e instanceof Let let)) {
      return e;
    }
    for (Definition d : let.definitions()) {
      Optional<Integer> given = given(d);
      if (given.isPresent()) {
        return withoutAliases(
            local(
                let,
                d,
                x -> x instanceof Call c && isOf(d, c) ? c.arguments().get(given.get()) : x));
      } else if (d.parameters().isEmpty() && d.body() instanceof Name) {
        return withoutAliases(local(let, d, x -> x.equals(new Name(d.name())) ? d.body() : x));
      }
    }
    return let;
  }

  /** The same without one of its definitions, uses of which are changed. */
  private static Expression local(Let let, Definition gone, UnaryOperator<Expression> change) {
    List<Definition> rest =
        let.definitions().stream()
            .filter(d -> d != gone)
            .map(d -> Trees.definition(d, Trees.map(d.body(), change)))
            .toList();
    Expression body = Trees.map(let.body(), change);
    return rest.isEmpty() ? body : new Let(rest, body);
  }

  /** Without local names for parts of what there is, and without changes that change nothing. */
  private static Expression reduced(Expression e) {
    if (e instanceof Let let
        && let.definitions().stream().allMatch(d -> d.parameters().isEmpty() && isPart(d.body()))) {
      Map<String, Expression> values = new LinkedHashMap<>();
      let.definitions().forEach(d -> values.put(d.name(), substituted(d.body(), values)));
      return Trees.map(substituted(let.body(), values), Simplification::reduced);
    } else if (e instanceof Except x) {
      List<Change> left =
          x.changes().stream()
              .filter(c -> !c.value().equals(part(x.original(), c)) && !isItself(c.value()))
              .toList();
      return left.isEmpty() ? x.original() : new Except(x.original(), left);
    }
    return e;
  }

  private static boolean isItself(Expression value) {
    return value.equals(new Name("@"));
  }

  private static boolean isPart(Expression e) {
    return e instanceof Name
        || e instanceof Selected s && isPart(s.record())
        || e instanceof Applied a
            && isPart(a.function())
            && a.arguments().stream().allMatch(Simplification::isPart);
  }

  private static Expression part(Expression whole, Change change) {
    Expression part = whole;
    for (Selector s : change.path()) {
      part =
          s instanceof Selector.Index i
              ? new Applied(part, i.arguments())
              : new Selected(part, ((Selector.Field) s).name());
    }
    return part;
  }

  private static Expression substituted(Expression e, Map<String, Expression> values) {
    return Trees.map(
        e, part -> part instanceof Name n ? values.getOrDefault(n.text(), part) : part);
  }

  /**
   * Those of a module's parts that it uses.
   *
   * @param roots names that are used from outside
   */
  public static List<Unit> used(List<Unit> module, Set<String> roots) {
    Map<String, Set<String>> words =
        module.stream()
            .filter(u -> u.name().isPresent())
            .collect(Collectors.toMap(u -> u.name().get(), Unit::words, (a, b) -> a));
    Set<String> reached = new LinkedHashSet<>();
    List<String> todo = new ArrayList<>(roots);
    module.stream().filter(u -> u.name().isEmpty()).forEach(u -> todo.addAll(u.words()));
    while (!todo.isEmpty()) {
      String name = todo.remove(todo.size() - 1);
      if (words.containsKey(name) && reached.add(name)) {
        todo.addAll(words.get(name));
      }
    }
    return module.stream().filter(u -> u.name().map(reached::contains).orElse(true)).toList();
  }
}
