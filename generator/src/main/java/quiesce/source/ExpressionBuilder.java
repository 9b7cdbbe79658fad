package quiesce.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.ArgumentContext;
import quiesce.source.grammar.KernelCParser.CommaExpressionContext;
import quiesce.source.grammar.KernelCParser.ExpressionContext;
import quiesce.source.grammar.KernelCParser.TypeNameContext;
import quiesce.source.grammar.KernelCParserBaseVisitor;

/**
 * Builds expressions, and refuses those outside the subset. In place of a refused one is its
 * operand or NULL, so that the rest of the file can be examined; the tree is never handed out then.
 */
final class ExpressionBuilder extends KernelCParserBaseVisitor<Expression> {
  private static final Set<String> INITIALISERS =
      Set.of("ATOMIC_INIT", "ATOMIC64_INIT", "ATOMIC_LONG_INIT", "REFCOUNT_INIT");

  private final Diagnostics diagnostics;
  private final DeclaratorReader declarators;
  private final Literals literals;
  private final StructExpressions structs;

  /** Of the enumerations above. */
  private final Map<String, Integer> constants = new HashMap<>();

  ExpressionBuilder(Diagnostics diagnostics, DeclaratorReader declarators) {
    this.diagnostics = diagnostics;
    this.declarators = declarators;
    this.literals = new Literals(diagnostics);
    this.structs = new StructExpressions(diagnostics, this::build);
  }

  /** From here on, the name is a number. */
  void define(String name, int value) {
    constants.put(name, value);
  }

  Expression build(ExpressionContext context) {
    return visit(context);
  }

  /** What has structs in it. */
  StructExpressions structs() {
    return structs;
  }

  Expression build(CommaExpressionContext context) {
    return visit(context);
  }

  /**
   * What a variable holds in the beginning: {@code ATOMIC_INIT(n)} is n, and what the compiler
   * calculates is a number.
   */
  Expression initial(ExpressionContext context) {
    Expression value = build(context);
    Expression bare =
        value instanceof Expression.Call c
                && INITIALISERS.contains(c.name())
                && c.arguments().size() == 1
            ? c.arguments().get(0)
            : value;
    return bare instanceof Expression.Truth
        ? bare
        : Constant.of(bare)
            .<Expression>map(number -> new Expression.Number(bare.place(), number))
            .orElse(bare);
  }

  @Override
  public Expression visitCommaExpression(CommaExpressionContext context) {
    if (!context.COMMA().isEmpty()) {
      diagnostics.report(context.COMMA(0).getSymbol(), Construct.COMMA);
    }
    List<Expression> parts = context.expression().stream().map(this::build).toList();
    return parts.get(parts.size() - 1);
  }

  @Override
  public Expression visitNameExpression(KernelCParser.NameExpressionContext context) {
    Optional<Integer> constant = Optional.ofNullable(constants.get(context.getText()));
    return constant.isPresent()
        ? new Expression.Number(place(context), constant.get())
        : new Expression.Name(place(context), context.getText());
  }

  @Override
  public Expression visitNumberExpression(KernelCParser.NumberExpressionContext context) {
    return new Expression.Number(place(context), literals.number(context.NUMBER().getSymbol(), 1));
  }

  @Override
  public Expression visitNullExpression(KernelCParser.NullExpressionContext context) {
    return new Expression.Null(place(context));
  }

  @Override
  public Expression visitTruthExpression(KernelCParser.TruthExpressionContext context) {
    return new Expression.Truth(place(context), context.TRUE() != null);
  }

  @Override
  public Expression visitTextExpression(KernelCParser.TextExpressionContext context) {
    boolean whole = context.UNTERMINATED_TEXT().isEmpty();
    return whole && !diagnostics.report(context.getStart(), Construct.STRING)
        ? text(context)
        : new Expression.Null(place(context));
  }

  @Override
  public Expression visitCharacterExpression(KernelCParser.CharacterExpressionContext context) {
    Token token = context.getStart();
    return diagnostics.report(token, Construct.CHARACTER, SyntaxErrors.quote(token))
        ? new Expression.Null(place(context))
        : new Expression.Number(place(context), literals.character(token));
  }

  @Override
  public Expression visitParenthesisedExpression(
      KernelCParser.ParenthesisedExpressionContext context) {
    return build(context.commaExpression());
  }

  @Override
  public Expression visitCompoundLiteralExpression(
      KernelCParser.CompoundLiteralExpressionContext context) {
    return structs
        .literal(context)
        .<Expression>map(e -> e)
        .orElseGet(() -> refuse(context.getStart(), Construct.COMPOUND_LITERAL));
  }

