package quiesce.document;

import java.util.List;
import java.util.regex.Pattern;

/** reStructuredText, of docutils and of Sphinx. */
public record RstMarkup() implements Markup {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*|]|_(?![\\p{L}\\p{N}])|:(?=:)");

  /** What would begin a list, a field, an option, a title, a comment. */
  private static final Pattern LEADING =
      Pattern.compile("^(?:[!-/:-@\\[^_{}~\\u2022\\u2023\\u2043]|\\p{Alnum}+[.)](?=\\s|$))");

  private static final int TAB = 8;

  @Override
  public String text(String text) {
    String escaped = SPECIAL.matcher(text.strip()).replaceAll("\\\\$0");
    if (escaped.endsWith(":")) {
      escaped = escaped.substring(0, escaped.length() - 1) + "\\:";
    }
    return (LEADING.matcher(escaped).find() ? "\\" + escaped : escaped).replace("\n", " ");
  }

  /** docutils counts tabs from the margin, which is not where the code begins. */
  @Override
  public List<String> code(List<String> lines) {
    return lines.stream().map(line -> Tabs.expand(line, TAB)).toList();
  }

  @Override
  public String fence(List<String> lines) {
    return "";
  }
}
