package quiesce.tla;

import java.util.ArrayList;
import java.util.List;
import quiesce.tla.Expression.Applied;
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
import quiesce.tla.Expression.Raw;
import quiesce.tla.Expression.Records;
import quiesce.tla.Expression.Selected;
import quiesce.tla.Expression.Selector;
import quiesce.tla.Expression.SetOf;
import quiesce.tla.Expression.Step;
import quiesce.tla.Expression.Truth;
import quiesce.tla.Expression.Tuple;

/**
 * Writes expressions, in parentheses where the precedence of operators asks for them or a reader
 * would, and on several lines where one is too short.
 */
public final class Printer {
  /** The columns of a line. */
  public static final int WIDTH = 79;

  private static final int ENDLESS = Integer.MAX_VALUE / 2;

  private Printer() {}

  /** On one line. */
  static String line(Expression e) {
    return DocWriter.write(doc(e), ENDLESS, 0);
  }

  static String lineAfterEquals(Expression e) {
    return DocWriter.write(afterEquals(e), ENDLESS, 0);
  }

  /** From this column on; further lines begin there or further right. */
  public static String print(Expression e, int width, int column) {
    return DocWriter.write(Doc.aligned(doc(e)), width, column);
  }

  public static String printAfterEquals(Expression e, int column) {
    return printAfterEquals(e, WIDTH, column);
  }

  /** Whether that can be done without a line that is too long, or with brackets at its end. */
  public static boolean fitsAfterEquals(Expression e, int column) {
    return DocWriter.fits(Doc.aligned(afterEquals(e)), WIDTH, column);
  }

  /** The same after an equals sign. */
  static String printAfterEquals(Expression e, int width, int column) {
    return DocWriter.write(Doc.aligned(afterEquals(e)), width, column);
  }

  static String line(Definition d) {
    return DocWriter.write(definition(d), ENDLESS, 0);
  }

  /** From the first column on. */
  static String print(Definition d) {
    return DocWriter.write(definition(d), WIDTH, 0);
  }

  private static Doc doc(Expression e) {
    if (e instanceof Infix i) {
      return infix(i);
    } else if (e instanceof Chain c) {
      return chain(c);
    } else if (e instanceof Prefix p) {
      return prefix(p);
    } else if (e instanceof Primed p) {
      return Doc.sequence(tight(p.operand()), Doc.text("'"));
    } else if (e instanceof Call c) {
      return hung(c.operator() + "(", Doc.filled(docs(c.arguments())), ")");
    } else if (e instanceof Applied a) {
      return Doc.sequence(
          tight(a.function()), bracketed("[", Doc.filled(docs(a.arguments())), "]"));
    } else if (e instanceof Selected s) {
      return Doc.sequence(tight(s.record()), Doc.text("." + s.field()));
    } else if (e instanceof SetOf s) {
      return hung("{", Doc.filled(docs(s.elements())), "}");
    } else if (e instanceof Tuple t) {
      return bracketed("<<", Doc.filled(docs(t.elements())), ">>");
    } else if (e instanceof Fields f) {
      return fields(f.fields(), " |->");
    } else if (e instanceof Records r) {
      return fields(r.fields(), " :");
    } else if (e instanceof Functions f) {
      return Doc.group(
          bracketed(
              "[", Doc.sequence(doc(f.from()), Doc.SPACE, Doc.text("-> "), doc(f.to())), "]"));
    } else if (e instanceof Step s) {
      return Doc.sequence(
          bracketed(s.mayStutter() ? "[" : "<<", doc(s.action()), s.mayStutter() ? "]" : ">>"),
          Doc.text("_" + s.variables()));
    } else if (e instanceof Except x) {
      return except(x);
    } else if (e instanceof Function f) {
      return maplet("[", bounds(f.bounds()), " |->", doc(f.value()), "]");
    } else if (e instanceof Filter f) {
      return maplet("{", bounds(List.of(f.bound())), " :", doc(f.condition()), "}");
    } else if (e instanceof Image i) {
      return maplet("{", doc(i.value()), " :", bounds(i.bounds()), "}");
    } else if (e instanceof Quantified q) {
      return quantified(q);
    } else if (e instanceof If i) {
      return conditional(i);
    } else if (e instanceof Case c) {
      return cases(c);
    } else if (e instanceof Let l) {
      return let(l);
    } else if (e instanceof Lambda l) {
      return Doc.sequence(
          Doc.text("LAMBDA " + String.join(", ", l.parameters()) + " : "), doc(l.body()));
    }
    return Doc.text(word(e));
  }

  private static String word(Expression e) {
    if (e instanceof Name n) {
      return n.text();
    } else if (e instanceof Constant c) {
      return c.text();
    } else if (e instanceof Truth t) {
      return t.value() ? "TRUE" : "FALSE";
    } else if (e instanceof Expression.Number n) {
      return number(n.value());
    }
    return ((Raw) e).text();
  }

  /** TLC reads no numeral above the greatest integer, which the least one has after its sign. */
  private static String number(int value) {
    if (value == Integer.MIN_VALUE) {
      return "(-" + Integer.MAX_VALUE + " - 1)";
    }
    return value < 0 ? "(" + value + ")" : Integer.toString(value);
  }

