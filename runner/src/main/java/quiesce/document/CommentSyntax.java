package quiesce.document;

import java.util.Optional;

/**
 * How a format writes a comment that is a line of its own.
 *
 * @param close empty where a comment ends with its line
 * @param indented whether spaces may precede it
 */
record CommentSyntax(String open, String close, boolean indented) {
  /**
   * A line that is a comment.
   *
   * @param indent what precedes it
   * @param column of the text, counted from 1
   * @param closed whether it ends on this line, and nothing follows it
   */
  record Comment(String indent, int column, String text, boolean closed) {}

  Optional<Comment> of(String line) {
    String body = line.stripLeading();
    int indent = line.length() - body.length();
    if (!body.startsWith(open) || indent > 0 && !indented) {
      return Optional.empty();
    }
    int begin = indent + open.length();
    int end = close.isEmpty() ? line.length() : line.indexOf(close, begin);
    String text = line.substring(begin, end < 0 ? line.length() : end);
    boolean closed = end >= 0 && line.substring(end + close.length()).isBlank();
    int blanks = text.length() - text.stripLeading().length();
    return Optional.of(
        new Comment(line.substring(0, indent), begin + blanks + 1, text.strip(), closed));
  }

  /** A comment as one writes it. */
  String write(String text) {
    return open + " " + text + (close.isEmpty() ? "" : " " + close);
  }
}
