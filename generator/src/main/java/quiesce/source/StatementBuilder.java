package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import quiesce.source.grammar.StrategyParser;
import quiesce.source.grammar.StrategyParser.BlockContext;
import quiesce.source.grammar.StrategyParser.CommaExpressionContext;
import quiesce.source.grammar.StrategyParser.ExpressionContext;
import quiesce.source.grammar.StrategyParser.StatementContext;
import quiesce.source.grammar.StrategyParserBaseVisitor;

/**
 * Builds statements. One in the text may be several in the tree, a declaration of two names for
 * example, or none, where the text was given up.
 */
final class StatementBuilder extends StrategyParserBaseVisitor<List<Statement>> {
  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;
  private final LocalBuilder locals;

  /** A switch is refused as a whole: its case, default and break are no errors of their own. */
  private boolean inSwitch;

  StatementBuilder(
      Diagnostics diagnostics, SpecifierReader specifiers, ExpressionBuilder expressions) {
    this.diagnostics = diagnostics;
    this.expressions = expressions;
    this.locals = new LocalBuilder(diagnostics, specifiers, expressions);
  }

  Statement.Block block(BlockContext context) {
    return new Statement.Block(
        place(context), context.statement().stream().flatMap(s -> build(s).stream()).toList());
  }

  private List<Statement> build(StatementContext context) {
    return context.exception == null ? visit(context) : List.of();
  }

  /** A statement that another one governs. */
  private Statement body(StatementContext context) {
    if (context instanceof StrategyParser.DeclarationStatementContext
        && context.exception == null) {
      diagnostics.report(context.getStart(), Unsupported.DECLARATION_AS_BODY);
    }
    List<Statement> built = build(context);
    return built.size() == 1 ? built.get(0) : new Statement.Block(place(context), built);
  }

  private Statement loopBody(StatementContext context) {
    boolean outer = inSwitch;
    inSwitch = false;
    Statement built = body(context);
    inSwitch = outer;
    return built;
  }

  @Override
  public List<Statement> visitBlockStatement(StrategyParser.BlockStatementContext context) {
    return List.of(block(context.block()));
  }

  @Override
  public List<Statement> visitEmptyStatement(StrategyParser.EmptyStatementContext context) {
    return List.of(new Statement.Block(place(context), List.of()));
  }

