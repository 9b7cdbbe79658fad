package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.StrategyLexer;
import quiesce.source.grammar.StrategyParser;

/** Reads a strategy file: C text in, syntax tree out. */
public final class Parser {
  private static final int WORDS_OF_A_STATEMENT = 1000;

  private Parser() {}

  /**
   * The syntax tree of the file.
   *
   * @throws SourceException with every error of the file, when it is not within the C subset
   */
  public static Strategy parse(SourceFile file) {
    Diagnostics diagnostics = new Diagnostics(file);
    List<Token> tokens = tokens(file);
    LexicalErrors.report(tokens, diagnostics);
    FrontMatter frontMatter = FrontMatterReader.leading(file, diagnostics);
    if (!NestingLimit.keeps(tokens, WORDS_OF_A_STATEMENT, "split it into functions", diagnostics)) {
      diagnostics.throwIfAny();
    }
    SyntaxErrors errors = new SyntaxErrors(diagnostics);
    ListTokenSource source = new ListTokenSource(BraceRepair.repair(tokens, diagnostics));
    StrategyParser parser = new StrategyParser(new CommonTokenStream(source));
    parser.removeErrorListeners();
    parser.setErrorHandler(new Recovery(errors));
    List<Item> items = new ItemBuilder(diagnostics).items(parser.strategy());
    NameChecks.check(items, diagnostics);
    LabelChecks.check(items, errors.places(), diagnostics);
    diagnostics.throwIfAny();
    return new Strategy(file, frontMatter, items);
  }

  /**
   * The front matter alone, of a file that may hold anything after it.
   *
   * @throws SourceException with every error of the front matter
   */
  public static FrontMatter frontMatter(SourceFile file) {
    Diagnostics diagnostics = new Diagnostics(file);
    FrontMatter frontMatter = FrontMatterReader.leading(file, diagnostics);
    diagnostics.throwIfAny();
    return frontMatter;
  }

  /** All words of the file, comments and unreadable ones included. */
  private static List<Token> tokens(SourceFile file) {
    // Joined again, so that LF, CRLF and CR are one to the grammar.
    StrategyLexer lexer =
        new StrategyLexer(CharStreams.fromString(String.join("\n", file.lines())));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>(lexer.getAllTokens());
    tokens.add(lexer.emitEOF());
    return tokens;
  }
}
