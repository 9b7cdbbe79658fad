package quiesce.lowering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Statement;
import quiesce.source.Strategy;
import quiesce.source.Type;

/**
 * Which pointers may be errors: {@code ERR_PTR()}, what becomes one in a local, and what functions
 * return of that. No pointer of the machine is one: each such local is NULL then, and has a number
 * beside it, which is the error, or 0.
 */
final class ErrorPointers {
  static final String MAKE = "ERR_PTR";
  static final String CAST = "ERR_CAST";

  private final Set<String> functions = new HashSet<>();
  private final Map<String, Set<String>> locals = new HashMap<>();

  /** The file without pointers that are errors, as far as it is known which they are. */
  static Strategy resolved(Strategy strategy, Diagnostics problems) {
    List<Item.Function> all = strategy.items(Item.Function.class);
    boolean any =
        all.stream()
            .flatMap(f -> TreeWalk.all(Expression.Call.class, f))
            .anyMatch(c -> c.name().equals(MAKE));
    if (!any) {
      return strategy;
    }
    ErrorPointers errors = new ErrorPointers(all, named(strategy, all));
    List<Item> items =
        strategy.items().stream()
            .map(
                i ->
                    i instanceof Item.Function f
                        ? new ErrorRewriting(errors, f, problems).rewritten()
                        : i)
            .toList();
    return new Strategy(
        strategy.file(),
        strategy.frontMatter(),
        items,
        strategy.kernel(),
        strategy.setAside(),
        strategy.macros(),
        strategy.unsupported());
  }

  /** The functions that are more than called. */
  private static Set<String> named(Strategy strategy, List<Item.Function> all) {
    Set<String> named = new HashSet<>();
    strategy
        .items(Item.ObjectInitialiser.class)
        .forEach(i -> i.members().values().forEach(e -> names(e).forEach(named::add)));
    strategy
        .items(Item.Variable.class)
        .forEach(v -> v.initialiser().ifPresent(e -> names(e).forEach(named::add)));
    strategy
        .items(Item.Array.class)
        .forEach(a -> a.initial().forEach(e -> names(e.value()).forEach(named::add)));
    strategy.items(Item.StaticCall.class).forEach(c -> c.function().ifPresent(named::add));
    for (Item.Function f : all) {
      Set<Expression> called =
          TreeWalk.all(Expression.Call.class, f)
              .map(Expression.Call::callee)
              .collect(Collectors.toSet());
      TreeWalk.all(Expression.Name.class, f)
          .filter(n -> !called.contains(n))
          .forEach(n -> named.add(n.name()));
    }
    return named;
  }

  private static Stream<String> names(Expression e) {
    return TreeWalk.all(e)
        .filter(Expression.Name.class::isInstance)
        .map(n -> ((Expression.Name) n).name());
  }

  private ErrorPointers(List<Item.Function> all, Set<String> named) {
    List<Item.Function> own = all.stream().filter(f -> f.body().isPresent()).toList();
    boolean more = true;
    while (more) {
      more = false;
      for (Item.Function f : own) {
        more |= locals.computeIfAbsent(f.name(), n -> new HashSet<>()).addAll(assigned(f));
        more |=
            f.result() instanceof Type.Pointer
                && f.roles().isEmpty()
                && !named.contains(f.name())
                && returnsOne(f)
                && functions.add(f.name());
      }
    }
  }

  private boolean returnsOne(Item.Function f) {
    return f.body().stream()
        .flatMap(Statement::all)
        .filter(Statement.Return.class::isInstance)
        .flatMap(r -> ((Statement.Return) r).value().stream())
        .anyMatch(e -> isOne(e, f));
  }

  private Set<String> assigned(Item.Function f) {
    Stream<String> declared =
        TreeWalk.locals(f)
            .filter(d -> d.initialiser().filter(e -> isOne(e, f)).isPresent())
            .map(Statement.Declaration::name);
    Stream<String> later =
        TreeWalk.all(Expression.Assign.class, f)
            .filter(a -> a.target() instanceof Expression.Name && isOne(a.value(), f))
            .map(a -> ((Expression.Name) a.target()).name());
    return Stream.concat(declared, later)
        .filter(n -> TreeWalk.declared(n, f).filter(Type.Pointer.class::isInstance).isPresent())
        .collect(Collectors.toSet());
  }

  /** Whether an expression may be an error. */
  boolean isOne(Expression e, Item.Function in) {
    if (e instanceof Expression.Name n) {
      return locals(in).contains(n.name());
    } else if (e instanceof Expression.Conditional c) {
      return c.arms().anyMatch(arm -> isOne(arm, in))
          || c.then().isEmpty() && isOne(c.condition(), in);
    } else if (e instanceof Expression.Assign a) {
      return isOne(a.value(), in);
    } else if (e instanceof Expression.Cast c) {
      return isOne(c.operand(), in);
    }
    return e instanceof Expression.Call c
        && (Set.of(MAKE, CAST).contains(c.name()) || functions.contains(c.name()));
  }

  /** The locals and parameters of a function that may be errors. */
  Set<String> locals(Item.Function f) {
    return locals.getOrDefault(f.name(), Set.of());
  }

  boolean isReturnedBy(String function) {
    return functions.contains(function);
  }

  /** A call of a function that may return an error. */
  Optional<Expression.Call> call(Expression e) {
    return e.bare() instanceof Expression.Call c && functions.contains(c.name())
        ? Optional.of(c)
        : Optional.empty();
  }
}
