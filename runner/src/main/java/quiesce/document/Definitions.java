package quiesce.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quiesce.catalogue.InputException;
import quiesce.source.Spelling;

/** Finds definitions in a generated module, which are set apart by empty lines. */
final class Definitions {
  private static final Pattern HEAD = Pattern.compile("^(\\w+)(?:\\(.*?\\))?\\s*==.*");

  private Definitions() {}

  /**
   * The lines of a definition, from the comment above it to its end.
   *
   * @throws InputException if the module has none of that name
   */
  static List<String> find(String module, String name) {
    List<String> lines = module.lines().toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher head = HEAD.matcher(lines.get(i));
      if (head.matches()) {
        names.add(head.group(1));
        if (head.group(1).equals(name)) {
          return lines.subList(begin(lines, i), end(lines, i));
        }
      }
    }
    throw new InputException(
        "the specification has no definition '%s'; %s"
            .formatted(
                name,
                Spelling.nearest(name, names)
                    .map(n -> "did you mean '" + n + "'?")
                    .orElse("it has " + String.join(", ", names))));
  }

  private static int begin(List<String> lines, int head) {
    int begin = head;
    while (begin > 0 && lines.get(begin - 1).startsWith("\\*")) {
      begin--;
    }
    return begin;
  }

  private static int end(List<String> lines, int head) {
    int end = head + 1;
    while (end < lines.size() && !isEnd(lines.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean isEnd(String line) {
    return line.isBlank() || line.startsWith("----") || line.startsWith("====");
  }
}
