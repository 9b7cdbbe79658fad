package quiesce.verdict;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.module.Count;
import quiesce.module.Options;

/**
 * What a pass is for.
 *
 * @param cpus how many, and how many tasks of each kind
 * @param registrations how many, one at a time
 * @param notLifted why it is not for any number, where that was asked for
 */
public record Scope(Count cpus, Count registrations, Optional<String> notLifted) {
  /** The numbers that a specification was made for. */
  public static Scope of(Options options) {
    return new Scope(options.cpus(), options.registrations(), Optional.empty());
  }

  /** In words, what passes are for: each once. */
  public static Stream<String> texts(Stream<PropertyVerdict> verdicts) {
    return verdicts
        .map(PropertyVerdict::verdict)
        .flatMap(v -> v instanceof Verdict.Holds h ? Stream.of(h.scope().text()) : Stream.empty())
        .distinct();
  }

  /** The least that is known of passes; empty if there is none. */
  public static Optional<Scope> weakest(Stream<PropertyVerdict> verdicts) {
    return verdicts
        .map(PropertyVerdict::verdict)
        .flatMap(v -> v instanceof Verdict.Holds h ? Stream.of(h.scope()) : Stream.empty())
        .min(Comparator.comparing(Scope::lifted).thenComparing(s -> s.cpus().number()));
  }

  Scope notLifted(Optional<String> why) {
    return new Scope(cpus, registrations, why);
  }

  /** In words, such as {@code any number of CPUs and registrations}. */
  public String text() {
    if (cpus.any() && registrations.any()) {
      return "any number of CPUs and registrations";
    }
    String join = cpus.any() ? ", up to " : registrations.any() ? ", " : " and ";
    return number(cpus, "CPU") + join + number(registrations, "registration");
  }

  /** Whether it is for any number of more. */
  private int lifted() {
    return (cpus.any() ? 2 : 0) + (registrations.any() ? 1 : 0);
  }

  private static String number(Count count, String what) {
    if (count.any()) {
      return "any number of " + what + "s";
    }
    return count.number() + " " + what + (count.number() == 1 ? "" : "s");
  }
}
