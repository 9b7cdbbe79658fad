package quiesce.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import quiesce.source.grammar.KernelCLexer;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.BlockContext;
import quiesce.source.grammar.KernelCParser.DeclarationContext;
import quiesce.source.grammar.KernelCParser.DeclaratorContext;
import quiesce.source.grammar.KernelCParser.DefinitionContext;

/** Reads C that something else surrounds: the functions and the declarations of a litmus test. */
public final class Fragments {
  private final Diagnostics diagnostics;
  private final DeclarationBuilder declarations;

  private Fragments(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.declarations = new DeclarationBuilder(diagnostics);
  }

  /**
   * The functions of a text that has nothing else. They return nothing, so that their result need
   * not be written.
   *
   * @param text that of the diagnostics' file, with all else blanked
   */
  public static List<Item.Function> functions(String text, Diagnostics diagnostics) {
    Fragments fragments = new Fragments(diagnostics);
    return definitions(text, diagnostics).stream()
        .flatMap(d -> fragments.function(d).stream())
        .toList();
  }

  /** The variables that a text declares, without their values. */
  public static List<Item.Variable> variables(String text, Diagnostics diagnostics) {
    Fragments fragments = new Fragments(diagnostics);
    return definitions(text, diagnostics).stream()
        .filter(d -> d.declaration() != null)
        .flatMap(d -> fragments.variables(d.declaration()).stream())
        .toList();
  }

  /** Whether a word is a name, and none that C or the kernel has given a meaning. */
  public static boolean isName(String word) {
    return KernelC.words(word).get(0).getType() == KernelCLexer.NAME;
  }

  private static List<DefinitionContext> definitions(String text, Diagnostics diagnostics) {
    return KernelC.parse(text, KernelCParser::definitions, diagnostics)
        .parsed()
        .definition()
        .stream()
        .filter(d -> d.exception == null)
        .toList();
  }

  private Optional<Item.Function> function(DefinitionContext context) {
    DeclarationContext declaration = context.declaration();
    if (context.declarator() != null) {
      Specifiers none =
          new Specifiers(Optional.of(new Type.Void()), Map.of(), Optional.empty(), false, false);
      return function(none, context.declarator(), context.block());
    } else if (declaration != null && declaration.block() != null) {
      Specifiers words = specifiers(declaration);
      if (words.base().filter(t -> !(t instanceof Type.Void)).isPresent()) {
        Token start = declaration.getStart();
        diagnostics.report(start, Construct.RESULT_TYPE, start.getText());
      }
      return function(words, declaration.initDeclarator(0).declarator(), declaration.block());
    } else if (declaration != null) {
      global(declaration);
    }
    return Optional.empty();
  }

  private Optional<Item.Function> function(
      Specifiers words, DeclaratorContext context, BlockContext block) {
    Declarator declarator = declarations.declarators.read(context);
    declarations.declarators.refuseRoles(declarator.roles());
    if (declarator.parameters().isEmpty() || declarator.functionPointer()) {
      diagnostics.report(
          block.getStart(),
          "'{' is not allowed here",
          "a function has its parameters after its name: %s(void)"
              .formatted(declarator.name().getText()));
      return Optional.empty();
    }
    context.suffix().stream()
        .skip(1)
        .forEach(
            s -> diagnostics.report(s.getStart(), Construct.MISPLACED, s.getStart().getText()));
    return Optional.of(declarations.function(words, declarator, Optional.of(block)));
  }

  /** Reports what the words of a declaration refuse, or that there are no globals. */
  private void global(DeclarationContext context) {
    if (context.initDeclarator().isEmpty()) {
      diagnostics.report(context.getStart(), Construct.NESTED_STRUCT);
      return;
    }
    Specifiers words = specifiers(context);
    if (!words.refused() && words.staticWord().isEmpty()) {
      TerminalNode value = context.initDeclarator(0).ASSIGN();
      diagnostics.report(value == null ? context.getStop() : value.getSymbol(), Construct.GLOBAL);
    }
  }

  private List<Item.Variable> variables(DeclarationContext context) {
    Specifiers words = specifiers(context);
    if (context.initDeclarator().isEmpty()) {
      diagnostics.report(context.getStop(), Construct.NAME_MISSING);
    }
    return context.initDeclarator().stream()
        .map(declarations.declarators::read)
        .map(
            d ->
                new Item.Variable(
                    diagnostics.place(d.name()),
                    declarations.declarators.type(words, d, DeclaratorReader.Use.MEMBER),
                    d.name().getText(),
                    false,
                    Optional.empty()))
        .toList();
  }

  private Specifiers specifiers(DeclarationContext context) {
    Specifiers words = declarations.specifiers.read(context.specifier());
    declarations.declarators.refuseRoles(words.roles());
    words.staticWord().ifPresent(w -> diagnostics.report(w, Construct.LOCAL_STATIC, "static"));
    return words;
  }
}
