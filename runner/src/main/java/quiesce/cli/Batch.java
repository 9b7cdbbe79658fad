package quiesce.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quiesce.catalogue.Catalogue;
import quiesce.catalogue.InputException;
import quiesce.emission.InTime;
import quiesce.emission.Options;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.tlc.TlcException;
import quiesce.verdict.Durations;
import quiesce.verdict.Subject;

/**
 * Strategies to work on, without the files that are refused: these do not stop the others.
 *
 * @param refusals what is wrong with the others, one for each
 */
record Batch(List<Subject> subjects, List<RuntimeException> refusals) {
  /** What generating takes even where little time is given: mostly it is done in a part of it. */
  private static final Duration GENERATION = Duration.ofSeconds(10);

  /** What came of a file: strategies, or what is wrong with it. */
  record Read(List<Subject> subjects, Optional<RuntimeException> refusal) {
    static Read of(
        String name, Catalogue catalogue, List<Options> options, Optional<Duration> timeout) {
      try {
        return of(catalogue.find(name), options, timeout);
      } catch (InputException e) {
        return new Read(List.of(), Optional.of(e));
      }
    }

    static Read of(SourceFile file, List<Options> options, Optional<Duration> timeout) {
      try {
        Optional<List<Subject>> subjects =
            timeout.isEmpty()
                ? Optional.of(Subject.of(file, options))
                : InTime.call(longest(timeout.get()), () -> Subject.of(file, options));
        return subjects
            .map(all -> new Read(all, Optional.empty()))
            .orElseGet(() -> new Read(List.of(), Optional.of(late(file, timeout.orElseThrow()))));
      } catch (SourceException e) {
        return new Read(List.of(), Optional.of(e));
      }
    }

    /** With a specification that comes too late, the report tells which verdicts are unknown. */
    private static Duration longest(Duration timeout) {
      return timeout.compareTo(GENERATION) < 0 ? GENERATION : timeout;
    }

    private static TlcException late(SourceFile file, Duration timeout) {
      return new TlcException(
          "%s: no specification within %s"
              .formatted(file.name(), Durations.text(longest(timeout))));
    }
  }

  /**
   * Tells what is wrong with the files that are refused.
   *
   * @return the others
   * @throws RuntimeException for the last one, when there are no others
   */
  List<Subject> told(Console console) {
    Failures failures = new Failures(console);
    if (subjects.isEmpty() && !refusals.isEmpty()) {
      int last = refusals.size() - 1;
      refusals.subList(0, last).forEach(failures::tell);
      throw refusals.get(last);
    }
    refusals.forEach(failures::tell);
    console.err().flush();
    return subjects;
  }

  /** The exit code, given what came of those that were not refused. */
  int code(int others) {
    if (others == ExitCode.ENGINE || refusals.stream().anyMatch(TlcException.class::isInstance)) {
      return ExitCode.ENGINE;
    }
    return refusals.isEmpty() ? others : ExitCode.USAGE;
  }
}
