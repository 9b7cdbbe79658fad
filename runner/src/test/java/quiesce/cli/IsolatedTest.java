package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quiesce.engine.inside.Alone;
import quiesce.engine.inside.Shared;

class IsolatedTest {
  @Test
  void eachTlcHasAProcessOfItsOwnAndTheVerdictsAreTheSame() throws Exception {
    CompletableFuture<Cli.Result> isolated =
        CompletableFuture.supplyAsync(() -> check("--isolated"));
    Set<String> seen = new HashSet<>();
    while (!isolated.isDone()) {
      ProcessHandle.current()
          .children()
          .flatMap(child -> child.info().commandLine().stream())
          .forEach(seen::add);
      TimeUnit.MILLISECONDS.sleep(5);
    }

    assertThat(seen)
        .anyMatch(command -> command.contains(Alone.class.getName()))
        .noneMatch(command -> command.contains(Shared.class.getName()));
    assertThat(isolated.get().code()).as(isolated.get().err()).isZero();
    assertThat(verdicts(isolated.get())).isEqualTo(verdicts(check()));
  }

  private static Cli.Result check(String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of("check", "rcu", "global-plain", "--cpus=2", "--memory=sc", "--jobs=1"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** What is printed but for times. */
  private static String verdicts(Cli.Result result) {
    return result.out().replaceAll("\\d+(\\.\\d+)? m?s\\b", "...");
  }
}
