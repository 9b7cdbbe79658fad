package quiesce.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.store.ResultDirectory;

/** Threads, and processes, that use one directory at the same time. */
class SharedCacheTest {
  private static final int THREADS = 4;
  private static final int TIMES = 500;

  @TempDir private Path cache;

  @Test
  void whoeverReadsWhileOthersWriteFindsAWholeEntryOrNone()
      throws IOException, ExecutionException, InterruptedException {
    Kept kept = Kept.of(Jobs.holds(), cache);
    ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS);
    try {
      List<Future<Integer>> successes = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        successes.add(threads.submit(() -> write(kept)));
        successes.add(threads.submit(() -> read(kept)));
      }
      for (Future<Integer> times : successes) {
        assertThat(times.get()).isEqualTo(TIMES);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void twoThatAskTheSameAtOnceGetTheSame() throws ExecutionException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (ResultCache results =
        new ResultCache(Jobs::run, CachePolicy.in(ResultDirectory.in(cache)), Jobs.jar())) {
      Future<TlcResult> one = threads.submit(() -> ask(results));
      Future<TlcResult> other = threads.submit(() -> ask(results));

      assertThat(one.get().outcome()).isEqualTo(other.get().outcome());
      assertThat(one.get().stateSpace()).isPresent().isEqualTo(other.get().stateSpace());
    } finally {
      threads.shutdownNow();
    }
    assertThat(ResultDirectory.in(cache).contents().entries()).isEqualTo(1);
  }

  private static TlcResult ask(ResultCache results) {
    return results.run(Jobs.holds(), TlcListener.NONE);
  }

  private int write(Kept kept) throws IOException {
    for (int i = 0; i < TIMES; i++) {
      ResultDirectory.in(cache).store(kept.key(), kept.bytes());
    }
    return TIMES;
  }

  /** How often the entry was found, and right. */
  private int read(Kept kept) {
    int right = 0;
    for (int i = 0; i < TIMES; i++) {
      Optional<TlcResult> found =
          ResultDirectory.in(cache)
              .find(kept.key(), Integer.MAX_VALUE)
              .flatMap(entry -> EntryReader.read(entry, kept.key()));
      right += found.equals(Optional.of(kept.result())) ? 1 : 0;
    }
    return right;
  }
}
