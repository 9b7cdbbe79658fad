package quiesce.document;

import java.util.List;
import java.util.regex.Pattern;

/** CommonMark with the tables of GitHub. */
public record MarkdownMarkup() implements Markup {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*\\[\\]|~#$]");
  private static final Pattern AT_WORD_END =
      Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
  private static final Pattern LIST = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");
  private static final Pattern LEADING = Pattern.compile("^[-+=:]");
  private static final int SHORTEST = 3;

  @Override
  public String text(String text) {
    String escaped = SPECIAL.matcher(text.strip()).replaceAll("\\\\$0");
    escaped = AT_WORD_END.matcher(escaped).replaceAll("\\\\_");
    escaped = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    escaped = LIST.matcher(escaped).replaceFirst("$1\\\\$2");
    return LEADING.matcher(escaped).replaceFirst("\\\\$0").replace("\n", " ");
  }

  @Override
  public List<String> code(List<String> lines) {
    return lines;
  }

  @Override
  public String fence(List<String> lines) {
    return "`".repeat(Runs.longer(lines, '`', SHORTEST));
  }
}