  private static Doc fields(List<FieldValue> all, String sign) {
    List<Doc> fields =
        all.stream()
            .map(v -> Doc.sequence(Doc.text(v.name() + sign), new Doc.Hung(" ", doc(v.value()))))
            .toList();
    return Doc.group(bracketed("[", Doc.joined(fields, Doc.text(","), Doc.SPACE), "]"));
  }

  private static List<Doc> docs(List<Expression> all) {
    return all.stream().map(Printer::doc).toList();
  }

  private static Doc bracketed(String open, Doc inner, String close) {
    return Doc.sequence(Doc.text(open), Doc.aligned(inner), Doc.text(close));
  }

  private static Doc hung(String open, Doc inner, String close) {
    return Doc.sequence(Doc.text(open), new Doc.Hung("", inner), Doc.text(close));
  }

  private static Doc maplet(String open, Doc head, String sign, Doc body, String close) {
    return Doc.group(
        Doc.text(open),
        Doc.aligned(head, Doc.text(sign), Doc.nested(2, Doc.SPACE, Doc.aligned(body))),
        Doc.text(close));
  }

  private static Doc bounds(List<Bound> bounds) {
    return Doc.filled(bounds.stream().map(Printer::bound).toList());
  }

  private static Doc bound(Bound b) {
    return Doc.sequence(
        Doc.text(String.join(", ", b.names()) + " \\in "),
        Doc.aligned(within(b.set(), Operator.RELATION)));
  }

  private static Doc except(Except x) {
    List<Doc> changes = x.changes().stream().map(Printer::change).toList();
    return Doc.group(
        bracketed(
            "[",
            Doc.sequence(
                doc(x.original()),
                Doc.text(" EXCEPT"),
                Doc.SPACE,
                Doc.joined(changes, Doc.text(","), Doc.SPACE)),
            "]"));
  }

  private static Doc change(Change c) {
    List<Doc> all = new ArrayList<>(List.of(Doc.text("!")));
    for (Selector s : c.path()) {
      all.add(
          s instanceof Selector.Index i
              ? bracketed("[", Doc.filled(docs(i.arguments())), "]")
              : Doc.text("." + ((Selector.Field) s).name()));
    }
    all.add(Doc.text(" ="));
    all.add(new Doc.Hung(" ", afterEquals(c.value())));
    return new Doc.Sequence(all);
  }

  private static Doc quantified(Quantified q) {
    return Doc.group(
        Doc.aligned(
            Doc.text(q.quantifier().sign + " "),
            Doc.aligned(bounds(q.bounds())),
            Doc.text(" :"),
            Doc.nested(2, Doc.SPACE, Doc.aligned(doc(q.body())))));
  }

  /** What comes after ELSE may be the next condition. */
  private static Doc conditional(If first) {
    List<Doc> parts = new ArrayList<>();
    Expression next = first;
    String word = "IF ";
    while (next instanceof If i) {
      parts.add(
          Doc.group(
              Doc.text(word),
              Doc.aligned(doc(i.condition())),
              Doc.nested(2, Doc.SPACE, Doc.text("THEN "), Doc.aligned(doc(i.yes())))));
      word = "ELSE IF ";
      next = i.no();
    }
    parts.add(Doc.sequence(Doc.text("ELSE "), Doc.aligned(doc(next))));
    return Doc.group(Doc.aligned(Doc.joined(parts, Doc.SPACE)));
  }

  private static Doc cases(Case c) {
    List<Doc> arms = new ArrayList<>();
    c.arms().forEach(a -> arms.add(arm(doc(a.condition()), a.value())));
    c.other().ifPresent(o -> arms.add(arm(Doc.text("OTHER"), o)));
    return Doc.group(
        Doc.aligned(
            Doc.text("CASE "), Doc.joined(arms, Doc.nested(2, Doc.SPACE), Doc.text("[] "))));
  }

  private static Doc arm(Doc condition, Expression value) {
    return Doc.group(
        Doc.aligned(
            condition,
            Doc.text(" ->"),
            Doc.nested(2, Doc.SPACE, Doc.aligned(within(value, Precedence.REACHING + 1)))));
  }

  private static Doc let(Let l) {
    return Doc.group(
        Doc.aligned(
            Doc.text("LET "),
            Doc.aligned(
                Doc.joined(l.definitions().stream().map(Printer::definition).toList(), Doc.SPACE)),
            Doc.SPACE,
            Doc.text("IN "),
            new Doc.Either(Doc.text(" "), Doc.NOTHING),
            Doc.aligned(doc(l.body()))));
  }

  private static Doc definition(Definition d) {
    String parameters =
        d.parameters().isEmpty() ? "" : "(" + String.join(", ", d.parameters()) + ")";
    List<Doc> all = new ArrayList<>();
    if (!d.comment().isEmpty()) {
      all.add(new Doc.Remark(String.join(" ", d.comment())));
    }
    all.add(
        Doc.group(
            Doc.text(d.name() + parameters + " =="),
            Doc.nested(2, Doc.SPACE, Doc.aligned(doc(d.body())))));
    return new Doc.Sequence(all);
  }

