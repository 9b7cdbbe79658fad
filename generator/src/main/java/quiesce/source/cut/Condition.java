package quiesce.source.cut;

import java.util.regex.Pattern;

/**
 * What the preprocessor decides about a part of a file.
 *
 * @param text of the condition, as {@code #if} has it
 * @param holds whether the part is there if the condition holds, or if it does not
 */
record Condition(String text, boolean holds) {
  private static final Pattern DEFINED = Pattern.compile("defined\\s*\\(?\\s*(\\w+)\\s*\\)?");

  /**
   * @param directive {@code if}, {@code ifdef}, {@code ifndef} or {@code elif}
   * @param rest what follows it
   */
  static Condition of(String directive, String rest) {
    String text = rest.replace("\\\n", " ").replaceAll("(?s)/\\*.*?\\*/|//.*", " ").strip();
    if (directive.startsWith("ifn") || directive.startsWith("ifd")) {
      return new Condition(
          "defined(%s)".formatted(text.replaceFirst("\\W.*", "")), directive.equals("ifdef"));
    }
    boolean negated = text.startsWith("!") && text.substring(1).strip().matches(DEFINED.pattern());
    String positive = negated ? text.substring(1).strip() : text;
    return new Condition(
        DEFINED.matcher(positive).replaceAll("defined($1)").replaceAll("\\s+", " "), !negated);
  }

  Condition not() {
    return new Condition(text, !holds);
  }

  /** Whether nothing is there under it, whatever the configuration. */
  boolean isFalse() {
    return text.equals("0") && holds || text.equals("1") && !holds;
  }

  boolean isTrue() {
    return not().isFalse();
  }

  boolean names(String macro) {
    return Pattern.compile("\\b" + macro + "\\b").matcher(text).find();
  }
}
