package quiesce.models.weak;

import java.util.Optional;
import quiesce.analysis.Facts;
import quiesce.analysis.Machine;
import quiesce.memory.MemoryModel;
import quiesce.memory.MemoryStates;

/** The Linux kernel memory model, as a machine with views. */
public record LinuxKernelModel() implements MemoryModel {
  @Override
  public String name() {
    return "weak";
  }

  @Override
  public String title() {
    return "weak (the Linux kernel memory model, as a machine with views)";
  }

  @Override
  public Machine machine(Facts facts) {
    return new Views(facts, Parts.of(facts));
  }

  @Override
  public MemoryStates states() {
    return new ViewStates();
  }

  @Override
  public boolean storesInOrder() {
    return false;
  }

  @Override
  public Optional<Bound> bound() {
    return Optional.of(
        new Bound(
            "WithinBounds",
            "a reader stores again and again to a variable of which more than 7 stores would have"
                + " to be remembered; "
                + name()
                + " has no verdict on that, --memory sc and tso have"));
  }
}