  private static Doc prefix(Prefix p) {
    Operator o = p.operator();
    String sign = o.isWord() ? o.sign() + " " : o.sign();
    // ~x = y is read as ~(x = y), but not by everybody.
    int usual = o == Operator.NOT ? Operator.RELATION : o.high();
    // SANY takes a product after any of them for a conflict.
    boolean product = p.operand() instanceof Chain c && c.operator() == Operator.PRODUCT;
    int outer = product ? Precedence.TIGHT : usual;
    boolean consecutive = isSign(o) && p.operand() instanceof Prefix i && isSign(i.operator());
    Doc operand = consecutive ? doc(p.operand()) : within(p.operand(), outer);
    return Doc.sequence(Doc.text(sign), Doc.aligned(operand));
  }

  /** Whether several of them in front of an operand need no parentheses. */
  private static boolean isSign(Operator o) {
    return o == Operator.NOT || o == Operator.ALWAYS || o == Operator.EVENTUALLY;
  }

  private static Doc infix(Infix i) {
    Operator o = i.operator();
    if (o == Operator.UP_TO) {
      return Doc.sequence(operand(i.left(), o), Doc.text(o.sign()), operand(i.right(), o));
    }
    List<Doc> operands = new ArrayList<>();
    Expression first = i;
    while (first instanceof Infix left
        && left.operator() == o
        && (first == i || o.isLeftAssociative())) {
      operands.add(
          0, Doc.sequence(Doc.text(o.sign() + " "), Doc.aligned(operand(left.right(), o))));
      first = left.left();
    }
    Doc left = leftmost(first, o);
    if (o.low() == Operator.RELATION && isBracketed(i.right())) {
      return Doc.sequence(left, Doc.text(" " + o.sign()), new Doc.Hung(" ", doc(i.right())));
    }
    boolean hanging = operands.size() > 1 || o == Operator.CUP && first instanceof Name;
    return hanging
        ? Doc.group(left, Doc.text(" "), Doc.aligned(Doc.joined(operands, Doc.SPACE)))
        : Doc.group(Doc.aligned(left, Doc.nested(2, Doc.SPACE, operands.get(0))));
  }

  /** Whether it is all that is in brackets. */
  private static boolean isBracketed(Expression e) {
    return e instanceof Except
        || e instanceof Function
        || e instanceof Functions
        || e instanceof Fields
        || e instanceof Records
        || e instanceof SetOf;
  }

  /** Consecutive operands; each with a bullet where they need several lines. */
  private static Doc chain(Chain c) {
    Operator o = c.operator();
    Doc sign = Doc.text(o.sign() + " ");
    List<Doc> operands = c.operands().stream().map(e -> Doc.aligned(operand(e, o))).toList();
    if (o == Operator.PRODUCT) {
      return Doc.group(Doc.aligned(Doc.joined(operands, Doc.SPACE, sign)));
    }
    Doc flat = Doc.joined(operands, Doc.text(" "), sign);
    // What follows a bullet needs no parentheses.
    List<Doc> items =
        c.operands().stream().map(e -> Doc.sequence(sign, Doc.aligned(doc(e)))).toList();
    return new Doc.Group(new Doc.Either(Doc.aligned(Doc.joined(items, Doc.SPACE)), flat));
  }

  /** What follows an equals sign that is no operator, and nothing comes after it. */
  private static Doc afterEquals(Expression e) {
    boolean reaches = Precedence.of(e) == Precedence.REACHING && !(e instanceof Raw);
    boolean negation = e instanceof Prefix p && p.operator() == Operator.NOT;
    return reaches || negation ? doc(e) : within(e, Operator.RELATION);
  }

  /** A left operand: what is on several lines there would swallow what follows. */
  private static Doc leftmost(Expression e, Operator outer) {
    if (e instanceof Chain c && c.operator() != Operator.PRODUCT && binds(e, outer)) {
      Doc inner = Doc.aligned(doc(e));
      Doc broken = Doc.sequence(Doc.text("("), inner, Doc.text(")"));
      return new Doc.Group(new Doc.Either(broken, inner));
    }
    return operand(e, outer);
  }

  private static Doc operand(Expression e, Operator outer) {
    return binds(e, outer) ? doc(e) : parenthesised(e);
  }

  private static boolean binds(Expression e, Operator outer) {
    boolean mixed = e instanceof Infix i && i.operator().isArithmetic() && outer.isArithmetic();
    return Precedence.of(e) > outer.high() && !mixed;
  }

  private static Doc tight(Expression e) {
    return within(e, Precedence.TIGHT - 1);
  }

  /** In parentheses where it binds no tighter than this. */
  private static Doc within(Expression e, int outer) {
    return Precedence.of(e) > outer ? doc(e) : parenthesised(e);
  }

  private static Doc parenthesised(Expression e) {
    return bracketed("(", doc(e), ")");
  }
}
