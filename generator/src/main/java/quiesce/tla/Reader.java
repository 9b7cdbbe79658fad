package quiesce.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import quiesce.tla.Expression.Applied;
import quiesce.tla.Expression.Arm;
import quiesce.tla.Expression.Bound;
import quiesce.tla.Expression.Call;
import quiesce.tla.Expression.Case;
import quiesce.tla.Expression.Chain;
import quiesce.tla.Expression.Change;
import quiesce.tla.Expression.Constant;
import quiesce.tla.Expression.Definition;
import quiesce.tla.Expression.Except;
import quiesce.tla.Expression.FieldValue;
import quiesce.tla.Expression.Fields;
import quiesce.tla.Expression.Filter;
import quiesce.tla.Expression.Function;
import quiesce.tla.Expression.Functions;
import quiesce.tla.Expression.If;
import quiesce.tla.Expression.Image;
import quiesce.tla.Expression.Infix;
import quiesce.tla.Expression.Lambda;
import quiesce.tla.Expression.Let;
import quiesce.tla.Expression.Name;
import quiesce.tla.Expression.Prefix;
import quiesce.tla.Expression.Primed;
import quiesce.tla.Expression.Quantified;
import quiesce.tla.Expression.Quantifier;
import quiesce.tla.Expression.Records;
import quiesce.tla.Expression.Selected;
import quiesce.tla.Expression.Selector;
import quiesce.tla.Expression.SetOf;
import quiesce.tla.Expression.Step;
import quiesce.tla.Expression.Tuple;

/**
 * Reads the expressions that templates write: the part of TLA+ that {@link Printer} writes. A list
 * of bullets ends where TLA+ ends it, at the first word that is not to the right of its bullet.
 */
final class Reader {
  private final TokenCursor in;

  /** Whether there was a bullet without another one. */
  private boolean lone;

  private Reader(List<Tokens.Token> tokens) {
    this.in = new TokenCursor(tokens);
  }

  /** The expression; empty where the text is none, or has what this does not read. */
  static Optional<Expression> expression(String text) {
    return read(text).map(Reading::expression);
  }

  /**
   * What a text says.
   *
   * @param lone whether it has a list of a single bullet
   */
  record Reading(Expression expression, boolean lone) {}

  static Optional<Reading> read(String text) {
    try {
      Reader reader = new Reader(Tokens.of(text));
      Expression all = reader.all();
      return Optional.of(new Reading(all, reader.lone));
    } catch (TokenCursor.Unexpected e) {
      return Optional.empty();
    }
  }

  private Expression all() {
    Expression e = expression();
    in.expectEnd();
    return e;
  }

  private Expression expression() {
    return expression(0);
  }

  /** Operators of this precedence, or tighter ones, and their operands. */
  private Expression expression(int least) {
    Expression left = operand();
    while (true) {
      Optional<Operator> found = Operator.infix(in.token().text()).filter(o -> o.low() >= least);
      if (found.isEmpty()) {
        return left;
      }
      Operator o = found.get();
      List<Expression> operands = new ArrayList<>(List.of(left));
      do {
        in.advance();
        operands.add(expression(o.high() + 1));
      } while (o.isChained() && in.at(o.sign()));
      left =
          o.isChained() ? new Chain(o, operands) : new Infix(o, operands.get(0), operands.get(1));
    }
  }

  private Expression operand() {
    Tokens.Token t = in.token();
    if (t.kind() == Tokens.Kind.NUMBER) {
      in.advance();
      return selected(number(t.text(), 1));
    } else if (t.kind() == Tokens.Kind.STRING) {
      in.advance();
      return selected(new Constant(t.text()));
    } else if (t.is(Operator.AND.sign()) || t.is(Operator.OR.sign())) {
      return bullets(t);
    }
    Optional<Operator> prefix = Operator.prefix(t.text());
    if (prefix.isPresent()) {
      in.advance();
      return prefixed(prefix.get());
    }
    return t.kind() == Tokens.Kind.WORD ? worded(t.text()) : selected(bracketed());
  }

  private static Expression number(String digits, int sign) {
    try {
      return Logic.number(Math.toIntExact(sign * Long.parseLong(digits)));
    } catch (NumberFormatException | ArithmeticException e) {
      throw new TokenCursor.Unexpected();
    }
  }

  private Expression prefixed(Operator o) {
    if (o == Operator.NEGATIVE && in.token().kind() == Tokens.Kind.NUMBER) {
      String digits = in.token().text();
      in.advance();
      return number(digits, -1);
    }
    // UNION S \cup T is (UNION S) \cup T.
    return new Prefix(o, expression(o.isWord() ? o.high() + 1 : o.high()));
  }

  private Expression bullets(Tokens.Token first) {
    List<Expression> items = new ArrayList<>();
    while (in.at(first.text()) && in.token().column() == first.column()) {
      in.advance();
      items.add(in.rightOf(first.column(), this::expression));
    }
    lone |= items.size() == 1;
    return items.size() == 1
        ? items.get(0)
        : new Chain(Operator.infix(first.text()).orElseThrow(), items);
  }

  private Expression worded(String word) {
    in.advance();
    return switch (word) {
      case "IF" -> conditional();
      case "CASE" -> cases();
      case "LET" -> let();
      case "LAMBDA" -> {
        List<String> parameters = list(in::word);
        in.expect(":");
        yield new Lambda(parameters, expression());
      }
      case "CHOOSE" -> quantified(Quantifier.CHOOSE);
      case "TRUE" -> selected(Logic.TRUE);
      case "FALSE" -> selected(Logic.FALSE);
      case "NULL" -> selected(Logic.NULL);
      case "THEN", "ELSE", "IN", "OTHER", "EXCEPT" -> throw new TokenCursor.Unexpected();
      default -> selected(in.take("(") ? new Call(word, arguments(")")) : new Name(word));
    };
  }

