package quiesce.document;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Environments in which LaTeX takes a percent sign for text. */
record LatexLiterals() implements LiteralLines {
  private static final Pattern BEGIN =
      Pattern.compile(
          "^(?:[^%\\\\]|\\\\.)*?\\\\begin\\s*\\{((?:[bBL]?[Vv]erbatim|lstlisting|minted|alltt|comment"
              + "|filecontents)\\*?)}");

  @Override
  public BitSet of(List<String> lines) {
    BitSet literal = new BitSet(lines.size());
    Optional<String> end = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (end.isPresent()) {
        literal.set(i);
        end = end.filter(name -> !line.contains("\\end{" + name + "}"));
      } else {
        Matcher begin = BEGIN.matcher(line);
        if (begin.find()) {
          String name = begin.group(1);
          literal.set(i);
          end = Optional.of(name).filter(n -> line.indexOf("\\end{" + n + "}", begin.end()) < 0);
        }
      }
    }
    return literal;
  }
}
