package quiesce.verdict;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import quiesce.module.Count;
import quiesce.module.Emitter;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.steps.Program;

/**
 * The specifications of a program with numbers that are given, each generated when it is needed,
 * once.
 */
final class Specifications {
  private final Program program;
  private final Options asked;
  private final Map<Integer, Specification> made = new ConcurrentHashMap<>();

  Specifications(Program program, Options asked) {
    this.program = program;
    this.asked = asked;
  }

  /** With the numbers that were asked for, two where that was any. */
  Specification given() {
    return with(asked.cpus().number());
  }

  /** The same with another number of CPUs, and of tasks of each kind. */
  Specification with(int cpus) {
    return made.computeIfAbsent(
        cpus,
        number ->
            Emitter.emit(
                program, asked.with(Count.of(number), Count.of(asked.registrations().number()))));
  }
}
