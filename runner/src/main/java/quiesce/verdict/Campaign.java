package quiesce.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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
   * The verdicts, in the order of the subjects, whichever is done first. When one check throws, the
   * others are given up, and what it threw is thrown.
   */
  public List<StrategyVerdicts> run(List<Subject> subjects, Listener listener) {
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(1, Math.min(jobs, subjects.size())));
    try {
      AtomicInteger done = new AtomicInteger();
      List<Future<StrategyVerdicts>> futures = new ArrayList<>();
      for (Subject subject : subjects) {
        futures.add(
            pool.submit(
                () -> {
                  StrategyVerdicts verdicts = check.apply(subject);
                  synchronized (done) {
                    listener.done(done.incrementAndGet(), subjects.size(), verdicts);
                  }
                  return verdicts;
                }));
      }
      List<StrategyVerdicts> all = new ArrayList<>();
      for (Future<StrategyVerdicts> future : futures) {
        all.add(future.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedCheck();
    } finally {
      // Interrupts what still runs, which kills its TLC.
      pool.shutdownNow();
    }
  }
}
