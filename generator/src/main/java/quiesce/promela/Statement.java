package quiesce.promela;

import java.util.List;
import java.util.stream.Stream;

/** A statement of Promela. */
public sealed interface Statement {
  /** One that is written as it is. */
  record Line(String text) implements Statement {}

  /** Any of the branches whose guard holds; the last one may be {@code else}. */
  record Choice(List<Branch> branches) implements Statement {
    public Choice {
      branches = List.copyOf(branches);
    }
  }

  /**
   * What may happen, and when.
   *
   * @param guard an expression
   */
  record Branch(String guard, List<Statement> then) {
    public Branch {
      then = List.copyOf(then);
    }

    static Branch of(String guard, Statement... then) {
      return new Branch(guard, List.of(then));
    }
  }

  default boolean isChoice() {
    return this instanceof Choice;
  }

  static Statement line(String format, Object... arguments) {
    return new Line(format.formatted(arguments));
  }

  /** One that happens if a condition holds. */
  static Statement when(String condition, Statement... then) {
    return new Choice(List.of(Branch.of(condition, then), Branch.of("else", new Line("skip"))));
  }

  /** What may happen, be it by the one way or by the other. */
  static List<Branch> either(List<Branch> one, List<Branch> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** Several, in this order. */
  @SafeVarargs
  static List<Statement> all(List<Statement>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }
}
