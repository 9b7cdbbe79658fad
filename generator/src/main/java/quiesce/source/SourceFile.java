package quiesce.source;

import java.util.List;

/**
 * The text of a strategy file or litmus test, for messages and for the C lines that are shown above
 * each action.
 *
 * @param name as the user gave it, or {@code specs/NAME/strategy.c}
 * @param lines without their line ends
 */
public record SourceFile(String name, List<String> lines) {
  public SourceFile {
    lines = List.copyOf(lines);
  }

  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text.lines().toList());
  }

  /** Of the name alone: each diagnostic of a file has the file. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The whole text, with LF, CRLF and CR as one. */
  public String text() {
    return String.join("\n", lines);
  }

  /** The line, counted from 1, or an empty one past the end of the file. */
  public String line(int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }
}
