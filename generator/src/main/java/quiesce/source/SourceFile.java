package quiesce.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The text of a strategy file or litmus test, for messages and for the C lines that are shown above
 * each action.
 *
 * @param name as the user gave it, or {@code specs/NAME/strategy.c}
 * @param lines without their line ends
 * @param cut what is read of it; empty where that is all
 */
public record SourceFile(String name, List<String> lines, Optional<CutOut> cut) {
  public SourceFile {
    lines = List.copyOf(lines);
  }

  public SourceFile(String name, List<String> lines) {
    this(name, lines, Optional.empty());
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

  /** What of the text is read as C. */
  public String code() {
    return cut.map(CutOut::code).orElseGet(this::text);
  }

  /** The line, counted from 1, or an empty one past the end of the file. */
  public String line(int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  /** The same file with other C in it, line for line. */
  public SourceFile withCode(String code) {
    return new SourceFile(name, code.lines().toList(), cut.map(c -> c.with(code)));
  }

  /** The numbers of the lines that are read. */
  public IntStream read() {
    IntStream all = IntStream.rangeClosed(1, lines.size());
    if (cut.isEmpty()) {
      return all;
    }
    List<String> code = cut.get().code().lines().toList();
    return all.filter(n -> n <= code.size() && !code.get(n - 1).isBlank());
  }

  List<FrontMatter.Entry> defaults() {
    return cut.map(CutOut::defaults).orElse(List.of());
  }

  List<SetAside> leftOut() {
    return cut.map(CutOut::remarks).orElse(List.of());
  }
}
