package quiesce.steps;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A local that a step computes from others of its thread. */
public record Computed(String local, Set<String> from) {
  public Computed {
    from = Set.copyOf(from);
  }

  static Computed of(String local, Stream<String> from) {
    return new Computed(local, from.collect(Collectors.toSet()));
  }

  /** Some locals and all that is computed from them, in any order of the steps. */
  public static Set<String> from(Stream<String> locals, Stream<Step> steps) {
    List<Computed> all = steps.flatMap(Step::computes).toList();
    return Closure.of(
        locals, l -> all.stream().filter(c -> c.from().contains(l)).map(Computed::local));
  }

  /** Some locals and all that they are computed from, in any order of the steps. */
  public static Set<String> into(Stream<String> locals, Stream<Step> steps) {
    List<Computed> all = steps.flatMap(Step::computes).toList();
    return Closure.of(
        locals, l -> all.stream().filter(c -> c.local().equals(l)).flatMap(c -> c.from().stream()));
  }
}
