package quiesce.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import quiesce.source.grammar.KernelCParser.AbstractDeclaratorContext;
import quiesce.source.grammar.KernelCParser.DeclaratorContext;
import quiesce.source.grammar.KernelCParser.InitDeclaratorContext;
import quiesce.source.grammar.KernelCParser.ParameterContext;
import quiesce.source.grammar.KernelCParser.QualifierContext;
import quiesce.source.grammar.KernelCParser.SuffixContext;
import quiesce.source.grammar.KernelCParser.TrailerContext;
import quiesce.source.grammar.KernelCParser.TypeNameContext;

/** Reads declarators, and works out the type that a declaration gives to its name. */
final class DeclaratorReader {
  /** What is declared: it decides which types it may have. */
  enum Use {
    GLOBAL,
    LOCAL,
    PARAMETER,
    MEMBER,
    PER_CPU,
    RESULT,
    CAST,
    TYPEDEF
  }

  private final Diagnostics diagnostics;
  private final SpecifierReader specifiers;

  DeclaratorReader(Diagnostics diagnostics, SpecifierReader specifiers) {
    this.diagnostics = diagnostics;
    this.specifiers = specifiers;
  }

  /**
   * Reads the declarator, and refuses what may be after it in C and not here. It may be an array,
   * if a file of its kind has any.
   */
  Declarator read(InitDeclaratorContext context) {
    if (context.COLON() != null) {
      diagnostics.report(context.COLON().getSymbol(), Construct.BIT_FIELD);
    }
    return member(context);
  }

  /** The same of what may be a bit-field. */
  Declarator member(InitDeclaratorContext context) {
    Declarator declarator = read(context.declarator(), diagnostics.accepts(Construct.INDEX));
    for (TrailerContext trailer : context.trailer()) {
      Token token = trailer.getStart();
      if (trailer.ROLE() != null) {
        diagnostics.report(token, Construct.MISPLACED_ROLE, token.getText());
      } else if (trailer.attribute() != null) {
        specifiers.attribute(trailer.attribute());
      } else if (trailer.STATIC() != null) {
        diagnostics.report(token, Construct.MISPLACED, token.getText());
      }
    }
    return declarator;
  }

  Declarator read(DeclaratorContext context) {
    return read(context, false);
  }

