package quiesce.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import quiesce.lowering.Lowering;
import quiesce.module.Count;
import quiesce.module.Emitter;
import quiesce.module.NotLifted;
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
 * @param specification with numbers that are given
 * @param lifted for any number, where that was asked for
 * @param generation the time that it took to generate
 */
public record Subject(
    String name,
    Specification specification,
    Lifted lifted,
    Expectations expectations,
    Duration generation) {
  /** One that nobody has asked to be checked for any number. */
  public Subject(
      String name, Specification specification, Expectations expectations, Duration generation) {
    this(name, specification, new Lifted.Unasked(), expectations, generation);
  }

  /**
   * Reads a strategy and generates its specification.
   *
   * @throws SourceException with everything that is wrong with the file
   * @throws quiesce.template.TemplateFailure when a template is missing or broken
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
        attempt(() -> Lowering.lower(strategy, options.get(0).compiler()), problems);
    if (!problems.isEmpty() || program.isEmpty()) {
      throw new SourceException(problems.stream().distinct().toList());
    }
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      subjects.add(
          new Subject(
              Visible.of(program.get().name()),
              Emitter.emit(program.get(), given(options.get(i))),
              lifted(program.get(), options.get(i)),
              expectations.get(i).orElseThrow(),
              Duration.ofNanos(System.nanoTime() - start)));
    }
    return subjects;
  }

  /** The numbers that are tried where there may be any. */
  private static Options given(Options asked) {
    return asked.with(Count.of(asked.cpus().number()), Count.of(asked.registrations().number()));
  }

  private static Lifted lifted(Program program, Options asked) {
    if (!asked.cpus().any() && !asked.registrations().any()) {
      return new Lifted.Unasked();
    }
    try {
      return new Lifted.To(Emitter.emit(program, asked));
    } catch (NotLifted e) {
      return new Lifted.Not(e.getMessage());
    }
  }

  /** The same with another specification, and nothing asked beside it. */
  public Subject with(Specification other) {
    return new Subject(name, other, expectations, generation);
  }

  /** The memory model that it is checked under. */
  public String memory() {
    return specification.options().memory();
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
