package quiesce.lkmm;

import java.util.List;

/** A statement of a litmus test's C. */
public sealed interface Statement {
  /** One that is written as it is. */
  record Line(String text) implements Statement {}

  /** A branch; either arm may be empty, but not both. */
  record If(Condition condition, List<Statement> then, List<Statement> otherwise)
      implements Statement {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }

    /** The condition, or its opposite where only the second arm has anything. */
    public String text() {
      return then.isEmpty() ? condition.opposite() : condition.text();
    }

    /** What happens then. */
    public List<Statement> first() {
      return then.isEmpty() ? otherwise : then;
    }

    /** What happens else. */
    public List<Statement> second() {
      return then.isEmpty() ? List.of() : otherwise;
    }
  }

  default boolean isIf() {
    return this instanceof If;
  }

  static Statement line(String format, Object... arguments) {
    return new Line(format.formatted(arguments));
  }

  /** One that happens if a condition holds. */
  static Statement when(String condition, String format, Object... arguments) {
    return new If(new Condition(condition, ""), List.of(line(format, arguments)), List.of());
  }
}
