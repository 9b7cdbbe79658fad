package quiesce.models.weak;

import quiesce.analysis.Facts;
import quiesce.analysis.Machine;
import quiesce.memory.MemoryModel;

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
}
