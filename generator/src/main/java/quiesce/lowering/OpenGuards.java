package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Statement;

/** The guards of one function that hold something at a place, the outermost first. */
final class OpenGuards {
  /**
   * @param names what names mean where it was declared
   */
  private record Open(Statement.Evaluation leave, Map<String, Typed> names) {}

  private final ThreadLowering in;
  private final List<Open> all = new ArrayList<>();

  OpenGuards(ThreadLowering in) {
    this.in = in;
  }

  /** How many there are. */
  int depth() {
    return all.size();
  }

  void lower(Statement.Guarded g) {
    in.scope.enterBlock();
    try {
      refuseLoads(g);
      g.enter().forEach(in.statements::noted);
      all.add(new Open(g.leave(), in.scope.names()));
      in.statements.noted(g.body());
      leave(depth() - 1);
      all.remove(depth() - 1);
    } finally {
      in.scope.leave();
    }
  }

  /** Leaves those that came after so many, the last one first; they stay open for other ways. */
  void leave(int outer) {
    for (int i = depth() - 1; i >= outer && in.graph.isReached(); i--) {
      Open guard = all.get(i);
      in.scope.inNames(
          guard.names(),
          () -> in.withTemporaries(() -> in.expressions.effect(guard.leave().expression())));
    }
  }

  /** Whether something is held where one jumps from, or to. */
  void refuseJump(Place place) {
    if (depth() > 0) {
      throw new Refusal(
          place,
          "a goto or its label in the block of a guard",
          "return from there; or write the calls in place of the guard");
    }
  }

  /** What it is called with is found once, and its calls are made with the same. */
  private void refuseLoads(Statement.Guarded g) {
    ((Expression.Call) g.leave().expression())
        .arguments().stream()
            .flatMap(TreeWalk::all)
            .filter(e -> e instanceof Expression.Member m && !isLocal(m.object()))
            .findFirst()
            .ifPresent(
                e -> {
                  throw new Refusal(
                      e.place(),
                      "a guard of what is looked up as it is declared",
                      "put the pointer into a local first");
                });
  }

  private boolean isLocal(Expression e) {
    return e instanceof Expression.Name n && in.scope.lookup(n.name()).isPresent()
        || e instanceof Expression.AddressOf;
  }
}
