package quiesce.module;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import quiesce.steps.Program;

/**
 * The model values of a specification, by the sets that they are elements of. The place in a list
 * is the number of an individual.
 *
 * @param cpus none where there may be any number
 * @param tasks as many of each kind as there are CPUs; or as there are objects that RCU may be
 *     given at once
 */
public record Individuals(
    List<String> cpus, List<String> tasks, List<String> modules, List<String> objects) {
  static Individuals of(Program program, Options options) {
    int number = options.registrations().number();
    int registered = program.tearsDown() && !program.module() ? number : 1;
    int elsewhere = number * program.allocationsElsewhere();
    int objects = registered * (1 + program.allocations()) + elsewhere;
    int handedOver = program.handedOver() == 0 ? 0 : registered * program.handedOver() + elsewhere;
    int cpus = options.cpus().any() ? 0 : options.cpus().number();
    return new Individuals(
        numbered("cpu", cpus),
        numbered("task", Math.max(cpus, handedOver)),
        numbered("module", program.providers()),
        IntStream.range(0, objects).mapToObj(Individuals::object).toList());
  }

  private static String object(int i) {
    return i < 26 ? Character.toString((char) ('A' + i)) : "A" + i;
  }

  private static List<String> numbered(String stem, int count) {
    return IntStream.range(0, count).mapToObj(i -> stem + i).toList();
  }

  /** The number of a CPU, counted from 0; empty for what is none. */
  public Optional<Integer> cpu(String name) {
    return Optional.of(cpus.indexOf(name)).filter(i -> i >= 0);
  }

  /** What people call one of them: {@code CPU 0}, {@code task 1}, {@code A}. */
  public String words(String name) {
    if (cpus.contains(name)) {
      return "CPU " + cpus.indexOf(name);
    } else if (tasks.contains(name)) {
      return "task " + tasks.indexOf(name);
    }
    return modules.contains(name) ? "module " + modules.indexOf(name) : name;
  }
}
