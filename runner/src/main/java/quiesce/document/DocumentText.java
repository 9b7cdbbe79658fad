package quiesce.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quiesce.catalogue.InputException;

/**
 * A document to the byte: what is read and written again is the same.
 *
 * @param lines with the ends that they have
 */
record DocumentText(List<Line> lines) {
  DocumentText {
    lines = List.copyOf(lines);
  }

  /**
   * @param ending a line feed, a carriage return, both, or nothing at the end of the file
   */
  record Line(String text, String ending) {
    @Override
    public String toString() {
      return text + ending;
    }
  }

  /**
   * @param name for the message
   * @throws InputException if it is not UTF-8
   */
  static DocumentText of(String name, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw new InputException(
          "%s is not UTF-8: byte 0x%02x at offset %d, in line %d; save it as UTF-8"
              .formatted(
                  name,
                  bytes[in.position()],
                  in.position(),
                  Math.max(1, split(text + "x").size())));
    }
    return new DocumentText(split(text));
  }

  static DocumentText of(String text) {
    return new DocumentText(split(text));
  }

  byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The texts of the lines; a byte order mark is none of the first one's. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(lines.stream().map(Line::text).toList());
    if (!texts.isEmpty() && texts.get(0).startsWith("\ufeff")) {
      texts.set(0, texts.get(0).substring(1));
    }
    return texts;
  }

  @Override
  public String toString() {
    return lines.stream().map(Line::toString).collect(Collectors.joining());
  }

  private static List<Line> split(String text) {
    List<Line> lines = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        boolean both = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
        lines.add(new Line(text.substring(begin, i), both ? "\r\n" : Character.toString(c)));
        i += both ? 1 : 0;
        begin = i + 1;
      }
    }
    if (begin < text.length()) {
      lines.add(new Line(text.substring(begin), ""));
    }
    return lines;
  }
}
