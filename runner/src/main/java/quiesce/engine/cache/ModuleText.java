package quiesce.engine.cache;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of a module TLC's result depends on: all of it but comments, blank lines and, where nothing
 * refers to it, the module's name. A comment is left out where nothing follows it on its line, so
 * that all that is left is in its column. The text is left as it is where there is any doubt about
 * where a comment begins or ends.
 */
final class ModuleText {
  /** Before the line that begins the module nothing is a comment, and no line is the module's. */
  private static final Pattern HEADER = Pattern.compile("-{4,} *MODULE +(\\w+) +-{4,}[ \t]*\n");

  /** SANY would have strings over several lines between a backquote and an apostrophe. */
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"`\\\\\r\n]|\\\\[ntrf\\\\\"])*\"");

  private static final String BLOCK = "(*";
  private static final String BLOCK_END = "*)";
  private static final String LINE = "\\*";

  private final String text;
  private final StringBuilder kept = new StringBuilder();
  private int at;

  private ModuleText(String text) {
    this.text = text;
  }

  /**
   * @param name of the module
   * @param configuration that it is checked with
   */
  static String of(String name, String module, String configuration) {
    Matcher header = HEADER.matcher(module);
    if (!header.lookingAt() || !header.group(1).equals(name) || module.indexOf('\r') >= 0) {
      return name + "\n" + module;
    }
    Optional<String> body = new ModuleText(module.substring(header.end())).withoutComments();
    if (body.isEmpty()) {
      return name + "\n" + module;
    }
    Pattern word = Pattern.compile("\\b" + name + "\\b");
    boolean named = word.matcher(body.get()).find() || word.matcher(configuration).find();
    return "---- MODULE %s ----\n%s".formatted(named ? name : "", body.get());
  }

  /** Nothing if it is not certain where comments are. */
  private Optional<String> withoutComments() {
    Matcher string = STRING.matcher(text);
    while (at < text.length()) {
      int from = at;
      if (text.startsWith(LINE, at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith(BLOCK, at)) {
        if (!skipBlock()) {
          return Optional.empty();
        }
      } else if (text.charAt(at) == '"') {
        if (!string.region(at, text.length()).lookingAt()) {
          return Optional.empty();
        }
        at = string.end();
        kept.append(text, from, at);
        continue;
      } else {
        kept.append(text.charAt(at++));
        continue;
      }
      // Otherwise it may be the end of an operator: /\* is a conjunction and a star.
      if (from > 0 && !Character.isWhitespace(text.charAt(from - 1)) || !isLast()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        kept.toString()
            .lines()
            .map(String::stripTrailing)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n", "", "\n")));
  }

  /** Whether nothing follows on the line. */
  private boolean isLast() {
    int i = at;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i == text.length() || text.charAt(i) == '\n';
  }

  /** Continues after the end of a comment, which may have others in it; false if it has no end. */
  private boolean skipBlock() {
    int open = 0;
    do {
      if (text.startsWith(BLOCK, at)) {
        open++;
        at += BLOCK.length();
      } else if (text.startsWith(BLOCK_END, at)) {
        open--;
        at += BLOCK_END.length();
      } else {
        at++;
      }
    } while (open > 0 && at < text.length());
    return open == 0;
  }
}
