package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.BlockContext;
import quiesce.source.grammar.KernelCParser.CommaExpressionContext;
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
  private final EntryLoops entryLoops;
  private final Guards guards;

  /** Whether the innermost of loops and switches around is a switch. */
  private boolean inSwitch;

  private boolean inLoop;

  StatementBuilder(
      Diagnostics diagnostics,
      SpecifierReader specifiers,
      DeclaratorReader declarators,
      ExpressionBuilder expressions) {
    this.diagnostics = diagnostics;
    this.expressions = expressions;
    this.assertions = new Assertions(diagnostics);
    this.entryLoops = new EntryLoops(diagnostics, expressions);
    this.guards = new Guards(diagnostics, expressions);
    this.locals = new LocalBuilder(diagnostics, specifiers, declarators, expressions);
  }

  /** The body of a function. */
  Statement.Block body(BlockContext context, List<Item.Parameter> parameters) {
    parameters.forEach(p -> entryLoops.declare(p.name(), p.type()));
    return block(context);
  }

  Statement.Block block(BlockContext context) {
    return new Statement.Block(place(context), statements(context.statement()));
  }

  /** What comes after a guard in its block is guarded by it. */
  private List<Statement> statements(List<StatementContext> all) {
    List<Statement> built = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Optional<Guards.Head> guard = guards.head(all.get(i));
      if (guard.isPresent()) {
        List<Statement> rest = statements(all.subList(i + 1, all.size()));
        built.addAll(guards.build(guard.get(), new Statement.Block(place(all.get(i)), rest)));
        return built;
      }
      built.addAll(build(all.get(i)));
    }
    return built;
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
    return within(true, false, () -> body(context));
  }

  private <T> T within(boolean loop, boolean isSwitch, Supplier<T> body) {
    boolean outerLoop = inLoop;
    boolean outerSwitch = inSwitch;
    inLoop = loop;
    inSwitch = isSwitch;
    T built = body.get();
    inLoop = outerLoop;
    inSwitch = outerSwitch;
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
    List<Statement> declared = locals.build(context.declaration());
    for (Statement s : declared) {
      if (s instanceof Statement.Declaration d) {
        entryLoops.declare(d.name(), d.type());
      }
    }
    return declared;
  }

  @Override
  public List<Statement> visitIfStatement(KernelCParser.IfStatementContext context) {
    Expression condition = Enabled.rest(expressions.build(context.commaExpression()));
    Statement then = body(context.statement(0));
    Optional<Statement> otherwise =
        context.ELSE() == null ? Optional.empty() : Optional.of(body(context.statement(1)));
    Optional<Boolean> configured = Enabled.truth(condition);
    if (configured.isPresent()) {
      return configured.get() ? List.of(then) : otherwise.stream().toList();
    }
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
  public List<Statement> visitForEachEntryStatement(
      KernelCParser.ForEachEntryStatementContext context) {
    return entryLoops.build(context, () -> loopBody(context.statement()));
  }

  /** In C it is a loop that goes round once: a break would end the guard alone. */
  @Override
  public List<Statement> visitScopedGuardStatement(
      KernelCParser.ScopedGuardStatementContext context) {
    Guards.Head head =
        new Guards.Head(
            context.SCOPED_GUARD().getSymbol(), context.NAME().getText(), context.expression());
    return guards.build(head, within(false, false, () -> body(context.statement())));
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
    if (inSwitch
        && diagnostics.accepts(Construct.SWITCH)
        && context.getText().equals("fallthrough;")) {
      return List.of();
    }
    guards.head(context).ifPresent(guards::refuseAlone);
    if (context.simpleStatement().block() != null) {
      return macroWithBody(whole, context.simpleStatement().block());
    }
    return assertions.setAside(whole) ? List.of() : effects(whole);
  }

  /** What is evaluated for its effect: each with a comma after it is a statement. */
  private List<Statement> effects(CommaExpressionContext context) {
    if (!context.COMMA().isEmpty() && !diagnostics.accepts(Construct.COMMA_STATEMENT)) {
      return List.of(new Statement.Evaluation(place(context), expressions.build(context)));
    }
    return context.expression().stream()
        .map(Casts::withoutVoid)
        .flatMap(Optional::stream)
        .map(e -> (Statement) new Statement.Evaluation(place(e), expressions.effect(e)))
        .toList();
  }

  private List<Statement> macroWithBody(CommaExpressionContext head, BlockContext body) {
    if (head.expression(0) instanceof KernelCParser.CallExpressionContext call
        && call.expression() instanceof KernelCParser.NameExpressionContext name) {
      diagnostics.report(head.getStart(), Construct.LOOP_MACRO, name.getText());
    } else {
      diagnostics.report(
          body.getStart(), "expected ';' before '{'", "end the statement before the block");
    }
    return List.of(within(true, inSwitch, () -> block(body)));
  }

  @Override
  public List<Statement> visitForStatement(KernelCParser.ForStatementContext context) {
    if (diagnostics.report(context.getStart(), Construct.FOR)) {
      return List.of(loopBody(context.statement()));
    }
    KernelCParser.ForBeginContext begin = context.forBegin();
    return List.of(
        new Statement.For(
            place(context),
            begin.declaration() == null
                ? part(begin.commaExpression())
                : locals.build(begin.declaration()),
            Optional.ofNullable(context.condition).map(expressions::build),
            part(context.step),
            loopBody(context.statement())));
  }

  /** A part of the head of a for loop, which may be missing. */
  private List<Statement> part(CommaExpressionContext context) {
    return context == null ? List.of() : effects(context);
  }

  @Override
  public List<Statement> visitSwitchStatement(KernelCParser.SwitchStatementContext context) {
    boolean refused = diagnostics.report(context.getStart(), Construct.SWITCH);
    Expression value = expressions.build(context.commaExpression());
    Statement body = within(inLoop, true, () -> body(context.statement()));
    return List.of(refused ? body : new Statement.Switch(place(context), value, body));
  }

  @Override
  public List<Statement> visitCaseStatement(KernelCParser.CaseStatementContext context) {
    List<Statement> all = new ArrayList<>();
    if (!inSwitch) {
      diagnostics.report(context.getStart(), Construct.CASE, context.getStart().getText());
    } else if (diagnostics.accepts(Construct.SWITCH)) {
      if (context.ELLIPSIS() != null) {
        diagnostics.report(context.ELLIPSIS().getSymbol(), Construct.CASE_RANGE);
      }
      Optional<Expression> value =
          context.expression().stream().findFirst().map(expressions::build);
      all.add(new Statement.Case(place(context), value));
    }
    if (context.statement() != null) {
      all.addAll(build(context.statement()));
    }
    return all;
  }

  @Override
  public List<Statement> visitBreakStatement(KernelCParser.BreakStatementContext context) {
    boolean refused = !inSwitch && diagnostics.report(context.getStart(), Construct.BREAK);
    // Where switches are refused, what is in one is no error of its own.
    if (!refused && !inSwitch && !inLoop) {
      diagnostics.report(
          context.getStart(),
          "'break' is in no loop and no switch",
          "write return, or goto and the name of a label");
    }
    return List.of(new Statement.Break(place(context)));
  }

  @Override
  public List<Statement> visitContinueStatement(KernelCParser.ContinueStatementContext context) {
    if (!diagnostics.report(context.getStart(), Construct.CONTINUE) && !inLoop) {
      diagnostics.report(
          context.getStart(),
          "'continue' is in no loop",
          "write return, or goto and the name of a label");
    }
    return List.of(new Statement.Continue(place(context)));
  }

  // ---- Refused statements: their content is read all the same
  // -------------------------

  @Override
  public List<Statement> visitLoopMacroStatement(KernelCParser.LoopMacroStatementContext context) {
    diagnostics.report(context.getStart(), Construct.LOOP_MACRO, context.LOOP_MACRO().getText());
    return List.of(loopBody(context.statement()));
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
