package quiesce.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.ArgumentContext;
import quiesce.source.grammar.KernelCParser.CallExpressionContext;
import quiesce.source.grammar.KernelCParser.ExpressionContext;
import quiesce.source.grammar.KernelCParser.StatementContext;

/**
 * Builds what a guard does (include/linux/cleanup.h): a call where it is declared, and one on every
 * path out of its block.
 */
final class Guards {
  private static final String ARGUMENT = "x";
  private static final String INDEX = "index = ";

  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;

  Guards(Diagnostics diagnostics, ExpressionBuilder expressions) {
    this.diagnostics = diagnostics;
    this.expressions = expressions;
  }

  /**
   * @param word which a message is about
   * @param kind of guard
   * @param arguments of which there is one at most, if the guard is right
   */
  record Head(Token word, String kind, List<ExpressionContext> arguments) {}

  /** {@code guard(kind)(argument);} */
  Optional<Head> head(StatementContext context) {
    return context instanceof KernelCParser.ExpressionStatementContext s
            && s.exception == null
            && s.simpleStatement().block() == null
            && s.simpleStatement().commaExpression().expression(0)
                instanceof CallExpressionContext c
            && c.expression() instanceof CallExpressionContext guard
            && guard.expression().getText().equals("guard")
            && guard.argument().size() == 1
            && c.argument().stream().allMatch(a -> a.expression() != null)
        ? Optional.of(
            new Head(
                guard.getStart(),
                guard.argument(0).getText(),
                c.argument().stream().map(ArgumentContext::expression).toList()))
        : Optional.empty();
  }

  /** One that is the only statement of its block. */
  void refuseAlone(Head head) {
    diagnostics.report(
        head.word(),
        "this guard ends where it begins",
        "write it at the beginning of a block, or scoped_guard(" + head.kind() + ") { ... }");
  }

  /**
   * @param body what is guarded
   * @return the body alone, if the guard is refused
   */
  List<Statement> build(Head head, Statement body) {
    Map<String, Profile.Guard> all = diagnostics.profile().guards();
    Optional<Profile.Guard> known = Optional.ofNullable(all.get(head.kind()));
    if (known.isEmpty()) {
      diagnostics.report(
          head.word(),
          "a guard of the kind '%s' is not supported".formatted(head.kind()),
          "write the calls, one here and one on every path out"
              + (all.isEmpty()
                  ? ""
                  : "; known kinds are " + String.join(", ", new TreeSet<>(all.keySet()))));
      return List.of(body);
    }
    int wanted = known.get().takesArgument() ? 1 : 0;
    if (head.arguments().size() != wanted) {
      diagnostics.report(
          head.word(),
          "guard(%s) takes %s".formatted(head.kind(), wanted == 0 ? "no argument" : "one argument"),
          wanted == 0
              ? "leave it out"
              : "name what it takes: guard(%s)(&x);".formatted(head.kind()));
      return List.of(body);
    }
    return List.of(guarded(head, known.get(), body));
  }

  private Statement guarded(Head head, Profile.Guard guard, Statement body) {
    Place place = diagnostics.place(head.word());
    Optional<Expression> argument = head.arguments().stream().findFirst().map(expressions::build);
    boolean index = guard.enter().startsWith(INDEX);
    boolean flags = guard.enter().contains("flags");
    Expression own =
        new Expression.Name(
            place, (index ? "index" : "flags") + "_%d_%d".formatted(place.line(), place.column()));
    Expression.Call first =
        call(index ? guard.enter().substring(INDEX.length()) : guard.enter(), argument, own, place);
    List<Statement> enter = new ArrayList<>();
    if (index || flags) {
      Optional<Expression> initial = Optional.<Expression>of(first).filter(c -> index);
      enter.add(
          new Statement.Declaration(
              place, new Type.Int(false), ((Expression.Name) own).name(), initial));
    }
    if (!index) {
      enter.add(new Statement.Evaluation(place, first));
    }
    return new Statement.Guarded(
        place,
        enter,
        new Statement.Evaluation(place, call(guard.leave(), argument, own, place)),
        body);
  }

  private static Expression.Call call(
      String written, Optional<Expression> argument, Expression own, Place place) {
    int open = written.indexOf('(');
    List<Expression> arguments =
        Arrays.stream(written.substring(open + 1, written.length() - 1).split(", "))
            .filter(a -> !a.isEmpty())
            .map(a -> a.equals(ARGUMENT) ? argument.orElseThrow() : own)
            .toList();
    return new Expression.Call(
        place, new Expression.Name(place, written.substring(0, open)), arguments);
  }
}
