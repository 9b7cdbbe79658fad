package quiesce.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quiesce.catalogue.InputException;
import quiesce.models.MemoryModels;
import quiesce.module.Atomicity;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.sweep.Grid;

/** What a sweep goes over. */
final class SweepOptions {
  /** In their order, each once. As a list it would be an option that may be repeated. */
  record Counts(List<Count> all) {}

  /** Whether the compiler's freedoms are explored, in the same way. */
  record Compilers(List<Boolean> all) {}

  @Option(
      names = "--cpus",
      paramLabel = "RANGE",
      converter = Converters.OfCounts.class,
      defaultValue = "1..3",
      description =
          "CPUs, 1 to 8, or any, as for check: 1..4, or 2,3,any. Default: ${DEFAULT-VALUE}.")
  private Counts cpus;

  @Option(
      names = "--registrations",
      paramLabel = "RANGE",
      converter = Converters.OfCounts.class,
      defaultValue = "1..2",
      description =
          "Registrations, one at a time, 1 to 8, or any, in the same way. Default:"
              + " ${DEFAULT-VALUE}.")
  private Counts registrations;

  @Option(
      names = "--memory",
      paramLabel = "MODEL,...",
      converter = Converters.OfSeveralMemoryModels.class,
      defaultValue = "all",
      description = "Memory models: sc, tso, weak, or all. Default: ${DEFAULT-VALUE}.")
  private MemoryChoice memory;

  @Option(
      names = "--compiler",
      paramLabel = "on|off|on,off",
      converter = Converters.OfSwitches.class,
      defaultValue = "on",
      description =
          "Whether the compiler may repeat plain loads and delay plain stores. Default:"
              + " ${DEFAULT-VALUE}.")
  private Compilers compilers;

  @Option(
      names = "--exact",
      description =
          "Explore the numbers of each point as they are, also where any number could be explored"
              + " in place of many, with fewer states.")
  private boolean exact;

  @Mixin private StepOptions steps;

  /**
   * What there is to go over.
   *
   * @throws InputException if so many strategies have too many points
   */
  Grid grid(int strategies) {
    Grid grid = new Grid(memory.names(), compilers.all(), cpus.all(), registrations.all());
    if (grid.size(strategies) > Grid.MOST) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%,d points are more than the %,d of a sweep: %d strategies, %d memory models, %d"
                  + " compilers, %d numbers of CPUs and %d of registrations; name fewer of them",
              grid.size(strategies),
              Grid.MOST,
              strategies,
              grid.memories().size(),
              grid.compilers().size(),
              grid.cpus().size(),
              grid.registrations().size()));
    }
    return grid;
  }

  /** For each memory model; the numbers are those of the points. */
  List<Options> options(boolean compiler) {
    return memory.names().stream()
        .map(
            m ->
                steps.options(
                    MemoryModels.named(m), cpus.all().get(0), registrations.all().get(0), compiler))
        .toList();
  }

  boolean exact() {
    return exact;
  }

  Optional<Path> templates() {
    return steps.templates();
  }

  /** What reports say of the verdicts beside the machine. */
  List<String> remarks() {
    Options options = options(true).get(0);
    List<String> remarks = new ArrayList<>();
    if (options.atomicity() != Options.DEFAULT.atomicity()) {
      remarks.add("atomicity " + Atomicity.FINE.name().toLowerCase(Locale.ROOT));
    }
    if (!options.reductions()) {
      remarks.add("reductions off");
    }
    if (exact) {
      remarks.add("numbers as they are");
    }
    return remarks;
  }
}
