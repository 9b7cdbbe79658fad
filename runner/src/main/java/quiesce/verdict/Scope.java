package quiesce.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.source.FrontMatter;
import quiesce.steps.KernelThread;
import quiesce.steps.Program;

/**
 * What a pass is for.
 *
 * @param cpus how many, and how many tasks of each kind
 * @param registrations how many, one at a time
 * @param allocations how many others than the provider make, and who, where they do
 * @param unregistering who alone may unregister, where that matters
 * @param configuration that the file is read for, where it depends on one
 * @param notLifted why it is not for any number, where that was asked for
 */
public record Scope(
    Count cpus,
    Count registrations,
    Optional<String> allocations,
    Optional<String> unregistering,
    Optional<String> configuration,
    Optional<String> notLifted) {
  /** Whoever unregisters. */
  public Scope(
      Count cpus, Count registrations, Optional<String> allocations, Optional<String> notLifted) {
    this(cpus, registrations, allocations, Optional.empty(), Optional.empty(), notLifted);
  }

  /** The numbers that a specification of a program is made for. */
  public static Scope of(Program program, Options options) {
    return new Scope(
        options.cpus(),
        options.registrations(),
        allocations(program, options.registrations().number()),
        // References to a module hold up its exit, and nothing else that might unregister.
        Optional.of("unregistered by module_exit() alone").filter(by -> program.counted()),
        configuration(program),
        Optional.empty());
  }

  private static Optional<String> configuration(Program program) {
    return program.strategy().frontMatter().all("config").stream()
        .map(FrontMatter.Entry::value)
        .reduce((one, other) -> one + " " + other);
  }

  /** The numbers that a specification was made for. */
  public static Scope of(Specification specification) {
    return of(specification.program(), specification.options());
  }

  private static Optional<String> allocations(Program program, int each) {
    List<KernelThread> all = program.allocating();
    int number = each * program.allocationsElsewhere();
    return Optional.of(all.stream().map(t -> t.name() + "()").collect(Collectors.joining(" and ")))
        .filter(who -> !who.isEmpty())
        .map(who -> counted(number, "allocation") + " by " + who);
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
    return new Scope(cpus, registrations, allocations, unregistering, configuration, why);
  }

  /** In words, such as {@code any number of CPUs and registrations}. */
  public String text() {
    String join = cpus.any() ? ", up to " : registrations.any() ? ", " : " and ";
    String numbers =
        cpus.any() && registrations.any()
            ? "any number of CPUs and registrations"
            : number(cpus, "CPU") + join + number(registrations, "registration");
    return Stream.of(Optional.of(numbers), allocations, unregistering, configuration)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /** Whether it is for any number of more. */
  private int lifted() {
    return (cpus.any() ? 2 : 0) + (registrations.any() ? 1 : 0);
  }

  private static String number(Count count, String what) {
    if (count.any()) {
      return "any number of " + what + "s";
    }
    return counted(count.number(), what);
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
