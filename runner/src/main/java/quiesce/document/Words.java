package quiesce.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quiesce.catalogue.InputException;

/** Splits the text of a marker as a shell splits a command, but for its substitutions. */
final class Words {
  private static final Pattern WORD =
      Pattern.compile("\\G\\s*((?:[^\\s\"']|\"[^\"]*\"|'[^']*')+)\\s*");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private Words() {}

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    int end = 0;
    while (word.find()) {
      words.add(QUOTED.matcher(word.group(1)).replaceAll(m -> Matcher.quoteReplacement(inner(m))));
      end = word.end();
    }
    if (end < text.length()) {
      throw new InputException("a quotation mark is not closed: " + text.substring(end));
    }
    return words;
  }

  private static String inner(java.util.regex.MatchResult quoted) {
    return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
  }
}
