package quiesce.lowering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import quiesce.source.Expression;
import quiesce.source.Item;

/** Finds the function of the file that a value names: by itself, or by way of a parameter. */
final class NamedFunctions {
  private final Symbols symbols;

  NamedFunctions(Symbols symbols) {
    this.symbols = symbols;
  }

  /**
   * The name as it is written where the function is named.
   *
   * @param in the function that the value is in
   * @return empty if it is none, or not the same in all calls
   */
  Optional<Expression.Name> of(Expression value, Item.Function in) {
    return of(value, in, new HashSet<>());
  }

  private Optional<Expression.Name> of(Expression value, Item.Function in, Set<String> seen) {
    if (!((value instanceof Expression.AddressOf a ? a.operand() : value)
        instanceof Expression.Name name)) {
      return Optional.empty();
    }
    Optional<Integer> parameter = parameter(name, in);
    if (parameter.isEmpty()) {
      return symbols.function(name.name()).map(f -> name);
    }
    boolean assigned =
        in.body().filter(b -> Assignments.names(b).contains(name.name())).isPresent();
    if (assigned || !in.roles().isEmpty() || !seen.add(in.name())) {
      return Optional.empty();
    }
    int index = parameter.get();
    List<Optional<Expression.Name>> given =
        symbols.functions().stream()
            .flatMap(
                caller ->
                    TreeWalk.all(Expression.Call.class, caller)
                        .filter(c -> c.name().equals(in.name()) && c.arguments().size() > index)
                        .map(c -> of(c.arguments().get(index), caller, seen)))
            .toList();
    seen.remove(in.name());
    boolean same = given.stream().map(g -> g.map(Expression.Name::name)).distinct().count() == 1;
    return same ? given.get(0) : Optional.empty();
  }

  private static Optional<Integer> parameter(Expression.Name name, Item.Function in) {
    return IntStream.range(0, in.parameters().size())
        .filter(i -> in.parameters().get(i).name().equals(name.name()))
        .boxed()
        .findFirst();
  }
}
