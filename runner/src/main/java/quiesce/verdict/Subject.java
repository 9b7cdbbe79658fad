package quiesce.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import quiesce.lowering.Lowering;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.source.Diagnostic;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.source.Strategy;
import quiesce.steps.Program;
import quiesce.text.Visible;

/**
 * A strategy ready to be checked.
 *
 * @param name that reports call it by
 * @param options what it is to be checked for
 * @param specifications what TLC is given, generated when it is needed
 * @param reading the time that it took to read it
 */
public record Subject(
    String name,
    Program program,
    Options options,
    Specifications specifications,
    Expectations expectations,
    Duration reading) {

  /**
   * Reads a strategy.
   *
   * @throws SourceException with everything that is wrong with the file
   */
  public static Subject of(SourceFile file, Options options) {
    return of(file, List.of(options)).get(0);
  }

  /** The same for several memory models; the file is read once. */
  public static List<Subject> of(SourceFile file, List<Options> options) {
    long start = System.nanoTime();
    Strategy strategy = Parser.parse(file);
    List<Diagnostic> problems = new ArrayList<>();
    List<Optional<Expectations>> expectations =
        options.stream()
            .map(o -> attempt(() -> ExpectationReader.read(strategy, o.memory()), problems))
            .toList();
    Optional<Program> program =
        attempt(
            () -> Lowering.lower(strategy, options.get(0).compiler(), options.get(0).roles()),
            problems);
    if (!problems.isEmpty() || program.isEmpty()) {
      throw new SourceException(problems.stream().distinct().toList());
    }
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      subjects.add(
          new Subject(
              Visible.of(program.get().name()),
              program.get(),
              options.get(i),
              new Specifications(program.get(), options.get(i)),
              expectations.get(i).orElseThrow(),
              Duration.ofNanos(System.nanoTime() - start)));
    }
    return subjects;
  }

  /**
   * The specification with numbers that are given, two where none is. It is generated now if it has
   * not been needed before.
   *
   * @throws quiesce.template.TemplateFailure when a template is missing or broken
   */
  public Specification specification() {
    return specifications.given();
  }

  /** The one for any number, where that was asked for. */
  public Lifted lifted() {
    return specifications.lifted();
  }

  /** The specification that is explored first: the one for any number, if there is one. */
  public Specification first() {
    return lifted() instanceof Lifted.To to ? to.specification() : specification();
  }

  /** The specification with the numbers that were asked for: the one for any, if there is one. */
  public Specification asked() {
    return options.anyNumber() ? first() : specification();
  }

  /**
   * The same strategy with other numbers.
   *
   * @param exact whether they are explored as they are, and not any number in place of many
   * @param calledSo by reports that have it several times
   */
  public Subject with(Count cpus, Count registrations, boolean exact, String calledSo) {
    Options numbers = options.with(cpus, registrations);
    return new Subject(
        calledSo,
        program,
        numbers,
        new Specifications(program, numbers, exact),
        expectations,
        reading);
  }

  /** The memory model that it is checked under. */
  public String memory() {
    return options.memory();
  }

  private static <T> Optional<T> attempt(Supplier<T> step, List<Diagnostic> problems) {
    try {
      return Optional.of(step.get());
    } catch (SourceException e) {
      problems.addAll(e.diagnostics());
      return Optional.empty();
    }
  }
}
