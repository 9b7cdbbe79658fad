package quiesce.source;

import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.ArgumentContext;
import quiesce.source.grammar.KernelCParser.BinaryExpressionContext;
import quiesce.source.grammar.KernelCParser.CallExpressionContext;
import quiesce.source.grammar.KernelCParser.CommaExpressionContext;
import quiesce.source.grammar.KernelCParser.ExpressionContext;
import quiesce.source.grammar.KernelCParser.NameExpressionContext;
import quiesce.source.grammar.KernelCParser.NotExpressionContext;
import quiesce.source.grammar.KernelCParser.ParenthesisedExpressionContext;
import quiesce.source.grammar.KernelCParser.TextExpressionContext;

/** Sets aside the statements that only assert something, as lockdep's do. */
final class Assertions {
  private final Diagnostics diagnostics;

  Assertions(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * Sets a statement aside if it asserts something and does nothing else.
   *
   * @return whether it does
   */
  boolean setAside(CommaExpressionContext statement) {
    if (statement.expression().size() != 1
        || !(statement.expression(0) instanceof CallExpressionContext call)
        || !(call.expression() instanceof NameExpressionContext name)) {
      return false;
    }
    boolean condition =
        !call.argument().isEmpty()
            && isHeld(call.argument(0).expression())
            && call.argument().stream().skip(1).allMatch(Assertions::isText);
    String text = name.getText();
    Token word = name.getStart();
    if (diagnostics.isHarmless(Harmless.Kind.WARNING, text)) {
      return condition && diagnostics.setAside(word, Harmless.Kind.WARNING, text);
    }
    Harmless.Kind kind = condition ? Harmless.Kind.CONDITION : Harmless.Kind.ASSERTION;
    if ((condition || doesNothing(call.argument())) && diagnostics.setAside(word, kind, text)) {
      return true;
    }
    boolean asserts =
        Stream.of(Harmless.Kind.ASSERTION, Harmless.Kind.CONDITION)
            .anyMatch(k -> diagnostics.isHarmless(k, text));
    return asserts && diagnostics.report(word, Construct.ASSERTION, text);
  }

  /** Whether a condition consists of what is held, and of nothing else. */
  private boolean isHeld(ExpressionContext e) {
    if (e instanceof NotExpressionContext not) {
      return isHeld(not.expression());
    } else if (e instanceof ParenthesisedExpressionContext inner) {
      List<ExpressionContext> parts = inner.commaExpression().expression();
      return parts.size() == 1 && isHeld(parts.get(0));
    } else if (e instanceof BinaryExpressionContext b) {
      boolean logical = b.op.getType() == KernelCParser.AND || b.op.getType() == KernelCParser.OR;
      return logical && b.expression().stream().allMatch(this::isHeld);
    }
    return e instanceof CallExpressionContext call
        && diagnostics.isOfWhatIsHeld(call.expression().getText())
        && doesNothing(call.argument());
  }

  private static boolean isText(ArgumentContext argument) {
    return argument.expression() instanceof TextExpressionContext;
  }

  private static boolean doesNothing(List<ArgumentContext> arguments) {
    return arguments.stream().allMatch(Assertions::doesNothing);
  }

  /** Whether nothing is called or assigned. */
  private static boolean doesNothing(ParserRuleContext part) {
    return !(part instanceof CallExpressionContext
            || part instanceof KernelCParser.AssignExpressionContext
            || part instanceof KernelCParser.StepExpressionContext
            || part instanceof KernelCParser.StatementExpressionContext)
        && part.getRuleContexts(ParserRuleContext.class).stream().allMatch(Assertions::doesNothing);
  }
}
