package quiesce.lowering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.primitives.Dialect;
import quiesce.primitives.Primitives;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Statement;
import quiesce.source.Strategy;

/** Calls of what is neither a function of the file nor a primitive that the machine has. */
final class MissingCalls {
  private MissingCalls() {}

  /**
   * Refuses a file with primitives that the machine does not have, each name once, and what else is
   * wrong for certain. The rest of it means nothing without them.
   */
  static void refuse(Strategy strategy) {
    if (strategy.unsupported().isNothing()) {
      return;
    }
    Diagnostics problems = new Diagnostics(strategy.file());
    problems.add(strategy.unsupported().found());
    List<Item.Function> functions = strategy.items(Item.Function.class);
    Set<String> known = new HashSet<>(strategy.unsupported().names());
    strategy.all(Item.class).forEach(i -> known.add(i.name()));
    for (Item.Function f : functions) {
      Set<String> names = new HashSet<>(known);
      f.parameters().forEach(p -> names.add(p.name()));
      f.body().stream()
          .flatMap(Statement::all)
          .filter(Statement.Declaration.class::isInstance)
          .forEach(d -> names.add(((Statement.Declaration) d).name()));
      TreeWalk.all(Expression.Call.class, f)
          .map(Expression.Call::callee)
          .filter(Expression.Name.class::isInstance)
          .map(Expression.Name.class::cast)
          .filter(n -> names.add(n.name()) && known.add(n.name()))
          .forEach(
              n ->
                  Refusal.noted(
                      problems,
                      () -> {
                        if (!problems.isOfWhatIsHeld(n.name())) {
                          find(n, functions.stream().map(Item.Function::name));
                        }
                      }));
    }
    problems.throwIfAny();
  }

  /** The primitive that a name means; refuses a name that means none. */
  private static void find(Expression.Name n, Stream<String> functions) {
    unsupported(n)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    if (Primitives.find(n.name(), Dialect.STRATEGY).isEmpty()) {
      throw unknown(n, functions);
    }
  }

  /** Why a name of the kernel's cannot be called; empty of every other. */
  static Optional<Refusal> unsupported(Expression.Name n) {
    return Primitives.instead(n.name(), Dialect.STRATEGY)
        .map(help -> new Refusal(n.place(), n.name() + "() is not supported", help));
  }

  static Refusal unknown(Expression.Name n, Stream<String> functions) {
    return new Refusal(
        n.place(),
        n.name() + "() is neither a function of this file nor a supported primitive",
        Primitives.nearest(n.name(), Dialect.STRATEGY, functions)
            .orElse("define it here: what it touches decides whether the strategy is safe"));
  }
}
