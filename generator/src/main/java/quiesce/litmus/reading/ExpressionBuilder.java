package quiesce.litmus.reading;

import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import quiesce.litmus.grammar.LitmusParser;
import quiesce.litmus.grammar.LitmusParser.ExpressionContext;
import quiesce.litmus.grammar.LitmusParserBaseVisitor;
import quiesce.litmus.tree.Expression;
import quiesce.litmus.tree.Expression.Operator;
import quiesce.source.Diagnostics;
import quiesce.source.Literals;
import quiesce.source.Place;

/** Builds expressions. */
final class ExpressionBuilder extends LitmusParserBaseVisitor<Expression> {
  private final Diagnostics diagnostics;
  private final TypeBuilder types;
  private final Literals literals;

  ExpressionBuilder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.types = new TypeBuilder(diagnostics);
    this.literals = new Literals(diagnostics);
  }

  Expression build(ExpressionContext context) {
    return visit(context);
  }

  private List<Expression> all(List<ExpressionContext> contexts) {
    return contexts.stream().map(this::build).toList();
  }

  @Override
  public Expression visitNameExpression(LitmusParser.NameExpressionContext context) {
    String name = context.NAME().getText();
    return Words.NUMBERS.containsKey(name)
        ? new Expression.Number(place(context), Words.NUMBERS.get(name))
        : new Expression.Name(place(context), name);
  }

  @Override
  public Expression visitNumberExpression(LitmusParser.NumberExpressionContext context) {
    return number(context, context, 1);
  }

  private Expression number(
      ParserRuleContext whole, LitmusParser.NumberExpressionContext digits, int sign) {
    return new Expression.Number(place(whole), literals.number(digits.NUMBER().getSymbol(), sign));
  }

  @Override
  public Expression visitCallExpression(LitmusParser.CallExpressionContext context) {
    return new Expression.Call(place(context), context.NAME().getText(), all(context.expression()));
  }

  @Override
  public Expression visitInnerExpression(LitmusParser.InnerExpressionContext context) {
    return build(context.expression());
  }

  @Override
  public Expression visitCastExpression(LitmusParser.CastExpressionContext context) {
    types.build(context.type(), context.STAR());
    Stream.concat(
            context.type().word().stream().map(LitmusParser.WordContext::qualifier),
            context.qualifier().stream())
        .filter(q -> q != null && q.VOLATILE() != null)
        .forEach(
            q ->
                diagnostics.report(
                    q.getStart(),
                    "'volatile' is not supported in a cast",
                    "drop it, and write READ_ONCE() and WRITE_ONCE() at each access"));
    return new Expression.Cast(place(context), build(context.expression()));
  }

  @Override
  public Expression visitPrefixExpression(LitmusParser.PrefixExpressionContext context) {
    Place place = place(context);
    int operator = context.op.getType();
    if (operator == LitmusParser.MINUS
        && context.expression() instanceof LitmusParser.NumberExpressionContext n) {
      return number(context, n, -1);
    }
    Expression operand = build(context.expression());
    return switch (operator) {
      case LitmusParser.NOT -> new Expression.Not(place, operand);
      case LitmusParser.STAR -> new Expression.Dereference(place, operand);
      case LitmusParser.AMP -> new Expression.AddressOf(place, operand);
      case LitmusParser.MINUS -> from(0, place, operand);
      case LitmusParser.TILDE -> from(-1, place, operand);
      default -> operand;
    };
  }

  private static Expression from(int number, Place place, Expression operand) {
    return new Expression.Binary(
        place, Operator.MINUS, new Expression.Number(place, number), operand);
  }

  @Override
  public Expression visitBinaryExpression(LitmusParser.BinaryExpressionContext context) {
    Expression left = build(context.expression(0));
    return new Expression.Binary(
        left.place(), Operator.of(context.op.getText()), left, build(context.expression(1)));
  }

  private Place place(ParserRuleContext context) {
    return diagnostics.place(context.getStart());
  }
}
