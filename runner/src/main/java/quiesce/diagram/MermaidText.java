package quiesce.diagram;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quiesce.text.Visible;

/**
 * Text that Mermaid takes for nothing but text.
 *
 * @param columns after which a line is broken
 */
public record MermaidText(int columns) {
  private static final String PLAIN = " ,.()=";

  /** The word that ends a block, in any place. */
  private static final Pattern END = Pattern.compile("\\b([eE])([nN][dD])\\b");

  /** The text in lines, each with everything that is special to Mermaid as its entity code. */
  public String of(String text) {
    return Lettering.wrap(Visible.of(text), columns, "").stream()
        .map(MermaidText::escape)
        .collect(Collectors.joining("<br/>"));
  }

  /** Several texts, each on lines of its own. */
  public String of(List<String> texts) {
    return texts.stream().map(this::of).collect(Collectors.joining("<br/>"));
  }

  private static String escape(String line) {
    String codes =
        line.codePoints()
            .mapToObj(c -> isPlain(c) ? Character.toString(c) : "#" + c + ";")
            .collect(Collectors.joining());
    return END.matcher(codes).replaceAll(m -> "#" + m.group(1).codePointAt(0) + ";" + m.group(2));
  }

  private static boolean isPlain(int c) {
    return PLAIN.indexOf(c) >= 0
        || c >= '0' && c <= '9'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_';
  }
}
