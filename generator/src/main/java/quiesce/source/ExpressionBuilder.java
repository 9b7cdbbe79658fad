package quiesce.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import quiesce.source.grammar.StrategyParser;
import quiesce.source.grammar.StrategyParser.ArgumentContext;
import quiesce.source.grammar.StrategyParser.CommaExpressionContext;
import quiesce.source.grammar.StrategyParser.ExpressionContext;
import quiesce.source.grammar.StrategyParser.TypeNameContext;
import quiesce.source.grammar.StrategyParserBaseVisitor;

/**
 * Builds expressions, and refuses those outside the subset. In place of a refused one is its
 * operand or NULL, so that the rest of the file can be examined; the tree is never handed out then.
 */
final class ExpressionBuilder extends StrategyParserBaseVisitor<Expression> {
  private final Diagnostics diagnostics;
  private final Literals literals;

  ExpressionBuilder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.literals = new Literals(diagnostics);
  }

  Expression build(ExpressionContext context) {
    return visit(context);
  }

  Expression build(CommaExpressionContext context) {
    return visit(context);
  }

  @Override
  public Expression visitCommaExpression(CommaExpressionContext context) {
    if (!context.COMMA().isEmpty()) {
      diagnostics.report(context.COMMA(0).getSymbol(), Unsupported.COMMA);
    }
    List<Expression> parts = context.expression().stream().map(this::build).toList();
    return parts.get(parts.size() - 1);
  }

  @Override
  public Expression visitNameExpression(StrategyParser.NameExpressionContext context) {
    return new Expression.Name(place(context), context.NAME().getText());
  }

  @Override
  public Expression visitNumberExpression(StrategyParser.NumberExpressionContext context) {
    return new Expression.Number(place(context), literals.number(context.NUMBER().getSymbol(), 1));
  }

  @Override
  public Expression visitNullExpression(StrategyParser.NullExpressionContext context) {
    return new Expression.Null(place(context));
  }

  @Override
  public Expression visitTruthExpression(StrategyParser.TruthExpressionContext context) {
    return new Expression.Truth(place(context), context.TRUE() != null);
  }

  @Override
  public Expression visitTextExpression(StrategyParser.TextExpressionContext context) {
    return context.UNTERMINATED_TEXT().isEmpty()
        ? refuse(context.getStart(), Unsupported.STRING)
        : new Expression.Null(place(context));
  }

  @Override
  public Expression visitCharacterExpression(StrategyParser.CharacterExpressionContext context) {
    return refuse(
        context.getStart(), Unsupported.CHARACTER, SyntaxErrors.quote(context.getStart()));
  }

  @Override
  public Expression visitParenthesisedExpression(
      StrategyParser.ParenthesisedExpressionContext context) {
    return build(context.commaExpression());
  }

  @Override
  public Expression visitCompoundLiteralExpression(
      StrategyParser.CompoundLiteralExpressionContext context) {
    return refuse(context.getStart(), Unsupported.COMPOUND_LITERAL);
  }

  @Override
  public Expression visitStatementExpression(StrategyParser.StatementExpressionContext context) {
    return refuse(context.getStart(), Unsupported.STATEMENT_EXPRESSION);
  }

  @Override
  public Expression visitMemberExpression(StrategyParser.MemberExpressionContext context) {
    Expression object = build(context.expression());
    return new Expression.Member(object.place(), object, context.NAME().getText());
  }

  @Override
  public Expression visitDotExpression(StrategyParser.DotExpressionContext context) {
    diagnostics.report(context.DOT().getSymbol(), Unsupported.DOT);
    return build(context.expression());
  }

  @Override
  public Expression visitCallExpression(StrategyParser.CallExpressionContext context) {
    Expression callee = build(context.expression());
    return new Expression.Call(
        callee.place(), callee, context.argument().stream().map(this::argument).toList());
  }

  private Expression argument(ArgumentContext context) {
    if (context.expression() == null) {
      return refuse(context.getStart(), Unsupported.TYPE_ARGUMENT);
    }
    if (context.expression() instanceof StrategyParser.TextExpressionContext text) {
      List<TerminalNode> parts = text.children.stream().map(TerminalNode.class::cast).toList();
      return new Expression.Text(place(text), literals.text(parts));
    }
    return build(context.expression());
  }

  @Override
  public Expression visitIndexExpression(StrategyParser.IndexExpressionContext context) {
    diagnostics.report(context.LBRACK().getSymbol(), Unsupported.INDEX);
    return build(context.expression());
  }

  @Override
  public Expression visitStepExpression(StrategyParser.StepExpressionContext context) {
    diagnostics.report(context.STEP().getSymbol(), Unsupported.STEP, context.STEP().getText());
    return build(context.expression());
  }

  @Override
  public Expression visitNotExpression(StrategyParser.NotExpressionContext context) {
    return new Expression.Not(place(context), build(context.expression()));
  }

  @Override
  public Expression visitAddressExpression(StrategyParser.AddressExpressionContext context) {
    return new Expression.AddressOf(place(context), build(context.expression()));
  }

  @Override
  public Expression visitPrefixExpression(StrategyParser.PrefixExpressionContext context) {
    if (context.op.getType() == StrategyParser.MINUS
        && context.expression() instanceof StrategyParser.NumberExpressionContext number) {
      return new Expression.Number(
          place(context), literals.number(number.NUMBER().getSymbol(), -1));
    }
    refuseOperator(context.op, context.op.getType() == StrategyParser.STAR);
    return build(context.expression());
  }

  @Override
  public Expression visitSizeofExpression(StrategyParser.SizeofExpressionContext context) {
    return refuse(context.getStart(), Unsupported.SIZEOF, context.SIZEOF().getText());
  }

  /** {@code (void *)} changes no value, so it leaves no trace in the tree. */
  @Override
  public Expression visitCastExpression(StrategyParser.CastExpressionContext context) {
    if (!isVoidPointer(context.typeName())) {
      diagnostics.report(
          context.getStart(),
          Unsupported.CAST,
          words(context.typeName()).replace("( ", "(").replace(" )", ")"));
    }
    return build(context.expression());
  }

  private static boolean isVoidPointer(TypeNameContext type) {
    List<Integer> kinds = type.specifier().stream().map(s -> s.getStart().getType()).toList();
    boolean isVoid =
        kinds.contains(StrategyParser.VOID)
            && Set.of(StrategyParser.VOID, StrategyParser.ANNOTATION).containsAll(kinds);
    return isVoid && words(type.abstractDeclarator()).equals("*");
  }

  /** The words of a small piece of the file with blanks between them. */
  private static String words(ParserRuleContext context) {
    return context.children == null
        ? ""
        : context.children.stream()
            .map(c -> c instanceof ParserRuleContext rule ? words(rule) : c.getText())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
  }

  @Override
  public Expression visitRefusedBinaryExpression(
      StrategyParser.RefusedBinaryExpressionContext context) {
    Expression left = build(context.expression(0));
    refuseOperator(context.op, false);
    build(context.expression(1));
    return left;
  }

  private void refuseOperator(Token operator, boolean dereference) {
    Unsupported construct =
        switch (operator.getType()) {
          case StrategyParser.ORDER -> Unsupported.ORDER;
          case StrategyParser.AMP,
              StrategyParser.BAR,
              StrategyParser.CARET,
              StrategyParser.TILDE,
              StrategyParser.SHIFT ->
              Unsupported.BITS;
          default -> dereference ? Unsupported.DEREFERENCE : Unsupported.ARITHMETIC;
        };
    diagnostics.report(operator, construct, operator.getText());
  }

  @Override
  public Expression visitBinaryExpression(StrategyParser.BinaryExpressionContext context) {
    Expression.Operator operator =
        switch (context.op.getType()) {
          case StrategyParser.EQUAL -> Expression.Operator.EQUAL;
          case StrategyParser.NOT_EQUAL -> Expression.Operator.NOT_EQUAL;
          case StrategyParser.AND -> Expression.Operator.AND;
          default -> Expression.Operator.OR;
        };
    Expression left = build(context.expression(0));
    return new Expression.Binary(left.place(), operator, left, build(context.expression(1)));
  }

  @Override
  public Expression visitConditionalExpression(
      StrategyParser.ConditionalExpressionContext context) {
    build(context.expression(0));
    diagnostics.report(context.QUESTION().getSymbol(), Unsupported.CONDITIONAL);
    if (context.commaExpression() != null) {
      build(context.commaExpression());
    }
    return build(context.expression(1));
  }

  /** An assignment as a statement is the {@link StatementBuilder}'s; here it is inside another. */
  @Override
  public Expression visitAssignExpression(StrategyParser.AssignExpressionContext context) {
    build(context.expression(0));
    diagnostics.report(context.op, Unsupported.ASSIGN_INSIDE);
    return build(context.expression(1));
  }

  private Expression refuse(Token token, Unsupported construct, Object... arguments) {
    diagnostics.report(token, construct, arguments);
    return new Expression.Null(diagnostics.place(token));
  }

  private Place place(ParserRuleContext context) {
    return diagnostics.place(context.getStart());
  }
}
