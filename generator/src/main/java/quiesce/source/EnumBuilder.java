package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCParser.DeclarationContext;
import quiesce.source.grammar.KernelCParser.EnumBodyContext;
import quiesce.source.grammar.KernelCParser.EnumeratorContext;

/** Builds the constants of enumerations at the top level. */
final class EnumBuilder {
  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;

  EnumBuilder(Diagnostics diagnostics, ExpressionBuilder expressions) {
    this.diagnostics = diagnostics;
    this.expressions = expressions;
  }

  /** The constants that a declaration defines, and expressions know from then on. */
  List<Item> constants(DeclarationContext context) {
    List<Item> all = new ArrayList<>();
    Stream.concat(
            Optional.ofNullable(context.enumeration()).map(e -> e.enumBody()).stream(),
            context.specifier().stream().flatMap(s -> SpecifierReader.constants(s).stream()))
        .forEach(body -> constants(body, all));
    return all;
  }

  /** Each is one more than the one before, unless it is given a value. */
  private void constants(EnumBodyContext context, List<Item> all) {
    long next = 0;
    for (EnumeratorContext each : context.enumerator()) {
      if (each.exception == null) {
        Token name = each.NAME().getSymbol();
        int value = each.expression() == null ? fitting(next, name) : value(each);
        all.add(new Item.Constant(diagnostics.place(name), name.getText(), value));
        expressions.define(name.getText(), value);
        next = value + 1L;
      }
    }
  }

  private int value(EnumeratorContext context) {
    Optional<Integer> value = Constant.of(expressions.build(context.expression()));
    if (value.isEmpty()) {
      diagnostics.report(
          context.expression().getStart(),
          "this is no constant that fits into an int",
          "write a number, or operators between numbers");
    }
    return value.orElse(0);
  }

  private int fitting(long value, Token name) {
    if (value > Integer.MAX_VALUE) {
      diagnostics.report(name, Construct.NUMBER_RANGE, value);
      return 0;
    }
    return (int) value;
  }
}
