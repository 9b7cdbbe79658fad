package quiesce.litmus.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import quiesce.litmus.grammar.LitmusParser.ItemContext;
import quiesce.litmus.grammar.LitmusParser.SettingContext;
import quiesce.litmus.grammar.LitmusParser.TestContext;
import quiesce.litmus.tree.LitmusTest;
import quiesce.source.Construct;
import quiesce.source.Diagnostics;
import quiesce.source.Fragments;
import quiesce.source.Item;
import quiesce.source.NestingLimit;
import quiesce.source.Place;
import quiesce.source.Profile;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.source.SyntaxErrors;

/**
 * Reads a litmus test: text in, syntax tree out. What surrounds the C is read first; the C is then
 * read by its own grammar, from the same text with all else blanked.
 */
public final class TestReader {
  private static final int LONGEST = 1_000_000;
  private static final Profile PROFILE = Profile.read(TestReader.class, "litmus.tsv");

  /** Constructs that have no production, since they have no place in a test, by how they begin. */
  private static final Map<String, Construct> REFUSED =
      Map.of(
          "[", Construct.ARRAY,
          "->", Construct.MEMBER,
          ".", Construct.DOT,
          "=>", Construct.IMPLICATION);

  private final Diagnostics diagnostics;
  private final List<Token> tokens;

  private TestReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.tokens = Words.of(diagnostics);
  }

  /**
   * The syntax tree of the file.
   *
   * @throws SourceException when it is no litmus test in C: with every error of its C, or with the
   *     first one of what surrounds that
   */
  public static LitmusTest read(SourceFile file) {
    Diagnostics diagnostics = new Diagnostics(file, PROFILE);
    if (file.lines().stream().mapToLong(l -> l.length() + 1L).sum() > LONGEST) {
      diagnostics.report(
          new Place(1, 1), "the file is longer than 1 MB", "a litmus test has a few lines");
      diagnostics.throwIfAny();
    }
    return new TestReader(diagnostics).read();
  }

  private LitmusTest read() {
    diagnostics.throwIfAny();
    begins(tokens, diagnostics);
    NestingLimit.keeps(tokens, diagnostics);
    diagnostics.throwIfAny();
    TestContext context = parse();
    List<Item.Variable> variables = Fragments.variables(declarations(context), diagnostics);
    List<Item.Function> functions = Fragments.functions(code(context), diagnostics);
    LitmusTest test = new TestBuilder(diagnostics, names()).build(context, variables, functions);
    diagnostics.throwIfAny();
    return test;
  }

  private TestContext parse() {
    LitmusParser parser = new LitmusParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new FirstError(diagnostics));
    try {
      return parser.test();
    } catch (ParseCancellationException e) {
      diagnostics.throwIfAny();
      throw new AssertionError("a syntax error without a message", e);
    }
  }

  /** The declarations of the initial state, without their values. */
  private String declarations(TestContext context) {
    Remains c = new Remains(diagnostics.file().text());
    for (SettingContext setting : context.initial().setting()) {
      if (!setting.NAME().isEmpty()) {
        setting.NAME().forEach(word -> c.keep(word.getSymbol()));
        setting.STAR().forEach(word -> c.keep(word.getSymbol()));
        Token name = ConditionBuilder.name(setting.place());
        c.keep(name);
        c.end(name);
      }
    }
    return c.text();
  }

  /** The processes. */
  private String code(TestContext context) {
    Remains c = new Remains(diagnostics.file().text());
    context.item().stream()
        .map(ItemContext::code)
        .filter(Objects::nonNull)
        .flatMap(i -> tokens.subList(i.start.getTokenIndex(), i.stop.getTokenIndex() + 1).stream())
        .filter(t -> Set.of(Token.DEFAULT_CHANNEL, LitmusLexer.CODE).contains(t.getChannel()))
        .forEach(c::keep);
    return c.text();
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

  /** Every name of the file, and words that are none to C. */
  private Set<String> names() {
    return tokens.stream()
        .map(Token::getText)
        .filter(text -> Character.isJavaIdentifierStart(text.codePointAt(0)))
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
      Token found = error.getOffendingToken();
      Construct construct = REFUSED.get(found.getText());
      if (construct == null || !diagnostics.report(found, construct)) {
        SyntaxErrors.report(parser, error, diagnostics);
      }
    }

    /** Leaves the error to the rule, which reports it. */
    @Override
    public Token recoverInline(Parser parser) {
      throw new InputMismatchException(parser);
    }
  }
}
