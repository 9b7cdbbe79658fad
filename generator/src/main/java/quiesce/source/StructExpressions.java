package quiesce.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.AggregateContext;
import quiesce.source.grammar.KernelCParser.ArgumentContext;
import quiesce.source.grammar.KernelCParser.BracedContext;
import quiesce.source.grammar.KernelCParser.ElementContext;
import quiesce.source.grammar.KernelCParser.ExpressionContext;
import quiesce.source.grammar.KernelCParser.SpecifierContext;

/** Builds what names a struct, or gives its members values. */
final class StructExpressions {
  /** What leads from NULL to NULL. */
  private static final String OR_NULL = "container_of_safe";

  private static final Set<String> CONTAINERS =
      Set.of("container_of", "container_of_const", OR_NULL);
  private static final int CONTAINER_ARGUMENTS = 3;

  private final Diagnostics diagnostics;
  private final Function<ExpressionContext, Expression> build;

  StructExpressions(Diagnostics diagnostics, Function<ExpressionContext, Expression> build) {
    this.diagnostics = diagnostics;
    this.build = build;
  }

  /** {@code (struct NAME) { .member = value }}; empty of any other type. */
  Optional<Expression.Braced> literal(KernelCParser.CompoundLiteralExpressionContext context) {
    List<SpecifierContext> words = context.typeName().specifier();
    boolean alone =
        words.size() == 1 && context.typeName().abstractDeclarator().getText().isEmpty();
    return alone && words.get(0).plainSpecifier() != null
        ? struct(words.get(0).plainSpecifier().aggregate())
            .map(
                name ->
                    new Expression.Braced(
                        diagnostics.place(context.getStart()),
                        Optional.of(name),
                        braced(context.braced()).members()))
        : Optional.empty();
  }

  /** The name of a struct that is named and not defined here, where a file may have structs. */
  private Optional<String> struct(AggregateContext context) {
    return Optional.ofNullable(context)
        .filter(a -> a.STRUCT() != null && a.NAME() != null && a.structBody() == null)
        .filter(a -> diagnostics.accepts(Construct.DOT))
        .map(a -> a.NAME().getText());
  }

  /** What a local struct is initialised with. */
  Expression.Braced braced(BracedContext context) {
    Map<String, Expression> members = new LinkedHashMap<>();
    elements(context, "", build, members);
    return new Expression.Braced(diagnostics.place(context.getStart()), Optional.empty(), members);
  }

  /**
   * Adds what an initialiser gives to members.
   *
   * @param outer the names of the structs around, each followed by a dot
   */
  void elements(
      BracedContext context,
      String outer,
      Function<ExpressionContext, Expression> value,
      Map<String, Expression> members) {
    if (!context.getText().equals("{0}")) {
      context.element().forEach(e -> element(e, outer, value, members));
    }
  }

  private void element(
      ElementContext context,
      String outer,
      Function<ExpressionContext, Expression> value,
      Map<String, Expression> members) {
    if (!(context instanceof KernelCParser.MemberElementContext member)) {
      diagnostics.report(context.getStart(), Construct.POSITIONAL);
      return;
    }
    Token name = member.NAME().getSymbol();
    String path = outer + name.getText();
    if (member.initialiser().braced() != null) {
      elements(member.initialiser().braced(), path + ".", value, members);
    } else if (members.put(path, value.apply(member.initialiser().expression())) != null) {
      diagnostics.report(
          name, "the member '%s' is initialised twice".formatted(path), "remove one of the two");
    }
  }

  /** {@code container_of(pointer, struct NAME, member)}: the only call with a type in it. */
  Optional<Expression.Container> container(KernelCParser.CallExpressionContext context) {
    List<ArgumentContext> given = context.argument();
    if (!CONTAINERS.contains(context.expression().getText())
        || given.size() != CONTAINER_ARGUMENTS
        || given.get(0).expression() == null
        || given.get(2).expression() == null
        || given.get(1).plainSpecifier().size() != 1
        || !given.get(1).abstractDeclarator().getText().isEmpty()) {
      return Optional.empty();
    }
    return struct(given.get(1).plainSpecifier(0).aggregate())
        .map(
            name ->
                new Expression.Container(
                    diagnostics.place(context.getStart()),
                    build.apply(given.get(0).expression()),
                    name,
                    given.get(2).getText(),
                    context.expression().getText().equals(OR_NULL)));
  }
}
