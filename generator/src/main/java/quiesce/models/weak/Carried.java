package quiesce.models.weak;

import java.util.List;
import java.util.Optional;
import quiesce.analysis.Dependencies;
import quiesce.analysis.Field;
import quiesce.lowering.Lowering;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;

/**
 * What a thread's record says of memory.
 *
 * @param pointers by way of which it may reach an object: its own, and those that were loaded and
 *     may be followed
 * @param dependencies the fields that say what something depends on
 */
public record Carried(List<Pointer> pointers, List<String> dependencies) {
  /**
   * A field with a pointer.
   *
   * @param dependency the field that says what it depends on; empty where that does not matter
   */
  public record Pointer(String field, Optional<String> dependency) {}

  /**
   * @param kept the locals that are fields of the record
   */
  static Carried of(KernelThread thread, Dependencies dependencies, List<String> kept) {
    return new Carried(
        kept.stream()
            .filter(
                l ->
                    l.equals(Lowering.OBJECT)
                        || thread.locals().get(l) == LocalKind.OBJECT && dependencies.has(l))
            .sorted()
            .map(
                l ->
                    new Pointer(
                        Field.of(l),
                        Optional.of(l).filter(dependencies::has).map(dependencies::field)))
            .toList(),
        dependencies.all().filter(kept::contains).map(Field::of).toList());
  }
}
