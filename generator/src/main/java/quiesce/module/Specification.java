package quiesce.module;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import quiesce.property.Property;
import quiesce.steps.Program;

/**
 * A generated specification.
 *
 * @param name of the module
 * @param module its text
 * @param safety the configuration that checks the safety properties
 * @param liveness the one that checks the liveness properties, if any applies
 * @param variables all variables, in the order of their declaration
 * @param layout what the parts of a state are
 * @param notApplicable the properties that the strategy cannot exercise, with the reason
 * @param hangsExcludedBy the safety properties that must all hold for everything that begins to
 *     end; empty if that takes an exploration of its own
 */
public record Specification(
    String name,
    String module,
    String safety,
    Optional<String> liveness,
    List<Action> actions,
    List<String> variables,
    StateLayout layout,
    Map<Property, String> notApplicable,
    Optional<Set<Property>> hangsExcludedBy,
    Program program,
    Options options) {
  public Specification {
    actions = List.copyOf(actions);
    variables = List.copyOf(variables);
    notApplicable = Map.copyOf(notApplicable);
    hangsExcludedBy = hangsExcludedBy.map(Set::copyOf);
  }

  /** The action of a name; empty for what memory does by itself. */
  public Optional<Action> action(String called) {
    return actions.stream().filter(a -> a.name().equals(called)).findFirst();
  }

  /** Whether objects take turns, of which there must be enough. */
  public boolean recycles() {
    return Recycling.isAskedFor(program.module(), options);
  }

  /** Whether everything that begins ends, because these safety properties hold. */
  public boolean comesToAnEnd(Predicate<Property> holds) {
    return hangsExcludedBy
        .filter(all -> all.stream().filter(this::applies).allMatch(holds))
        .isPresent();
  }

  public boolean applies(Property p) {
    return !notApplicable.containsKey(p);
  }

  /** The files, by name: module and configurations. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(moduleFile(), module);
    files.putAll(configurations());
    return files;
  }

  /** The name of the module's file. */
  public String moduleFile() {
    return name + ".tla";
  }

  /** The configurations, by the names of their files. */
  public Map<String, String> configurations() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(name + ".cfg", safety);
    liveness.ifPresent(l -> files.put(name + "_liveness.cfg", l));
    return files;
  }
}