  private Declarator read(DeclaratorContext context, boolean mayBeArray) {
    Map<Item.Role, Token> roles = new LinkedHashMap<>();
    context.pointer().forEach(p -> p.qualifier().forEach(q -> qualifier(q, roles)));
    boolean functionPointer = context.functionPointer() != null;
    Optional<List<ParameterContext>> parameters = Optional.empty();
    Optional<SuffixContext> array = Optional.empty();
    if (functionPointer) {
      List<SuffixContext> inner = context.functionPointer().suffix();
      array =
          inner.stream()
              .filter(s -> s.LPAREN() == null && mayBeArray && inner.size() == 1)
              .findFirst();
      inner.stream().skip(array.stream().count()).forEach(this::array);
      context.functionPointer().qualifier().forEach(q -> qualifier(q, roles));
    }
    for (SuffixContext suffix : context.suffix()) {
      if (suffix.LPAREN() == null && mayBeArray && context.suffix().size() == 1) {
        array = Optional.of(suffix);
      } else if (suffix.LPAREN() == null) {
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
        array,
        roles);
  }

  /** Refuses what the subset does not have in a declarator without a name. */
  void check(AbstractDeclaratorContext context) {
    context.abstractPointer().stream()
        .flatMap(pointer -> pointer.REFUSED_SPECIFIER().stream())
        .forEach(word -> specifiers.refuse(word.getSymbol()));
    if (!context.LPAREN().isEmpty()) {
      diagnostics.report(context.LPAREN(0).getSymbol(), Construct.FUNCTION_POINTER);
    } else if (context.LBRACK() != null) {
      diagnostics.report(context.LBRACK().getSymbol(), Construct.ARRAY);
    }
  }

  /** Refuses what a cast to a type cannot do. */
  void checkCast(TypeNameContext context) {
    AbstractDeclaratorContext shape = context.abstractDeclarator();
    Stream.concat(
            context.specifier().stream().map(ParserRuleContext::getStart),
            shape.abstractPointer().stream()
                .flatMap(p -> p.REFUSED_SPECIFIER().stream())
                .map(TerminalNode::getSymbol))
        .filter(word -> word.getText().equals("volatile"))
        .forEach(word -> diagnostics.report(word, Construct.CAST_TO_VOLATILE));
    check(shape);
    Specifiers words = specifiers.read(context.specifier());
    refuseRoles(words.roles());
    Token start = context.getStart();
    if (type(words, shape.abstractPointer().size(), start, Use.CAST) instanceof Type.Struct) {
      diagnostics.report(start, Construct.CAST_TO_STRUCT);
    }
  }

  private void array(SuffixContext suffix) {
    diagnostics.report(
        suffix.getStart(), suffix.LPAREN() == null ? Construct.ARRAY : Construct.FUNCTION_RESULT);
  }

  private void qualifier(QualifierContext context, Map<Item.Role, Token> roles) {
    Token token = context.getStart();
    if (context.ROLE() != null) {
      roles.put(SpecifierReader.role(token), token);
    } else if (context.REFUSED_SPECIFIER() != null) {
      specifiers.refuse(token);
    } else if (context.attribute() != null) {
      specifiers.attribute(context.attribute());
    } else if (context.NAME() != null) {
      specifiers.refuseName(token, true);
    } else if (context.STATIC() != null) {
      diagnostics.report(token, Construct.MISPLACED, token.getText());
    }
  }

  /**
   * The type of the declared name; where it has none in the subset, any one and an error. Of a
   * global array it is that of an element; another one is data, of which what is in it is not
   * followed.
   */
  Type type(Specifiers words, Declarator declarator, Use use) {
    Type type = single(words, declarator, use);
    if (declarator.array().isEmpty() || use == Use.GLOBAL) {
      return type;
    }
    if (!(type instanceof Type.Int) || use == Use.TYPEDEF) {
      diagnostics.report(declarator.array().get().getStart(), Construct.ARRAY);
    }
    return new Type.Pointer(new Type.Int());
  }

  private Type single(Specifiers words, Declarator declarator, Use use) {
    Token name = declarator.name();
    if (!declarator.functionPointer()) {
      return type(words, declarator.pointers(), name, use);
    }
    if (!keepsName(use)) {
      diagnostics.report(name, Construct.FUNCTION_POINTER);
    }
    Type pointer = new Type.FunctionPointer(type(words, declarator.pointers(), name, Use.RESULT));
    return keepsName(use) ? pointer : pointer.outsideOfStruct();
  }

  Type type(Specifiers words, int pointers, Token where, Use use) {
    if (words.base().isPresent() && !words.refused()) {
      check(words.base().get(), pointers, where, use);
    } else if (!words.refused()) {
      boolean result = use == Use.RESULT;
      diagnostics.report(
          where,
          Construct.TYPE_MISSING,
          result ? "result type" : "type",
          where.getText(),
          result ? "void, " : "");
    }
    Type base = words.base().filter(b -> !words.refused()).orElseGet(Type.Int::new);
    if (base instanceof Type.Function f && (pointers > 0 || use != Use.TYPEDEF)) {
      // A parameter of this type is a pointer to it, as in C.
      base = new Type.FunctionPointer(f.result());
    }
    Type type = keepsName(use) ? base : base.outsideOfStruct();
    for (int i = base instanceof Type.FunctionPointer ? 1 : 0; i < pointers; i++) {
      type = Type.Numbered.to(type).orElse(new Type.Pointer(type));
    }
    return type;
  }

  private static boolean mayBeStruct(Use use) {
    return switch (use) {
      case GLOBAL, LOCAL, MEMBER, TYPEDEF, PER_CPU -> true;
      default -> false;
    };
  }

  private static boolean keepsName(Use use) {
    return use == Use.MEMBER || use == Use.TYPEDEF || use == Use.PER_CPU;
  }

  private void check(Type base, int pointers, Token where, Use use) {
    if (base instanceof Type.Pointer named) {
      check(named.target(), pointers + 1, where, use);
      return;
    }
    boolean function = base instanceof Type.FunctionPointer && !keepsName(use);
    boolean struct = base instanceof Type.Struct;
    boolean nothing = base instanceof Type.Void;
    if (base instanceof Type.Function) {
      checkFunction(pointers, where, use);
    } else if (pointers == 0 && base instanceof Type.Opaque o && use != Use.TYPEDEF) {
      diagnostics.report(
          where,
          "struct %s is not defined".formatted(o.name()),
          "define it: struct %s { ... };".formatted(o.name()));
    } else if (pointers == 0 && nothing && use != Use.RESULT && use != Use.CAST) {
      diagnostics.report(where, Construct.VOID_VARIABLE);
    } else if (pointers == 0 && function) {
      diagnostics.report(where, Construct.FUNCTION_POINTER);
    } else if (base instanceof Type.Lock) {
      checkLock(pointers, where, use);
    } else if (pointers == 0 && struct && !mayBeStruct(use)) {
      diagnostics.report(where, Construct.STRUCT_BY_VALUE);
    } else if (pointers > 0 && !struct && !base.isOfData()) {
      diagnostics.report(where, Construct.POINTER);
    } else if (pointers > 1 && !(pointers == 2 && use == Use.PARAMETER)) {
      diagnostics.report(where, Construct.POINTER_TO_POINTER);
    }
  }

  private void checkLock(int pointers, Token where, Use use) {
    if (pointers > 0 || use != Use.GLOBAL && use != Use.MEMBER) {
      diagnostics.report(where, Construct.LOCK, where.getText());
    }
  }

  /** Of a type that a typedef names. */
  private void checkFunction(int pointers, Token where, Use use) {
    if (pointers > 1) {
      diagnostics.report(where, Construct.POINTER_TO_POINTER);
    } else if (pointers == 0 && use != Use.PARAMETER && use != Use.TYPEDEF) {
      diagnostics.report(
          where, use == Use.RESULT ? Construct.FUNCTION_RESULT : Construct.FUNCTION_TYPE);
    }
  }

  /** Refuses roles on anything but a function. */
  void refuseRoles(Map<Item.Role, Token> roles) {
    roles.values().forEach(r -> diagnostics.report(r, Construct.MISPLACED_ROLE, r.getText()));
  }
}
