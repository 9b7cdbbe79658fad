package quiesce.verdict;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import quiesce.property.Property;

/** The check of many strategies, some at the same time. */
public final class Campaign {
  private final Function<Subject, StrategyVerdicts> check;
  private final int jobs;

  /**
   * @param jobs how many strategies are checked at the same time
   */
  public Campaign(Checker checker, Set<Property> wanted, int jobs) {
    this(subject -> checker.check(subject, wanted), jobs);
  }

  Campaign(Function<Subject, StrategyVerdicts> check, int jobs) {
    this.check = check;
    this.jobs = jobs;
  }

  /** Told of each strategy that is done; one call at a time. */
  public interface Listener {
    /**
     * @param done how many are, with this one
     */
    void done(int done, int all, StrategyVerdicts verdicts);
  }

  /**
   * The verdicts, in the order of the subjects, whichever is begun and done first. When one check
   * throws, the others are given up, and what it threw is thrown.
   */
  public List<StrategyVerdicts> run(List<Subject> subjects, Listener listener) {
    AtomicInteger done = new AtomicInteger();
    List<Subject> largestFirst = subjects.stream().sorted(Estimate.LARGEST_FIRST).toList();
    List<StrategyVerdicts> found =
        AtOnce.run(
            largestFirst.stream()
                .<Supplier<StrategyVerdicts>>map(subject -> () -> check.apply(subject))
                .toList(),
            jobs,
            verdicts -> listener.done(done.incrementAndGet(), subjects.size(), verdicts));
    Map<Subject, StrategyVerdicts> bySubject = new IdentityHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      bySubject.put(largestFirst.get(i), found.get(i));
    }
    return subjects.stream().map(bySubject::get).toList();
  }
}
