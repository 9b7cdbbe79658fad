package quiesce.engine.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tlc2.util.StatePoolReader;
import tlc2.util.StatePoolWriter;

class RemainsTest {
  @Test
  void threadsThatMissedTheEndOfACheckAreNotifiedAgain() throws Exception {
    CompletableFuture<Boolean> nothingLeft = new CompletableFuture<>();
    Thread left =
        new Thread(new ThreadGroup("check"), () -> nothingLeft.complete(startsAndRemoves()));
    left.start();

    assertThat(nothingLeft.get()).isTrue();
  }

  private static boolean startsAndRemoves() {
    StatePoolReader reader = new StatePoolReader(1);
    reader.setFinished();
    reader.start();
    new StatePoolWriter(1, reader).start();
    try {
      return Remains.remove();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
