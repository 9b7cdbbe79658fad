package quiesce.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the block comments before the first word of C, by the rules of the grammar and without it:
 * it takes long to load where nothing but the front matter is asked for.
 */
final class LeadingComments {
  private static final String OPENING = "/*";
  private static final String CLOSING = "*/";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private final List<Comment> found = new ArrayList<>();
  private int line = 1;
  private int lineStart;

  private LeadingComments(String text) {
    this.text = text;
  }

  /**
   * @param text with both of its ends
   */
  record Comment(Place place, String text) {}

  static List<Comment> of(SourceFile file) {
    LeadingComments comments = new LeadingComments(file.text());
    comments.read();
    return comments.found;
  }

  private void read() {
    int at = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    while (at < text.length()) {
      int next = after(at);
      if (next == at) {
        return;
      }
      pass(at, next);
      at = next;
    }
  }

  /** Where what begins here ends, if it is nothing of C; else {@code at}. */
  private int after(int at) {
    char first = text.charAt(at);
    if (first == '#') {
      return afterDirective(at);
    }
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith(OPENING, at)) {
      int end = afterComment(at);
      if (end > at) {
        Place place = new Place(line, at - lineStart + 1);
        found.add(new Comment(place, text.substring(at, end)));
      }
      return end;
    }
    return " \t\u000B\f\n".indexOf(first) >= 0 ? at + 1 : at;
  }

  /** A line, with the lines that a backslash or a comment joins to it. */
  private int afterDirective(int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n') {
      int comment = text.startsWith(OPENING, end) ? afterComment(end) : end;
      end = comment > end ? comment : text.startsWith("\\\n", end) ? end + 2 : end + 1;
    }
    return end;
  }

  private int afterComment(int at) {
    int end = text.indexOf(CLOSING, at + OPENING.length());
    return end < 0 ? at : end + CLOSING.length();
  }

  private void pass(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
  }
}