  @Override
  public List<Statement> visitLabelledStatement(StrategyParser.LabelledStatementContext context) {
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.Label(place(context), context.NAME().getText()));
    if (context.statement() != null) {
      all.addAll(build(context.statement()));
    }
    return all;
  }

  @Override
  public List<Statement> visitDeclarationStatement(
      StrategyParser.DeclarationStatementContext context) {
    return locals.build(context.declaration());
  }

  @Override
  public List<Statement> visitIfStatement(StrategyParser.IfStatementContext context) {
    Expression condition = expressions.build(context.commaExpression());
    Statement then = body(context.statement(0));
    Optional<Statement> otherwise =
        context.ELSE() == null ? Optional.empty() : Optional.of(body(context.statement(1)));
    return List.of(new Statement.If(place(context), condition, then, otherwise));
  }

  @Override
  public List<Statement> visitWhileStatement(StrategyParser.WhileStatementContext context) {
    Expression condition = expressions.build(context.commaExpression());
    return List.of(new Statement.While(place(context), condition, loopBody(context.statement())));
  }

  @Override
  public List<Statement> visitDoStatement(StrategyParser.DoStatementContext context) {
    Statement body = loopBody(context.statement());
    Expression condition = expressions.build(context.commaExpression());
    return List.of(new Statement.DoWhile(place(context), body, condition));
  }

  @Override
  public List<Statement> visitForEachCpuStatement(
      StrategyParser.ForEachCpuStatementContext context) {
    return List.of(
        new Statement.ForEachPossibleCpu(
            place(context), context.NAME().getText(), loopBody(context.statement())));
  }

  @Override
  public List<Statement> visitReturnStatement(StrategyParser.ReturnStatementContext context) {
    Optional<Expression> value =
        Optional.ofNullable(context.commaExpression()).map(expressions::build);
    return List.of(new Statement.Return(place(context), value));
  }

  @Override
  public List<Statement> visitGotoStatement(StrategyParser.GotoStatementContext context) {
    return List.of(new Statement.Goto(place(context), context.NAME().getText()));
  }

  @Override
  public List<Statement> visitExpressionStatement(
      StrategyParser.ExpressionStatementContext context) {
    CommaExpressionContext whole = context.simpleStatement().commaExpression();
    if (context.simpleStatement().block() != null) {
      return macroWithBody(whole, context.simpleStatement().block());
    }
    if (whole.expression().size() == 1
        && whole.expression(0) instanceof StrategyParser.AssignExpressionContext assignment) {
      return List.of(assignment(assignment));
    }
    return List.of(new Statement.Evaluation(place(context), expressions.build(whole)));
  }

  private Statement assignment(StrategyParser.AssignExpressionContext context) {
    ExpressionContext left = context.expression(0);
    Expression target = expressions.build(left);
    if (context.op.getType() != StrategyParser.ASSIGN) {
      diagnostics.report(context.op, Unsupported.COMPOUND_ASSIGN, context.op.getText());
    } else if (isValue(target) && !isRefused(left)) {
      diagnostics.report(
          target.place(),
          "this cannot be assigned to",
          "assign to a variable, to p->member or to per_cpu(variable, cpu)");
    }
    return new Statement.Assignment(
        target.place(), target, expressions.build(context.expression(1)));
  }

  private static boolean isValue(Expression target) {
    return !(target instanceof Expression.Name
        || target instanceof Expression.Member
        || target instanceof Expression.Call);
  }

  /** Whether the target is of a form that was reported already. */
  private static boolean isRefused(ExpressionContext target) {
    return !(target instanceof StrategyParser.NumberExpressionContext
        || target instanceof StrategyParser.NullExpressionContext
        || target instanceof StrategyParser.TruthExpressionContext
        || target instanceof StrategyParser.NotExpressionContext
        || target instanceof StrategyParser.AddressExpressionContext
        || target instanceof StrategyParser.BinaryExpressionContext
        || target instanceof StrategyParser.ParenthesisedExpressionContext);
  }

  private List<Statement> macroWithBody(CommaExpressionContext head, BlockContext body) {
    if (head.expression(0) instanceof StrategyParser.CallExpressionContext call
        && call.expression() instanceof StrategyParser.NameExpressionContext name) {
      diagnostics.report(head.getStart(), Unsupported.LOOP_MACRO, name.getText());
    } else {
      diagnostics.report(
          body.getStart(), "expected ';' before '{'", "end the statement before the block");
    }
    return List.of(block(body));
  }

  // ---- Refused statements: their content is read all the same
  // -------------------------

  @Override
  public List<Statement> visitLoopMacroStatement(StrategyParser.LoopMacroStatementContext context) {
    diagnostics.report(context.getStart(), Unsupported.LOOP_MACRO, context.LOOP_MACRO().getText());
    return List.of(loopBody(context.statement()));
  }

  @Override
  public List<Statement> visitForStatement(StrategyParser.ForStatementContext context) {
    diagnostics.report(context.getStart(), Unsupported.FOR);
    return List.of(loopBody(context.statement()));
  }

  @Override
  public List<Statement> visitSwitchStatement(StrategyParser.SwitchStatementContext context) {
    diagnostics.report(context.getStart(), Unsupported.SWITCH);
    expressions.build(context.commaExpression());
    boolean outer = inSwitch;
    inSwitch = true;
    Statement built = body(context.statement());
    inSwitch = outer;
    return List.of(built);
  }

  @Override
  public List<Statement> visitCaseStatement(StrategyParser.CaseStatementContext context) {
    if (!inSwitch) {
      diagnostics.report(context.getStart(), Unsupported.CASE, context.getStart().getText());
    }
    return context.statement() == null ? List.of() : build(context.statement());
  }

  @Override
  public List<Statement> visitBreakStatement(StrategyParser.BreakStatementContext context) {
    if (!inSwitch) {
      diagnostics.report(context.getStart(), Unsupported.BREAK);
    }
    return List.of();
  }

  @Override
  public List<Statement> visitContinueStatement(StrategyParser.ContinueStatementContext context) {
    return refuse(context.CONTINUE(), Unsupported.CONTINUE);
  }

  @Override
  public List<Statement> visitComputedGotoStatement(
      StrategyParser.ComputedGotoStatementContext context) {
    return refuse(context.STAR(), Unsupported.COMPUTED_GOTO);
  }

  @Override
  public List<Statement> visitAsmStatement(StrategyParser.AsmStatementContext context) {
    return refuse(context.ASM(), Unsupported.ASM);
  }

  private List<Statement> refuse(TerminalNode word, Unsupported construct) {
    diagnostics.report(word.getSymbol(), construct);
    return List.of();
  }

  private Place place(ParserRuleContext context) {
    return diagnostics.place(context.getStart());
  }
}
