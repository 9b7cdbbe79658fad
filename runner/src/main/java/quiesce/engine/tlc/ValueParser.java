package quiesce.engine.tlc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import quiesce.tla.StringEscapes;
import quiesce.tla.Value;

/**
 * Reads values in the form that TLC prints them in, over several lines if need be.
 *
 * <pre>
 * value := interval | int | string | name | set | tuple | record | function
 * set := '{' [value {',' value}] '}'       tuple := '&lt;&lt;' [value {',' value}] '>>'
 * record := '[' name '|->' value {',' name '|->' value} ']'
 * function := '(' value ':>' value {'@@' value ':>' value} ')'
 * </pre>
 */
public final class ValueParser {
  /** Deeper nesting is refused rather than left to the size of the stack. */
  static final int MAX_DEPTH = 1000;

  private final String text;
  private int at = 0;
  private int depth = 0;

  private ValueParser(String text) {
    this.text = text;
  }

  /**
   * The value that {@code text} stands for.
   *
   * @throws ValueSyntaxException if it is none, or is nested too deeply
   */
  public static Value parse(String text) {
    ValueParser parser = new ValueParser(text);
    Value value = parser.value();
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.unexpected("the end");
    }
    return value;
  }

  private Value value() {
    if (++depth > MAX_DEPTH) {
      throw new ValueSyntaxException("a value is nested more than " + MAX_DEPTH + " deep");
    }
    skipSpace();
    Value value = start();
    depth--;
    return value;
  }

  private Value start() {
    char c = at < text.length() ? text.charAt(at) : '\0';
    if (c == '"') {
      return string();
    } else if (c == '{') {
      return new Value.SetOf(new LinkedHashSet<>(list("{", "}")));
    } else if (c == '<') {
      return new Value.Seq(list("<<", ">>"));
    } else if (c == '[') {
      return record();
    } else if (c == '(') {
      return function();
    } else if (startsInteger()) {
      return integerOrInterval();
    }
    return named(name());
  }

  private boolean startsInteger() {
    int end = at;
    if (end < text.length() && text.charAt(end) == '-') {
      end++;
    }
    int digits = end;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    // A model value may begin with a digit.
    return end > digits && (end == text.length() || !isNamePart(text.charAt(end)));
  }

  private Value integerOrInterval() {
    long from = integer();
    if (!take("..")) {
      return new Value.Int(from);
    }
    skipSpace();
    if (!startsInteger()) {
      throw unexpected("a number");
    }
    return new Value.Interval(from, integer());
  }

  private long integer() {
    int start = at++;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    try {
      return Long.parseLong(text.substring(start, at));
    } catch (NumberFormatException e) {
      throw new ValueSyntaxException("not an integer that TLC knows: " + text.substring(start, at));
    }
  }

  private Value string() {
    StringBuilder plain = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        c = StringEscapes.unescape(text.charAt(at++));
      }
      plain.append(c);
    }
    expect("\"");
    return new Value.Str(plain.toString());
  }

  private List<Value> list(String open, String close) {
    expect(open);
    List<Value> values = new ArrayList<>();
    if (take(close)) {
      return values;
    }
    do {
      values.add(value());
    } while (take(","));
    expect(close);
    return values;
  }

  private Value record() {
    expect("[");
    Map<String, Value> fields = new LinkedHashMap<>();
    do {
      skipSpace();
      String field = name();
      expect("|->");
      fields.put(field, value());
    } while (take(","));
    expect("]");
    return new Value.RecordOf(fields);
  }

  private Value function() {
    expect("(");
    Map<Value, Value> mappings = new LinkedHashMap<>();
    do {
      Value argument = value();
      expect(":>");
      mappings.put(argument, value());
    } while (take("@@"));
    expect(")");
    return new Value.FunctionOf(mappings);
  }

  private static Value named(String name) {
    return switch (name) {
      case "TRUE" -> new Value.Bool(true);
      case "FALSE" -> new Value.Bool(false);
      default -> new Value.ModelValue(name);
    };
  }

  private String name() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw unexpected("a value");
    }
    return text.substring(start, at);
  }

  private void expect(String token) {
    if (!take(token)) {
      throw unexpected(token);
    }
  }

  private boolean take(String token) {
    skipSpace();
    if (!text.startsWith(token, at)) {
      return false;
    }
    at += token.length();
    return true;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(char c) {
    return isDigit(c) || c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private ValueSyntaxException unexpected(String wanted) {
    String rest = text.substring(at, Math.min(at + 20, text.length()));
    return new ValueSyntaxException(
        "expected " + wanted + " at offset " + at + ", found \"" + rest + "\"");
  }
}
