package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.BlockContext;
import quiesce.source.grammar.KernelCParser.CommaExpressionContext;
import quiesce.source.grammar.KernelCParser.ExpressionContext;
import quiesce.source.grammar.KernelCParser.StatementContext;
import quiesce.source.grammar.KernelCParserBaseVisitor;

/**
 * Builds statements. One in the text may be several in the tree, a declaration of two names for
 * example, or none, where the text was given up.
 */
final class StatementBuilder extends KernelCParserBaseVisitor<List<Statement>> {
  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;
  private final LocalBuilder locals;
  private final Assertions assertions;

  /** A switch is refused as a whole: its case, default and break are no errors of their own. */
  private boolean inSwitch;

  StatementBuilder(
      Diagnostics diagnostics,
      SpecifierReader specifiers,
      DeclaratorReader declarators,
      ExpressionBuilder expressions) {
    this.diagnostics = diagnostics;
    this.expressions = expressions;
    this.assertions = new Assertions(diagnostics);
    this.locals = new LocalBuilder(diagnostics, specifiers, declarators, expressions);
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
    if (context instanceof KernelCParser.DeclarationStatementContext && context.exception == null) {
      diagnostics.report(context.getStart(), Construct.DECLARATION_AS_BODY);
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
  public List<Statement> visitBlockStatement(KernelCParser.BlockStatementContext context) {
    return List.of(block(context.block()));
  }

  @Override
  public List<Statement> visitEmptyStatement(KernelCParser.EmptyStatementContext context) {
    return List.of(new Statement.Block(place(context), List.of()));
  }

  @Override
  public List<Statement> visitLabelledStatement(KernelCParser.LabelledStatementContext context) {
    diagnostics.report(context.getStart(), Construct.LABEL);
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.Label(place(context), context.NAME().getText()));
    if (context.statement() != null) {
      all.addAll(build(context.statement()));
    }
    return all;
  }

  @Override
  public List<Statement> visitDeclarationStatement(
      KernelCParser.DeclarationStatementContext context) {
    return locals.build(context.declaration());
  }

  @Override
  public List<Statement> visitIfStatement(KernelCParser.IfStatementContext context) {
    Expression condition = expressions.build(context.commaExpression());
    Statement then = body(context.statement(0));
    Optional<Statement> otherwise =
        context.ELSE() == null ? Optional.empty() : Optional.of(body(context.statement(1)));
    return List.of(new Statement.If(place(context), condition, then, otherwise));
  }

  @Override
  public List<Statement> visitWhileStatement(KernelCParser.WhileStatementContext context) {
    diagnostics.report(context.getStart(), Construct.WHILE);
    Expression condition = expressions.build(context.commaExpression());
    return List.of(new Statement.While(place(context), condition, loopBody(context.statement())));
  }

  @Override
  public List<Statement> visitDoStatement(KernelCParser.DoStatementContext context) {
    diagnostics.report(context.getStart(), Construct.DO);
    Statement body = loopBody(context.statement());
    Expression condition = expressions.build(context.commaExpression());
    return List.of(new Statement.DoWhile(place(context), body, condition));
  }

  @Override
  public List<Statement> visitForEachCpuStatement(
      KernelCParser.ForEachCpuStatementContext context) {
    diagnostics.report(context.getStart(), Construct.FOR_EACH_CPU);
    return List.of(
        new Statement.ForEachPossibleCpu(
            place(context), context.NAME().getText(), loopBody(context.statement())));
  }

  @Override
  public List<Statement> visitReturnStatement(KernelCParser.ReturnStatementContext context) {
    diagnostics.report(context.getStart(), Construct.RETURN);
    Optional<Expression> value =
        Optional.ofNullable(context.commaExpression()).map(expressions::build);
    return List.of(new Statement.Return(place(context), value));
  }

  @Override
  public List<Statement> visitGotoStatement(KernelCParser.GotoStatementContext context) {
    diagnostics.report(context.getStart(), Construct.GOTO);
    return List.of(new Statement.Goto(place(context), context.NAME().getText()));
  }

  @Override
  public List<Statement> visitExpressionStatement(
      KernelCParser.ExpressionStatementContext context) {
    CommaExpressionContext whole = context.simpleStatement().commaExpression();
    if (context.simpleStatement().block() != null) {
      return macroWithBody(whole, context.simpleStatement().block());
    }
    if (assertions.setAside(whole)) {
      return List.of();
    }
    if (whole.expression().size() == 1
        && whole.expression(0) instanceof KernelCParser.AssignExpressionContext assignment) {
      return List.of(assignment(assignment));
    }
    return List.of(new Statement.Evaluation(place(context), expressions.build(whole)));
  }

  private Statement assignment(KernelCParser.AssignExpressionContext context) {
    ExpressionContext left = context.expression(0);
    Expression target = expressions.build(left);
    if (context.op.getType() != KernelCParser.ASSIGN) {
      String sign = context.op.getText();
      diagnostics.report(
          context.op, Construct.COMPOUND_ASSIGN, sign, sign.substring(0, sign.length() - 1));
    } else if (isValue(target) && !isRefused(left, target)) {
      diagnostics.report(target.place(), Construct.ASSIGN_TARGET);
    }
    return new Statement.Assignment(
        place(context), target, expressions.build(context.expression(1)));
  }

  private static boolean isValue(Expression target) {
    return !(target instanceof Expression.Name
        || target instanceof Expression.Member
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

  private List<Statement> macroWithBody(CommaExpressionContext head, BlockContext body) {
    if (head.expression(0) instanceof KernelCParser.CallExpressionContext call
        && call.expression() instanceof KernelCParser.NameExpressionContext name) {
      diagnostics.report(head.getStart(), Construct.LOOP_MACRO, name.getText());
    } else {
      diagnostics.report(
          body.getStart(), "expected ';' before '{'", "end the statement before the block");
    }
    return List.of(block(body));
  }

  // ---- Refused statements: their content is read all the same
  // -------------------------

  @Override
  public List<Statement> visitLoopMacroStatement(KernelCParser.LoopMacroStatementContext context) {
    diagnostics.report(context.getStart(), Construct.LOOP_MACRO, context.LOOP_MACRO().getText());
    return List.of(loopBody(context.statement()));
  }

  @Override
  public List<Statement> visitForStatement(KernelCParser.ForStatementContext context) {
    diagnostics.report(context.getStart(), Construct.FOR);
    return List.of(loopBody(context.statement()));
  }

  @Override
  public List<Statement> visitSwitchStatement(KernelCParser.SwitchStatementContext context) {
    diagnostics.report(context.getStart(), Construct.SWITCH);
    expressions.build(context.commaExpression());
    boolean outer = inSwitch;
    inSwitch = true;
    Statement built = body(context.statement());
    inSwitch = outer;
    return List.of(built);
  }

  @Override
  public List<Statement> visitCaseStatement(KernelCParser.CaseStatementContext context) {
    if (!inSwitch) {
      diagnostics.report(context.getStart(), Construct.CASE, context.getStart().getText());
    }
    return context.statement() == null ? List.of() : build(context.statement());
  }

  @Override
  public List<Statement> visitBreakStatement(KernelCParser.BreakStatementContext context) {
    if (!inSwitch) {
      diagnostics.report(context.getStart(), Construct.BREAK);
    }
    return List.of();
  }

  @Override
  public List<Statement> visitContinueStatement(KernelCParser.ContinueStatementContext context) {
    return refuse(context.CONTINUE(), Construct.CONTINUE);
  }

  @Override
  public List<Statement> visitComputedGotoStatement(
      KernelCParser.ComputedGotoStatementContext context) {
    return refuse(context.STAR(), Construct.COMPUTED_GOTO);
  }

  @Override
  public List<Statement> visitAsmStatement(KernelCParser.AsmStatementContext context) {
    return refuse(context.ASM(), Construct.ASM);
  }

  private List<Statement> refuse(TerminalNode word, Construct construct) {
    diagnostics.report(word.getSymbol(), construct);
    return List.of();
  }

  private Place place(ParserRuleContext context) {
    return diagnostics.place(context.getStart());
  }
}
