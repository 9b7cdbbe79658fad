package quiesce.document;

import java.util.List;
import quiesce.text.Latex;

/**
 * LaTeX as it comes, without a package: code is in escaped lines, since nothing can be said within
 * a verbatim environment that looks like its end.
 */
public record LatexMarkup() implements Markup {
  private static final int TAB = 8;

  @Override
  public String text(String text) {
    // After a line end, a bracket or an asterisk would be part of the command.
    return Latex.of(text.strip()).replace("[", "{[}").replace("]", "{]}").replace("*", "{*}");
  }

  /** Every space counts. */
  @Override
  public List<String> code(List<String> lines) {
    return lines.stream()
        .map(line -> Latex.of(Tabs.expand(line, TAB)).replace("\\ {}", "~").replace(' ', '~'))
        .toList();
  }

  @Override
  public String fence(List<String> lines) {
    return "";
  }
}
