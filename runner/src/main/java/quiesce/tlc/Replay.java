package quiesce.tlc;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Repeats the result of a run from what TLC said in it, as it was reported at the time. */
public final class Replay implements Recorder {
  private final RunRecord record = new RunRecord(progress -> {}, new Deaf());
  private final Map<Stream, MessageReader> messages = new EnumMap<>(Stream.class);
  private Outcome outcome = Outcome.Failed.of(Reason.KILLED, "the record of the run has no end");

  @Override
  public void line(Stream stream, String line) {
    record.raw(stream, line);
    messages.computeIfAbsent(stream, s -> new MessageReader(record)).line(line);
  }

  @Override
  public void ended(int exit, List<String> stateSpace) {
    outcome = record.ended(exit, stateSpace);
  }

  /**
   * The result.
   *
   * @param elapsed how long the run took
   */
  public TlcResult result(Duration elapsed) {
    return record.result(outcome, Optional.empty(), elapsed);
  }
}
