package quiesce.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the text of a marker as a shell splits a command, but for its substitutions. */
final class Words {
  private static final Pattern WORD =
      Pattern.compile("\\G\\s*((?:[^\\s\"']|\"[^\"]*\"|'[^']*')+)\\s*");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private Words() {}

  /**
   * @param offset of its first character, quotation mark included
   */
  private record Word(String text, int offset, int end) {}

  static List<String> of(String text) {
    List<Word> words = split(text);
    int end = words.isEmpty() ? 0 : words.get(words.size() - 1).end();
    if (end < text.length()) {
      String rest = text.substring(end);
      throw new MarkerException(
          rest, "a quotation mark is not closed", "write its other half, " + rest + rest.charAt(0));
    }
    return words.stream().map(Word::text).toList();
  }

  /**
   * Where a word is in the text, or one that it is the begin or the end of; 0 if nowhere. Of
   * several it is the last, since the first was understood.
   */
  static int offset(String text, String wanted) {
    List<Predicate<String>> fits =
        List.of(
            word -> word.equals(wanted),
            word -> word.startsWith(wanted + "="),
            word -> word.endsWith("=" + wanted));
    List<Word> words = split(text);
    for (Predicate<String> fit : fits) {
      Optional<Word> last = words.stream().filter(w -> fit.test(w.text())).reduce((a, b) -> b);
      if (last.isPresent()) {
        return last.get().offset();
      }
    }
    return Math.max(0, text.indexOf(wanted));
  }

  private static List<Word> split(String text) {
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String inner =
          QUOTED.matcher(word.group(1)).replaceAll(m -> Matcher.quoteReplacement(inner(m)));
      words.add(new Word(inner, word.start(1), word.end()));
    }
    return words;
  }

  private static String inner(MatchResult quoted) {
    return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
  }
}
