package quiesce.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Splits a text of TLA+ into words and signs, each with the place where it is. */
public final class Tokens {
  /** What a word or sign is. */
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    SIGN,
    END
  }

  /**
   * @param line from 0
   * @param column from 0
   * @param comments the lines of comment before it
   */
  record Token(Kind kind, String text, int line, int column, List<String> comments) {
    boolean is(String sign) {
      return kind != Kind.STRING && text.equals(sign);
    }
  }

  /** Of signs that begin alike, the longest is meant. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<skipped>[ \\n]+|\\\\\\*[^\\n]*|\\(\\*.*?\\*\\))"
              + "|(?<word>[A-Za-z_0-9\uff01-\uff5e]*[A-Za-z_\uff01-\uff5e][A-Za-z_0-9\uff01-\uff5e]*)"
              + "|(?<number>\\d+)"
              + "|(?<string>\"[^\"\\\\\\n]*\")"
              + "|(?<sign>\\|->|<=>|<<|>>|/\\\\|\\\\/|\\\\[A-Za-z]+|->|==|=>|<=|>=|<>|\\[\\]|:>|\\.\\.|@@"
              + "|.)",
          Pattern.DOTALL);

  /** Begins a comment that ends with its line. */
  static final String COMMENT = "\\*";

  private Tokens() {}

  /**
   * The names in a text, without the fields of records: what is selected, and what a value or a set
   * is given to.
   */
  public static Stream<String> names(String text) {
    List<Token> all = of(text);
    return IntStream.range(0, all.size() - 1)
        .filter(i -> all.get(i).kind() == Kind.WORD)
        .filter(i -> i == 0 || !all.get(i - 1).is("."))
        .filter(i -> !all.get(i + 1).is("|->") && !all.get(i + 1).is(":"))
        .mapToObj(i -> all.get(i).text());
  }

  /** All of them, with one for the end. */
  static List<Token> of(String text) {
    List<Token> all = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    int line = 0;
    int lineStart = 0;
    int at = 0;
    List<String> comments = new ArrayList<>();
    while (at < text.length()) {
      m.region(at, text.length());
      m.lookingAt();
      if (m.group("skipped") == null) {
        all.add(new Token(kind(m), m.group(), line, at - lineStart, List.copyOf(comments)));
        comments.clear();
      } else if (m.group().startsWith(COMMENT)) {
        comments.add(m.group().substring(COMMENT.length()).strip());
      }
      for (int i = at; i < m.end(); i++) {
        if (text.charAt(i) == '\n') {
          line++;
          lineStart = i + 1;
        }
      }
      at = m.end();
    }
    all.add(new Token(Kind.END, "", line + 1, 0, List.of()));
    return all;
  }

  private static Kind kind(Matcher m) {
    if (m.group("word") != null) {
      return Kind.WORD;
    } else if (m.group("number") != null) {
      return Kind.NUMBER;
    }
    return m.group("string") != null ? Kind.STRING : Kind.SIGN;
  }
}
