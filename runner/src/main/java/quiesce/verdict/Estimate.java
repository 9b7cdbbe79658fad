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
   * Whether it may take minutes. With the bounds that are the default few checks of the catalogue
   * do; with one more of anything others do.
   */
  static boolean mayTakeLong(Subject subject) {
    Options bounds = subject.specification().options();
    return bounds.cpus() > USUAL || bounds.registrations() > USUAL || severalWriters(subject);
  }

  /** Where the order of stores is not that of the steps, each may come at several places. */
  private static boolean severalWriters(Subject subject) {
    return subject.memory().equals("weak") && subject.specification().program().providers() > 1;
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
