package quiesce.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Something for each record of steps, none left out. */
public final class PerKind<A> {
  private final Map<Class<? extends Step>, A> all;

  /**
   * @param what each record has, for the message
   * @throws IllegalStateException if a record has none
   */
  public PerKind(String what, Map<Class<? extends Step>, A> all) {
    this.all = Map.copyOf(all);
    List<String> without =
        records(Step.class).filter(r -> !all.containsKey(r)).map(Class::getSimpleName).toList();
    if (!without.isEmpty()) {
      throw new IllegalStateException("no %s for %s".formatted(what, String.join(", ", without)));
    }
  }

  private static Stream<Class<?>> records(Class<?> family) {
    return family.isRecord()
        ? Stream.of(family)
        : Arrays.stream(family.getPermittedSubclasses()).flatMap(PerKind::records);
  }

  /** The records. */
  public Set<Class<? extends Step>> records() {
    return all.keySet();
  }

  public A of(Step step) {
    return all.get(step.getClass());
  }
}
