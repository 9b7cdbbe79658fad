package quiesce.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.source.Spelling;

/** Finds definitions in a generated module, which are set apart by empty lines. */
final class Definitions {
  private static final Pattern HEAD = Pattern.compile("^(\\w+)(?:\\(.*?\\))?\\s*==.*");

  private static final Pattern FILES = Pattern.compile("\\(\\* Generated from .*");
  private static final Pattern RULE = Pattern.compile("\\(\\*+\\)");

  private Definitions() {}

  /** All lines but for those of the head that say which files it came from and belongs to. */
  static List<String> all(String module) {
    List<String> lines = module.lines().toList();
    int begin = first(lines, 0, FILES);
    int end = first(lines, begin, RULE);
    return Stream.concat(
            lines.subList(0, begin).stream(), lines.subList(end, lines.size()).stream())
        .toList();
  }

  private static int first(List<String> lines, int from, Pattern wanted) {
    return IntStream.range(from, lines.size())
        .filter(i -> wanted.matcher(lines.get(i)).matches())
        .findFirst()
        .orElse(lines.size());
  }

  /**
   * The lines of a definition, from the comment above it to its end.
   *
   * @throws MarkerException if the module has none of that name
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
    throw new MarkerException(
        name,
        "the specification has no definition '" + name + "'",
        Spelling.nearest(name, names)
            .map(n -> "did you mean '" + n + "'?")
            .orElse("it has " + String.join(", ", names)));
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
