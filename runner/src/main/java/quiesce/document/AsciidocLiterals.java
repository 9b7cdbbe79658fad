package quiesce.document;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listing, literal, passthrough, comment and fenced blocks of AsciiDoc. */
record AsciidocLiterals() implements LiteralLines {
  private static final Pattern DELIMITER =
      Pattern.compile("(-{4,}|\\.{4,}|\\+{4,}|/{4,}|(```)[^`]*)\\s*");

  @Override
  public BitSet of(List<String> lines) {
    BitSet literal = new BitSet(lines.size());
    Optional<String> end = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (end.isPresent()) {
        literal.set(i);
        end = end.filter(delimiter -> !line.equals(delimiter));
      } else {
        Matcher delimiter = DELIMITER.matcher(line);
        if (delimiter.matches()) {
          literal.set(i);
          end = Optional.of(delimiter.group(2) == null ? line : delimiter.group(2));
        }
      }
    }
    return literal;
  }
}
