package quiesce.steps;

import java.util.List;

/** The edges that are taken when a condition holds, and when it does not. */
public record Exits(List<Graph.Edge> whenTrue, List<Graph.Edge> whenFalse) {
  public Exits {
    whenTrue = List.copyOf(whenTrue);
    whenFalse = List.copyOf(whenFalse);
  }

  /** Of a branch. */
  public static Exits of(int branch) {
    return new Exits(List.of(new Graph.Edge(branch, 0)), List.of(new Graph.Edge(branch, 1)));
  }

  public Exits not() {
    return new Exits(whenFalse, whenTrue);
  }

  /** Of either of two conditions, of which one is evaluated. */
  public Exits joined(Exits other) {
    return new Exits(Graph.both(whenTrue, other.whenTrue), Graph.both(whenFalse, other.whenFalse));
  }

  /** Of {@code &&}, whose right operand begins where this one holds. */
  public Exits and(Exits right) {
    return new Exits(right.whenTrue, Graph.both(whenFalse, right.whenFalse));
  }

  /** Of {@code ||}, whose right operand begins where this one does not hold. */
  public Exits or(Exits right) {
    return new Exits(Graph.both(whenTrue, right.whenTrue), right.whenFalse);
  }
}
