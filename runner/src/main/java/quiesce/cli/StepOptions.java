package quiesce.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import quiesce.memory.MemoryModel;
import quiesce.module.Atomicity;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.source.Item;

/** How a specification is generated, whatever the machine is. */
final class StepOptions {
  @Option(
      names = "--atomicity",
      paramLabel = "coarse|fine",
      defaultValue = "coarse",
      description =
          "One shared access, or one operation, in each atomic action. Default: ${DEFAULT-VALUE}.")
  private Atomicity atomicity;

  @Option(
      names = "--reductions",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Whether states are merged that no property distinguishes. Off is for comparison: fine"
              + " atomicity, and nothing reduced but by symmetry. Default: ${DEFAULT-VALUE}.")
  private ModelOptions.Switch reductions;

  @Option(
      names = "--role",
      paramLabel = "FUNCTION=ROLE",
      converter = {Converters.OfText.class, Converters.OfRole.class},
      description =
          "Who calls a function that has no role in the file: register, unregister, permanent, nmi,"
              + " irq, softirq, task, pins_provider. May come more than once.")
  private Map<String, Item.Role> roles = new LinkedHashMap<>();

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "Templates that replace those of the same name.")
  private Optional<Path> templates;

  /** The same for a machine. */
  Options options(MemoryModel memory, Count cpus, Count registrations, boolean compiler) {
    return new Options(
        memory,
        cpus,
        registrations,
        atomicity,
        compiler,
        reductions == ModelOptions.Switch.ON,
        roles,
        templates);
  }

  /** The functions that have a role from outside of the file. */
  Set<String> roles() {
    return roles.keySet();
  }

  Optional<Path> templates() {
    return templates;
  }
}
