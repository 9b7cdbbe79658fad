package quiesce.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quiesce.models.MemoryModels;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.steps.Program;

/**
 * How long a check will take, as far as that can be known before it. Nothing but the order of two
 * estimates means anything.
 */
final class Estimate {
  private static final int USUAL = 2;

  private Estimate() {}

  /**
   * The cheapest first, with all memory models of a strategy together. What costs alike stays in
   * its order.
   */
  static List<Subject> cheapestFirst(List<Subject> subjects) {
    Map<String, Long> costs =
        subjects.stream()
            .collect(Collectors.groupingBy(Subject::name, Collectors.summingLong(Estimate::of)));
    List<String> names = subjects.stream().map(Subject::name).distinct().toList();
    return subjects.stream()
        .sorted(
            Comparator.comparing((Subject s) -> costs.get(s.name()))
                .thenComparing(s -> names.indexOf(s.name())))
        .toList();
  }

  /**
   * Whether it may take minutes. With the bounds that are the default few checks of the catalogue
   * do; with one more of anything others do.
   */
  static boolean mayTakeLong(Specification specification) {
    Options bounds = specification.options();
    return bounds.cpus().number() > USUAL
        || bounds.registrations().number() > USUAL
        || severalWriters(specification);
  }

  /** Where the order of stores is not that of the steps, each may come at several places. */
  private static boolean severalWriters(Specification specification) {
    return !specification.options().chosen().storesInOrder()
        && specification.program().providers() > 1;
  }

  /**
   * What the catalogue shows: a weaker model multiplies the states, a second provider does so more
   * than anything else, and more steps mean more of them. No specification is needed for it, so
   * that the first check can begin while there are none yet.
   */
  private static long of(Subject subject) {
    Program program = subject.program();
    long model = 1 + MemoryModels.names().indexOf(subject.memory());
    long providers = program.providers();
    long steps = program.threads().stream().mapToLong(t -> t.nodes().size()).sum();
    return steps * model * model * providers * providers * providers * providers;
  }
}
