package quiesce.emission;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a specification is generated for.
 *
 * @param memory the memory model: the name of a family of templates
 * @param cpus how many processors
 * @param registrations how many objects are registered, one at a time
 * @param compiler whether the compiler's freedoms with plain accesses are explored
 * @param reductions whether states are merged that no property can distinguish; off for comparison
 * @param templates a directory whose templates replace the ones of the same name
 */
public record Options(
    String memory,
    int cpus,
    int registrations,
    Atomicity atomicity,
    boolean compiler,
    boolean reductions,
    Optional<Path> templates) {

  public static final Options DEFAULT =
      new Options("sc", 2, 2, Atomicity.COARSE, true, true, Optional.empty());

  /**
   * The family of templates: on one CPU every memory model is sequentially consistent, since a CPU
   * sees its own accesses in the order of its program.
   */
  String family() {
    return cpus == 1 ? "sc" : memory;
  }

  public Options withMemory(String other) {
    return new Options(other, cpus, registrations, atomicity, compiler, reductions, templates);
  }

  public Options withAtomicity(Atomicity other) {
    return new Options(memory, cpus, registrations, other, compiler, reductions, templates);
  }

  public Options withReductions(boolean on) {
    return new Options(memory, cpus, registrations, atomicity, compiler, on, templates);
  }

  /** Whether each operation is an action of its own. */
  public boolean fine() {
    return atomicity == Atomicity.FINE || !reductions;
  }

  /** The same with other templates in front. */
  public Options withTemplates(Optional<Path> others) {
    return new Options(memory, cpus, registrations, atomicity, compiler, reductions, others);
  }

  public Options withBounds(int otherCpus, int otherRegistrations) {
    return new Options(
        memory, otherCpus, otherRegistrations, atomicity, compiler, reductions, templates);
  }
}
