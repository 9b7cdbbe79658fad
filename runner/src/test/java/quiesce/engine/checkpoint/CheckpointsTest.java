package quiesce.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.engine.jvm.JvmOptions;
import quiesce.engine.jvm.OwnProcess;
import quiesce.engine.jvm.TlcJar;
import quiesce.engine.jvm.TlcProcesses;
import quiesce.engine.jvm.Watchdog;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;

/** Ends runs of TLC in the middle and goes on with them. */
class CheckpointsTest {
  /**
   * Takes some seconds longer than the first checkpoint, which is made after three, however fast
   * the machine is: the search gets no further than so many levels in a second.
   */
  private static final String MODULE =
      """
      ---- MODULE Cube ----
      EXTENDS Naturals, TLC
      VARIABLES x, y, z
      Init == x = 0 /\\ y = 0 /\\ z = 0
      X == x < 59 /\\ x' = x + 1 /\\ UNCHANGED <<y, z>>
      Y == y < 59 /\\ y' = y + 1 /\\ UNCHANGED <<x, z>>
      Z == z < 59 /\\ z' = z + 1 /\\ UNCHANGED <<x, y>>
      Early == x + y + z < 3 /\\ x' = x + 1 /\\ y' = y + 1 /\\ z' = z + 1
      Next == X \\/ Y \\/ Z \\/ Early
      Spec == Init /\\ [][Next]_<<x, y, z>>
      Bounds == x + y + z < 200
      Fewer == x + y + z < 172
      Patient == \\E i \\in 1..1000000000 : TLCGet("duration") * 25 >= x + y + z - 25
      ====
      """;

  private static final long STATES = 60 * 60 * 60;

  private static final TlcJob HOLDS =
      TlcJob.of(
              "Cube",
              MODULE,
              "SPECIFICATION Spec\nINVARIANT Bounds\nCONSTRAINT Patient\nCHECK_DEADLOCK FALSE\n")
          .withCoverage();
  private static final TlcJob VIOLATED =
      TlcJob.of(
          "Cube",
          MODULE,
          "SPECIFICATION Spec\nINVARIANT Fewer\nCONSTRAINT Patient\nCHECK_DEADLOCK FALSE\n");

  @TempDir private Path directory;
  private Path cache;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aRunThatIsGoneOnWithTellsWhatOneInOneGoTells() throws Exception {
    unlessTlcHangs(
        () -> {
          killInTheMiddle(HOLDS);

          TlcResult resumed = run(HOLDS, true);

          assertThat(told).anyMatch(line -> line.startsWith("resumes from a checkpoint of "));
          assertThat(resumed.outcome()).isInstanceOf(Outcome.Passed.class);
          assertThat(resumed.counts().distinct()).isEqualTo(STATES);
          assertThat(resumed.counts().depth()).isEqualTo(176);
          // It was taken in the first states only, before the checkpoint.
          assertThat(resumed.coverage().byName().get("Early").total()).isPositive();
          assertThat(files()).isEmpty();
        });
  }

  @Test
  void aViolationIsFoundFromACheckpointToo() throws Exception {
    unlessTlcHangs(
        () -> {
          killInTheMiddle(VIOLATED);

          TlcResult resumed = run(VIOLATED, true);

          assertThat(told).anyMatch(line -> line.startsWith("resumes from a checkpoint of "));
          assertThat(resumed.outcome())
              .isInstanceOfSatisfying(
                  Outcome.InvariantViolated.class,
                  violated -> {
                    assertThat(violated.invariant()).isEqualTo("Fewer");
                    // From the initial state on, by no longer a way than breadth first.
                    assertThat(violated.trace().states()).hasSizeBetween(169, 173);
                    assertThat(violated.trace()).isEqualTo(traceInOneGo());
                  });
          assertThat(files()).isEmpty();
        });
  }

  @Test
  void nothingGoesOnFromADamagedCheckpoint() throws Exception {
    unlessTlcHangs(
        () -> {
          killInTheMiddle(HOLDS);
          damage();

          TlcResult result = run(HOLDS, true);

          assertThat(told)
              .contains("its checkpoint is damaged and was removed", "the check starts over")
              .noneMatch(line -> line.startsWith("resumes from"));
          assertThat(result.outcome()).isInstanceOf(Outcome.Passed.class);
          assertThat(result.counts().distinct()).isEqualTo(STATES);
        });
  }

