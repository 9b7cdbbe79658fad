package quiesce.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * LaTeX as it comes, without a package: code stands in escaped lines, since nothing can be said
 * within a verbatim environment that looks like its end. pdfLaTeX stops at characters that its
 * fonts lack, so all but ASCII is written as its code.
 */
public record LatexMarkup() implements Markup {
  private static final int TAB = 8;

  @Override
  public String text(String text) {
    return text.strip()
        .replace('\n', ' ')
        .codePoints()
        .mapToObj(LatexMarkup::escape)
        .collect(Collectors.joining());
  }

  /** Every space counts, and hyphens stay two. */
  @Override
  public List<String> code(List<String> lines) {
    return lines.stream()
        .map(line -> Tabs.expand(line, TAB))
        .map(
            line ->
                line.codePoints()
                    .mapToObj(c -> c == ' ' ? "~" : c == '-' ? "-{}" : escape(c))
                    .collect(Collectors.joining()))
        .toList();
  }

  @Override
  public String fence(List<String> lines) {
    return "";
  }

  private static String escape(int c) {
    return switch (c) {
      case '\\' -> "\\textbackslash{}";
      case '{', '}', '$', '&', '#', '_', '%' -> "\\" + (char) c;
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '"' -> "\\symbol{34}";
      case '`' -> "\\symbol{96}";
      case ',' -> ",{}";
      default -> c < 128 ? Character.toString(c) : "\\textbackslash{}u" + String.format("%04x", c);
    };
  }
}
