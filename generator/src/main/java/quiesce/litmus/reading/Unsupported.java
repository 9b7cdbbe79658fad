package quiesce.litmus.reading;

import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import quiesce.litmus.grammar.LitmusLexer;

/** The C that the grammar has no place for, and what to write instead. */
record Unsupported(String message, String help) {
  private static final String LOOPS = "a process runs once: write out the iterations that matter";
  private static final String NO_LEAVING =
      "a process ends at its closing brace: put what is left over into an if";
  private static final String BRANCHES = "write if (x == A) ... else if (x == B) ... else ...";
  private static final String ONE_VARIABLE = "write one variable for each: int *x_a, int *x_b";

  private static final Map<String, Unsupported> WORDS =
      Map.ofEntries(
          entry("while", "loops are not supported", LOOPS),
          entry("do", "loops are not supported", LOOPS),
          entry("for", "loops are not supported", LOOPS),
          entry("continue", "loops are not supported", LOOPS),
          entry("goto", "'goto' is not supported", "write if (...) ... else ..."),
          entry("return", "'return' is not supported", NO_LEAVING),
          entry("switch", "'switch' is not supported", BRANCHES),
          entry("case", "'case' is not supported", BRANCHES),
          entry("default", "'default' is not supported", BRANCHES),
          entry("break", "'break' is not supported", BRANCHES),
          entry("asm", "inline assembly is not supported", "write the kernel's primitive"),
          entry("__asm__", "inline assembly is not supported", "write the kernel's primitive"),
          entry("static", "'static' is not supported", "shared memory is a parameter: int *x"),
          entry("extern", "'extern' is not supported", "shared memory is a parameter: int *x"),
          entry("typedef", "'typedef' is not supported", "write the type itself"),
          entry("typeof", "'typeof' is not supported", "write the type itself"),
          entry("union", "unions are not supported", ONE_VARIABLE),
          entry("enum", "'enum' is not supported", "write int, and the number"),
          entry("sizeof", "'sizeof' is not supported", "write the number"),
          entry("float", "'float' is not supported", "write int"),
          entry("double", "'double' is not supported", "write int"),
          entry("?", "'?:' is not supported", "write if (...) ... else ..."),
          entry("->", "structs are not supported", ONE_VARIABLE),
          entry(".", "structs are not supported", ONE_VARIABLE),
          entry("[", "arrays are not supported", ONE_VARIABLE),
          entry("...", "variable arguments are not supported", "name each parameter"),
          entry("=>", "'=>' is not supported", "write ~(a) \\/ (b) for a => b"),
          entry("++", "'++' is not supported", "write r = r + 1;"),
          entry("--", "'--' is not supported", "write r = r - 1;"));

  static Optional<Unsupported> of(Token token) {
    String text = token.getText();
    if (WORDS.containsKey(text)) {
      return Optional.of(WORDS.get(text));
    } else if (token.getType() == LitmusLexer.DIRECTIVE) {
      return Optional.of(
          new Unsupported(
              "preprocessor lines are not supported",
              "drop the line: the kernel's primitives are built in"));
    } else if (token.getType() == LitmusLexer.REFUSED_SIGN) {
      boolean assigns = text.endsWith("=");
      return Optional.of(
          new Unsupported(
              "'%s' is not supported".formatted(text),
              assigns
                  ? "write r = r %s value;".formatted(text.substring(0, text.length() - 1))
                  : "calculate with + - * & | ^ ~ only"));
    }
    return Optional.empty();
  }

  private static Map.Entry<String, Unsupported> entry(String word, String message, String help) {
    return Map.entry(word, new Unsupported(message, help));
  }
}
