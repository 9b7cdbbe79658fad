package quiesce.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import quiesce.catalogue.Catalogue;
import quiesce.catalogue.InputException;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.verdict.Lifted;
import quiesce.verdict.Subject;

/** The strategies that a command line names. */
final class Subjects {
  private Subjects() {}

  /**
   * Those of the files that are not refused; the batch reports the others.
   *
   * @param timeout to read each
   */
  static Batch batch(Named wanted, List<Options> options, Optional<Duration> timeout) {
    return batch(wanted, (name, catalogue) -> Batch.Read.of(name, catalogue, options, timeout));
  }

  /** The same with the specifications that were asked for. */
  static Batch generated(Named wanted, List<Options> options) {
    return batch(wanted, (name, catalogue) -> Batch.Read.generated(name, catalogue, options));
  }

  private static Batch batch(Named wanted, BiFunction<String, Catalogue, Batch.Read> read) {
    Catalogue catalogue = wanted.withoutPatch().catalogue();
    List<String> named = wanted.arguments().isEmpty() ? catalogue.names() : wanted.arguments();
    return batch(
        List.copyOf(new LinkedHashSet<>(named)).parallelStream()
            .map(name -> read.apply(name, catalogue))
            .toList());
  }

  /** The same of files that have been read. */
  static Batch batch(List<Batch.Read> all) {
    return new Batch(
        distinct(all.stream().flatMap(read -> read.subjects().stream()).toList()),
        all.stream().flatMap(read -> read.refusal().stream()).toList());
  }

  private static List<Subject> distinct(List<Subject> subjects) {
    refuseTwins(subjects, s -> s.name() + " " + s.memory(), "are both called");
    return subjects;
  }

  /** Two of one name could not be distinguished in a report, nor kept in one directory. */
  static void refuseTwins(List<Subject> subjects, Function<Subject, String> name, String what) {
    Map<String, Subject> byName = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      Subject other = byName.putIfAbsent(name.apply(subject), subject);
      if (other != null) {
        throw new InputException(
            "%s and %s %s %s; give one of them another name, in its line 'strategy:'"
                .formatted(
                    file(other), file(subject), what, name.apply(subject).replaceFirst(" .*", "")));
      }
    }
  }

  private static String file(Subject subject) {
    return subject.program().strategy().file().name();
  }

  /**
   * The specification that was asked for, be it for any number.
   *
   * @throws InputException if there is none for any number
   */
  static Specification asked(Subject subject) {
    if (subject.lifted() instanceof Lifted.To to && to.fewer().isPresent()) {
      throw new InputException(
          "%s has no specification for any number of registrations under %s: %s%nhelp: give a number, as in --cpus any --registrations 2"
              .formatted(subject.name(), subject.memory(), to.fewer().get()));
    }
    if (subject.lifted() instanceof Lifted.Not not) {
      throw new InputException(
          "%s has no specification for any number under %s: %s%nhelp: give numbers, as in --cpus 2 --registrations 2"
              .formatted(subject.name(), subject.memory(), not.why()));
    }
    return subject.asked();
  }
}
