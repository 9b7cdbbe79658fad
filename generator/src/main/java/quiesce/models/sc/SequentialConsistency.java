package quiesce.models.sc;

import java.util.Optional;
import quiesce.analysis.Facts;
import quiesce.analysis.Machine;
import quiesce.memory.MemoryModel;
import quiesce.steps.KernelThread;

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
    return new Machine() {
      @Override
      public boolean hasOwn(KernelThread thread) {
        return false;
      }

      @Override
      public Optional<String> notOfMembers() {
        return Optional.empty();
      }

      @Override
      public Optional<String> notRecycled() {
        return Optional.empty();
      }
    };
  }

  @Override
  public boolean ordersAll() {
    return true;
  }
}
