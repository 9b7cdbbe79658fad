package quiesce.verdict;

import java.util.Comparator;
import quiesce.emission.MemoryModels;
import quiesce.emission.Options;
import quiesce.emission.Specification;

/**
 * How long a check will take, as far as that can be told before it. Nothing but the order of two
 * estimates means anything: the longest check begins first, so that none is left to run alone.
 */
final class Estimate {
  /** The largest first. */
  static final Comparator<Subject> LARGEST_FIRST =
      Comparator.comparingLong(Estimate::of).reversed();

  private static final int USUAL = 2;

  private Estimate() {}

  /**
   * Whether it may take minutes. With the bounds that are the default no check of the catalogue
   * does; with one more of anything some do.
   */
  static boolean mayTakeLong(Subject subject) {
    Options bounds = subject.specification().options();
    return bounds.cpus() > USUAL || bounds.registrations() > USUAL;
  }

  /**
   * What the catalogue shows: a weaker model multiplies the states, a second provider does so more
   * than anything else, and more actions mean more of them.
   */
  private static long of(Subject subject) {
    Specification spec = subject.specification();
    long model = 1 + MemoryModels.names().indexOf(subject.memory());
    long providers = spec.program().providers();
    return spec.actions().size() * model * model * providers * providers * providers * providers;
  }
}
