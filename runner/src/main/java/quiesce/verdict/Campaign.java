package quiesce.verdict;

import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
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

  /** Hears of each check that begins or is done; one call of {@code done} at a time. */
  public interface Listener {
    default void begun(Subject subject) {}

    /**
     * @param done how many are, with this one
     */
    void done(int done, int all, StrategyVerdicts verdicts);
  }

  /** The order of the work, as far as that can be said of several at a time: the cheapest first. */
  public static List<Subject> inOrder(List<Subject> subjects) {
    return Estimate.cheapestFirst(subjects);
  }

  /**
   * The verdicts, in the order of the subjects, whichever is begun and done first. When one check
   * throws, the others are given up, and what it threw is thrown.
   */
  public List<StrategyVerdicts> run(List<Subject> subjects, Listener listener) {
    AtomicInteger done = new AtomicInteger();
    BothEnds work = new BothEnds(inOrder(subjects), jobs > 1);
    Supplier<StrategyVerdicts> next =
        () ->
            work.next(
                subject -> {
                  listener.begun(subject);
                  return check.apply(subject);
                });
    List<StrategyVerdicts> found =
        AtOnce.run(
            Collections.nCopies(subjects.size(), next),
            jobs,
            verdicts -> listener.done(done.incrementAndGet(), subjects.size(), verdicts));
    Map<Subject, StrategyVerdicts> bySubject = new IdentityHashMap<>();
    found.forEach(verdicts -> bySubject.put(verdicts.subject(), verdicts));
    return subjects.stream().map(bySubject::get).toList();
  }

  /**
   * Hands out work from its begin, so that there is soon something to see. Of several at a time one
   * is from its end, where the long ones are: else the longest would be left to run alone.
   */
  private static final class BothEnds {
    private final Deque<Subject> left;
    private final Semaphore end;

    BothEnds(List<Subject> inOrder, boolean several) {
      this.left = new ConcurrentLinkedDeque<>(inOrder);
      this.end = new Semaphore(several ? 1 : 0);
    }

    StrategyVerdicts next(Function<Subject, StrategyVerdicts> check) {
      if (!end.tryAcquire()) {
        return check.apply(left.removeFirst());
      }
      try {
        return check.apply(left.removeLast());
      } finally {
        end.release();
      }
    }
  }
}
