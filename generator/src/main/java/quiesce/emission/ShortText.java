package quiesce.emission;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

/** A text that somebody else's template writes, which may never come to its end. */
final class ShortText extends Writer {
  /** The largest specification of the catalogue has a fiftieth of it. */
  private static final int MOST_CHARACTERS = 16 << 20;

  private final StringWriter text = new StringWriter();

  @Override
  public void write(char[] from, int offset, int length) throws IOException {
    if (text.getBuffer().length() + length > MOST_CHARACTERS) {
      throw new IOException("it writes more than %,d characters".formatted(MOST_CHARACTERS));
    }
    text.write(from, offset, length);
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
