package quiesce.template;

import java.io.IOException;
import java.io.Writer;

/**
 * A text that a template writes, with a margin that its lines begin at. Where somebody else has
 * written the template, the text may never come to its end.
 */
public final class ShortText extends Writer {
  /** The largest specification of the catalogue has a fiftieth of it. */
  private static final int MOST_CHARACTERS = 16 << 20;

  private final StringBuilder text = new StringBuilder();
  private int margin;
  private int line;
  private int lineStart;

  @Override
  public void write(char[] from, int offset, int length) throws IOException {
    if (text.length() + length > MOST_CHARACTERS) {
      throw new IOException("it writes more than %,d characters".formatted(MOST_CHARACTERS));
    }
    for (int i = offset; i < offset + length; i++) {
      if (from[i] == '\n') {
        line++;
        lineStart = text.length() + 1;
      } else if (text.length() == lineStart) {
        text.append(" ".repeat(margin));
      }
      text.append(from[i]);
    }
  }

  /** The line that is being written, from 0. */
  public int line() {
    return line;
  }

  /** Where the next character will be, from 0. */
  public int column() {
    return Math.max(margin, text.length() - lineStart);
  }

  /** Where lines begin. */
  public int margin() {
    return margin;
  }

  public void setMargin(int columns) {
    margin = columns;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
