package quiesce.source;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCParser.BracedContext;
import quiesce.source.grammar.KernelCParser.ElementContext;
import quiesce.source.grammar.KernelCParser.ExpressionContext;
import quiesce.source.grammar.KernelCParser.InitialiserContext;
import quiesce.source.grammar.KernelCParser.MemberElementContext;
import quiesce.source.grammar.KernelCParser.OtherElementContext;

/** Builds global arrays. How many elements one has is for the lowering to work out. */
final class ArrayBuilder {
  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;
  private final BiFunction<Type, ExpressionContext, Optional<Expression>> constants;
  private final StructBuilder structs;

  /**
   * @param constants the value of an initialiser; what is none is reported
   */
  ArrayBuilder(
      Diagnostics diagnostics,
      ExpressionBuilder expressions,
      BiFunction<Type, ExpressionContext, Optional<Expression>> constants,
      StructBuilder structs) {
    this.diagnostics = diagnostics;
    this.expressions = expressions;
    this.constants = constants;
    this.structs = structs;
  }

  /**
   * @param type of an element
   * @param size empty in {@code int a[] = { 1, 2 };}
   */
  Item.Array array(
      Type type,
      Token name,
      Optional<ExpressionContext> size,
      Optional<InitialiserContext> initialiser) {
    return new Item.Array(
        diagnostics.place(name),
        type,
        name.getText(),
        size.map(expressions::build),
        initialiser.map(i -> elements(i, type)).orElse(List.of()));
  }

  private List<Item.Element> elements(InitialiserContext context, Type type) {
    if (context.braced() == null) {
      diagnostics.report(
          context.getStart(), "an array cannot be initialised with this", "write { value, ... }");
      return List.of();
    }
    return context.braced().element().stream()
        .map(e -> element(e, type))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Item.Element> element(ElementContext context, Type type) {
    if (context instanceof MemberElementContext) {
      diagnostics.report(
          context.getStart(), "an array has no members", "write { value, ... } or [index] = value");
      return Optional.empty();
    }
    OtherElementContext element = (OtherElementContext) context;
    BracedContext braced = element.initialiser().braced();
    boolean ofStructs = type instanceof Type.Struct;
    if (ofStructs != (braced != null)) {
      diagnostics.report(
          element.initialiser().getStart(), ofStructs ? Construct.POSITIONAL : Construct.BRACES);
      return Optional.empty();
    }
    return (ofStructs
            ? Optional.<Expression>of(structs.braced(braced))
            : constants.apply(type, element.initialiser().expression()))
        .map(
            value ->
                new Item.Element(
                    Optional.ofNullable(element.expression()).map(expressions::build), value));
  }
}
