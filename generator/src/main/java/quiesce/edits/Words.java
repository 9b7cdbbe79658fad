package quiesce.edits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import quiesce.source.BracketPairs;
import quiesce.source.Place;
import quiesce.source.SourceFile;
import quiesce.source.grammar.KernelCLexer;

/** The words of a file, in which pieces of the text can be found and replaced. */
final class Words {
  private static final int NONE = -1;
  private static final Pattern ARGUMENT = Pattern.compile("([$@])([1-9])");

  private final SourceFile file;
  private final int[] text;
  private final List<Token> words;
  private final int[] closing;
  private final Map<Place, Integer> byPlace = new HashMap<>();

  /**
   * Words next to each other.
   *
   * @param to the last one
   */
  record Span(int from, int to) {}

  Words(SourceFile file) {
    this.file = file;
    this.text = file.code().codePoints().toArray();
    KernelCLexer lexer = new KernelCLexer(CharStreams.fromString(file.code()));
    lexer.removeErrorListeners();
    this.words =
        lexer.getAllTokens().stream()
            .filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL)
            .map(Token.class::cast)
            .toList();
    this.closing = BracketPairs.closing(words, NONE);
    for (int i = 0; i < words.size(); i++) {
      Token word = words.get(i);
      byPlace.put(new Place(word.getLine(), word.getCharPositionInLine() + 1), i);
    }
  }

  /** The word at a place; none where a macro expands to what is there. */
  OptionalInt at(Place place) {
    Integer found = place.expansion().isPresent() ? null : byPlace.get(place);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  Place place(int word) {
    Token token = words.get(word);
    return new Place(token.getLine(), token.getCharPositionInLine() + 1);
  }

  boolean is(int word, int type) {
    return word >= 0 && word < words.size() && words.get(word).getType() == type;
  }

  /** The bracket that closes the one that opens here. */
  OptionalInt closing(int word) {
    return word < words.size() && closing[word] != NONE
        ? OptionalInt.of(closing[word])
        : OptionalInt.empty();
  }

  /** The next word of a type that is inside no brackets that open after {@code from}. */
  OptionalInt next(int from, int type) {
    for (int i = from; i < words.size(); i = closing[i] == NONE ? i + 1 : closing[i] + 1) {
      if (is(i, type)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The words between the brackets, apart at the commas. */
  List<Span> arguments(int open) {
    List<Span> all = new ArrayList<>();
    int close = closing[open];
    int from = open + 1;
    for (int i = from; i <= close; i = i < close && closing[i] != NONE ? closing[i] + 1 : i + 1) {
      if ((i == close || is(i, KernelCLexer.COMMA)) && i > from) {
        all.add(new Span(from, i - 1));
        from = i + 1;
      }
    }
    return all;
  }

  /** The first word of the statement or declaration that a word is in. */
  int begin(int word) {
    int begin = word;
    while (begin > 0
        && !is(begin - 1, KernelCLexer.SEMICOLON)
        && !is(begin - 1, KernelCLexer.LBRACE)
        && !is(begin - 1, KernelCLexer.RBRACE)) {
      begin--;
    }
    return begin;
  }

  /** Whether the brackets after a word have a name in them. */
  boolean within(int word, String name) {
    return is(word + 1, KernelCLexer.LPAREN)
        && closing(word + 1).isPresent()
        && IntStream.range(word + 2, closing(word + 1).getAsInt())
            .anyMatch(i -> is(i, KernelCLexer.NAME) && text(i).equals(name));
  }

  /** Whether a name with arguments is here. */
  boolean isCall(int word) {
    return is(word, KernelCLexer.NAME)
        && is(word + 1, KernelCLexer.LPAREN)
        && closing(word + 1).isPresent();
  }

  /** A name with its arguments. */
  Span call(int name) {
    return new Span(name, closing(name + 1).getAsInt());
  }

  /** One word. */
  String text(int word) {
    return words.get(word).getText();
  }

  /** The text of some words, as it is in the file. */
  String text(Span span) {
    int from = words.get(span.from()).getStartIndex();
    return new String(text, from, words.get(span.to()).getStopIndex() + 1 - from);
  }

  /** A text of the family with the arguments of a call in it. */
  String filled(String template, List<Span> arguments) {
    return ARGUMENT
        .matcher(template)
        .replaceAll(m -> Matcher.quoteReplacement(argument(m, arguments)));
  }

  private String argument(MatchResult m, List<Span> arguments) {
    int index = Integer.parseInt(m.group(2)) - 1;
    String argument = index < arguments.size() ? text(arguments.get(index)) : "";
    if (m.group(1).equals("$")) {
      return argument;
    }
    return argument.startsWith("&") ? argument.substring(1) : "*(" + argument + ")";
  }

  /** The file with these changes, in as many lines; of several at one place in their order. */
  SourceFile with(List<Edit> edits) {
    StringBuilder changed = new StringBuilder();
    int done = 0;
    int lines = 0;
    for (Edit e : inOrder(edits)) {
      String inserted = e.inserts() ? e.text().replaceAll("\\s+", " ") : e.text();
      changed.append(new String(text, done, from(e) - done)).append(inserted);
      lines += e.inserts() ? 0 : ends(text(e.span())) - ends(inserted);
      done = to(e);
    }
    changed.append("\n".repeat(Math.max(0, lines)));
    changed.append(new String(text, done, text.length - done));
    return file.withCode(changed.toString());
  }

  /** The whole text of the file with these changes, as a person would write them. */
  String written(List<Edit> edits) {
    int[] whole = file.text().codePoints().toArray();
    StringBuilder changed = new StringBuilder();
    int done = 0;
    for (Edit e : inOrder(edits)) {
      int from = e.place() == Edit.Place.AFTER ? afterComment(e, whole) : from(e);
      int to = Math.max(from, to(e));
      if (!e.inserts() && e.text().isEmpty() && isAlone(from, to, whole)) {
        from = lineStart(from, whole);
        to = Math.min(lineEnd(to, whole) + 1, whole.length);
      }
      changed.append(new String(whole, done, from - done)).append(e.text());
      done = to;
    }
    return changed.append(new String(whole, done, whole.length - done)).toString();
  }

  /** After a comment in the same line, if nothing else follows there. */
  private int afterComment(Edit e, int... whole) {
    int at = from(e);
    int end = lineEnd(at, whole);
    int next = e.span().to() + 1 < words.size() ? start(e.span().to() + 1) : whole.length;
    String rest = new String(whole, at, end - at);
    boolean ends = rest.lastIndexOf("/*") <= rest.lastIndexOf("*/");
    return next >= end && ends ? end : at;
  }

  private static boolean isAlone(int from, int to, int... whole) {
    int start = lineStart(from, whole);
    String line =
        new String(whole, start, from - start) + new String(whole, to, lineEnd(to, whole) - to);
    return line.isBlank();
  }

  private static int lineStart(int at, int... whole) {
    int start = at;
    while (start > 0 && whole[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static int lineEnd(int at, int... whole) {
    int end = at;
    while (end < whole.length && whole[end] != '\n') {
      end++;
    }
    return end;
  }

  /** The white space that the line of a word begins with. */
  String indent(int word) {
    int start = lineStart(start(word), text);
    int end = start;
    while (end < text.length && (text[end] == ' ' || text[end] == '\t')) {
      end++;
    }
    return new String(text, start, end - start);
  }

  /** Where an edit begins, as an index of a character. */
  int from(Edit e) {
    return e.place() == Edit.Place.AFTER ? stop(e.span().to()) : start(e.span().from());
  }

  /** Where it ends. */
  int to(Edit e) {
    return e.inserts() ? from(e) : stop(e.span().to());
  }

  List<Edit> inOrder(List<Edit> edits) {
    return edits.stream()
        .sorted(Comparator.comparingInt(this::from).thenComparing(Edit::place))
        .toList();
  }

  private int start(int word) {
    return words.get(word).getStartIndex();
  }

  /** After its last character. */
  private int stop(int word) {
    return words.get(word).getStopIndex() + 1;
  }

  /** The line that a word begins in, counted from 1. */
  int line(int word) {
    return words.get(word).getLine();
  }

  /** How many words there are. */
  int size() {
    return words.size();
  }

  private static int ends(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
