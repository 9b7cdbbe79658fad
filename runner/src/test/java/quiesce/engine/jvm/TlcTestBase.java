package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;

/** Runs the TLC of the class path on modules of the test resources; sees that nothing is left. */
abstract class TlcTestBase {
  @TempDir Path temporary;

  @AfterEach
  void noProcessAndNoFileIsLeft() throws IOException {
    assertThat(ProcessHandle.current().descendants()).isEmpty();
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).isEmpty();
    }
  }

  OwnProcess tlc() {
    return OwnProcess.of(TlcJar.onClassPath().orElseThrow(), JvmOptions.SMALL)
        .withTemporaryDirectoriesIn(temporary);
  }

  static TlcJob job(String module, String... configuration) {
    return TlcJob.of(module, text(module), String.join("\n", configuration) + "\n");
  }

  /** A specification with invariants and such: the initial predicate, the action, the rest. */
  static TlcJob next(String module, String init, String next, String... rest) {
    String limit = module.equals("Counter") ? "CONSTANT Limit = 3\n" : "";
    return job(module, limit, "INIT " + init, "NEXT " + next, String.join("\n", rest));
  }

  static TlcJob spec(String module, String spec, String... rest) {
    String limit = module.equals("Counter") ? "CONSTANT Limit = 3\n" : "";
    return job(module, limit, "SPECIFICATION " + spec, String.join("\n", rest));
  }

  TlcResult run(TlcJob job) {
    return tlc().run(job, TlcListener.NONE);
  }

  <T extends Outcome> T outcome(Class<T> kind, TlcJob job) {
    TlcResult result = run(job);
    assertThat(result.outcome()).as(String.join("\n", result.lastLines())).isInstanceOf(kind);
    return kind.cast(result.outcome());
  }

  Outcome.Failed failure(Reason reason, TlcJob job) {
    Outcome.Failed failed = outcome(Outcome.Failed.class, job);
    assertThat(failed.reason()).as(failed.message()).isEqualTo(reason);
    assertThat(failed.message()).isNotBlank().doesNotContain("@!@!@");
    return failed;
  }

  static String text(String module) {
    String name = module + ".tla";
    try (InputStream stream = TlcTestBase.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