  @Test
  void anInterruptionLeavesACheckpointAndOthersLeaveItAlone() throws Exception {
    unlessTlcHangs(
        () -> {
          Thread interrupted = new Thread(() -> resultOf(HOLDS, false));
          interrupted.start();
          awaitCheckpoint(interrupted);
          CheckpointDirectory checkpoints = CheckpointDirectory.in(cache);

          // While it is in use.
          assertThat(checkpoints.clear()).isEqualTo(new CheckpointDirectory.Cleared(0, 1));
          TlcResult other = run(HOLDS.withTimeout(Duration.ofSeconds(1)), true);
          assertThat(told)
              .contains("its checkpoint is in use by another quiesce; the check starts over");
          assertThat(((Outcome.Failed) other.outcome()).reason()).isEqualTo(Reason.TIMEOUT);

          interrupted.interrupt();
          interrupted.join();

          assertThat(told).anyMatch(line -> line.endsWith("is left; continue with --resume"));
          assertThat(checkpoints.contents().checks()).isEqualTo(1);
          assertThat(checkpoints.clear()).isEqualTo(new CheckpointDirectory.Cleared(1, 0));
          assertThat(files()).isEmpty();
        });
  }

  private void killInTheMiddle(TlcJob job) throws Exception {
    List<TlcResult> ended = new ArrayList<>();
    Thread run = new Thread(() -> ended.add(resultOf(job, false)));
    run.start();
    awaitCheckpoint(run);
    TlcProcesses.under(ProcessHandle.current()).forEach(ProcessHandle::destroyForcibly);
    run.join();
    assertThat(ended.get(0).outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class, f -> assertThat(f.reason()).isEqualTo(Reason.KILLED));
    told.clear();
  }

  /** What ends before it has a checkpoint has hung. */
  private void awaitCheckpoint(Thread run) throws Exception {
    while (files().stream()
        .noneMatch(f -> f.getParent().getFileName().toString().startsWith("point-"))) {
      if (!run.isAlive()) {
        throw new Hung();
      }
      Thread.sleep(50);
    }
  }

  private void damage() throws IOException {
    for (Path file : files()) {
      if (Files.size(file) > 0 && file.toString().endsWith(".st")) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
      }
    }
  }

  /** That of a search which need not take its time. */
  private quiesce.engine.tlc.Trace traceInOneGo() {
    TlcJob job =
        TlcJob.of("Cube", MODULE, "SPECIFICATION Spec\nINVARIANT Fewer\nCHECK_DEADLOCK FALSE\n");
    TlcResult result = tlc().run(job, TlcListener.NONE);
    return ((Outcome.InvariantViolated) result.outcome()).trace();
  }

  /** What a test does, from an empty cache on. */
  private interface Story {
    void tell() throws Exception;
  }

  /** TLC came to no end, as TLC 2.18 may before a checkpoint (see Watchdog). */
  private static final class Hung extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Tells it again, from its beginning, if TLC hangs in it. */
  private void unlessTlcHangs(Story story) throws Exception {
    for (int attempt = 0; attempt < 10; attempt++) {
      cache = Files.createTempDirectory(directory, "cache");
      told.clear();
      try {
        story.tell();
        return;
      } catch (Hung e) {
        // Once more.
      }
    }
    throw new Hung();
  }

  private TlcResult run(TlcJob job, boolean resume) {
    TlcResult result = resultOf(job, resume);
    if (result.outcome() instanceof Outcome.Failed f && f.reason() == Reason.HUNG) {
      throw new Hung();
    }
    return result;
  }

  private TlcResult resultOf(TlcJob job, boolean resume) {
    TlcJar jar = TlcJar.onClassPath().orElseThrow();
    CheckpointPolicy policy =
        new CheckpointPolicy(
            CheckpointDirectory.in(cache), Optional.of(Duration.ofSeconds(1)), resume);
    TlcListener listener =
        new TlcListener() {
          @Override
          public void notice(String what) {
            told.add(what);
          }
        };
    try (Checkpoints checkpoints = new Checkpoints(tlc(), jar, policy)) {
      return checkpoints.run(job.with(TlcJob.Request.CHECKPOINTS), listener);
    }
  }

  private static OwnProcess tlc() {
    return OwnProcess.of(TlcJar.onClassPath().orElseThrow(), JvmOptions.SMALL)
        .withWatchdog(new Watchdog(Duration.ofSeconds(1), 10));
  }

  /** All files but locks. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(cache)) {
      return all.filter(f -> Files.isRegularFile(f) && !f.endsWith("lock")).toList();
    } catch (java.io.UncheckedIOException e) {
      // A file went while it was looked at.
      return List.of();
    }
  }
}
