package quiesce.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import quiesce.emission.Emitter;
import quiesce.emission.Options;
import quiesce.emission.Specification;
import quiesce.lowering.Lowering;
import quiesce.source.Diagnostic;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.source.Strategy;
import quiesce.steps.Program;

/**
 * A strategy ready to be checked.
 *
 * @param name that reports call it by
 */
public record Subject(String name, Specification specification, Expectations expectations) {
  /**
   * Reads a strategy and generates its specification.
   *
   * @throws SourceException with everything that is wrong with the file
   * @throws quiesce.emission.TemplateFailure when a template is missing or broken
   */
  public static Subject of(SourceFile file, Options options) {
    Strategy strategy = Parser.parse(file);
    List<Diagnostic> problems = new ArrayList<>();
    Optional<Expectations> expectations =
        attempt(() -> ExpectationReader.read(strategy, options.memory()), problems);
    Optional<Program> program =
        attempt(() -> Lowering.lower(strategy, options.compiler()), problems);
    if (expectations.isEmpty() || program.isEmpty()) {
      throw new SourceException(problems);
    }
    return new Subject(
        program.get().name(), Emitter.emit(program.get(), options), expectations.get());
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
