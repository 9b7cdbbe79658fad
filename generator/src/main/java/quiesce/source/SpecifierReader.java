package quiesce.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.AggregateContext;
import quiesce.source.grammar.KernelCParser.AttributeContext;
import quiesce.source.grammar.KernelCParser.DeclarationContext;
import quiesce.source.grammar.KernelCParser.EnumBodyContext;
import quiesce.source.grammar.KernelCParser.EnumerationContext;
import quiesce.source.grammar.KernelCParser.SpecifierContext;

/** Reads specifiers, and refuses the types and attributes that the subset does not have. */
final class SpecifierReader {
  private static final List<String> ROLES =
      Arrays.stream(Item.Role.values()).map(Item.Role::attribute).toList();

  private static final Set<String> KEYS =
      Set.of("static_key", "static_key_false", "static_key_true");

  private final Diagnostics diagnostics;

  /** Names of refused typedefs: that each use of them is unknown too says nothing new. */
  private final Set<String> typedefs = new HashSet<>();

  /** The structs that the file defines; empty where pointers lead to no struct in any case. */
  private Optional<Set<String>> structs = Optional.empty();

  /** What the other typedefs name. */
  private final Map<String, Type> types = new HashMap<>();

  SpecifierReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Takes note of the structs that the file defines, be it further down. */
  void structs(Set<String> defined) {
    structs = Optional.of(defined);
  }

  /** Takes note that a typedef of this name was refused. */
  void typedef(String name) {
    typedefs.add(name);
  }

  /** Reads specifiers, of whichever rule: the first token of each says what it is. */
  Specifiers read(List<? extends ParserRuleContext> contexts) {
    Optional<? extends ParserRuleContext> typedef =
        contexts.stream().filter(SpecifierReader::isTypedef).findFirst();
    if (typedef.isPresent()) {
      Token word = typedef.get().getStart();
      if (!diagnostics.report(word, Construct.TYPEDEF)) {
        diagnostics.report(word, Construct.MISPLACED_TYPEDEF);
      }
      return new Specifiers(Optional.empty(), Map.of(), Optional.empty(), true, true);
    }
    return read(contexts, false);
  }

  /** Reads those of a typedef at the top level, where one may be. It may define a struct. */
  Specifiers readDefining(List<SpecifierContext> contexts) {
    return read(contexts.stream().filter(c -> !isTypedef(c)).toList(), true);
  }

  static boolean isTypedef(ParserRuleContext specifier) {
    return specifier.getText().equals("typedef");
  }

  private Specifiers read(List<? extends ParserRuleContext> contexts, boolean typedef) {
    Reading reading = new Reading(typedef);
    contexts.forEach(reading::add);
    return new Specifiers(
        reading.base, reading.roles, reading.staticWord, reading.refused, typedef);
  }

  /** Takes note of what a typedef names. */
  void typedef(Token name, Type type) {
    Type first = types.putIfAbsent(name.getText(), type);
    if (first != null && !first.equals(type)) {
      diagnostics.report(
          name,
          "the typedef '%s' is defined twice".formatted(name.getText()),
          "rename or remove one of the two");
    }
  }

  /** The type that a typedef or the kernel gives a name. */
  private Optional<Type> type(String name) {
    return Optional.ofNullable(types.get(name))
        .or(
            () ->
                diagnostics.isHarmless(Harmless.Kind.INTEGER, name)
                    ? Optional.of(new Type.Int(isUnsigned(name)))
                    : Optional.empty());
  }

  /** Of the words that make integer types: size_t, u32, __be16, uint8_t and their like. */
  private static boolean isUnsigned(String word) {
    return word.matches(
        "_*(u|be|le)[^_]*(_.*)?|(resource_)?size_t|.*_addr_t|gfp_t|dev_t|umode_t|sector_t");
  }

  /** The role that an attribute names. */
  static Item.Role role(Token attribute) {
    return Arrays.stream(Item.Role.values())
        .filter(role -> role.attribute().equals(attribute.getText()))
        .findFirst()
        .orElseThrow();
  }

  /** Sets an attribute aside that changes no access, and refuses every other. */
  void attribute(AttributeContext context) {
    Token word = context.getStart();
    List<String> names =
        word.getText().startsWith("__attribute")
            ? attributes(context.balanced().getText())
            : List.of(word.getText());
    Optional<String> unknown =
        names.stream()
            .filter(name -> !diagnostics.isHarmless(Harmless.Kind.ATTRIBUTE, name))
            .findFirst();
    if (names.isEmpty() || unknown.isPresent()) {
      String text = word.getText();
      diagnostics.report(word, Construct.ATTRIBUTE, text, unknown.orElse(text));
    } else {
      diagnostics.setAside(word, Harmless.Kind.ATTRIBUTE, names.get(0));
    }
  }

