package quiesce.engine.tlc;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Repeats the result of a run from what TLC said in it, as it was reported at the time. */
public final class Replay implements TlcListener {
  private final RunRecord record = new RunRecord(TlcListener.NONE);
  private final Map<Stream, Consumer<String>> streams = new EnumMap<>(Stream.class);
  private Outcome outcome = Outcome.Failed.of(Reason.KILLED, "the record of the run has no end");

  @Override
  public void line(Stream stream, String line) {
    streams.computeIfAbsent(stream, record::lines).accept(line);
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
