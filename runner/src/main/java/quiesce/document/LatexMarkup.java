package quiesce.document;

import java.util.List;

/**
 * LaTeX as it comes, without a package: code stands in escaped lines, since nothing can be said
 * within a verbatim environment that looks like its end. pdfLaTeX stops at characters that its
 * fonts lack, so all but ASCII is written as its code.
 */
public record LatexMarkup() implements Markup {
  private static final int TAB = 8;
  private static final int ASCII = 128;

  /** Two of these in a row would be set as one sign. */
  private static final String LIGATURES = "-,'";

  @Override
  public String text(String text) {
    // Behind a line end, a bracket or an asterisk would be part of the command.
    return escape(text.strip().replace('\n', ' '))
        .replace("[", "{[}")
        .replace("]", "{]}")
        .replace("*", "{*}");
  }

  /** Every space counts. */
  @Override
  public List<String> code(List<String> lines) {
    return lines.stream().map(line -> escape(Tabs.expand(line, TAB)).replace(' ', '~')).toList();
  }

  @Override
  public String fence(List<String> lines) {
    return "";
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    int before = 0;
    for (int c : text.codePoints().toArray()) {
      if (c == before && LIGATURES.indexOf(c) >= 0) {
        escaped.append("{}");
      }
      escaped.append(escape(c));
      before = c;
    }
    return escaped.toString();
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
      default ->
          c < ASCII ? Character.toString(c) : "\\textbackslash{}u" + String.format("%04x", c);
    };
  }
}
