package quiesce.tla;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An expression of TLA+, be it a value or a condition. It is simplified and negated as the tree
 * that it is ({@link Logic}); {@link Printer} alone makes text of it, and {@link Reader} a tree of
 * text.
 */
public sealed interface Expression {
  /** A variable, a constant, an operator without arguments, or {@code @}. */
  record Name(String text) implements Expression {}

  /** One of those of which no two are equal: {@code NULL}, or a string with its quotes. */
  record Constant(String text) implements Expression {}

  record Number(int value) implements Expression {}

  record Truth(boolean value) implements Expression {}

  record Infix(Operator operator, Expression left, Expression right) implements Expression {}

  /** Consecutive operands of one operator: a conjunction, a disjunction, a product of sets. */
  record Chain(Operator operator, List<Expression> operands) implements Expression {
    public Chain {
      boolean grouped = operator == Operator.PRODUCT;
      operands =
          operands.stream()
              .flatMap(
                  o ->
                      !grouped && o instanceof Chain c && c.operator() == operator
                          ? c.operands().stream()
                          : Stream.of(o))
              .toList();
    }
  }

  record Prefix(Operator operator, Expression operand) implements Expression {}

  /** What it is in the next state. */
  record Primed(Expression operand) implements Expression {}

  /** An operator of the module applied to arguments. */
  record Call(String operator, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** A function applied to arguments. */
  record Applied(Expression function, List<Expression> arguments) implements Expression {
    public Applied {
      arguments = List.copyOf(arguments);
    }
  }

  /** A field of a record. */
  record Selected(Expression record, String field) implements Expression {}

  record SetOf(List<Expression> elements) implements Expression {
    public SetOf {
      elements = List.copyOf(elements);
    }
  }

  record Tuple(List<Expression> elements) implements Expression {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  record Fields(List<FieldValue> fields) implements Expression {
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /** A field of a record that is written out. */
  record FieldValue(String name, Expression value) {}

  /** The records whose fields are in these sets. */
  record Records(List<FieldValue> fields) implements Expression {
    public Records {
      fields = List.copyOf(fields);
    }
  }

  /** The functions from one set to another. */
  record Functions(Expression from, Expression to) implements Expression {}

  /**
   * An action together with the variables that it may leave as they are, {@code [A]_v}, or changes,
   * <code>&lt;&lt;A&gt;&gt;_v</code>.
   */
  record Step(boolean mayStutter, Expression action, String variables) implements Expression {}

  /** A function or record that differs from another one. */
  record Except(Expression original, List<Change> changes) implements Expression {
    public Except {
      changes = List.copyOf(changes);
    }
  }

  /** What becomes of one part. */
  record Change(List<Selector> path, Expression value) {
    public Change {
      path = List.copyOf(path);
    }
  }

  /** A step on the way to a part of a function or record. */
  sealed interface Selector {
    record Index(List<Expression> arguments) implements Selector {
      public Index {
        arguments = List.copyOf(arguments);
      }
    }

    record Field(String name) implements Selector {}
  }

  /** Variables that take the values of a set. */
  record Bound(List<String> names, Expression set) {
    public Bound {
      names = List.copyOf(names);
    }
  }

  record Function(List<Bound> bounds, Expression value) implements Expression {
    public Function {
      bounds = List.copyOf(bounds);
    }
  }

  /** The elements of a set for which something holds. */
  record Filter(Bound bound, Expression condition) implements Expression {}

  /** The values of an expression, for all elements of sets. */
  record Image(Expression value, List<Bound> bounds) implements Expression {
    public Image {
      bounds = List.copyOf(bounds);
    }
  }

  record Quantified(Quantifier quantifier, List<Bound> bounds, Expression body)
      implements Expression {
    public Quantified {
      bounds = List.copyOf(bounds);
    }
  }

  /** How a variable is bound. */
  enum Quantifier {
    EXISTS("\\E"),
    FOR_ALL("\\A"),
    CHOOSE("CHOOSE");

    final String sign;

    Quantifier(String sign) {
      this.sign = sign;
    }
  }

  record If(Expression condition, Expression yes, Expression no) implements Expression {}

  record Case(List<Arm> arms, Optional<Expression> other) implements Expression {
    public Case {
      arms = List.copyOf(arms);
    }
  }

  /** One of the cases. */
  record Arm(Expression condition, Expression value) {}

  record Let(List<Definition> definitions, Expression body) implements Expression {
    public Let {
      definitions = List.copyOf(definitions);
    }
  }

  /**
   * An operator with its parameters.
   *
   * @param comment lines above it
   */
  record Definition(String name, List<String> parameters, Expression body, List<String> comment) {
    public Definition {
      parameters = List.copyOf(parameters);
      comment = List.copyOf(comment);
    }

    public Definition(String name, List<String> parameters, Expression body) {
      this(name, parameters, body, List.of());
    }
  }

  record Lambda(List<String> parameters, Expression body) implements Expression {
    public Lambda {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * Text that is taken as it is.
   *
   * @param tight whether it binds tighter than any operator
   */
  record Raw(String text, boolean tight) implements Expression {}

  /** What a template has written: a tree where {@link Reader} knows all of it, else the text. */
  static Expression of(String text) {
    return Reader.expression(text).orElseGet(() -> new Raw(text, false));
  }

  /** Whether a text says something of the next state. */
  static boolean hasPrime(String text) {
    return Tokens.of(text).stream().anyMatch(t -> t.is("'"));
  }

  /** The names and operators in it. */
  default Set<String> names() {
    return Trees.names(this);
  }

  /** On one line, by itself or between commas. */
  default String text() {
    return Printer.line(this);
  }

  /** On one line, after an equals sign. */
  default String afterEquals() {
    return Printer.lineAfterEquals(this);
  }
}
