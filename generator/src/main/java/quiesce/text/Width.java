package quiesce.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** The columns that text takes where each letter takes one or two, as in a terminal. */
public final class Width {
  /** Of a tab, at most. */
  private static final int TAB = 8;

  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private Width() {}

  public static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  private static int of(int c) {
    if (c == '\t') {
      return TAB;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** East Asian Wide and Fullwidth (UAX 11), and the pictures. */
  private static boolean isWide(int c) {
    boolean halfwidth = c >= 0xFF61 && c <= 0xFFDC;
    boolean punctuation = c >= 0x3000 && c <= 0x303E;
    boolean fullwidth = c >= 0xFF01 && c <= 0xFF60 || c >= 0xFFE0 && c <= 0xFFE6;
    boolean picture = c >= 0x1F300 && c <= 0x1F64F || c >= 0x1F680 && c <= 0x1FAFF;
    return punctuation || fullwidth || picture || WIDE.contains(UnicodeScript.of(c)) && !halfwidth;
  }
}
