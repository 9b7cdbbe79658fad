package quiesce.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that a regular expression of a profile matches; {@code *} is for any letters, or none.
 */
final class PossibleNames {
  private final String pattern;
  private int at;

  private PossibleNames(String pattern) {
    this.pattern = pattern;
  }

  static List<String> of(String pattern) {
    PossibleNames names = new PossibleNames(pattern);
    List<String> all = names.choice();
    if (names.at < pattern.length()) {
      throw new IllegalArgumentException("not understood: " + pattern.substring(names.at));
    }
    return all;
  }

  private List<String> choice() {
    List<String> all = new ArrayList<>(sequence());
    while (next("|")) {
      all.addAll(sequence());
    }
    return all;
  }

  private List<String> sequence() {
    List<String> all = List.of("");
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      List<String> part = part();
      all = all.stream().flatMap(start -> part.stream().map(start::concat)).toList();
    }
    return all;
  }

  private List<String> part() {
    if (next("\\w*") || next("\\w+")) {
      return List.of("*");
    }
    List<String> one = new ArrayList<>();
    if (next("(?!")) {
      // What is left out of the names is no part of any.
      at = pattern.indexOf(')', at) + 1;
      return List.of("");
    } else if (next("(")) {
      one.addAll(choice());
      at++;
    } else if (next("[")) {
      for (; pattern.charAt(at) != ']'; at++) {
        one.add(pattern.substring(at, at + 1));
      }
      at++;
    } else {
      one.add(pattern.substring(at, ++at));
    }
    if (!next("?")) {
      return one;
    } else if (at == pattern.length() || "|)".indexOf(pattern.charAt(at)) >= 0) {
      return List.of("*");
    }
    one.add(0, "");
    return one;
  }

  private boolean next(String text) {
    boolean is = pattern.startsWith(text, at);
    at += is ? text.length() : 0;
    return is;
  }
}
