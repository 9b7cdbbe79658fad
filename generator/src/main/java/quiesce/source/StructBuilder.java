package quiesce.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCParser.AggregateContext;
import quiesce.source.grammar.KernelCParser.BracedContext;
import quiesce.source.grammar.KernelCParser.DeclarationContext;
import quiesce.source.grammar.KernelCParser.ExpressionContext;
import quiesce.source.grammar.KernelCParser.InitDeclaratorContext;
import quiesce.source.grammar.KernelCParser.InitialiserContext;
import quiesce.source.grammar.KernelCParser.MemberContext;

/** Builds structs and the objects that are initialised from one. */
final class StructBuilder {
  private final Diagnostics diagnostics;
  private final SpecifierReader specifiers;
  private final DeclaratorReader declarators;
  private final ExpressionBuilder expressions;

  /** Of each struct that is complete, how many members it and those in it have. */
  private final Map<String, Integer> sizes = new HashMap<>();

  StructBuilder(
      Diagnostics diagnostics,
      SpecifierReader specifiers,
      DeclaratorReader declarators,
      ExpressionBuilder expressions) {
    this.diagnostics = diagnostics;
    this.specifiers = specifiers;
    this.declarators = declarators;
    this.expressions = expressions;
  }

  /** Takes note of a struct that is defined elsewhere. */
  void add(Item.Struct struct) {
    sizes.put(struct.name(), struct.members().size());
  }

  /** The struct; nothing for a declaration of its name alone. */
  List<Item> struct(AggregateContext context) {
    if (context.UNION() != null) {
      diagnostics.report(context.getStart(), Construct.UNION);
      return List.of();
    }
    Optional<Token> tag = SpecifierReader.tag(context);
    boolean isTaken = tag.filter(t -> sizes.containsKey(t.getText())).isPresent();
    if (tag.isEmpty() || context.NAME() == null && isTaken) {
      diagnostics.report(context.getStart(), Construct.ANONYMOUS_STRUCT);
      return List.of();
    }
    if (context.structBody() == null) {
      return List.of();
    }
    List<Item.Member> members = new ArrayList<>();
    Map<String, Place> places = new LinkedHashMap<>();
    for (MemberContext member : context.structBody().member()) {
      if (member.exception == null && member.declaration() != null) {
        members.addAll(members(member.declaration()));
      }
    }
    for (Item.Member member : members) {
      Place first = places.putIfAbsent(member.name(), member.place());
      if (first != null) {
        diagnostics.report(
            member.place(),
            "the member '%s' is defined twice: first in line %d"
                .formatted(member.name(), first.line()),
            "rename or remove one of the two");
      }
    }
    Token name = tag.get();
    sizes.put(name.getText(), size(name, members));
    return List.of(new Item.Struct(diagnostics.place(name), name.getText(), members));
  }

  /** A struct that has one of the size before it twice doubles it. */
  private int size(Token struct, List<Item.Member> members) {
    int size =
        members.stream()
            .mapToInt(m -> m.type() instanceof Type.Struct inner ? sizes.get(inner.name()) : 1)
            .sum();
    if (size > Bound.MEMBERS.most()) {
      diagnostics.report(
          struct,
          "struct %s has more than %d members, with those of the structs in it"
              .formatted(struct.getText(), Bound.MEMBERS.most()),
          "leave out the members that are not used");
    }
    return size > Bound.MEMBERS.most() ? 1 : size;
  }

  private List<Item.Member> members(DeclarationContext context) {
    if (context.initDeclarator().isEmpty()) {
      Token start = context.getStart();
      boolean union = context.aggregate() != null && context.aggregate().UNION() != null;
      diagnostics.report(
          start,
          context.enumeration() != null
              ? Construct.NESTED_ENUM
              : union ? Construct.UNION : Construct.NESTED_STRUCT);
      return List.of();
    }
    Specifiers words = specifiers.read(context.specifier());
    declarators.refuseRoles(words.roles());
    words.staticWord().ifPresent(w -> diagnostics.report(w, Construct.MISPLACED, w.getText()));
    List<Item.Member> members = new ArrayList<>();
    for (InitDeclaratorContext each : context.initDeclarator()) {
      member(context, words, each).ifPresent(members::add);
    }
    return members;
  }

  private Optional<Item.Member> member(
      DeclarationContext context, Specifiers words, InitDeclaratorContext each) {
    Declarator declarator = declarators.member(each);
    declarators.refuseRoles(declarator.roles());
    Token name = declarator.name();
    if (context.block() != null || declarator.parameters().isPresent()) {
      diagnostics.report(name, Construct.MEMBER_FUNCTION);
      return Optional.empty();
    }
    if (each.initialiser() != null) {
      diagnostics.report(each.ASSIGN().getSymbol(), Construct.MISPLACED, "=");
    }
    Type type = declarators.type(words, declarator, DeclaratorReader.Use.MEMBER);
    if (type instanceof Type.Struct inner && !sizes.containsKey(inner.name())) {
      diagnostics.report(
          name,
          "struct %s is not defined before this line".formatted(inner.name()),
          "define it further up, or write a pointer: struct %s *".formatted(inner.name()));
      return Optional.empty();
    }
    boolean isUnsigned =
        type instanceof Type.Bool || type instanceof Type.Int number && number.unsigned();
    if (each.COLON() != null && !isUnsigned) {
      diagnostics.report(each.COLON().getSymbol(), Construct.BIT_FIELD);
    }
    return Optional.of(
        new Item.Member(diagnostics.place(name), type, name.getText(), each.COLON() != null));
  }

  /** A global struct; without an initialiser all of its members are 0, as in C. */
  Item object(String struct, Token name, Optional<InitialiserContext> initialiser) {
    if (initialiser.isPresent() && initialiser.get().braced() == null) {
      diagnostics.report(
          initialiser.get().getStart(),
          "a struct cannot be initialised with this",
          "write { .member = value, ... }");
    }
    Map<String, Expression> members =
        initialiser
            .map(InitialiserContext::braced)
            .map(braced -> braced(braced).members())
            .orElse(Map.of());
    return new Item.ObjectInitialiser(diagnostics.place(name), struct, name.getText(), members);
  }

  /** What a global struct is initialised with: constants alone. */
  Expression.Braced braced(BracedContext context) {
    Map<String, Expression> members = new LinkedHashMap<>();
    expressions.structs().elements(context, "", this::constant, members);
    return new Expression.Braced(diagnostics.place(context.getStart()), Optional.empty(), members);
  }

  private Expression constant(ExpressionContext context) {
    Expression value = expressions.initial(context);
    if (!isConstant(value)) {
      diagnostics.report(
          context.getStart(),
          "a member cannot be initialised with what is calculated",
          "write a constant, or the name of a function");
    }
    return value;
  }

  private static boolean isConstant(Expression value) {
    return value instanceof Expression.Number
        || value instanceof Expression.Truth
        || value instanceof Expression.Null
        || value instanceof Expression.Text
        || value instanceof Expression.Name
        || value instanceof Expression.AddressOf
        || Unlocked.is(value);
  }
}
