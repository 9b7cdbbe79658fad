package quiesce.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InTimeTest {
  @Test
  void whatDoesNotEndIsNotWaitedFor() {
    CountDownLatch never = new CountDownLatch(1);

    assertThat(
            InTime.call(
                Duration.ofMillis(10),
                () -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return "done";
                }))
        .isEmpty();
    never.countDown();
  }

  @Test
  void whatEndsIsHandedOverAsItEnds() {
    assertThat(InTime.call(Duration.ofMinutes(1), () -> "done")).contains("done");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                InTime.call(
                    Duration.ofMinutes(1),
                    () -> {
                      throw new IllegalArgumentException("wrong");
                    }));
  }
}
