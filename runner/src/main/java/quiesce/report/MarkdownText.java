package quiesce.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.text.translate.CharSequenceTranslator;
import org.apache.commons.text.translate.LookupTranslator;
import quiesce.text.Visible;

/** Text of others in Markdown; templates know it as {@code md}. */
public final class MarkdownText {
  private static final Pattern BACKTICKS = Pattern.compile("`+");
  private static final int SHORTEST_FENCE = 3;

  /**
   * Character references for what backslashes do not keep from its meaning everywhere: in a cell of
   * a table, a bar ends the cell before a backslash is read.
   */
  private static final CharSequenceTranslator ESCAPES =
      new LookupTranslator(
          new TreeMap<>(
              Map.ofEntries(
                  Map.entry("&", "&amp;"),
                  Map.entry("<", "&lt;"),
                  Map.entry(">", "&gt;"),
                  Map.entry("|", "&#124;"),
                  Map.entry("`", "&#96;"),
                  Map.entry("\\", "&#92;"),
                  Map.entry("$", "&#36;"),
                  Map.entry("*", "\\*"),
                  Map.entry("_", "\\_"),
                  Map.entry("~", "\\~"),
                  Map.entry("#", "\\#"),
                  Map.entry("[", "\\["),
                  Map.entry("]", "\\]"))));

  /** For the inside of a line, of a heading or of a cell, after some text of the template. */
  public String text(String text) {
    return ESCAPES.translate(Visible.of(text).replaceAll("\\s+", " ").strip());
  }

  /**
   * Lines as they are, between fences that none of them ends.
   *
   * @param language for colours; empty for none
   */
  public String fenced(String language, String text) {
    int longest =
        BACKTICKS.matcher(text).results().mapToInt(m -> m.group().length()).max().orElse(0);
    String fence = "`".repeat(Math.max(SHORTEST_FENCE, longest + 1));
    return fence + language + "\n" + Visible.of(text).stripTrailing() + "\n" + fence;
  }
}
