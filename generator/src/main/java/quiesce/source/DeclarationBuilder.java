package quiesce.source;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCParser.AbstractDeclaratorContext;
import quiesce.source.grammar.KernelCParser.AggregateContext;
import quiesce.source.grammar.KernelCParser.BlockContext;
import quiesce.source.grammar.KernelCParser.DeclarationContext;
import quiesce.source.grammar.KernelCParser.ExpressionContext;
import quiesce.source.grammar.KernelCParser.FunctionTypedefContext;
import quiesce.source.grammar.KernelCParser.InitDeclaratorContext;
import quiesce.source.grammar.KernelCParser.InitialiserContext;
import quiesce.source.grammar.KernelCParser.ParameterContext;
import quiesce.source.grammar.KernelCParser.SpecifierContext;
import quiesce.source.grammar.KernelCParser.SuffixContext;
import quiesce.source.grammar.KernelCParser.TextExpressionContext;
import quiesce.source.grammar.KernelCParser.UnnamedTypeContext;

/** Builds what C writes as a declaration: structs, globals, prototypes and functions. */
final class DeclarationBuilder {
  final SpecifierReader specifiers;
  final DeclaratorReader declarators;
  final StatementBuilder statements;

  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;
  private final StructBuilder structs;
  private final EnumBuilder enumerations;
  private final ArrayBuilder arrays;

