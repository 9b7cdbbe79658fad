package quiesce.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quiesce.models.MemoryModels;
import quiesce.module.Count;
import quiesce.module.Options;

/** What the specification is generated for. */
final class ModelOptions {
  /** Whether the compiler's freedoms are explored. */
  enum Switch {
    ON,
    OFF
  }

  private static final Count USUAL = Options.DEFAULT.cpus();

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
      converter = Converters.OfBound.class,
      description =
          "CPUs, 1 to 8, or any: every number where that can be proved, else 2. Default: any; with a"
              + " number of registrations, and of generate and show, 2.")
  private Optional<Count> cpus = Optional.empty();

  @Option(
      names = "--registrations",
      paramLabel = "N|any",
      converter = Converters.OfBound.class,
      description =
          "Registrations, one at a time, 1 to 8, or any. Default: any; with a number of CPUs, and of"
              + " generate and show, 2.")
  private Optional<Count> registrations = Optional.empty();

  @Option(
      names = "--compiler",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Whether the compiler may repeat plain loads and delay plain stores. Default:"
              + " ${DEFAULT-VALUE}.")
  private Switch compiler;

  @Mixin private StepOptions steps = new StepOptions();

  /**
   * What is to be checked: one set of options for each memory model, the strongest first. By
   * default there may be any number of CPUs and registrations.
   */
  List<Options> options() {
    return options(MemoryModels.names(), Count.ANY);
  }

  /** The same for those who read the specification: by default it has numbers. */
  List<Options> withNumbers() {
    return options(MemoryModels.names(), USUAL);
  }

  /** The same where one model is the default. */
  List<Options> withNumbers(String unasked) {
    return options(List.of(unasked), USUAL);
  }

  private List<Options> options(List<String> models, Count unasked) {
    return memory.map(MemoryChoice::names).orElse(models).stream()
        .map(model -> under(model, unasked))
        .toList();
  }

  private Options under(String model, Count unasked) {
    return steps.options(
        MemoryModels.named(model),
        orLike(cpus, registrations, unasked),
        orLike(registrations, cpus, unasked),
        compiler == Switch.ON);
  }

  /** Who gives a number for one wants a specification with numbers, and the reverse. */
  private static Count orLike(Optional<Count> asked, Optional<Count> other, Count unasked) {
    return asked.orElseGet(() -> other.map(o -> o.any() ? Count.ANY : USUAL).orElse(unasked));
  }

  /** The functions that have a role from outside of the file. */
  Set<String> roles() {
    return steps.roles();
  }

  Optional<Path> templates() {
    return steps.templates();
  }
}
