package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.antlr.v4.runtime.tree.Trees;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.AbstractDeclaratorContext;
import quiesce.source.grammar.KernelCParser.AggregateContext;
import quiesce.source.grammar.KernelCParser.ItemContext;
import quiesce.source.grammar.KernelCParser.StrategyContext;
import quiesce.source.grammar.KernelCParserBaseVisitor;

/** Builds the definitions at the top level. */
final class ItemBuilder extends KernelCParserBaseVisitor<List<Item>> {
  private final Diagnostics diagnostics;
  private final List<KernelUnit> kernel;
  private final DeclarationBuilder declarations;
  private final ModuleParameters parameters;

  /**
   * @param kernel what the file uses of it
   */
  ItemBuilder(Diagnostics diagnostics, List<KernelUnit> kernel) {
    this.diagnostics = diagnostics;
    this.kernel = kernel;
    this.declarations = new DeclarationBuilder(diagnostics);
    this.parameters = new ModuleParameters(diagnostics);
  }

  /** The same with what the parameters of a module are in a configuration. */
  List<Item> items(StrategyContext context, Configuration configuration) {
    return parameters.applied(items(context), configuration);
  }

  /** All definitions of the file, but for those that a syntax error made unreadable. */
  List<Item> items(StrategyContext context) {
    Stream<String> own =
        Trees.findAllRuleNodes(context, KernelCParser.RULE_aggregate).stream()
            .map(AggregateContext.class::cast)
            .filter(a -> a.structBody() != null)
            .flatMap(a -> SpecifierReader.tag(a).stream())
            .map(Token::getText);
    declarations.specifiers.structs(
        Stream.concat(own, kernel.stream().flatMap(u -> u.structs().stream()))
            .collect(Collectors.toSet()));
    declarations.add(kernel);
    List<Item> items = new ArrayList<>();
    for (ItemContext item : context.item()) {
      if (item.exception == null) {
        items.addAll(visit(item));
      }
    }
    return items;
  }

  @Override
  public List<Item> visitPerCpu(KernelCParser.PerCpuContext context) {
    Token name = context.NAME().getSymbol();
    DeclaratorReader declarators = declarations.declarators;
    Specifiers words = declarations.specifiers.read(context.typeName().specifier());
    declarators.refuseRoles(words.roles());
    AbstractDeclaratorContext shape = context.typeName().abstractDeclarator();
    declarators.check(shape);
    boolean function = !shape.LPAREN().isEmpty();
    DeclaratorReader.Use use =
        function ? DeclaratorReader.Use.RESULT : DeclaratorReader.Use.PER_CPU;
    Type named = declarators.type(words, shape.abstractPointer().size(), name, use);
    Type type = (function ? new Type.FunctionPointer(named) : named).outsideOfStruct();
    Optional<Expression> initialiser =
        Optional.ofNullable(context.initialiser()).flatMap(i -> declarations.initial(type, i));
    return List.of(
        new Item.Variable(diagnostics.place(name), type, name.getText(), true, initialiser));
  }

  @Override
  public List<Item> visitStaticCall(KernelCParser.StaticCallContext context) {
    return List.of(
        new Item.StaticCall(
            place(context.NAME(0)),
            context.NAME(0).getText(),
            Optional.of(context.NAME(1).getText())));
  }

  @Override
  public List<Item> visitStaticCallRet0(KernelCParser.StaticCallRet0Context context) {
    return List.of(
        new Item.StaticCall(place(context.NAME(0)), context.NAME(0).getText(), Optional.empty()));
  }

  @Override
  public List<Item> visitLock(KernelCParser.LockContext context) {
    return List.of(
        new Item.Lock(
            place(context.NAME()),
            context.NAME().getText(),
            LockType.definedBy(context.DEFINE_LOCK().getText())));
  }

  @Override
  public List<Item> visitSrcu(KernelCParser.SrcuContext context) {
    return List.of(new Item.Domain(place(context.NAME()), context.NAME().getText()));
  }

  @Override
  public List<Item> visitDeclarationItem(KernelCParser.DeclarationItemContext context) {
    return declarations.build(context.declaration());
  }

  @Override
  public List<Item> visitFunctionTypedef(KernelCParser.FunctionTypedefContext context) {
    declarations.functionTypedef(context);
    return List.of();
  }

  @Override
  public List<Item> visitEmptyItem(KernelCParser.EmptyItemContext context) {
    return List.of();
  }

  @Override
  public List<Item> visitMacroLine(KernelCParser.MacroLineContext context) {
    Token name = context.NAME().getSymbol();
    String text = name.getText();
    Optional<Item.Role> role = diagnostics.profile().roleOf(text);
    if (role.isPresent() && isFunction(context.balanced())) {
      String function = context.balanced().getText();
      return List.of(new Item.Initcall(diagnostics.place(name), text, function, role.get()));
    }
    if (context.block() == null && diagnostics.setAside(name, Harmless.Kind.LINE, text)) {
      return List.of();
    }
    if (context.block() == null && ModuleParameters.isOne(text)) {
      parameters.add(name, context.getText().replaceFirst(";$", ""));
      return List.of();
    }
    boolean macro = text.equals(text.toUpperCase(Locale.ROOT));
    if (macro || context.block() == null) {
      diagnostics.report(name, Construct.MACRO_LINE, text);
    } else {
      diagnostics.report(
          name,
          "the result type of '%s' is missing".formatted(text),
          "write void, bool, an integer type or struct name * before it");
    }
    if (context.block() != null) {
      declarations.statements.block(context.block());
    }
    return List.of();
  }

  private static boolean isFunction(KernelCParser.BalancedContext argument) {
    return argument.piece().size() == 1 && argument.start.getType() == KernelCParser.NAME;
  }

  private Place place(TerminalNode node) {
    return diagnostics.place(node.getSymbol());
  }
}
