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
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unknown() {
      super(null, null, false, false);
    }
  }

  private final List<Tokens.Token> tokens;
  private final Tokens.Token end;
  private int next;

  /** The column of the innermost bullet. */
  private int bullet = -1;

  /** Whether there was a bullet without another one. */
  private boolean lone;

  private Reader(List<Tokens.Token> tokens) {
    this.tokens = tokens;
    this.end = tokens.get(tokens.size() - 1);
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
      return Tokens.of(text)
          .map(
              t -> {
                Reader reader = new Reader(t);
                Expression all = reader.all();
                return new Reading(all, reader.lone);
              });
    } catch (Unknown e) {
      return Optional.empty();
    }
  }

  private Expression all() {
    Expression e = expression();
    if (token() != end) {
      throw new Unknown();
    }
    return e;
  }

  private Tokens.Token token() {
    Tokens.Token t = tokens.get(next);
    return t.column() > bullet ? t : end;
  }

  private boolean at(String sign) {
    return token().is(sign);
  }

  private boolean take(String sign) {
    boolean there = at(sign);
    next += there ? 1 : 0;
    return there;
  }

  private void expect(String sign) {
    if (!take(sign)) {
      throw new Unknown();
    }
  }

  private String word() {
    Tokens.Token t = token();
    if (t.kind() != Tokens.Kind.WORD) {
      throw new Unknown();
    }
    next++;
    return t.text();
  }

  private Expression expression() {
    return expression(0);
  }

  /** Operators of this precedence, or tighter ones, and their operands. */
  private Expression expression(int least) {
    Expression left = operand();
    while (true) {
      Optional<Operator> found = Operator.infix(token().text()).filter(o -> o.low() >= least);
      if (found.isEmpty()) {
        return left;
      }
      Operator o = found.get();
      List<Expression> operands = new ArrayList<>(List.of(left));
      do {
        next++;
        operands.add(expression(o.high() + 1));
      } while (o.isChained() && at(o.sign()));
      left =
          o.isChained() ? new Chain(o, operands) : new Infix(o, operands.get(0), operands.get(1));
    }
  }

  private Expression operand() {
    Tokens.Token t = token();
    if (t.kind() == Tokens.Kind.NUMBER) {
      next++;
      return selected(number(t.text(), 1));
    } else if (t.kind() == Tokens.Kind.STRING) {
      next++;
      return selected(new Constant(t.text()));
    } else if (t.is(Operator.AND.sign()) || t.is(Operator.OR.sign())) {
      return bullets(t);
    }
    Optional<Operator> prefix = Operator.prefix(t.text());
    if (prefix.isPresent()) {
      next++;
      return prefixed(prefix.get());
    }
    return t.kind() == Tokens.Kind.WORD ? worded(t.text()) : selected(bracketed());
  }

  private static Expression number(String digits, int sign) {
    try {
      return Logic.number(Math.toIntExact(sign * Long.parseLong(digits)));
    } catch (NumberFormatException | ArithmeticException e) {
      throw new Unknown();
    }
  }

  private Expression prefixed(Operator o) {
    if (o == Operator.NEGATIVE && token().kind() == Tokens.Kind.NUMBER) {
      String digits = token().text();
      next++;
      return number(digits, -1);
    }
    // UNION S \cup T is (UNION S) \cup T.
    return new Prefix(o, expression(o.isWord() ? o.high() + 1 : o.high()));
  }

  private Expression bullets(Tokens.Token first) {
    List<Expression> items = new ArrayList<>();
    while (at(first.text()) && token().column() == first.column()) {
      next++;
      int outer = bullet;
      bullet = first.column();
      items.add(expression());
      bullet = outer;
    }
    lone |= items.size() == 1;
    return items.size() == 1
        ? items.get(0)
        : new Chain(Operator.infix(first.text()).orElseThrow(), items);
  }

  private Expression worded(String word) {
    next++;
    return switch (word) {
      case "IF" -> conditional();
      case "CASE" -> cases();
      case "LET" -> let();
      case "LAMBDA" -> {
        List<String> parameters = list(this::word);
        expect(":");
        yield new Lambda(parameters, expression());
      }
      case "CHOOSE" -> quantified(Quantifier.CHOOSE);
      case "TRUE" -> selected(Logic.TRUE);
      case "FALSE" -> selected(Logic.FALSE);
      case "NULL" -> selected(Logic.NULL);
      case "THEN", "ELSE", "IN", "OTHER", "EXCEPT" -> throw new Unknown();
      default -> selected(take("(") ? new Call(word, arguments(")")) : new Name(word));
    };
  }

  private Expression conditional() {
    Expression condition = expression();
    expect("THEN");
    Expression yes = expression();
    expect("ELSE");
    return new If(condition, yes, expression());
  }

  private Expression cases() {
    List<Arm> arms = new ArrayList<>();
    do {
      if (take("OTHER")) {
        expect("->");
        return new Case(arms, Optional.of(expression()));
      }
      Expression condition = expression();
      expect("->");
      arms.add(new Arm(condition, expression()));
    } while (take("[]"));
    return new Case(arms, Optional.empty());
  }

  private Expression let() {
    List<Definition> definitions = new ArrayList<>();
    do {
      List<String> comment = token().comments();
      String name = word();
      List<String> parameters = List.of();
      if (take("(")) {
        parameters = list(this::word);
        expect(")");
      }
      expect("==");
      definitions.add(new Definition(name, parameters, expression(), comment));
    } while (!take("IN"));
    return new Let(definitions, expression());
  }

  private Expression quantified(Quantifier quantifier) {
    List<Bound> bounds = list(this::bound);
    expect(":");
    return new Quantified(quantifier, bounds, expression());
  }

  private Bound bound() {
    List<String> names = list(this::word);
    expect(Operator.IN.sign());
    return new Bound(names, expression(Operator.RELATION + 1));
  }

  private <T> List<T> list(Supplier<T> item) {
    List<T> all = new ArrayList<>();
    do {
      all.add(item.get());
    } while (take(","));
    return all;
  }

  private List<Expression> arguments(String close) {
    if (take(close)) {
      return List.of();
    }
    List<Expression> all = list(this::expression);
    expect(close);
    return all;
  }

  /** What is selected from an expression, and what it is in the next state. */
  private Expression selected(Expression from) {
    Expression e = from;
    while (true) {
      if (take("[")) {
        e = new Applied(e, arguments("]"));
      } else if (take(".")) {
        e = new Selected(e, word());
      } else if (take("'")) {
        e = new Primed(e);
      } else {
        return e;
      }
    }
  }

  private Expression bracketed() {
    if (take("@")) {
      return new Name("@");
    } else if (take("(")) {
      Expression e = expression();
      expect(")");
      return e;
    } else if (take("<<")) {
      Expression tuple = new Tuple(arguments(">>"));
      return subscript()
          .<Expression>map(v -> new Step(false, ((Tuple) tuple).elements().get(0), v))
          .orElse(tuple);
    } else if (take("{")) {
      return set();
    } else if (take("[")) {
      return function();
    } else if (take(Quantifier.EXISTS.sign)) {
      return quantified(Quantifier.EXISTS);
    } else if (take(Quantifier.FOR_ALL.sign)) {
      return quantified(Quantifier.FOR_ALL);
    }
    throw new Unknown();
  }

  private Expression set() {
    if (take("}")) {
      return Logic.EMPTY;
    }
    Expression first = expression();
    if (take(":")) {
      Expression set = isBound(first) ? filter((Infix) first) : image(first);
      expect("}");
      return set;
    }
    List<Expression> all = new ArrayList<>(List.of(first));
    if (take(",")) {
      all.addAll(list(this::expression));
    }
    expect("}");
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
    if (next + 1 < tokens.size() && tokens.get(next + 1).is("|->")) {
      List<FieldValue> fields = list(() -> field("|->"));
      expect("]");
      return new Fields(fields);
    } else if (next + 1 < tokens.size() && tokens.get(next + 1).is(":")) {
      List<FieldValue> fields = list(() -> field(":"));
      expect("]");
      return new Records(fields);
    }
    int start = next;
    int outer = bullet;
    try {
      List<Bound> bounds = list(this::bound);
      expect("|->");
      Expression value = expression();
      expect("]");
      return new Function(bounds, value);
    } catch (Unknown e) {
      next = start;
      bullet = outer;
    }
    Expression original = expression();
    if (take("->")) {
      Expression to = expression();
      expect("]");
      return new Functions(original, to);
    } else if (take("]")) {
      return subscript().map(v -> new Step(true, original, v)).orElseThrow(Unknown::new);
    }
    expect("EXCEPT");
    List<Change> changes = list(this::change);
    expect("]");
    return new Except(original, changes);
  }

  private FieldValue field(String sign) {
    String name = word();
    expect(sign);
    return new FieldValue(name, expression());
  }

  /** What follows an action in brackets: an underscore and the variables. */
  private Optional<String> subscript() {
    Tokens.Token t = token();
    if (t.kind() != Tokens.Kind.WORD || !t.text().startsWith("_")) {
      return Optional.empty();
    }
    next++;
    return Optional.of(t.text().substring(1));
  }

  private Change change() {
    expect("!");
    List<Selector> path = new ArrayList<>();
    while (!take("=")) {
      if (take("[")) {
        path.add(new Selector.Index(arguments("]")));
      } else {
        expect(".");
        path.add(new Selector.Field(word()));
      }
    }
    return new Change(path, expression());
  }
}
