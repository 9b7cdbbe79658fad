package quiesce.module;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import quiesce.memory.MemoryModel;
import quiesce.models.MemoryModels;
import quiesce.source.Item;

/**
 * What a specification is generated for.
 *
 * @param chosen the memory model
 * @param cpus how many processors, and tasks of each kind
 * @param registrations how many objects are registered, one at a time
 * @param compiler whether the compiler's freedoms with plain accesses are explored
 * @param reductions whether states are merged that no property can distinguish; off for comparison
 * @param roles of functions that have none in the file, by their names
 * @param templates a directory whose templates replace the ones of the same name
 */
public record Options(
    MemoryModel chosen,
    Count cpus,
    Count registrations,
    Atomicity atomicity,
    boolean compiler,
    boolean reductions,
    Map<String, Item.Role> roles,
    Optional<Path> templates) {
  public Options {
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
  }

  public static final Options DEFAULT =
      new Options(
          MemoryModels.ALL.get(0),
          Count.of(2),
          Count.of(2),
          Atomicity.COARSE,
          true,
          true,
          Map.of(),
          Optional.empty());

  /** The name of the memory model. */
  public String memory() {
    return chosen.name();
  }

  /**
   * The memory model that the specification is generated for: on one CPU every one is sequentially
   * consistent, since a CPU sees its own accesses in the order of its program.
   */
  public MemoryModel model() {
    return cpus.equals(Count.of(1)) ? MemoryModels.ALL.get(0) : chosen;
  }

  /**
   * @throws IllegalArgumentException if no memory model has this name
   */
  public Options withMemory(String name) {
    return withMemory(MemoryModels.named(name));
  }

  public Options withMemory(MemoryModel other) {
    return new Options(
        other, cpus, registrations, atomicity, compiler, reductions, roles, templates);
  }

  public Options withAtomicity(Atomicity other) {
    return new Options(chosen, cpus, registrations, other, compiler, reductions, roles, templates);
  }

  public Options withCompiler(boolean on) {
    return new Options(chosen, cpus, registrations, atomicity, on, reductions, roles, templates);
  }

  public Options withReductions(boolean on) {
    return new Options(chosen, cpus, registrations, atomicity, compiler, on, roles, templates);
  }

  /** Whether each operation is an action of its own. */
  public boolean fine() {
    return atomicity == Atomicity.FINE || !reductions;
  }

  /** Whether something may be of any number. */
  public boolean anyNumber() {
    return cpus.any() || registrations.any();
  }

  /** The same with other templates in front. */
  public Options withTemplates(Optional<Path> others) {
    return new Options(chosen, cpus, registrations, atomicity, compiler, reductions, roles, others);
  }

  public Options withBounds(int otherCpus, int otherRegistrations) {
    return with(Count.of(otherCpus), Count.of(otherRegistrations));
  }

  /** The same for other numbers of CPUs and registrations. */
  public Options with(Count otherCpus, Count otherRegistrations) {
    return new Options(
        chosen, otherCpus, otherRegistrations, atomicity, compiler, reductions, roles, templates);
  }
}
