package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import quiesce.source.grammar.StrategyParser;
import quiesce.source.grammar.StrategyParser.AbstractDeclaratorContext;
import quiesce.source.grammar.StrategyParser.ItemContext;
import quiesce.source.grammar.StrategyParser.StrategyContext;
import quiesce.source.grammar.StrategyParserBaseVisitor;

/** Builds the definitions at the top level. */
final class ItemBuilder extends StrategyParserBaseVisitor<List<Item>> {
  private final Diagnostics diagnostics;
  private final SpecifierReader specifiers;
  private final DeclaratorReader declarators;
  private final ExpressionBuilder expressions;
  private final StatementBuilder statements;
  private final DeclarationBuilder declarations;

  ItemBuilder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.specifiers = new SpecifierReader(diagnostics);
    this.declarators = new DeclaratorReader(diagnostics, specifiers);
    this.expressions = new ExpressionBuilder(diagnostics);
    this.statements = new StatementBuilder(diagnostics, specifiers, expressions);
    this.declarations =
        new DeclarationBuilder(diagnostics, specifiers, declarators, expressions, statements);
  }

  /** All definitions of the file, but for those that a syntax error made unreadable. */
  List<Item> items(StrategyContext context) {
    List<Item> items = new ArrayList<>();
    for (ItemContext item : context.item()) {
      if (item.exception == null) {
        items.addAll(visit(item));
      }
    }
    return items;
  }

  @Override
  public List<Item> visitPerCpu(StrategyParser.PerCpuContext context) {
    Token name = context.NAME().getSymbol();
    Specifiers words = specifiers.read(context.typeName().specifier());
    declarators.refuseRoles(words.roles());
    AbstractDeclaratorContext shape = context.typeName().abstractDeclarator();
    declarators.check(shape);
    // A struct in it by value would be one object a CPU: objects belong to providers.
    Type type =
        declarators.type(words, shape.abstractPointer().size(), name, DeclaratorReader.Use.MEMBER);
    Optional<Expression> initialiser =
        Optional.ofNullable(context.expression()).flatMap(declarations::constant);
    return List.of(
        new Item.Variable(diagnostics.place(name), type, name.getText(), true, initialiser));
  }

  @Override
  public List<Item> visitStaticCall(StrategyParser.StaticCallContext context) {
    return List.of(
        new Item.StaticCall(
            place(context.NAME(0)),
            context.NAME(0).getText(),
            Optional.of(context.NAME(1).getText())));
  }

  @Override
  public List<Item> visitStaticCallRet0(StrategyParser.StaticCallRet0Context context) {
    return List.of(
        new Item.StaticCall(place(context.NAME(0)), context.NAME(0).getText(), Optional.empty()));
  }

  @Override
  public List<Item> visitLock(StrategyParser.LockContext context) {
    return List.of(
        new Item.Lock(
            place(context.NAME()),
            context.NAME().getText(),
            context.kind.getType() == StrategyParser.DEFINE_MUTEX));
  }

  @Override
  public List<Item> visitDeclarationItem(StrategyParser.DeclarationItemContext context) {
    return declarations.build(context.declaration());
  }

  @Override
  public List<Item> visitEmptyItem(StrategyParser.EmptyItemContext context) {
    return List.of();
  }

  @Override
  public List<Item> visitMacroLine(StrategyParser.MacroLineContext context) {
    Token name = context.NAME().getSymbol();
    String text = name.getText();
    boolean macro = text.equals(text.toUpperCase(Locale.ROOT));
    if (text.matches("EXPORT_.*|MODULE_.*|module_.*|.*_initcall(_sync)?")) {
      diagnostics.report(name, Unsupported.MODULE_LINE, text);
    } else if (macro || context.block() == null) {
      diagnostics.report(name, Unsupported.MACRO_LINE, text);
    } else {
      diagnostics.report(
          name,
          "the result type of '%s' is missing".formatted(text),
          "write void, bool, an integer type or struct name * before it");
    }
    if (context.block() != null) {
      statements.block(context.block());
    }
    return List.of();
  }

  private Place place(TerminalNode node) {
    return diagnostics.place(node.getSymbol());
  }
}
