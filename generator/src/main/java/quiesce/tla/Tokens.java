package quiesce.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text of TLA+ into words and signs, each with the place where it is. */
final class Tokens {
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
              + "|[-()\\[\\]{},.:'!@~#=<>\\\\+*%])",
          Pattern.DOTALL);

  /** Begins a comment that ends with its line. */
  static final String COMMENT = "\\*";

  private Tokens() {}

  /** All of them, with one for the end; empty if there is something else in the text. */
  static Optional<List<Token>> of(String text) {
    List<Token> all = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    int line = 0;
    int lineStart = 0;
    int at = 0;
    List<String> comments = new ArrayList<>();
    while (at < text.length()) {
      m.region(at, text.length());
      if (!m.lookingAt()) {
        return Optional.empty();
      }
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
    return Optional.of(all);
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