  private Expression conditional() {
    Expression condition = expression();
    in.expect("THEN");
    Expression yes = expression();
    in.expect("ELSE");
    return new If(condition, yes, expression());
  }

  private Expression cases() {
    List<Arm> arms = new ArrayList<>();
    do {
      if (in.take("OTHER")) {
        in.expect("->");
        return new Case(arms, Optional.of(expression()));
      }
      Expression condition = expression();
      in.expect("->");
      arms.add(new Arm(condition, expression()));
    } while (in.take("[]"));
    return new Case(arms, Optional.empty());
  }

  private Expression let() {
    List<Definition> definitions = new ArrayList<>();
    do {
      List<String> comment = in.token().comments();
      String name = in.word();
      List<String> parameters = List.of();
      if (in.take("(")) {
        parameters = list(in::word);
        in.expect(")");
      }
      in.expect("==");
      definitions.add(new Definition(name, parameters, expression(), comment));
    } while (!in.take("IN"));
    return new Let(definitions, expression());
  }

  private Expression quantified(Quantifier quantifier) {
    List<Bound> bounds = list(this::bound);
    in.expect(":");
    return new Quantified(quantifier, bounds, expression());
  }

  private Bound bound() {
    List<String> names = list(in::word);
    in.expect(Operator.IN.sign());
    return new Bound(names, expression(Operator.RELATION + 1));
  }

  private <T> List<T> list(Supplier<T> item) {
    List<T> all = new ArrayList<>();
    do {
      all.add(item.get());
    } while (in.take(","));
    return all;
  }

  private List<Expression> arguments(String close) {
    if (in.take(close)) {
      return List.of();
    }
    List<Expression> all = list(this::expression);
    in.expect(close);
    return all;
  }

  /** What is selected from an expression, and what it is in the next state. */
  private Expression selected(Expression from) {
    Expression e = from;
    while (true) {
      if (in.take("[")) {
        e = new Applied(e, arguments("]"));
      } else if (in.take(".")) {
        e = new Selected(e, in.word());
      } else if (in.take("'")) {
        e = new Primed(e);
      } else {
        return e;
      }
    }
  }

  private Expression bracketed() {
    if (in.take("@")) {
      return new Name("@");
    } else if (in.take("(")) {
      Expression e = expression();
      in.expect(")");
      return e;
    } else if (in.take("<<")) {
      Expression tuple = new Tuple(arguments(">>"));
      return subscript()
          .<Expression>map(v -> new Step(false, ((Tuple) tuple).elements().get(0), v))
          .orElse(tuple);
    } else if (in.take("{")) {
      return set();
    } else if (in.take("[")) {
      return function();
    } else if (in.take(Quantifier.EXISTS.sign)) {
      return quantified(Quantifier.EXISTS);
    } else if (in.take(Quantifier.FOR_ALL.sign)) {
      return quantified(Quantifier.FOR_ALL);
    }
    throw new TokenCursor.Unexpected();
  }

  private Expression set() {
    if (in.take("}")) {
      return Logic.EMPTY;
    }
    Expression first = expression();
    if (in.take(":")) {
      Expression set = isBound(first) ? filter((Infix) first) : image(first);
      in.expect("}");
      return set;
    }
    List<Expression> all = new ArrayList<>(List.of(first));
    if (in.take(",")) {
      all.addAll(list(this::expression));
    }
    in.expect("}");
    return new SetOf(all);
  }

  private static boolean isBound(Expression e) {
    return e instanceof Infix i && i.operator() == Operator.IN && i.left() instanceof Name;
  }

  private Expression filter(Infix bound) {
    return new Filter(
        new Bound(List.of(((Name) bound.left()).text()), bound.right()), expression());
  }

  private Expression image(Expression value) {
    return new Image(value, list(this::bound));
  }

  private Expression function() {
    if (in.isNext("|->")) {
      List<FieldValue> fields = list(() -> field("|->"));
      in.expect("]");
      return new Fields(fields);
    } else if (in.isNext(":")) {
      List<FieldValue> fields = list(() -> field(":"));
      in.expect("]");
      return new Records(fields);
    }
    Optional<Expression> maplet = in.attempt(this::maplet);
    if (maplet.isPresent()) {
      return maplet.get();
    }
    Expression original = expression();
    if (in.take("->")) {
      Expression to = expression();
      in.expect("]");
      return new Functions(original, to);
    } else if (in.take("]")) {
      return subscript()
          .map(v -> new Step(true, original, v))
          .orElseThrow(TokenCursor.Unexpected::new);
    }
    in.expect("EXCEPT");
    List<Change> changes = list(this::change);
    in.expect("]");
    return new Except(original, changes);
  }

  private Expression maplet() {
    List<Bound> bounds = list(this::bound);
    in.expect("|->");
    Expression value = expression();
    in.expect("]");
    return new Function(bounds, value);
  }

  private FieldValue field(String sign) {
    String name = in.word();
    in.expect(sign);
    return new FieldValue(name, expression());
  }

  /** What follows an action in brackets: an underscore and the variables. */
  private Optional<String> subscript() {
    Tokens.Token t = in.token();
    if (t.kind() != Tokens.Kind.WORD || !t.text().startsWith("_")) {
      return Optional.empty();
    }
    in.advance();
    return Optional.of(t.text().substring(1));
  }

  private Change change() {
    in.expect("!");
    List<Selector> path = new ArrayList<>();
    while (!in.take("=")) {
      if (in.take("[")) {
        path.add(new Selector.Index(arguments("]")));
      } else {
        in.expect(".");
        path.add(new Selector.Field(in.word()));
      }
    }
    return new Change(path, expression());
  }
}
