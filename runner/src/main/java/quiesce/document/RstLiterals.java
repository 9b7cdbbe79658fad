package quiesce.document;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Literal blocks of reStructuredText, the content of directives that show or hide it as it is, and
 * the indented text of comments: all end at a line that is indented no more than what they began
 * with.
 */
record RstLiterals() implements LiteralLines {
  private static final Pattern DIRECTIVE =
      Pattern.compile("^\\s*\\.\\.\\s+(?:\\|[^|]+\\|\\s+)?([\\w:.+-]+)::(?:\\s.*|$)");
  private static final Pattern COMMENT =
      Pattern.compile("^\\s*\\.\\.(?:\\s+(?!\\[|_|\\|).*|\\s*)$");
  private static final List<String> OF_CODE =
      List.of(
          "code",
          "code-block",
          "sourcecode",
          "parsed-literal",
          "raw",
          "math",
          "highlight",
          "literalinclude",
          "mermaid",
          "graphviz",
          "kernel-render",
          "productionlist");

  @Override
  public BitSet of(List<String> lines) {
    BitSet literal = new BitSet(lines.size());
    Optional<Integer> within = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      int indent = indent(line);
      if (within.filter(outer -> indent > outer).isPresent()) {
        literal.set(i);
      } else {
        within = Optional.of(indent).filter(n -> begins(line));
      }
    }
    return literal;
  }

  private static boolean begins(String line) {
    Matcher directive = DIRECTIVE.matcher(line);
    if (directive.matches()) {
      return OF_CODE.contains(directive.group(1));
    }
    return line.stripTrailing().endsWith("::") || COMMENT.matcher(line).matches();
  }

  /** In columns, as docutils counts them: a tab reaches to the next multiple of eight. */
  private static int indent(String line) {
    int column = 0;
    for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
      column = line.charAt(i) == '\t' ? (column / 8 + 1) * 8 : column + 1;
    }
    return column;
  }
}
