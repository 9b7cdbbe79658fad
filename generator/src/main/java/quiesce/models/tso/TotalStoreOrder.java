package quiesce.models.tso;

import quiesce.analysis.Facts;
import quiesce.analysis.Machine;
import quiesce.memory.MemoryModel;
import quiesce.memory.MemoryStates;

/** x86-TSO: each CPU has a store buffer, in which its own loads look first. */
public record TotalStoreOrder() implements MemoryModel {
  @Override
  public String name() {
    return "tso";
  }

  @Override
  public String title() {
    return "tso (x86: each CPU has a store buffer)";
  }

  @Override
  public Machine machine(Facts facts) {
    return Buffers.of(facts);
  }

  /** A locked instruction drains the buffer. */
  @Override
  public boolean hasFullAtomics() {
    return true;
  }

  @Override
  public MemoryStates states() {
    return new BufferStates();
  }
}
