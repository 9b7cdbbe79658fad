package quiesce.models.pso;

import static quiesce.steps.Local.Fence.Kind.SMP_MB;
import static quiesce.steps.Local.Fence.Kind.SMP_WMB;

import quiesce.analysis.Facts;
import quiesce.analysis.Found;
import quiesce.analysis.Machine;
import quiesce.analysis.Merging;
import quiesce.memory.MemoryModel;

/**
 * SPARC's partial store order, as far as litmus tests need it: a store buffer for each CPU and
 * location.
 */
public record PartialStoreOrder() implements MemoryModel {
  @Override
  public String name() {
    return "pso";
  }

  @Override
  public String title() {
    return "pso (a store buffer for each CPU and location)";
  }

  @Override
  public Machine machine(Facts facts) {
    return new Buffers(false, false);
  }

  /** What the templates of tso ask, which those of this model include. */
  public record Buffers(boolean handlersStore, boolean sectionsStore) implements Machine {
    @Override
    public Buffers parts() {
      return this;
    }

    @Override
    public Merging merging(Found thread) {
      return new Merging(n -> SMP_MB.is(n.step()) || SMP_WMB.is(n.step()), n -> false, false);
    }
  }
}
