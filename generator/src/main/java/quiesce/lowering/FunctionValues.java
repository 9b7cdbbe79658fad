package quiesce.lowering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Item;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * The functions of the file that a pointer may lead to: those with a body, unless the file is the
 * module that registers, since its functions end with it. A call by a pointer may be of each that
 * some step keeps. Which these are is known from the steps alone, so steps are made until no more
 * are found.
 *
 * @param functions that there are
 * @param kept those that are known to be kept, by their names
 * @param end whether the functions of the file end with what is registered
 */
record FunctionValues(Map<String, Item.Function> functions, Set<String> kept, boolean end) {

  /** Whether a pointer may lead to this function. */
  boolean has(Item.Function f) {
    return !end && f.body().isPresent();
  }

  /** Those that a pointer may lead to which is called with so many arguments. */
  List<Item.Function> of(Type.Function type, int arguments) {
    return functions.values().stream()
        .filter(f -> kept.contains(f.name()))
        .filter(f -> f.result().equals(type.result()) && f.parameters().size() == arguments)
        .toList();
  }

  /** Those that a program keeps. */
  static Set<String> keptBy(Program program) {
    return Stream.concat(
            program.shared().stream().flatMap(s -> s.initial().stream()),
            program.threads().stream()
                .map(KernelThread::nodes)
                .flatMap(List::stream)
                .flatMap(n -> keptBy(n.step())))
        .filter(Value.FunctionOfFile.class::isInstance)
        .map(v -> ((Value.FunctionOfFile) v).name())
        .collect(Collectors.toSet());
  }

  private static Stream<Value> keptBy(Step s) {
    if (s instanceof Access.Store t) {
      return Stream.of(t.value());
    } else if (s instanceof Local.PostponeStore p) {
      return Stream.of(p.value());
    } else if (s instanceof Access.Rmw r) {
      return r.operation().operands();
    }
    return s instanceof Local.Assign a ? Stream.of(a.value()) : Stream.empty();
  }
}
