package quiesce.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Many questions to TLC, some at the same time. */
public final class AtOnce {
  private AtOnce() {}

  /**
   * The answers, in the order of the questions, whichever is there first. When one question throws,
   * the others are given up, and what it threw is thrown.
   *
   * @param done hears of each answer, one call at a time
   */
  public static <A> List<A> run(List<Supplier<A>> questions, int jobs, Consumer<A> done) {
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(1, Math.min(jobs, questions.size())));
    try {
      CompletionService<A> answers = new ExecutorCompletionService<>(pool);
      List<Future<A>> futures = new ArrayList<>();
      for (Supplier<A> question : questions) {
        futures.add(
            answers.submit(
                () -> {
                  A answer = question.get();
                  synchronized (done) {
                    done.accept(answer);
                  }
                  return answer;
                }));
      }
      // As they come: one that takes long must not hide that a later one throws.
      for (int i = 0; i < futures.size(); i++) {
        answers.take().get();
      }
      List<A> all = new ArrayList<>();
      for (Future<A> f : futures) {
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
      // Interrupts what still runs, which kills its TLC.
      pool.shutdownNow();
    }
  }
}
