package quiesce.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import quiesce.models.MemoryModels;
import quiesce.module.Atomicity;
import quiesce.module.Count;
import quiesce.module.Options;

/** What the specification is generated for. */
final class ModelOptions {
  /** Whether the compiler's freedoms are explored. */
  enum Switch {
    ON,
    OFF
  }

  @Option(
      names = "--memory",
      paramLabel = "MODEL",
      converter = Converters.OfMemoryModels.class,
      description =
          "Memory model: sc (one memory), tso (x86), weak (the kernel's own, arm64), or all. Default:"
              + " all; of generate, sc.")
  private Optional<MemoryChoice> memory = Optional.empty();

  @Option(
      names = "--cpus",
      paramLabel = "N|any",
      defaultValue = "2",
      converter = Converters.OfBound.class,
      description =
          "CPUs, 1 to 8, or any: every number, where that can be proved. Default: ${DEFAULT-VALUE}.")
  private Count cpus;

  @Option(
      names = "--registrations",
      paramLabel = "N|any",
      defaultValue = "2",
      converter = Converters.OfBound.class,
      description = "Registrations, one at a time, 1 to 8, or any. Default: ${DEFAULT-VALUE}.")
  private Count registrations;

  @Option(
      names = "--atomicity",
      paramLabel = "coarse|fine",
      defaultValue = "coarse",
      description =
          "One shared access, or one operation, in each atomic action. Default: ${DEFAULT-VALUE}.")
  private Atomicity atomicity;

  @Option(
      names = "--compiler",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Whether the compiler may repeat plain loads and delay plain stores. Default:"
              + " ${DEFAULT-VALUE}.")
  private Switch compiler;

  @Option(
      names = "--reductions",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Whether states are merged that no property distinguishes. Off is for comparison: fine"
              + " atomicity, and nothing reduced but by symmetry. Default: ${DEFAULT-VALUE}.")
  private Switch reductions;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "Templates that replace those of the same name.")
  private Optional<Path> templates;

  /** One set of options for each memory model, the strongest first. */
  List<Options> options() {
    return options(MemoryModels.names());
  }

  /** The same where one model is the default. */
  List<Options> options(String unasked) {
    return options(List.of(unasked));
  }

  private List<Options> options(List<String> unasked) {
    return memory.map(MemoryChoice::names).orElse(unasked).stream().map(this::under).toList();
  }

  private Options under(String model) {
    return new Options(
        MemoryModels.named(model),
        cpus,
        registrations,
        atomicity,
        compiler == Switch.ON,
        reductions == Switch.ON,
        templates);
  }

  Optional<Path> templates() {
    return templates;
  }
}
