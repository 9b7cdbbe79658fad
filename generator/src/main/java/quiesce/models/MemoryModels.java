package quiesce.models;

import java.util.List;
import quiesce.memory.MemoryModel;
import quiesce.models.sc.SequentialConsistency;
import quiesce.models.tso.TotalStoreOrder;
import quiesce.models.weak.LinuxKernelModel;

/** The memory models. */
public final class MemoryModels {
  /** The strongest first: what one allows, the weaker ones allow too. */
  public static final List<MemoryModel> ALL =
      List.of(
          new SequentialConsistency(), //
          new TotalStoreOrder(),
          new LinuxKernelModel());

  private MemoryModels() {}

  /** Their names, in the same order. */
  public static List<String> names() {
    return ALL.stream().map(MemoryModel::name).toList();
  }

  /**
   * @throws IllegalArgumentException if there is none of this name
   */
  public static MemoryModel named(String name) {
    return ALL.stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no memory model is called " + name));
  }
}
