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
 * @param options what it is to be checked for
 * @param lifted its specification for any number, where that was asked for
 * @param specifications those with numbers that are given
 * @param generation the time that it took to generate what is explored first
 */
public record Subject(
    String name,
    Program program,
    Options options,
    Lifted lifted,
    Specifications specifications,
    Expectations expectations,
    Duration generation) {

  /**
   * Reads a strategy and generates the specification that is explored first.
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
        attempt(
            () -> Lowering.lower(strategy, options.get(0).compiler(), options.get(0).roles()),
            problems);
    if (!problems.isEmpty() || program.isEmpty()) {
      throw new SourceException(problems.stream().distinct().toList());
    }
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      Specifications given = new Specifications(program.get(), options.get(i));
      Lifted lifted = lifted(program.get(), options.get(i));
      if (!(lifted instanceof Lifted.To)) {
        given.given();
      }
      subjects.add(
          new Subject(
              Visible.of(program.get().name()),
              program.get(),
              options.get(i),
              lifted,
              given,
              expectations.get(i).orElseThrow(),
              Duration.ofNanos(System.nanoTime() - start)));
    }
    return subjects;
  }

  private static Lifted lifted(Program program, Options asked) {
    if (!asked.cpus().any() && !asked.registrations().any()) {
      return new Lifted.Unasked();
    }
    try {
      return new Lifted.To(Emitter.emit(program, asked), Optional.empty());
    } catch (NotLifted e) {
      return asked.cpus().any() && asked.registrations().any()
          ? withFewer(program, asked, e.getMessage())
          : new Lifted.Not(e.getMessage());
    }
  }

  /** For any number of CPUs alone, if that is what it has. */
  private static Lifted withFewer(Program program, Options asked, String why) {
    Count registrations = Count.of(asked.registrations().number());
    Lifted fewer = lifted(program, asked.with(asked.cpus(), registrations));
    return fewer instanceof Lifted.To to
        ? new Lifted.To(to.specification(), Optional.of(why))
        : fewer;
  }

  /**
   * The specification with numbers that are given, two where none is. It is generated now if it has
   * not been needed before.
   */
  public Specification specification() {
    return specifications.given();
  }

  /** The specification that is explored first: the one for any number, if there is one. */
  public Specification first() {
    return lifted instanceof Lifted.To to ? to.specification() : specification();
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
