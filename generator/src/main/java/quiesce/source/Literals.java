package quiesce.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import quiesce.source.grammar.KernelCLexer;

/** Reads the values of numbers and strings. */
public final class Literals {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:0[xX](?<hex>[0-9a-fA-F]+)|0(?<octal>[0-7]+)|(?<decimal>0|[1-9][0-9]*))[uU]?[lL]{0,2}[uU]?");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x(?<hex>[0-9a-fA-F]{1,2})|(?<octal>[0-7]{1,3})|(?<letter>.))");
  private static final String ESCAPE_LETTERS = "abefnrtv\\\"'?";
  private static final String ESCAPE_VALUES = "\u0007\b\u001b\f\n\r\t\u000b\\\"'?";

  private static final int HIGHEST = 31;
  private static final int NEXT = 30;

  private final Diagnostics diagnostics;

  /** Once it has been asked, whether some number has the bit that is taken for the highest. */
  private Optional<Boolean> used = Optional.empty();

  public Literals(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The value of a number.
   *
   * @param sign 1 or -1: a number and its minus sign are read as one, so that the least int is one
   */
  public int number(Token token, int sign) {
    Matcher matcher = NUMBER.matcher(token.getText());
    if (!matcher.matches()) {
      diagnostics.report(token, Construct.NUMBER_FORM, token.getText());
      return 0;
    }
    try {
      long value = value(matcher);
      return Math.toIntExact(sign * (sign == 1 ? highest(value) : value));
    } catch (NumberFormatException | ArithmeticException tooLarge) {
      diagnostics.report(token, Construct.NUMBER_RANGE, abbreviated(token.getText()));
      return 0;
    }
  }

  private static long value(Matcher matcher) {
    if (matcher.group("hex") != null) {
      return Long.parseLong(matcher.group("hex"), 16);
    } else if (matcher.group("octal") != null) {
      return Long.parseLong(matcher.group("octal"), 8);
    }
    return Long.parseLong(matcher.group("decimal"));
  }

  /**
   * The number itself; in place of bit 31, which TLC's integers do not have, bit 30 if no number of
   * the file has that. What is done with bits is the same then, and so is which number is larger.
   */
  private long highest(long value) {
    boolean high = value >>> HIGHEST == 1 && (value & 1L << NEXT) == 0;
    if (high && used.isEmpty()) {
      used = Optional.of(isUsed());
    }
    return high && !used.get() ? value - (1L << HIGHEST) + (1L << NEXT) : value;
  }

  private boolean isUsed() {
    return KernelC.words(diagnostics.file().code()).stream()
        .filter(w -> w.getType() == KernelCLexer.NUMBER)
        .map(w -> NUMBER.matcher(w.getText()))
        .filter(Matcher::matches)
        .anyMatch(m -> (value(m) & 1L << NEXT) != 0);
  }

  private static String abbreviated(String digits) {
    return digits.length() <= 40 ? digits : digits.substring(0, 40) + "...";
  }

  /** The value of strings that are side by side; of a log level it is empty. */
  String text(List<TerminalNode> parts) {
    StringBuilder value = new StringBuilder();
    for (TerminalNode part : parts) {
      if (part.getSymbol().getType() == KernelCLexer.TEXT) {
        value.append(unescaped(part.getSymbol()));
      }
    }
    return value.toString();
  }

  /** The value of a character constant. */
  int character(Token token) {
    String value = unescaped(token);
    if (value.codePointCount(0, value.length()) != 1 || value.codePointAt(0) > 0x7f) {
      diagnostics.report(
          token,
          "the character constant %s is not supported".formatted(abbreviated(token.getText())),
          "write one character of ASCII, or the number");
      return 0;
    }
    return value.codePointAt(0);
  }

  private String unescaped(Token token) {
    String quoted = token.getText();
    Matcher matcher = ESCAPE.matcher(quoted.substring(1, quoted.length() - 1));
    StringBuilder value = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(value, Matcher.quoteReplacement(escape(matcher, token)));
    }
    return matcher.appendTail(value).toString();
  }

  private String escape(Matcher matcher, Token token) {
    if (matcher.group("hex") != null) {
      return Character.toString(Integer.parseInt(matcher.group("hex"), 16));
    }
    if (matcher.group("octal") != null) {
      return Character.toString(Integer.parseInt(matcher.group("octal"), 8));
    }
    int index = ESCAPE_LETTERS.indexOf(matcher.group("letter"));
    if (index < 0) {
      diagnostics.report(
          token,
          "the string has the unknown escape '%s'".formatted(matcher.group()),
          "write \\\\ for a backslash");
      return "";
    }
    return ESCAPE_VALUES.substring(index, index + 1);
  }
}