  @Override
  public Expression visitStatementExpression(KernelCParser.StatementExpressionContext context) {
    return refuse(context.getStart(), Construct.STATEMENT_EXPRESSION);
  }

  @Override
  public Expression visitMemberExpression(KernelCParser.MemberExpressionContext context) {
    Expression object = build(context.expression());
    diagnostics.report(context.ARROW().getSymbol(), Construct.MEMBER);
    return new Expression.Member(object.place(), object, context.NAME().getText());
  }

  @Override
  public Expression visitDotExpression(KernelCParser.DotExpressionContext context) {
    Expression object = build(context.expression());
    String member = context.NAME().getText();
    Optional<Expression> part =
        diagnostics.accepts(Construct.DOT) ? object.dot(member) : Optional.empty();
    if (part.isPresent()) {
      return part.get();
    }
    diagnostics.report(context.DOT().getSymbol(), Construct.DOT_OF_VALUE);
    return object;
  }

  @Override
  public Expression visitCallExpression(KernelCParser.CallExpressionContext context) {
    Optional<Expression.Container> container = structs.container(context);
    if (container.isPresent()) {
      return container.get();
    }
    Expression written = build(context.expression());
    Expression callee = diagnostics.accepts(Construct.INDIRECT_CALL) ? written.called() : written;
    if (!(callee instanceof Expression.Name)) {
      diagnostics.report(context.LPAREN().getSymbol(), Construct.INDIRECT_CALL);
    }
    return new Expression.Call(
        callee.place(), callee, context.argument().stream().map(this::argument).toList());
  }

  private Expression argument(ArgumentContext context) {
    if (context.expression() == null) {
      return refuse(context.getStart(), Construct.TYPE_ARGUMENT);
    }
    if (context.expression() instanceof KernelCParser.TextExpressionContext text) {
      diagnostics.report(text.getStart(), Construct.TEXT);
      return text(text);
    }
    return build(context.expression());
  }

  private Expression text(KernelCParser.TextExpressionContext context) {
    List<TerminalNode> parts = context.children.stream().map(TerminalNode.class::cast).toList();
    return new Expression.Text(place(context), literals.text(parts));
  }

  @Override
  public Expression visitIndexExpression(KernelCParser.IndexExpressionContext context) {
    boolean refused = diagnostics.report(context.LBRACK().getSymbol(), Construct.INDEX);
    Expression array = build(context.expression());
    Expression index = build(context.commaExpression());
    return refused ? array : new Expression.Index(array.place(), array, index);
  }

  @Override
  public Expression visitStepExpression(KernelCParser.StepExpressionContext context) {
    Token step = context.STEP().getSymbol();
    String sign = step.getText();
    if (diagnostics.report(step, Construct.STEP, sign, sign.charAt(0))) {
      return build(context.expression());
    }
    return new Expression.Update(
        place(context),
        target(context.expression()),
        Expression.Operator.of(sign.substring(1)),
        new Expression.Number(diagnostics.place(step), 1),
        step != context.getStart());
  }

  @Override
  public Expression visitNotExpression(KernelCParser.NotExpressionContext context) {
    return new Expression.Not(place(context), build(context.expression()));
  }

  @Override
  public Expression visitAddressExpression(KernelCParser.AddressExpressionContext context) {
    return new Expression.AddressOf(place(context), build(context.expression()));
  }

  @Override
  public Expression visitPrefixExpression(KernelCParser.PrefixExpressionContext context) {
    if (context.op.getType() == KernelCParser.MINUS
        && context.expression() instanceof KernelCParser.NumberExpressionContext number) {
      return new Expression.Number(
          place(context), literals.number(number.NUMBER().getSymbol(), -1));
    }
    Expression operand = build(context.expression());
    return switch (context.op.getType()) {
      case KernelCParser.STAR -> new Expression.Dereference(place(context), operand);
      case KernelCParser.MINUS -> from(0, place(context), operand);
      case KernelCParser.TILDE -> from(-1, place(context), operand);
      default -> operand;
    };
  }

  private static Expression from(int number, Place place, Expression operand) {
    return new Expression.Binary(
        place, Expression.Operator.MINUS, new Expression.Number(place, number), operand);
  }

  @Override
  public Expression visitSizeofExpression(KernelCParser.SizeofExpressionContext context) {
    String word = context.SIZEOF().getText();
    return diagnostics.report(context.getStart(), Construct.SIZEOF, word)
        ? new Expression.Null(place(context))
        : new Expression.Size(place(context), word);
  }