  /** The names in {@code (packed, __aligned__(8))}, without underscores and arguments. */
  private static List<String> attributes(String list) {
    String names = list.startsWith("(") ? list.substring(1, list.length() - 1) : list;
    for (String all = ""; !all.equals(names); ) {
      all = names;
      names = all.replaceAll("\\([^()]*\\)", "");
    }
    return Arrays.stream(names.split(",", -1))
        .map(name -> name.replaceAll("^__|__$", ""))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Refuses one of the words that C knows and the subset does not. */
  void refuse(Token word) {
    String text = word.getText();
    diagnostics.report(
        word,
        switch (text) {
          case "volatile", "__volatile__" -> Construct.VOLATILE;
          case "extern" -> Construct.EXTERN;
          case "__thread", "_Thread_local" -> Construct.THREAD_LOCAL;
          case "_Atomic" -> Construct.ATOMIC;
          case "auto", "__auto_type" -> Construct.AUTO;
          case "float", "double" -> Construct.FLOATING;
          default -> Construct.STORAGE;
        },
        text);
  }

  /** Refuses a name where only the words of the subset are allowed. */
  void refuseName(Token name, boolean typeIsKnown) {
    String text = name.getText();
    if (typedefs.contains(text)) {
      return;
    }
    if (text.startsWith("__")) {
      String help =
          Spelling.nearest(text, ROLES)
              .map("did you mean %s?"::formatted)
              .orElse("the roles are " + String.join(" ", ROLES));
      diagnostics.report(name, Construct.UNKNOWN_ATTRIBUTE, text, help);
    } else if (typeIsKnown && endsLine(name)) {
      diagnostics.report(
          diagnostics.behind(name), "expected ';' after '%s'".formatted(text), "add ';'");
    } else {
      diagnostics.report(
          name, typeIsKnown ? Construct.UNKNOWN_SPECIFIER : Construct.UNKNOWN_TYPE, text);
    }
  }

  private boolean endsLine(Token token) {
    Place end = diagnostics.behind(token);
    return diagnostics.file().line(end.line()).substring(end.column() - 1).isBlank();
  }

  /** One run over the specifiers of one declaration. */
  private final class Reading {
    private final Map<Item.Role, Token> roles = new LinkedHashMap<>();
    private Optional<Type> base = Optional.empty();
    private Optional<Token> staticWord = Optional.empty();
    private boolean refused;
    private final boolean mayDefine;

    /**
     * @param mayDefine whether a struct may be defined among them
     */
    private Reading(boolean mayDefine) {
      this.mayDefine = mayDefine;
    }

    private void add(ParserRuleContext context) {
      Token token = context.getStart();
      switch (token.getType()) {
        case KernelCParser.STATIC -> staticWord = Optional.of(token);
        case KernelCParser.ROLE -> roles.put(role(token), token);
        case KernelCParser.ATTRIBUTE -> attribute(((SpecifierContext) context).attribute());
        case KernelCParser.REFUSED_SPECIFIER -> {
          refuse(token);
          refused |= !isQualifier(token.getText());
        }
        case KernelCParser.TYPEOF -> {
          diagnostics.report(token, Construct.AUTO, token.getText());
          refused = true;
        }
        case KernelCParser.ENUM -> enumeration(token, enumerationOf(context));
        case KernelCParser.NAME -> {
          Optional<Type> named = SpecifierReader.this.type(token.getText());
          if (base.isEmpty() && named.isPresent()) {
            type(token, named.get());
          } else {
            refuseName(token, base.isPresent());
            refused |= !token.getText().startsWith("__");
          }
        }
        case KernelCParser.STRUCT, KernelCParser.UNION ->
            aggregate(aggregateOf(context)).ifPresent(t -> type(token, t));
        case KernelCParser.VOID -> type(token, new Type.Void());
        case KernelCParser.BOOL -> type(token, new Type.Bool());
        case KernelCParser.INTEGER -> type(token, new Type.Int(isUnsigned(token.getText())));
        case KernelCParser.ATOMIC_TYPE -> type(token, new Type.Kernel(token.getText()));
        case KernelCParser.KERNEL_TYPE -> {
          boolean lock = !diagnostics.accepts(Construct.KERNEL_TYPE);
          type(
              token,
              lock
                  ? new Type.Lock(LockType.named(token.getText()).orElseThrow())
                  : new Type.Kernel(token.getText()));
        }
        default -> {}
      }
    }

    /** Whether the type is complete without the word. */
    private boolean isQualifier(String word) {
      return switch (word) {
        case "auto", "__auto_type", "float", "double" -> false;
        default -> true;
      };
    }

    private void enumeration(Token word, EnumerationContext context) {
      refused |= diagnostics.report(word, Construct.ENUM);
      if (!refused && context.enumBody() != null && !mayDefine) {
        diagnostics.report(word, Construct.NESTED_ENUM);
      }
      type(word, new Type.Int());
    }

    private Optional<Type> aggregate(AggregateContext context) {
      if (context.UNION() != null) {
        diagnostics.report(context.getStart(), Construct.UNION);
        refused = true;
        return Optional.empty();
      }
      Optional<Token> tag = tag(context);
      if (context.structBody() != null && !(mayDefine && tag.isPresent())) {
        // What is defined here is read, and refused if it has no name, as a definition.
        if (!mayDefine) {
          diagnostics.report(context.getStart(), Construct.NESTED_STRUCT);
        }
        refused = true;
        return Optional.empty();
      }
      String name = tag.orElseThrow().getText();
      Optional<LockType> lock = LockType.named("struct " + name);
      if (lock.isPresent() && !diagnostics.accepts(Construct.KERNEL_TYPE)) {
        return Optional.of(new Type.Lock(lock.get()));
      }
      if (KEYS.contains(name) && !diagnostics.accepts(Construct.KERNEL_TYPE)) {
        return Optional.of(new Type.Kernel("static_key"));
      }
      boolean opaque = structs.filter(all -> !all.contains(name)).isPresent();
      return Optional.of(opaque ? new Type.Opaque(name) : new Type.Struct(name));
    }

    /** Several words may make one integer type; all others are used alone. */
    private void type(Token token, Type type) {
      boolean integers = isInteger(type) && base.filter(this::isInteger).isPresent();
      boolean compatible = base.isEmpty() || integers;
      if (!compatible && !refused) {
        diagnostics.report(
            token,
            "a second type, '%s', in one declaration".formatted(token.getText()),
            "a ';' or ',' is missing before it, or one of the two is too many");
        refused = true;
      }
      if (base.isEmpty() || integers && type.equals(new Type.Int(true))) {
        base = Optional.of(type);
      }
    }

    private boolean isInteger(Type type) {
      return type instanceof Type.Int;
    }
  }

  /** The struct that a specifier defines on the spot. */
  static Optional<AggregateContext> definition(SpecifierContext context) {
    return Optional.ofNullable(context.plainSpecifier())
        .map(KernelCParser.PlainSpecifierContext::aggregate)
        .filter(a -> a.structBody() != null && a.STRUCT() != null);
  }

  /** The name of a struct; of one that has none, what is first declared with it. */
  static Optional<Token> tag(AggregateContext context) {
    if (context.NAME() != null) {
      return Optional.of(context.NAME().getSymbol());
    }
    RuleContext outer = context.parent;
    while (outer != null && !(outer instanceof DeclarationContext)) {
      outer = outer.parent;
    }
    return Optional.ofNullable((DeclarationContext) outer)
        .flatMap(d -> d.initDeclarator().stream().findFirst())
        .map(d -> name(d.declarator()));
  }

  private static AggregateContext aggregateOf(ParserRuleContext specifier) {
    return plain(specifier).aggregate();
  }

  /** The constants that a specifier defines on the spot. */
  static Optional<EnumBodyContext> constants(SpecifierContext context) {
    return Optional.ofNullable(context.plainSpecifier())
        .map(KernelCParser.PlainSpecifierContext::enumeration)
        .map(EnumerationContext::enumBody);
  }

  private static EnumerationContext enumerationOf(ParserRuleContext specifier) {
    return plain(specifier).enumeration();
  }

  private static KernelCParser.PlainSpecifierContext plain(ParserRuleContext specifier) {
    return specifier instanceof SpecifierContext outer
        ? outer.plainSpecifier()
        : (KernelCParser.PlainSpecifierContext) specifier;
  }

  /** The name token of a declarator, however deep it sits. */
  static Token name(KernelCParser.DeclaratorContext context) {
    return context.NAME() != null
        ? context.NAME().getSymbol()
        : context.functionPointer().NAME().getSymbol();
  }
}
