package quiesce.engine.tlc;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides what came of a run that ended by itself. TLC's exit code alone does not decide: it is 0
 * after an error inside a liveness property and for a specification without any state, and the same
 * error may end with 75 or 255.
 */
final class Judge {
  private static final Pattern NAME =
      Pattern.compile("(?:Invariant|Action property|Property) (\\S+) is violated", Pattern.DOTALL);
  private static final Pattern POSITION = Pattern.compile("\\d+\\. (Line \\d+, column \\d+ .*)");
  private static final int EXIT_OUT_OF_MEMORY = 3;
  private static final int SIGNALLED = 128;
  // SIGTERM; what is higher is sent by nobody, and 150 to 153 are exit codes of TLC.
  private static final int LAST_SIGNAL = 15;
  private static final int SHOWN_LINES = 4;

  private final RunRecord run;
  private final int exit;

  Judge(RunRecord run, int exit) {
    this.run = run;
    this.exit = exit;
  }

  Outcome outcome() {
    List<Message> errors =
        run.errors().stream().filter(e -> !Code.ACCOMPANYING.contains(e.code())).toList();
    if (outOfMemory(errors)) {
      return failed(Reason.OUT_OF_MEMORY, "TLC ran out of memory");
    }
    if (run.diskFull() && !run.succeeded()) {
      return failed(
          Reason.OUT_OF_DISK,
          "TLC ran out of disk space, to which it puts the states that do not fit into memory");
    }
    if (!run.finished() && exit > SIGNALLED && exit <= SIGNALLED + LAST_SIGNAL) {
      return failed(Reason.KILLED, "TLC was ended by signal " + (exit - SIGNALLED));
    }
    if (!run.recognised()) {
      return failed(Reason.JVM_FAILED, withLastLines("TLC did not start (exit code " + exit + ")"));
    }
    if (!run.finished()) {
      return unfinished(errors);
    }
    if (!errors.isEmpty()) {
      return ofError(errors);
    }
    if (!run.errors().isEmpty() || exit != 0 || !run.succeeded() && !run.walking()) {
      return failed(
          Reason.OTHER,
          withLastLines("TLC ended with exit code " + exit + " and reported no error"));
    }
    if (run.walking()) {
      return new Outcome.Walked();
    }
    // An Init that nothing satisfies "passes": nothing was checked.
    return run.counts().distinct() > 0
        ? new Outcome.Passed()
        : failed(Reason.NO_STATES, "no state satisfies the initial predicate");
  }

  private boolean outOfMemory(List<Message> errors) {
    return run.memoryExhausted()
        || !run.finished() && exit == EXIT_OUT_OF_MEMORY
        || errors.stream()
            .anyMatch(
                e ->
                    Code.OUT_OF_MEMORY.contains(e.code())
                        || e.code() == Code.GENERAL
                            && e.text().contains("java.lang.OutOfMemoryError"));
  }

  private Outcome unfinished(List<Message> errors) {
    // 2162, a -metadir that is in use, is one that TLC prints before it dies.
    return errors.isEmpty()
        ? failed(
            Reason.KILLED,
            withLastLines("TLC ended before it was finished (exit code " + exit + ")"))
        : failed(Reason.OTHER, ErrorText.of(errors.get(0)));
  }

  private Outcome ofError(List<Message> errors) {
    Message first = errors.get(0);
    Optional<Outcome> violation = violation(first);
    if (violation.isEmpty()) {
      return new Outcome.Failed(reason(first), text(first), run.trace());
    }
    // Whatever else went wrong went wrong while the trace was made: do not trust it.
    if (errors.size() > 1 || run.trace().states().isEmpty() || exit == 0) {
      String more = errors.size() > 1 ? ErrorText.of(errors.get(1)) : "exit code " + exit;
      return new Outcome.Failed(
          Reason.OTHER,
          ErrorText.of(first) + " No complete trace of it was printed: " + more,
          run.trace());
    }
    return violation.get();
  }

  private Optional<Outcome> violation(Message error) {
    Matcher matcher = NAME.matcher(error.text());
    Optional<String> name = matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    Trace trace = run.trace();
    return switch (error.code()) {
      case Code.INVARIANT_VIOLATED, Code.INVARIANT_VIOLATED_INITIALLY ->
          name.map(n -> new Outcome.InvariantViolated(n, trace));
      case Code.DEADLOCK -> Optional.of(new Outcome.DeadlockReached(trace));
      case Code.ACTION_PROPERTY_VIOLATED,
          Code.PROPERTY_VIOLATED_INITIALLY,
          Code.TEMPORAL_PROPERTY_VIOLATED ->
          Optional.of(new Outcome.PropertyViolated(name, trace));
      default -> Optional.empty();
    };
  }

  private Reason reason(Message error) {
    int code = error.code();
    if (code == Code.ASSUMPTION_FALSE || code == Code.ASSUMPTION_ERROR) {
      return Reason.ASSUMPTION;
    } else if (error.mentions(Code.ASSERT_FAILED)) {
      return Reason.ASSERTION;
    } else if (code == Code.STACK_OVERFLOW || error.text().contains("StackOverflowError")) {
      return Reason.STACK_OVERFLOW;
    } else if (Code.isSpecificationError(code)
        || error.inner().stream().anyMatch(m -> Code.isSpecificationError(m.code()))
        || error.text().contains("ConfigFileException")) {
      return Reason.SPEC_ERROR;
    }
    // 75 and 76 say so; 255, and 0 for some errors inside a liveness property, do not.
    boolean evaluation = code == Code.GENERAL || code >= 2100 && code < 2300;
    return evaluation ? Reason.EVALUATION_ERROR : Reason.OTHER;
  }

  private String text(Message error) {
    Optional<String> parserError =
        Code.isSpecificationError(error.code()) ? run.parser().firstError() : Optional.empty();
    return parserError.orElseGet(() -> ErrorText.of(error) + where());
  }

  /** The innermost expression of those that were being evaluated. */
  private String where() {
    String position = "";
    for (Message error : run.errors()) {
      if (error.code() == Code.NESTED_EXPRESSION) {
        Matcher matcher = POSITION.matcher(error.text());
        while (matcher.find()) {
          position = " (" + matcher.group(1) + ")";
        }
      }
    }
    return position;
  }

  /** With what it wrote at the end: the JVM's own errors take a line or two. */
  private String withLastLines(String text) {
    List<String> lines = run.lastLines().stream().filter(line -> !line.isBlank()).toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
    return last.isEmpty() ? text : text + ": " + String.join("; ", last);
  }

  private static Outcome failed(Reason reason, String message) {
    return Outcome.Failed.of(reason, message);
  }
}
