package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCParser.DeclarationContext;
import quiesce.source.grammar.KernelCParser.InitDeclaratorContext;
import quiesce.source.grammar.KernelCParser.TextExpressionContext;

/** Builds the declarations of local variables. */
final class LocalBuilder {
  private final Diagnostics diagnostics;
  private final SpecifierReader specifiers;
  private final DeclaratorReader declarators;
  private final ExpressionBuilder expressions;

  LocalBuilder(
      Diagnostics diagnostics,
      SpecifierReader specifiers,
      DeclaratorReader declarators,
      ExpressionBuilder expressions) {
    this.diagnostics = diagnostics;
    this.specifiers = specifiers;
    this.declarators = declarators;
    this.expressions = expressions;
  }

  List<Statement> build(DeclarationContext context) {
    if (context.initDeclarator().isEmpty()) {
      Token start = context.getStart();
      if (context.enumeration() == null || !diagnostics.report(start, Construct.ENUM)) {
        diagnostics.report(
            start, context.enumeration() == null ? Construct.NESTED_STRUCT : Construct.NESTED_ENUM);
      }
      return List.of();
    }
    if (context.block() != null || isFunction(context)) {
      Token name = SpecifierReader.name(context.initDeclarator(0).declarator());
      boolean frees = name.getText().equals("__free");
      diagnostics.report(name, frees ? Construct.FREED_BY_ITSELF : Construct.NESTED_FUNCTION);
      return List.of();
    }
    Specifiers words = specifiers.read(context.specifier());
    if (words.typedef()) {
      context
          .initDeclarator()
          .forEach(d -> specifiers.typedef(SpecifierReader.name(d.declarator()).getText()));
      return List.of();
    }
    words
        .staticWord()
        .ifPresent(word -> diagnostics.report(word, Construct.LOCAL_STATIC, "static"));
    declarators.refuseRoles(words.roles());
    List<Statement> all = new ArrayList<>();
    context.initDeclarator().forEach(d -> all.add(declaration(words, d)));
    return all;
  }

  private static boolean isFunction(DeclarationContext context) {
    return context.initDeclarator(0).declarator().suffix().stream()
        .anyMatch(suffix -> suffix.LPAREN() != null);
  }

  /** What an array of data holds, which is not followed. */
  private Expression bytes(Specifiers words, InitDeclaratorContext context) {
    if (context.initialiser() != null
        && words.base().filter(Type.Int.class::isInstance).isPresent()
        && !(context.initialiser().expression() instanceof TextExpressionContext)
        && !Set.of("{}", "{0}").contains(context.initialiser().getText())) {
      diagnostics.report(
          context.initialiser().getStart(),
          "an array of data cannot be initialised with this",
          "write {}, or a string: what is in it is not followed");
    }
    return new Expression.Null(diagnostics.place(context.getStart()));
  }

  private Statement declaration(Specifiers words, InitDeclaratorContext context) {
    Declarator declarator = declarators.read(context);
    declarators.refuseRoles(declarator.roles());
    Type type = declarators.type(words, declarator, DeclaratorReader.Use.LOCAL);
    Optional<Expression> initialiser = Optional.empty();
    if (declarator.array().isPresent()) {
      initialiser = Optional.of(bytes(words, context));
    } else if (context.initialiser() != null) {
      if (context.initialiser().braced() != null && type instanceof Type.Struct) {
        initialiser = Optional.of(expressions.structs().braced(context.initialiser().braced()));
      } else if (context.initialiser().braced() != null) {
        diagnostics.report(context.initialiser().getStart(), Construct.BRACES);
      } else {
        initialiser = Optional.of(expressions.build(context.initialiser().expression()));
      }
    }
    return new Statement.Declaration(
        diagnostics.place(declarator.name()), type, declarator.name().getText(), initialiser);
  }
}
