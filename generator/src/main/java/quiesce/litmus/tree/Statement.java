package quiesce.litmus.tree;

import java.util.List;
import java.util.Optional;
import quiesce.source.Place;

/** A statement of a process. */
public sealed interface Statement {
  Place place();

  /** One name of a declaration. */
  record Declaration(Place place, Type type, String name, Optional<Expression> initialiser)
      implements Statement {}

  record Assignment(Place place, Expression target, Expression value) implements Statement {}

  /** An expression for its effect. */
  record Evaluation(Place place, Expression expression) implements Statement {}

  record If(Place place, Expression condition, Statement then, Optional<Statement> otherwise)
      implements Statement {}

  record Block(Place place, List<Statement> statements) implements Statement {
    public Block {
      statements = List.copyOf(statements);
    }
  }
}
