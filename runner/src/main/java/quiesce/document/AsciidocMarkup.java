package quiesce.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AsciiDoc as Asciidoctor reads it. A backslash escapes there only what would be markup without it,
 * so that it is unclear when one is needed; a character reference is always text.
 */
public record AsciidocMarkup() implements Markup {
  private static final Pattern SPECIAL =
      Pattern.compile(
          "[^\\p{L}\\p{N} .,:;/()?!-]"
              + "|\\((?=C\\)|R\\)|TM\\)|\\()|(?<=\\()\\("
              + "|:(?! )|;(?=;)|-(?=[->])|(?<=-)-|\\.(?=\\.)|(?<=\\.)\\.|/(?=/)|!(?=\\[)",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** What would begin a list, a title, a comment, an admonition. */
  private static final Pattern LEADING =
      Pattern.compile("^(?:[.:;/()?!-]|\\p{Alnum}+[.)](?=\\s|$)|[A-Z]+:)");

  private static final Pattern DIRECTIVE =
      Pattern.compile("^(?:include|ifdef|ifndef|ifeval|endif)::");
  private static final int SHORTEST = 4;

  @Override
  public String text(String text) {
    String line = text.strip().replace('\n', ' ');
    boolean leads = LEADING.matcher(line).find();
    String rest = leads ? line.substring(1) : line;
    return (leads ? reference(line.charAt(0)) : "")
        + SPECIAL.matcher(rest).replaceAll(m -> Matcher.quoteReplacement(escape(m.group())));
  }

  private static String escape(String c) {
    return c.codePointAt(0) < 128 ? reference(c.charAt(0)) : c;
  }

  private static String reference(char c) {
    return "&#" + (int) c + ";";
  }

  /** Its preprocessor looks into code blocks, too. */
  @Override
  public List<String> code(List<String> lines) {
    return lines.stream().map(line -> DIRECTIVE.matcher(line).find() ? "\\" + line : line).toList();
  }

  @Override
  public String fence(List<String> lines) {
    return "-".repeat(Runs.longer(lines, '-', SHORTEST));
  }
}
