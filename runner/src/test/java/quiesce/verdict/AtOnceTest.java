package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AtOnceTest {
  @Test
  void whatIsThrownBehindAQuestionThatTakesLongEndsBoth() {
    CountDownLatch begun = new CountDownLatch(1);
    Supplier<String> endless =
        () -> {
          begun.countDown();
          await(new CountDownLatch(1));
          throw new InterruptedCheck();
        };
    Supplier<String> broken =
        () -> {
          await(begun);
          throw new IllegalStateException("broken");
        };

    assertThatThrownBy(() -> AtOnce.run(List.of(endless, broken), 2, answer -> {}))
        .hasMessage("broken");
  }

  @Test
  void theAnswersAreInTheOrderOfTheQuestions() {
    CountDownLatch second = new CountDownLatch(1);
    Supplier<String> slow =
        () -> {
          await(second);
          return "slow";
        };

    assertThat(AtOnce.run(List.of(slow, () -> "quick"), 2, answer -> second.countDown()))
        .containsExactly("slow", "quick");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
