package quiesce.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import quiesce.verdict.InterruptedCheck;

/** Many litmus tests, some at the same time. */
public final class LitmusCampaign {
  private LitmusCampaign() {}

  /**
   * The answers, in the order of the questions, whichever is there first.
   *
   * @param done told of each answer, one call at a time
   */
  public static List<Answer> run(
      List<Supplier<Answer>> questions, int jobs, Consumer<Answer> done) {
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(1, Math.min(jobs, questions.size())));
    try {
      List<Future<Answer>> futures = new ArrayList<>();
      for (Supplier<Answer> question : questions) {
        futures.add(
            pool.submit(
                () -> {
                  Answer answer = question.get();
                  synchronized (done) {
                    done.accept(answer);
                  }
                  return answer;
                }));
      }
      List<Answer> all = new ArrayList<>();
      for (Future<Answer> f : futures) {
        all.add(f.get());
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
      pool.shutdownNow();
    }
  }
}
