package quiesce.engine.tlc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a run of TLC reported.
 *
 * @param warnings what TLC and its parser warned of
 * @param lastLines the last lines that TLC wrote
 * @param printed the different strings that the specification printed, in the order of the first
 *     time
 * @param stateSpace all states, if the job asked for them and nothing is violated
 * @param log the file with all of them, if the job asked for one
 * @param elapsed from start to end of the child process
 */
public record TlcResult(
    Outcome outcome,
    Counts counts,
    Coverage coverage,
    List<String> warnings,
    List<String> lastLines,
    List<String> printed,
    Optional<StateSpace> stateSpace,
    Optional<Path> log,
    Duration elapsed) {
  public TlcResult {
    warnings = List.copyOf(warnings);
    lastLines = List.copyOf(lastLines);
    printed = List.copyOf(printed);
  }

  /** The same, reported without a file. */
  public TlcResult withoutLog() {
    return new TlcResult(
        outcome,
        counts,
        coverage,
        warnings,
        lastLines,
        printed,
        stateSpace,
        Optional.empty(),
        elapsed);
  }

  public boolean passed() {
    return outcome instanceof Outcome.Passed;
  }
}
