package quiesce.lowering;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.steps.Closure;

/** Finds the function of the file that a value names: by itself, or by way of parameters. */
final class NamedFunctions {
  /** A value, and the function that it is in, by its name. */
  private record Given(Expression value, String in) {}

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
    Set<Given> all = Closure.of(Stream.of(new Given(value, in.name())), this::arguments);
    List<Optional<Expression.Name>> named =
        all.stream().filter(g -> parameter(g).isEmpty()).map(this::named).toList();
    boolean same = named.stream().map(n -> n.map(Expression.Name::name)).distinct().count() == 1;
    return same ? named.get(0) : Optional.empty();
  }

  private Optional<Expression.Name> named(Given g) {
    return name(g)
        .filter(n -> index(n.name(), symbols.function(g.in()).orElseThrow()).isEmpty())
        .filter(n -> symbols.function(n.name()).isPresent());
  }

  private static Optional<Expression.Name> name(Given g) {
    Expression bare = g.value() instanceof Expression.AddressOf a ? a.operand() : g.value();
    return bare instanceof Expression.Name n ? Optional.of(n) : Optional.empty();
  }

  /** What is passed for a parameter, in all calls of its function. */
  private Stream<Given> arguments(Given g) {
    return parameter(g).stream()
        .flatMap(
            index ->
                symbols.functions().stream()
                    .flatMap(
                        caller ->
                            TreeWalk.all(Expression.Call.class, caller)
                                .filter(c -> c.name().equals(g.in()))
                                .filter(c -> c.arguments().size() > index)
                                .map(c -> new Given(c.arguments().get(index), caller.name()))));
  }

  /** Which parameter it is, of a function that others pass it to and that does not assign it. */
  private Optional<Integer> parameter(Given g) {
    Item.Function f = symbols.function(g.in()).orElseThrow();
    return name(g)
        .map(Expression.Name::name)
        .filter(n -> f.roles().isEmpty())
        .filter(n -> f.body().filter(b -> Assignments.names(b).contains(n)).isEmpty())
        .flatMap(n -> index(n, f));
  }

  private static Optional<Integer> index(String parameter, Item.Function f) {
    return IntStream.range(0, f.parameters().size())
        .filter(i -> f.parameters().get(i).name().equals(parameter))
        .boxed()
        .findFirst();
  }
}
