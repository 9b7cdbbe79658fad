package quiesce.emission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The definitions that a memory model offers, of which a module keeps those that it uses. Each is a
 * paragraph with the comment above it.
 */
final class Definitions {
  private static final Pattern HEAD =
      Pattern.compile("^([A-Za-z_][A-Za-z_0-9]*)(\\([^)]*\\))? ==", Pattern.MULTILINE);

  private Definitions() {}

  /**
   * @param offered the definitions, separated by blank lines
   * @param module the text that uses them
   */
  static String used(String offered, String module) {
    List<String> kept = new ArrayList<>(List.of(offered.strip().split("\n\\s*\n")));
    boolean changed = true;
    while (changed) {
      changed =
          kept.removeIf(
              p -> {
                Matcher m = HEAD.matcher(p);
                return m.find() && !isUsed(m.group(1), p, kept, module);
              });
    }
    return kept.stream()
        .filter(p -> HEAD.matcher(p).find() || !kept.isEmpty() && isIntroduction(p, kept))
        .collect(Collectors.joining("\n\n"));
  }

  /** A comment that speaks of what follows is kept while anything follows. */
  private static boolean isIntroduction(String paragraph, List<String> kept) {
    return kept.indexOf(paragraph) < kept.size() - 1;
  }

  private static boolean isUsed(String name, String own, List<String> kept, String module) {
    Pattern word = Pattern.compile("\\b" + name + "\\b");
    return word.matcher(module).find()
        || kept.stream().filter(p -> p != own).anyMatch(p -> word.matcher(p).find());
  }

  private static final Pattern SEQUENCES =
      Pattern.compile("\\b(Append|Head|Len|SelectSeq|SubSeq|Tail)\\b");
  private static final Pattern NUMBERS = Pattern.compile(" (<|>|<=|>=|\\+|-|\\*) |\\.\\.");
  private static final Pattern NEGATIVES = Pattern.compile("[( ]-\\d| - ");

  /** The standard modules that a text needs. */
  static Set<String> modules(String text) {
    Set<String> all = new TreeSet<>(Set.of("TLC"));
    String code = text.replaceAll("(?m)\\\\\\*.*$|\\(\\*.*\\*\\)", "");
    if (NEGATIVES.matcher(code).find()) {
      all.add("Integers");
    } else if (NUMBERS.matcher(code).find()) {
      all.add("Naturals");
    }
    if (SEQUENCES.matcher(code).find()) {
      all.add("Sequences");
    }
    return all;
  }
}
