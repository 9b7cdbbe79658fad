package quiesce.text;

import java.util.Map;
import org.apache.commons.text.translate.LookupTranslator;

/** Text that LaTeX sets as it is, whatever its fonts and its input encoding. */
public final class Latex {
  private static final LookupTranslator SPECIAL =
      new LookupTranslator(
          Map.ofEntries(
              Map.entry("\\", "\\textbackslash{}"),
              Map.entry("{", "\\{"),
              Map.entry("}", "\\}"),
              Map.entry("$", "\\$"),
              Map.entry("&", "\\&"),
              Map.entry("#", "\\#"),
              Map.entry("%", "\\%"),
              Map.entry("_", "\\_"),
              Map.entry("^", "\\textasciicircum{}"),
              Map.entry("~", "\\textasciitilde{}"),
              Map.entry("<", "\\textless{}"),
              Map.entry(">", "\\textgreater{}"),
              Map.entry("|", "\\textbar{}"),
              // The next four would become other characters, or one with their neighbours.
              Map.entry("\"", "\\char34{}"),
              Map.entry("'", "\\char39{}"),
              Map.entry("`", "\\char96{}"),
              Map.entry("-", "{-}"),
              // Several spaces would become one, as would one after a backslash and a space.
              Map.entry("  ", "\\ {}\\ {}"),
              Map.entry("\t", "\\ {}")));

  private Latex() {}

  /** The text with everything that is special escaped, and codes for what is not ASCII. */
  public static String of(String text) {
    StringBuilder ascii = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t' || c >= 0x20 && c < 0x7f) {
                ascii.appendCodePoint(c);
              } else {
                ascii.append(c == '\n' ? " " : String.format("\\u%04x", c));
              }
            });
    return SPECIAL.translate(ascii);
  }
}
