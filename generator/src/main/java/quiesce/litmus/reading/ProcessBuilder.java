package quiesce.litmus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import quiesce.litmus.grammar.LitmusParser;
import quiesce.litmus.grammar.LitmusParser.BlockContext;
import quiesce.litmus.grammar.LitmusParser.DeclaratorContext;
import quiesce.litmus.grammar.LitmusParser.ParameterContext;
import quiesce.litmus.grammar.LitmusParser.ProcessContext;
import quiesce.litmus.grammar.LitmusParser.StatementContext;
import quiesce.litmus.tree.Process;
import quiesce.litmus.tree.Statement;
import quiesce.litmus.tree.Type;
import quiesce.source.Diagnostics;
import quiesce.source.Place;

/** Builds processes and their statements. */
final class ProcessBuilder {
  private static final Pattern NAME = Pattern.compile("P([0-9]{1,4})");

  private final Diagnostics diagnostics;
  private final TypeBuilder types;
  private final ExpressionBuilder expressions;

  ProcessBuilder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.types = new TypeBuilder(diagnostics);
    this.expressions = new ExpressionBuilder(diagnostics);
  }

  /** The number is negative when the name is none of a process. */
  Process build(ProcessContext context) {
    Matcher name = NAME.matcher(context.NAME().getText());
    boolean named = name.matches();
    if (!named) {
      diagnostics.report(
          context.NAME().getSymbol(),
          "'%s' is no process".formatted(context.NAME().getText()),
          "name the processes P0, P1, ...; functions of one's own are not supported");
    }
    // The result, and the parameters of P0(void).
    context.type().stream()
        .filter(t -> !t.getText().equals("void"))
        .forEach(
            t ->
                diagnostics.report(
                    t.getStart(),
                    "'%s' is not allowed here".formatted(t.getText()),
                    "write P0(int *x, int *y) { ... }"));
    return new Process(
        diagnostics.place(context.NAME().getSymbol()),
        named ? Integer.parseInt(name.group(1)) : -1,
        context.parameters() == null
            ? List.of()
            : context.parameters().parameter().stream().map(this::parameter).toList(),
        block(context.block()),
        diagnostics.place(context.block().RBRACE().getSymbol()));
  }

  private Process.Parameter parameter(ParameterContext context) {
    Type type = types.build(context.type(), context.STAR());
    String name = context.NAME().getText();
    if (type.pointers() == 0) {
      diagnostics.report(
          context.NAME().getSymbol(),
          "the parameter '%s' is no pointer".formatted(name),
          "shared memory is given by its address: *%s".formatted(name));
    }
    return new Process.Parameter(diagnostics.place(context.NAME().getSymbol()), type, name);
  }

  private Statement.Block block(BlockContext context) {
    return new Statement.Block(
        place(context), context.statement().stream().map(this::statement).toList());
  }

  private Statement statement(StatementContext context) {
    if (context instanceof LitmusParser.BlockStatementContext b) {
      return block(b.block());
    } else if (context instanceof LitmusParser.DeclarationStatementContext d) {
      return new Statement.Block(
          place(d), d.declarator().stream().map(each -> declaration(d, each)).toList());
    } else if (context instanceof LitmusParser.IfStatementContext i) {
      return new Statement.If(
          place(i),
          expressions.build(i.expression()),
          statement(i.statement(0)),
          i.ELSE() == null ? Optional.empty() : Optional.of(statement(i.statement(1))));
    } else if (context instanceof LitmusParser.AssignmentStatementContext a) {
      return new Statement.Assignment(
          place(a), expressions.build(a.expression(0)), expressions.build(a.expression(1)));
    } else if (context instanceof LitmusParser.ExpressionStatementContext e) {
      return new Statement.Evaluation(place(e), expressions.build(e.expression()));
    }
    return new Statement.Block(place(context), List.of());
  }

  private Statement declaration(
      LitmusParser.DeclarationStatementContext all, DeclaratorContext context) {
    Type type = types.value(all.type(), context.STAR());
    Place place = diagnostics.place(context.NAME().getSymbol());
    if (type.kind() != Type.Kind.INTEGER) {
      diagnostics.report(
          place,
          "%s as a local variable is not supported".formatted(type.kind().text()),
          "make it a parameter, so that the processes share it");
    }
    return new Statement.Declaration(
        place,
        type,
        context.NAME().getText(),
        Optional.ofNullable(context.expression()).map(expressions::build));
  }

  private Place place(ParserRuleContext context) {
    return diagnostics.place(context.getStart());
  }
}
