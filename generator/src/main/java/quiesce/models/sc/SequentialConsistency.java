package quiesce.models.sc;

import quiesce.analysis.Facts;
import quiesce.analysis.Machine;
import quiesce.memory.MemoryModel;

/** One memory; a store is seen by everybody as soon as it is made. */
public record SequentialConsistency() implements MemoryModel {
  @Override
  public String name() {
    return "sc";
  }

  @Override
  public String title() {
    return "sc";
  }

  @Override
  public Machine machine(Facts facts) {
    return new Machine() {};
  }
}
