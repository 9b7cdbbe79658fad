package quiesce.lowering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Strategy;
import quiesce.steps.Closure;

/**
 * What a file uses of the kernel, as far as that is C. It has no place in the file: what happens in
 * it does where the file calls it.
 */
final class OfKernel {
  private final Set<String> names;
  private final Map<String, Item.Function> functions;
  private final List<Item.Function> used;
  private final Map<String, Place> calledAt = new LinkedHashMap<>();

  OfKernel(Strategy strategy) {
    names = strategy.kernel().stream().map(Item::name).collect(Collectors.toSet());
    functions =
        strategy.kernel().stream()
            .filter(Item.Function.class::isInstance)
            .map(Item.Function.class::cast)
            .collect(Collectors.toMap(Item.Function::name, f -> f));
    List<Item.Function> own = strategy.items(Item.Function.class);
    used = List.copyOf(Closure.of(own.stream(), f -> named(f).map(this::function)));
    for (Item.Function f : own) {
      named(f)
          .forEach(
              n ->
                  Closure.of(Stream.of(function(n)), g -> named(g).map(this::function))
                      .forEach(g -> calledAt.putIfAbsent(g.name(), n.place())));
    }
  }

  private Stream<Expression.Name> named(Item.Function f) {
    return TreeWalk.all(Expression.Name.class, f).filter(n -> functions.containsKey(n.name()));
  }

  private Item.Function function(Expression.Name name) {
    return functions.get(name.name());
  }

  /** Whether it is the kernel's. */
  boolean has(String name) {
    return names.contains(name);
  }

  /** The functions of the file, and what these call of the kernel's. */
  List<Item.Function> used() {
    return used;
  }

  /** Where the file first calls what leads to a function of the kernel; empty of its own. */
  Optional<Place> calledAt(Item.Function f) {
    return Optional.ofNullable(calledAt.get(f.name()));
  }
}
