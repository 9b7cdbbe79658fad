package quiesce.module;

import java.util.ArrayList;
import java.util.List;

/** Text from a strategy, made safe for a TLA+ comment. */
final class Comments {
  private Comments() {}

  /** ASCII without anything that could open or close a comment or end the module. */
  static String safe(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t' || c == '\n' || c == '\r') {
                safe.append(' ');
              } else if (c >= 0x20 && c < 0x7f) {
                safe.appendCodePoint(c);
              } else {
                safe.append(String.format("\\u%04x", c));
              }
            });
    return safe.toString()
        .replace("(*", "( *")
        .replace("*)", "* )")
        .replace("====", "= = = =")
        .replace("----", "- - - -");
  }

  /** Breaks a text into lines of at most this width. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    if (text.length() <= width) {
      return List.of(text);
    }
    StringBuilder line = new StringBuilder();
    for (String word : text.trim().split("\\s+")) {
      String rest = word;
      if (line.length() > 0 && line.length() + 1 + rest.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (rest.length() > width) {
        lines.add(rest.substring(0, width));
        rest = rest.substring(width);
      }
      line.append(line.length() > 0 ? " " : "").append(rest);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }
}