  DeclarationBuilder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.specifiers = new SpecifierReader(diagnostics);
    this.declarators = new DeclaratorReader(diagnostics, specifiers);
    this.expressions = new ExpressionBuilder(diagnostics, declarators);
    this.statements = new StatementBuilder(diagnostics, specifiers, declarators, expressions);
    this.enumerations = new EnumBuilder(diagnostics, expressions);
    this.structs = new StructBuilder(diagnostics, specifiers, declarators, expressions);
    this.arrays = new ArrayBuilder(diagnostics, expressions, this::initial, structs);
  }

  /** Takes note of the structs of the kernel that the file uses. */
  void add(List<KernelUnit> kernel) {
    kernel.stream()
        .flatMap(u -> u.items().stream())
        .filter(Item.Struct.class::isInstance)
        .forEach(s -> structs.add((Item.Struct) s));
  }

  List<Item> build(DeclarationContext context) {
    List<Item> items = enumerations.constants(context);
    if (context.initDeclarator().isEmpty()) {
      items.addAll(bare(context));
      return items;
    }
    if (context.specifier().stream().anyMatch(SpecifierReader::isTypedef)) {
      items.addAll(typedef(context));
      return items;
    }
    List<SpecifierContext> words = context.specifier();
    for (int i = 0; i < words.size(); i++) {
      Optional<AggregateContext> struct = SpecifierReader.definition(words.get(i));
      if (struct.isPresent()) {
        items.addAll(structs.struct(struct.get()));
        words = words.subList(i + 1, words.size());
        if (words.isEmpty()) {
          items.addAll(declarators(context, specifiers.readDefining(context.specifier())));
          return items;
        }
        diagnostics.report(
            diagnostics.behind(struct.get().structBody().getStop()),
            "expected ';' after the struct",
            "add ';'");
        i = -1;
      }
    }
    items.addAll(declarators(context, specifiers.read(words)));
    return items;
  }

  /** What a typedef names, and the struct if it defines one. */
  private List<Item> typedef(DeclarationContext context) {
    List<Item> items = new ArrayList<>();
    for (SpecifierContext word : context.specifier()) {
      SpecifierReader.definition(word).ifPresent(struct -> items.addAll(structs.struct(struct)));
    }
    Specifiers words = specifiers.readDefining(context.specifier());
    declarators.refuseRoles(words.roles());
    words.staticWord().ifPresent(w -> diagnostics.report(w, Construct.MISPLACED, w.getText()));
    if (context.block() != null) {
      diagnostics.report(context.block().getStart(), Construct.MISPLACED, "{");
    }
    for (InitDeclaratorContext each : context.initDeclarator()) {
      Declarator declarator = declarators.read(each);
      Token name = declarator.name();
      declarators.refuseRoles(declarator.roles());
      if (each.initialiser() != null) {
        diagnostics.report(each.ASSIGN().getSymbol(), Construct.MISPLACED, "=");
      }
      if (declarator.parameters().isPresent() && !declarator.functionPointer()) {
        specifiers.typedef(name, functionType(words, declarator.pointers(), name));
      } else {
        Type type = declarators.type(words, declarator, DeclaratorReader.Use.TYPEDEF);
        specifiers.typedef(name, type);
      }
    }
    return items;
  }

  /** {@code typedef result (name)(parameters);}. */
  void functionTypedef(FunctionTypedefContext context) {
    Token word = context.REFUSED_SPECIFIER().getSymbol();
    if (!word.getText().equals("typedef")) {
      specifiers.refuse(word);
    }
    Specifiers words = specifiers.readDefining(context.specifier());
    declarators.refuseRoles(words.roles());
    Token name = context.NAME().getSymbol();
    specifiers.typedef(name, functionType(words, context.pointer().size(), name));
  }

  private Type functionType(Specifiers words, int pointers, Token name) {
    return new Type.Function(declarators.type(words, pointers, name, DeclaratorReader.Use.RESULT));
  }

  /** {@code struct x { ... };} and {@code struct x;}: the latter says nothing that is needed. */
  private List<Item> bare(DeclarationContext context) {
    Specifiers words = specifiers.read(context.specifier());
    declarators.refuseRoles(words.roles());
    if (words.typedef()) {
      return List.of();
    }
    if (context.enumeration() != null) {
      return List.of();
    }
    return structs.struct(context.aggregate());
  }

  private List<Item> declarators(DeclarationContext context, Specifiers words) {
    List<Item> items = new ArrayList<>();
    for (InitDeclaratorContext each : context.initDeclarator()) {
      Declarator declarator = declarators.read(each);
      boolean pointerResult = declarator.functionPointer() && declarator.parameters().isPresent();
      boolean alone = context.block() == null || context.initDeclarator().size() == 1;
      if (declarator.parameters().isPresent() && !pointerResult && alone) {
        function(context, words, each, declarator).ifPresent(items::add);
      } else {
        variable(context, words, each, declarator).ifPresent(items::add);
      }
    }
    return items;
  }

  private Optional<Item> function(
      DeclarationContext context,
      Specifiers words,
      InitDeclaratorContext init,
      Declarator declarator) {
    Token name = declarator.name();
    if (words.base().isEmpty() && !words.refused() && isMacro(context, name)) {
      diagnostics.report(name, Construct.MACRO_LINE, name.getText());
      return Optional.empty();
    }
    if (init.initialiser() != null) {
      diagnostics.report(init.ASSIGN().getSymbol(), Construct.MISPLACED, "=");
    }
    return Optional.of(function(words, declarator, Optional.ofNullable(context.block())));
  }

  /**
   * A function of these parts.
   *
   * @param declarator one with parameters
   */
  Item.Function function(Specifiers words, Declarator declarator, Optional<BlockContext> block) {
    Token name = declarator.name();
    Type result = declarators.type(words, declarator.pointers(), name, DeclaratorReader.Use.RESULT);
    List<Item.Parameter> parameters =
        parameters(declarator.parameters().orElseThrow(), block.isPresent());
    Set<Item.Role> roles = EnumSet.noneOf(Item.Role.class);
    roles.addAll(words.roles().keySet());
    roles.addAll(declarator.roles().keySet());
    return new Item.Function(
        diagnostics.place(name),
        name.getText(),
        result,
        parameters,
        roles,
        block.map(b -> statements.body(b, parameters)),
        diagnostics.place(block.map(ParserRuleContext::getStop).orElse(name)));
  }

  /** {@code static DEFINE_FOO(x);} looks like a prototype without a result type. */
  private static boolean isMacro(DeclarationContext context, Token name) {
    return context.block() == null
        && name.getText().equals(name.getText().toUpperCase(Locale.ROOT));
  }

  private List<Item.Parameter> parameters(List<ParameterContext> contexts, boolean definition) {
    if (contexts.size() == 1 && contexts.get(0).getText().equals("void")) {
      return List.of();
    }
    return contexts.stream().map(c -> parameter(c, definition)).flatMap(Optional::stream).toList();
  }

  private Optional<Item.Parameter> parameter(ParameterContext context, boolean definition) {
    if (context.ELLIPSIS() != null) {
      diagnostics.report(context.getStart(), Construct.VARIADIC);
      return Optional.empty();
    }
    return context.unnamedType() == null
        ? Optional.of(named(context))
        : unnamed(context.unnamedType(), definition);
  }

  private Item.Parameter named(ParameterContext context) {
    Specifiers words = specifiers.read(context.specifier());
    declarators.refuseRoles(words.roles());
    words.staticWord().ifPresent(w -> diagnostics.report(w, Construct.MISPLACED, w.getText()));
    Declarator declarator = declarators.read(context.declarator());
    declarators.refuseRoles(declarator.roles());
    Token name = declarator.name();
    if (declarator.parameters().isPresent() && !declarator.functionPointer()) {
      diagnostics.report(name, Construct.FUNCTION_PARAMETER);
    }
    Type type = declarators.type(words, declarator, DeclaratorReader.Use.PARAMETER);
    return new Item.Parameter(diagnostics.place(name), type, name.getText());
  }

  /** A prototype need not name its parameters; they have the empty name then. */
  private Optional<Item.Parameter> unnamed(UnnamedTypeContext context, boolean definition) {
    Token start = context.getStart();
    if (definition) {
      diagnostics.report(start, "a parameter has no name", "write type name");
      return Optional.empty();
    }
    Specifiers words =
        specifiers.read(
            context.typedefName() == null
                ? context.plainSpecifier()
                : List.of(context.typedefName()));
    AbstractDeclaratorContext shape = context.abstractDeclarator();
    declarators.check(shape);
    int pointers = shape.abstractPointer().size();
    boolean function = !shape.LPAREN().isEmpty();
    DeclaratorReader.Use use =
        function ? DeclaratorReader.Use.RESULT : DeclaratorReader.Use.PARAMETER;
    Type type = declarators.type(words, pointers, start, use);
    return Optional.of(
        new Item.Parameter(
            diagnostics.place(start),
            function ? new Type.FunctionPointer(type).outsideOfStruct() : type,
            ""));
  }

  private Optional<Item> variable(
      DeclarationContext context,
      Specifiers words,
      InitDeclaratorContext init,
      Declarator declarator) {
    if (context.block() != null) {
      diagnostics.report(
          context.block().getStart(),
          "'{' is not allowed here",
          "a function has its parameters after its name: %s(void)"
              .formatted(declarator.name().getText()));
      statements.block(context.block());
      return Optional.empty();
    }
    declarators.refuseRoles(words.roles());
    declarators.refuseRoles(declarator.roles());
    Type type = declarators.type(words, declarator, DeclaratorReader.Use.GLOBAL);
    Token name = declarator.name();
    if (declarator.array().isPresent()) {
      return Optional.of(
          arrays.array(
              type,
              name,
              declarator.array().map(SuffixContext::expression),
              Optional.ofNullable(init.initialiser())));
    }
    if (type instanceof Type.Struct struct) {
      return Optional.of(
          structs.object(struct.name(), name, Optional.ofNullable(init.initialiser())));
    }
    if (type instanceof Type.Opaque) {
      return Optional.empty();
    }
    if (type instanceof Type.Lock lock) {
      return Optional.of(lock(name, lock, Optional.ofNullable(init.initialiser())));
    }
    Optional<Expression> initialiser =
        Optional.ofNullable(init.initialiser()).flatMap(i -> initial(type, i));
    return Optional.of(
        new Item.Variable(diagnostics.place(name), type, name.getText(), false, initialiser));
  }

  /** What a variable is initialised with, if it is one of the constants that are allowed. */
  Optional<Expression> initial(Type type, InitialiserContext context) {
    if (context.braced() != null && type instanceof Type.Struct) {
      return Optional.of(structs.braced(context.braced()));
    } else if (context.braced() != null) {
      diagnostics.report(context.getStart(), Construct.BRACES);
      return Optional.empty();
    }
    return context.expression() instanceof TextExpressionContext text
            && type instanceof Type.Pointer p
            && p.target().isOfData()
        ? Optional.of(expressions.build(text))
        : initial(type, context.expression());
  }

  private Item lock(Token name, Type.Lock lock, Optional<InitialiserContext> initialiser) {
    initialiser
        .filter(i -> i.braced() != null || !Unlocked.is(expressions.build(i.expression())))
        .ifPresent(i -> diagnostics.report(i.getStart(), Construct.INITIALISER));
    return new Item.Lock(diagnostics.place(name), name.getText(), lock.type());
  }

  /** The same without braces. */
  private Optional<Expression> initial(Type type, ExpressionContext context) {
    Expression value = expressions.initial(context);
    if (value instanceof Expression.Null
        || value instanceof Expression.Number
        || value instanceof Expression.Truth
        || type instanceof Type.Pointer p && isOfFile(value, p.target())) {
      return Optional.of(value);
    }
    diagnostics.report(context.getStart(), Construct.INITIALISER);
    return Optional.empty();
  }

  /** Whether it may be what the file has and a pointer of this kind leads to. */
  private static boolean isOfFile(Expression value, Type target) {
    return value instanceof Expression.AddressOf
            && (target instanceof Type.Function || target instanceof Type.Struct)
        || value instanceof Expression.Name && target instanceof Type.Function;
  }
}
