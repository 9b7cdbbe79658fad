package quiesce.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.StrategyParser.AbstractDeclaratorContext;
import quiesce.source.grammar.StrategyParser.DeclaratorContext;
import quiesce.source.grammar.StrategyParser.InitDeclaratorContext;
import quiesce.source.grammar.StrategyParser.ParameterContext;
import quiesce.source.grammar.StrategyParser.QualifierContext;
import quiesce.source.grammar.StrategyParser.SuffixContext;
import quiesce.source.grammar.StrategyParser.TrailerContext;

/** Reads declarators, and works out the type that a declaration gives to its name. */
final class DeclaratorReader {
  /** What is declared: it decides which types it may have. */
  enum Use {
    GLOBAL,
    LOCAL,
    PARAMETER,
    MEMBER,
    RESULT
  }

  private final Diagnostics diagnostics;
  private final SpecifierReader specifiers;

  DeclaratorReader(Diagnostics diagnostics, SpecifierReader specifiers) {
    this.diagnostics = diagnostics;
    this.specifiers = specifiers;
  }

  /** Reads the declarator, and refuses what may be after it in C and not here. */
  Declarator read(InitDeclaratorContext context) {
    Declarator declarator = read(context.declarator());
    if (context.COLON() != null) {
      diagnostics.report(context.COLON().getSymbol(), Unsupported.BIT_FIELD);
    }
    for (TrailerContext trailer : context.trailer()) {
      Token token = trailer.getStart();
      if (trailer.ROLE() != null) {
        diagnostics.report(token, Unsupported.MISPLACED_ROLE, token.getText());
      } else if (trailer.attribute() != null) {
        diagnostics.report(token, Unsupported.ATTRIBUTE, token.getText());
      } else if (trailer.STATIC() != null) {
        diagnostics.report(token, Unsupported.MISPLACED, token.getText());
      }
    }
    return declarator;
  }

  Declarator read(DeclaratorContext context) {
    Map<Item.Role, Token> roles = new LinkedHashMap<>();
    context.pointer().forEach(p -> p.qualifier().forEach(q -> qualifier(q, roles)));
    boolean functionPointer = context.functionPointer() != null;
    if (functionPointer) {
      context.functionPointer().qualifier().forEach(q -> qualifier(q, roles));
      context.functionPointer().suffix().forEach(this::array);
    }
    Optional<List<ParameterContext>> parameters = Optional.empty();
    for (SuffixContext suffix : context.suffix()) {
      if (suffix.LPAREN() == null) {
        array(suffix);
      } else {
        parameters =
            Optional.of(suffix.parameters() == null ? List.of() : suffix.parameters().parameter());
      }
    }
    return new Declarator(
        SpecifierReader.name(context),
        context.pointer().size(),
        functionPointer,
        parameters,
        roles);
  }

  /** Refuses what the subset does not have in a declarator without a name. */
  void check(AbstractDeclaratorContext context) {
    context.abstractPointer().stream()
        .flatMap(pointer -> pointer.REFUSED_SPECIFIER().stream())
        .forEach(word -> specifiers.refuse(word.getSymbol()));
    if (!context.LPAREN().isEmpty()) {
      diagnostics.report(context.LPAREN(0).getSymbol(), Unsupported.FUNCTION_POINTER);
    } else if (context.LBRACK() != null) {
      diagnostics.report(context.LBRACK().getSymbol(), Unsupported.ARRAY);
    }
  }

  private void array(SuffixContext suffix) {
    diagnostics.report(
        suffix.getStart(),
        suffix.LPAREN() == null ? Unsupported.ARRAY : Unsupported.FUNCTION_POINTER);
  }

  private void qualifier(QualifierContext context, Map<Item.Role, Token> roles) {
    Token token = context.getStart();
    if (context.ROLE() != null) {
      roles.put(SpecifierReader.role(token), token);
    } else if (context.REFUSED_SPECIFIER() != null) {
      specifiers.refuse(token);
    } else if (context.attribute() != null) {
      diagnostics.report(token, Unsupported.ATTRIBUTE, token.getText());
    } else if (context.NAME() != null) {
      specifiers.refuseName(token, true);
    } else if (context.STATIC() != null) {
      diagnostics.report(token, Unsupported.MISPLACED, token.getText());
    }
  }

  /** The type of the declared name; where it has none in the subset, any one and an error. */
  Type type(Specifiers words, Declarator declarator, Use use) {
    Token name = declarator.name();
    if (!declarator.functionPointer()) {
      return type(words, declarator.pointers(), name, use);
    }
    if (use != Use.MEMBER) {
      diagnostics.report(name, Unsupported.FUNCTION_POINTER);
      return new Type.Int();
    }
    return new Type.FunctionPointer(type(words, declarator.pointers(), name, Use.RESULT));
  }

  Type type(Specifiers words, int pointers, Token where, Use use) {
    if (words.refused()) {
      return new Type.Int();
    }
    if (words.base().isEmpty()) {
      boolean result = use == Use.RESULT;
      diagnostics.report(
          where,
          "the %s of '%s' is missing".formatted(result ? "result type" : "type", where.getText()),
          "write %sbool, an integer type or struct name *".formatted(result ? "void, " : ""));
      return new Type.Int();
    }
    Type base = words.base().get();
    if (base instanceof Type.Struct struct) {
      return structType(struct, pointers, where, use);
    }
    if (pointers > 0) {
      boolean isVoid = base instanceof Type.Void;
      diagnostics.report(where, isVoid ? Unsupported.VOID_POINTER : Unsupported.POINTER);
    } else if (base instanceof Type.Void && use != Use.RESULT) {
      diagnostics.report(where, Unsupported.VOID_VARIABLE);
    }
    return base;
  }

  private Type structType(Type.Struct struct, int pointers, Token where, Use use) {
    if (pointers > 1) {
      diagnostics.report(where, Unsupported.POINTER_TO_POINTER);
    } else if (pointers == 0 && use != Use.GLOBAL) {
      diagnostics.report(where, Unsupported.STRUCT_BY_VALUE);
    }
    return pointers == 0 ? struct : new Type.Pointer(struct.name());
  }

  /** Refuses roles on anything but a function. */
  void refuseRoles(Map<Item.Role, Token> roles) {
    roles.values().forEach(r -> diagnostics.report(r, Unsupported.MISPLACED_ROLE, r.getText()));
  }
}
