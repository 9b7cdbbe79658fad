package quiesce.litmus.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import quiesce.litmus.grammar.LitmusLexer;
import quiesce.litmus.grammar.LitmusParser;
import quiesce.litmus.tree.LitmusTest;
import quiesce.source.Diagnostics;
import quiesce.source.NestingLimit;
import quiesce.source.Place;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.source.SyntaxErrors;

/** Reads a litmus test: text in, syntax tree out. */
public final class TestReader {
  private static final int LONGEST = 1_000_000;

  /** Of a condition, too. */
  private static final int WORDS_OF_A_STATEMENT = 400;

  private TestReader() {}

  /**
   * The syntax tree of the file.
   *
   * @throws SourceException when it is no litmus test in C; of several syntax errors it says the
   *     first
   */
  public static LitmusTest read(SourceFile file) {
    Diagnostics diagnostics = new Diagnostics(file);
    if (file.lines().stream().mapToLong(l -> l.length() + 1L).sum() > LONGEST) {
      diagnostics.report(
          new Place(1, 1), "the file is longer than 1 MB", "a litmus test has a few lines");
      diagnostics.throwIfAny();
    }
    List<Token> tokens = Words.of(diagnostics);
    diagnostics.throwIfAny();
    begins(tokens, diagnostics);
    NestingLimit.keeps(
        tokens, WORDS_OF_A_STATEMENT, "split it, or leave out what does not matter", diagnostics);
    diagnostics.throwIfAny();
    LitmusParser parser = new LitmusParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new FirstError(diagnostics));
    try {
      LitmusTest test = new TestBuilder(diagnostics, names(tokens)).build(parser.test());
      diagnostics.throwIfAny();
      return test;
    } catch (ParseCancellationException e) {
      diagnostics.throwIfAny();
      throw new AssertionError("a syntax error without a message", e);
    }
  }

  private static void begins(List<Token> tokens, Diagnostics diagnostics) {
    Token first =
        tokens.stream()
            .filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL)
            .findFirst()
            .orElseThrow();
    if (first.getType() != LitmusLexer.TITLE) {
      diagnostics.report(
          first,
          "'C' and a name are missing before %s".formatted(SyntaxErrors.quote(first)),
          "begin the file with: C name");
    }
  }

  private static Set<String> names(List<Token> tokens) {
    return tokens.stream()
        .filter(t -> t.getType() == LitmusLexer.NAME)
        .map(Token::getText)
        .collect(Collectors.toSet());
  }

  /** Stops at the first error: a test is short, and what follows would mostly follow from it. */
  private static final class FirstError extends BailErrorStrategy {
    private final Diagnostics diagnostics;

    FirstError(Diagnostics diagnostics) {
      this.diagnostics = diagnostics;
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
      SyntaxError.report(parser, error, diagnostics);
    }

    /** Leaves the error to the rule, which reports it. */
    @Override
    public Token recoverInline(Parser parser) {
      throw new InputMismatchException(parser);
    }
  }
}
