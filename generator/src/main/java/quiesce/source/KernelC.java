package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;
import quiesce.source.grammar.KernelCParser;

/**
 * C as the grammar sees it. What is no C at all has been reported, and parsing has continued after
 * it.
 *
 * @param givenUp where parts of the text were given up
 * @param missing the primitives in it that the machine does not have
 * @param names all that are in it, once macros are expanded
 */
record KernelC<C extends ParserRuleContext>(
    C parsed, List<Place> givenUp, MissingPrimitives missing, Set<String> names) {

  /**
   * Parses the C of a file.
   *
   * @param text the file's, in which anything that is no C may be blanked: places are those of the
   *     file
   * @param rule where the grammar begins
   * @throws SourceException when it is nested too deeply to be parsed
   */
  static <C extends ParserRuleContext> KernelC<C> parse(
      String text, Function<KernelCParser, C> rule, Diagnostics diagnostics) {
    return parse(text, rule, Configuration.none(), diagnostics);
  }

  /** The same for one configuration. */
  static <C extends ParserRuleContext> KernelC<C> parse(
      String text,
      Function<KernelCParser, C> rule,
      Configuration configuration,
      Diagnostics diagnostics) {
    List<Token> tokens = Preprocessor.processed(words(text), configuration, diagnostics);
    tokens.forEach(word -> classify((CommonToken) word, diagnostics));
    LexicalErrors.report(tokens, diagnostics);
    if (!NestingLimit.keeps(tokens, diagnostics)) {
      diagnostics.throwIfAny();
    }
    MissingPrimitives missing = MissingPrimitives.of(tokens, diagnostics);
    ListTokenSource source =
        new ListTokenSource(
            SemicolonRepair.repair(BraceRepair.repair(tokens, diagnostics), diagnostics));
    KernelCParser parser = new KernelCParser(new CommonTokenStream(source));
    parser.removeErrorListeners();
    Recovery recovery = new Recovery(diagnostics);
    parser.setErrorHandler(recovery);
    C parsed = rule.apply(parser);
    Set<String> names =
        tokens.stream()
            .filter(w -> w.getType() == KernelCLexer.NAME)
            .map(Token::getText)
            .collect(Collectors.toSet());
    return new KernelC<>(parsed, recovery.givenUp(), missing, names);
  }

  /** Makes annotations of the names that are some in a file of this kind. */
  private static void classify(CommonToken word, Diagnostics diagnostics) {
    if (word.getType() != KernelCLexer.NAME) {
      return;
    } else if (diagnostics.isHarmless(Harmless.Kind.ANNOTATION, word.getText())) {
      word.setType(KernelCLexer.ANNOTATION);
    } else if (word.getText().startsWith("__")
        && diagnostics.isHarmless(Harmless.Kind.ATTRIBUTE, word.getText())) {
      word.setType(KernelCLexer.ATTRIBUTE);
    }
  }

  /** All words of a text, comments and unreadable ones included. */
  static List<Token> words(String text) {
    KernelCLexer lexer = new KernelCLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<Token> words = new ArrayList<>(lexer.getAllTokens());
    words.add(lexer.emitEOF());
    return words;
  }
}
