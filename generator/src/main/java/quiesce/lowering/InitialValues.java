package quiesce.lowering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Type;
import quiesce.steps.Value;

/** What the variables and the arrays of a strategy hold in the beginning. */
final class InitialValues {
  private final Symbols symbols;
  private final Map<String, Item.Variable> variables;
  private final Arrays arrays;
  private final Set<String> functions;

  InitialValues(Symbols symbols, Map<String, Item.Variable> variables, Arrays arrays) {
    this.symbols = symbols;
    this.variables = variables;
    this.arrays = arrays;
    this.functions =
        Stream.concat(
                variables.values().stream().flatMap(v -> v.initialiser().stream()),
                arrays.all().values().stream()
                    .flatMap(a -> a.given().stream().flatMap(Optional::stream)))
            .flatMap(e -> Initial.function(e).stream())
            .collect(Collectors.toSet());
  }

  /** Reports what cannot be held. */
  void check(Diagnostics problems) {
    for (Item.Variable v : variables.values()) {
      v.initialiser().ifPresent(e -> Refusal.noted(problems, () -> of(e, v.type(), v.name())));
      if (v.type() instanceof Type.Struct) {
        problems.report(
            v.place(),
            "a struct by value without an initialiser",
            "write what the provider's object holds: { .member = function, ... }");
      }
    }
    arrays
        .all()
        .forEach(
            (name, a) ->
                a.given().stream()
                    .flatMap(Optional::stream)
                    .forEach(e -> Refusal.noted(problems, () -> of(e, a.type(), element(name)))));
  }

  /** What a variable holds. */
  Value of(Item.Variable v) {
    return v.initialiser()
        .map(e -> of(e, v.type(), v.name()))
        .orElseGet(() -> Initial.zero(v.type()));
  }

  /** What each element of an array holds. */
  List<Value> of(String array, Arrays.Sized a) {
    return a.given().stream()
        .map(
            given ->
                given
                    .map(e -> of(e, a.type(), element(array)))
                    .orElseGet(() -> Initial.zero(a.type())))
        .toList();
  }

  private Value of(Expression e, Type type, String what) {
    return Initial.function(e)
        .flatMap(name -> symbols.functionValue(name).or(() -> symbols.structValue(name, e.place())))
        .map(of -> of.as(type, e.place()))
        .orElseGet(() -> Initial.of(e, type, what));
  }

  private static String element(String array) {
    return "an element of " + array;
  }

  /** Whether something leads to this function. */
  boolean has(String function) {
    return functions.contains(function);
  }
}