  /** Where only {@code (void *)} is accepted, a cast leaves no trace in the tree. */
  @Override
  public Expression visitCastExpression(KernelCParser.CastExpressionContext context) {
    TypeNameContext type = context.typeName();
    if (diagnostics.accepts(Construct.CAST)) {
      declarators.checkCast(type);
      return new Expression.Cast(place(context), build(context.expression()));
    }
    Expression operand = build(context.expression());
    if (Casts.isUnderstood(type)) {
      return operand;
    }
    Optional<Expression> converted = Casts.converted(type, operand, place(context));
    if (converted.isEmpty()) {
      diagnostics.report(context.getStart(), Construct.CAST, Casts.words(type));
    }
    return converted.orElse(operand);
  }

  @Override
  public Expression visitBinaryExpression(KernelCParser.BinaryExpressionContext context) {
    Expression left = build(context.expression(0));
    boolean refused = isRefused(construct(context.op.getText()), context.op);
    Expression right = build(context.expression(1));
    return refused
        ? left
        : new Expression.Binary(
            left.place(), Expression.Operator.of(context.op.getText()), left, right);
  }

  /** What an operator is an example of; empty for those that every file may use. */
  private static Optional<Construct> construct(String operator) {
    return switch (operator) {
      case "<<", ">>" -> Optional.of(Construct.SHIFT);
      case "/", "%" -> Optional.of(Construct.DIVISION);
      default -> Optional.empty();
    };
  }

  private boolean isRefused(Optional<Construct> construct, Token operator) {
    return construct.isPresent()
        && diagnostics.report(operator, construct.get(), operator.getText());
  }

  @Override
  public Expression visitConditionalExpression(KernelCParser.ConditionalExpressionContext context) {
    Expression condition = build(context.expression(0));
    boolean refused = diagnostics.report(context.QUESTION().getSymbol(), Construct.CONDITIONAL);
    Optional<Expression> then = Optional.ofNullable(context.commaExpression()).map(this::build);
    Expression otherwise = build(context.expression(1));
    return refused
        ? otherwise
        : new Expression.Conditional(condition.place(), condition, then, otherwise);
  }

  @Override
  public Expression visitAssignExpression(KernelCParser.AssignExpressionContext context) {
    ExpressionContext left = context.expression(0);
    if (diagnostics.report(context.op, Construct.ASSIGN_INSIDE)) {
      build(left);
      return build(context.expression(1));
    }
    return assignment(context);
  }

  /** An expression that is a statement, or a part of a for loop's head. */
  Expression effect(ExpressionContext context) {
    Expression e =
        context instanceof KernelCParser.AssignExpressionContext a ? assignment(a) : build(context);
    return e instanceof Expression.Update u && u.old()
        ? new Expression.Update(u.place(), u.target(), u.operator(), u.value(), false)
        : e;
  }

  private Expression assignment(KernelCParser.AssignExpressionContext context) {
    if (context.op.getType() == KernelCParser.ASSIGN) {
      Expression target = target(context.expression(0));
      return new Expression.Assign(place(context), target, build(context.expression(1)));
    }
    String sign = context.op.getText();
    String operator = sign.substring(0, sign.length() - 1);
    Expression target =
        diagnostics.accepts(Construct.COMPOUND_ASSIGN)
            ? target(context.expression(0))
            : build(context.expression(0));
    boolean refused =
        diagnostics.report(context.op, Construct.COMPOUND_ASSIGN, sign, operator)
            || isRefused(construct(operator), context.op);
    Expression value = build(context.expression(1));
    return refused
        ? target
        : new Expression.Update(
            place(context), target, Expression.Operator.of(operator), value, false);
  }

  private Expression target(ExpressionContext context) {
    Expression target = build(context);
    if (isValue(target) && !isRefused(context, target)) {
      diagnostics.report(target.place(), Construct.ASSIGN_TARGET);
    }
    return target;
  }

  private static boolean isValue(Expression target) {
    return !(target instanceof Expression.Name
        || target instanceof Expression.Part
        || target instanceof Expression.Member
        || target instanceof Expression.Index
        || target instanceof Expression.Dereference
        || target instanceof Expression.Call);
  }

  /** Whether the target is of a form that was reported already. */
  private static boolean isRefused(ExpressionContext context, Expression target) {
    return !(context instanceof KernelCParser.NumberExpressionContext
        || context instanceof KernelCParser.NullExpressionContext
        || context instanceof KernelCParser.TruthExpressionContext
        || context instanceof KernelCParser.NotExpressionContext
        || context instanceof KernelCParser.AddressExpressionContext
        || target instanceof Expression.Binary
        || context instanceof KernelCParser.ParenthesisedExpressionContext);
  }

  private Expression refuse(Token token, Construct construct, Object... arguments) {
    diagnostics.report(token, construct, arguments);
    return new Expression.Null(diagnostics.place(token));
  }

  private Place place(ParserRuleContext context) {
    return diagnostics.place(context.getStart());
  }
}
