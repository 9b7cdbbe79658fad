package quiesce.module;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.tla.Simplification;
import quiesce.tla.StandardModules;
import quiesce.tla.Tokens;
import quiesce.tla.Unit;

/**
 * A module from its parts: the text of its template, the definitions that the memory model offers,
 * and the actions. It has what it uses of these, in lines that fit.
 */
final class Assembly {
  private static final String MEMORY = "@@memory@@";
  private static final String MODULES = "@@modules@@";

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
    Set<String> roots = configurations.stream().flatMap(Tokens::names).collect(Collectors.toSet());
    List<Unit> used = Simplification.used(all, roots);
    String whole =
        used.stream().map(Unit::text).collect(Collectors.joining("\n\n")) + "\n" + ending;
    return Emitter.tidy(whole.replace(MODULES, String.join(", ", StandardModules.of(used))));
  }
}
