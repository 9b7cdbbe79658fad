package quiesce.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import quiesce.catalogue.Catalogue;
import quiesce.catalogue.InputException;
import quiesce.engine.tlc.TlcException;
import quiesce.module.Options;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.template.InTime;
import quiesce.template.TemplateFailure;
import quiesce.verdict.Campaign;
import quiesce.verdict.Durations;
import quiesce.verdict.Limits;
import quiesce.verdict.Subject;

/**
 * Strategies to work on, without the files that are refused: these do not stop the others.
 *
 * @param refusals what is wrong with the others, one for each
 */
record Batch(List<Subject> subjects, List<Refusal> refusals) {
  /**
   * A file that is refused.
   *
   * @param name as the user gave it
   */
  record Refusal(String name, RuntimeException problem) {}

  /** What came of a file: strategies, or what is wrong with it. */
  record Read(List<Subject> subjects, Optional<Refusal> refusal) {
    static Read of(
        String name, Catalogue catalogue, List<Options> options, Optional<Duration> timeout) {
      return of(name, () -> catalogue.find(name), options, timeout);
    }

    static Read of(
        String name, Supplier<SourceFile> file, List<Options> options, Optional<Duration> timeout) {
      return of(name, timeout, () -> Subject.of(file.get(), options));
    }

    /** The same with the specifications that were asked for, however long they take. */
    static Read generated(String name, Catalogue catalogue, List<Options> options) {
      return of(
          name,
          Optional.empty(),
          () -> {
            List<Subject> subjects = Subject.of(catalogue.find(name), options);
            subjects.forEach(Subject::asked);
            return subjects;
          });
    }

    private static Read of(String name, Optional<Duration> timeout, Supplier<List<Subject>> work) {
      try {
        return new Read(attempt(name, timeout, work), Optional.empty());
      } catch (InputException | SourceException | TlcException | Unexpected e) {
        return new Read(List.of(), Optional.of(new Refusal(name, e)));
      }
    }
  }

  /**
   * What comes of the work on a file within the time for it.
   *
   * @throws TlcException if that is up
   * @throws Unexpected for an internal error
   */
  static <T> T attempt(String file, Optional<Duration> timeout, Supplier<T> work) {
    try {
      return timeout.isEmpty()
          ? work.get()
          : InTime.call(Limits.generation(timeout.get()), work)
              .orElseThrow(() -> late(file, timeout.get()));
    } catch (InputException | SourceException | TemplateFailure | TlcException | Unexpected e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new Unexpected(file, e);
    }
  }

  private static TlcException late(String file, Duration timeout) {
    return new TlcException(
        "%s: not read within %s".formatted(file, Durations.text(Limits.generation(timeout))));
  }

  /** An internal error, in the work on one file: the others are worked on. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unexpected(String file, Throwable cause) {
      super(file + ": " + cause, cause);
    }
  }

  /**
   * Says what is wrong with the files that are refused.
   *
   * @return the others
   * @throws RuntimeException for one of them, when there are no others
   */
  List<Subject> told(Console console) {
    Failures failures = new Failures(console);
    if (subjects.isEmpty() && !refusals.isEmpty()) {
      // The gravest decides about the exit code.
      List<RuntimeException> told =
          new ArrayList<>(refusals.stream().map(Refusal::problem).toList());
      told.sort(Comparator.comparing(Batch::decidesNothing));
      RuntimeException last = told.remove(told.size() - 1);
      told.forEach(failures::tell);
      throw last;
    }
    failures.tell(refusals);
    return subjects;
  }

  /** The strategies in the order of the work. */
  List<Subject> inOrder() {
    return Campaign.inOrder(subjects);
  }

  /** The exit code, given what came of those that were not refused. */
  int code(int others) {
    if (others == ExitCode.ENGINE
        || refusals.stream().map(Refusal::problem).anyMatch(Batch::decidesNothing)) {
      return ExitCode.ENGINE;
    }
    return refusals.isEmpty() ? others : ExitCode.USAGE;
  }

  /** Nobody knows what is to be said of the file. */
  private static boolean decidesNothing(RuntimeException refusal) {
    return refusal instanceof TlcException || refusal instanceof Unexpected;
  }
}
