package quiesce.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A statement as it is written. */
public sealed interface Statement {
  Place place();

  /** {@code type name = initialiser;} A declaration of several names becomes several of these. */
  record Declaration(Place place, Type type, String name, Optional<Expression> initialiser)
      implements Statement {}

  /** An expression for its effect: a call, or an assignment. */
  record Evaluation(Place place, Expression expression) implements Statement {}

  record If(Place place, Expression condition, Statement then, Optional<Statement> otherwise)
      implements Statement {}

  record While(Place place, Expression condition, Statement body) implements Statement {}

  record DoWhile(Place place, Statement body, Expression condition) implements Statement {}

  /**
   * {@code for (begin; condition; step) body}.
   *
   * @param begin declarations, or what is evaluated once
   * @param step what is evaluated after each round
   */
  record For(
      Place place,
      List<Statement> begin,
      Optional<Expression> condition,
      List<Statement> step,
      Statement body)
      implements Statement {
    public For {
      begin = List.copyOf(begin);
      step = List.copyOf(step);
    }
  }

  /** {@code for_each_possible_cpu(variable) body}. */
  record ForEachPossibleCpu(Place place, String variable, Statement body) implements Statement {}

  /**
   * {@code list_for_each_entry(variable, head, member) body}.
   *
   * @param first what leads to the first member, or to the head
   * @param condition whether that is a member
   * @param before what is done in each round before the body
   * @param step what leads to the next one
   * @param variable where the entry is in the body; nothing, when the loop has ended by itself
   * @param following the variable for the next entry, which nobody but the loop may use
   */
  record ForEachEntry(
      Place place,
      Statement first,
      Expression condition,
      List<Statement> before,
      Statement step,
      Optional<String> variable,
      Optional<String> following,
      Statement body)
      implements Statement {
    public ForEachEntry {
      before = List.copyOf(before);
    }
  }

  /** {@code switch (value) body}. */
  record Switch(Place place, Expression value, Statement body) implements Statement {}

  /**
   * {@code case value:}; the statement that it labels follows it in the block.
   *
   * @param value empty for {@code default:}
   */
  record Case(Place place, Optional<Expression> value) implements Statement {}

  /**
   * {@code guard(kind)(argument);} and what is after it in its block, or {@code scoped_guard(kind,
   * argument) body}.
   *
   * @param enter what is done before the body
   * @param leave what is done on every path out of it
   */
  record Guarded(Place place, List<Statement> enter, Evaluation leave, Statement body)
      implements Statement {
    public Guarded {
      enter = List.copyOf(enter);
    }
  }

  record Break(Place place) implements Statement {}

  record Continue(Place place) implements Statement {}

  record Return(Place place, Optional<Expression> value) implements Statement {}

  record Goto(Place place, String label) implements Statement {}

  /** {@code name:}; the statement that it labels follows it in the block. */
  record Label(Place place, String name) implements Statement {}

  /** {@code { ... }}, and {@code ;} as an empty one. */
  record Block(Place place, List<Statement> statements) implements Statement {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /** This statement and all inside it, in the order of the text. */
  default Stream<Statement> all() {
    return Stream.concat(Stream.of(this), parts().flatMap(Statement::all));
  }

  /** The statements that it consists of. */
  default Stream<Statement> parts() {
    if (this instanceof Block b) {
      return b.statements().stream();
    } else if (this instanceof If i) {
      return Stream.concat(Stream.of(i.then()), i.otherwise().stream());
    } else if (this instanceof While w) {
      return Stream.of(w.body());
    } else if (this instanceof DoWhile w) {
      return Stream.of(w.body());
    } else if (this instanceof For f) {
      return Stream.of(f.begin().stream(), f.step().stream(), Stream.of(f.body()))
          .flatMap(part -> part);
    } else if (this instanceof ForEachEntry f) {
      return Stream.of(Stream.of(f.first()), f.before().stream(), Stream.of(f.body(), f.step()))
          .flatMap(part -> part);
    } else if (this instanceof Guarded g) {
      return Stream.concat(g.enter().stream(), Stream.of(g.body(), g.leave()));
    } else if (this instanceof Switch s) {
      return Stream.of(s.body());
    }
    return this instanceof ForEachPossibleCpu f ? Stream.of(f.body()) : Stream.empty();
  }
}
