package quiesce.weaker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import quiesce.source.BracketPairs;
import quiesce.source.Place;
import quiesce.source.SourceFile;
import quiesce.source.grammar.KernelCLexer;

/** The words of a file, in which pieces of the text can be found and replaced. */
final class Words {
  private static final int NONE = -1;

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

  /** What takes the place of some words. */
  record Edit(Span span, String text) {}

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

  /** The text of some words, as it is in the file. */
  String text(Span span) {
    int from = words.get(span.from()).getStartIndex();
    return new String(text, from, words.get(span.to()).getStopIndex() + 1 - from);
  }

  /** The file with other words in the place of some, in as many lines. */
  SourceFile with(List<Edit> edits) {
    StringBuilder changed = new StringBuilder();
    int done = 0;
    int lines = 0;
    for (Edit e : edits.stream().sorted(Comparator.comparing(e -> e.span().from())).toList()) {
      int from = words.get(e.span().from()).getStartIndex();
      changed.append(new String(text, done, from - done)).append(e.text());
      lines += ends(text(e.span())) - ends(e.text());
      done = words.get(e.span().to()).getStopIndex() + 1;
    }
    changed.append("\n".repeat(Math.max(0, lines)));
    changed.append(new String(text, done, text.length - done));
    return file.withCode(changed.toString());
  }

  private static int ends(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
