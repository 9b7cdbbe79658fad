package quiesce.module;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.tla.Simplification;
import quiesce.tla.Unit;

/**
 * A module from its parts: the text of its template, the definitions that the memory model offers,
 * and the actions. It has what it uses of these, in lines that fit.
 */
final class Assembly {
  private static final String MEMORY = "@@memory@@";
  private static final String MODULES = "@@modules@@";

  private static final Pattern WORD = Pattern.compile("\\w+");

  /** The words by which the operators of a standard module are known. */
  private static final Pattern SEQUENCES =
      Pattern.compile("\\b(Append|Head|Len|Seq|SelectSeq|SubSeq|Tail)\\b");

  private static final Pattern FINITE_SETS = Pattern.compile("\\b(Cardinality|IsFiniteSet)\\b");

  private static final Pattern NUMBERS =
      Pattern.compile(" (<|>|<=|>=|\\+|-|\\*) |\\.\\.|\\bNat\\b");
  private static final Pattern NEGATIVES = Pattern.compile("[( ]-\\d| - |\\bInt\\b");

  private Assembly() {}

  /**
   * @param text of the template
   * @param definitions in the place that it has for them
   * @param actions names of those that stay as they are written
   * @param configurations what they name is used
   */
  static String module(
      String text,
      Simplification definitions,
      Collection<String> actions,
      Collection<String> configurations) {
    Set<String> names = Set.copyOf(actions);
    String ending = text.substring(text.stripTrailing().lastIndexOf('\n') + 1);
    List<Unit> all =
        Unit.read(text.substring(0, text.length() - ending.length())).stream()
            .flatMap(
                u ->
                    u.written().equals(List.of(MEMORY))
                        ? definitions.units().stream()
                        : Stream.of(
                            u.name().filter(names::contains).isPresent()
                                ? u.asItIs()
                                : definitions.apply(u)))
            .toList();
    Set<String> roots =
        configurations.stream().flatMap(Assembly::words).collect(Collectors.toSet());
    String whole =
        Simplification.used(all, roots).stream().map(Unit::text).collect(Collectors.joining("\n\n"))
            + "\n"
            + ending;
    return Emitter.tidy(whole.replace(MODULES, String.join(", ", modules(whole))));
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(r -> r.group());
  }

  /** The standard modules that a text needs. */
  private static Set<String> modules(String text) {
    Set<String> all = new TreeSet<>(Set.of("TLC"));
    String code = text.replaceAll("(?m)\\\\\\*.*$|\\(\\*.*\\*\\)", "");
    if (NEGATIVES.matcher(code).find()) {
      all.add("Integers");
    } else if (NUMBERS.matcher(code).find()) {
      all.add("Naturals");
    }
    if (FINITE_SETS.matcher(code).find()) {
      all.add("FiniteSets");
    }
    if (SEQUENCES.matcher(code).find()) {
      all.add("Sequences");
    }
    return all;
  }
}
