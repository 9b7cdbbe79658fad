package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import quiesce.machine.Verdicts.Lifted;
import quiesce.machine.Verdicts.Verdict;
import quiesce.module.Count;
import quiesce.module.NotLifted;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/** Compares what holds for any number with what TLC finds for some. */
record EachNumber(Verdicts verdicts, String memory) {
  /** CPUs, registrations. */
  record Bounds(int cpus, int registrations) {}

  Options any() {
    return Options.DEFAULT.withMemory(memory).with(Count.ANY, Count.ANY);
  }

  /** Empty where nothing is lifted, not even to any number of CPUs alone. */
  Optional<Lifted> lifted(SourceFile file) {
    return specification(file).map(verdicts::lifted);
  }

  /** For any number of registrations where that is possible, else of CPUs alone. */
  Optional<Specification> specification(SourceFile file) {
    return specification(file, any());
  }

  private static Optional<Specification> specification(SourceFile file, Options given) {
    return lifted(file, given.with(Count.ANY, Count.ANY))
        .or(() -> lifted(file, given.with(Count.ANY, Count.of(2))));
  }

  /** The properties that hold for any number, with other options as they are given. */
  Set<Property> holding(SourceFile file, Options given) {
    return specification(file, given)
        .map(spec -> holding(spec, verdicts.lifted(spec)))
        .orElse(Set.of());
  }

  private static Optional<Specification> lifted(SourceFile file, Options options) {
    try {
      return Optional.of(Verdicts.specification(file, options));
    } catch (NotLifted e) {
      return Optional.empty();
    }
  }

  /** Of what is expected nothing is violated that holds for any number. */
  void assertNothingIsMissed(SourceFile file, Map<Property, Verdict> expected) {
    specification(file)
        .ifPresent(
            spec ->
                assertThat(holding(spec, verdicts.lifted(spec)))
                    .allSatisfy(p -> assertThat(expected.get(p)).isNotEqualTo(Verdict.VIOLATED)));
  }

  /**
   * What holds for any number is violated for none of these. All that are small enough are
   * compared, before one that is not makes the test count as skipped.
   */
  void assertNoneViolates(SourceFile file, List<Bounds> others) {
    Optional<Specification> any = specification(file);
    if (any.isEmpty()) {
      return;
    }
    Lifted lifted = verdicts.lifted(any.get());
    Set<Property> holding = holding(any.get(), lifted);
    List<Bounds> all = new ArrayList<>(others);
    if (lifted.registrations()) {
      all.add(new Bounds(1, 3));
    }
    List<TestAbortedException> tooLarge = new ArrayList<>();
    for (Bounds bounds : all) {
      try {
        assertNoneViolates(file, holding, bounds);
      } catch (TestAbortedException e) {
        tooLarge.add(e);
      }
    }
    if (!tooLarge.isEmpty()) {
      throw tooLarge.get(0);
    }
  }

  private void assertNoneViolates(SourceFile file, Set<Property> holding, Bounds bounds) {
    Options given =
        Options.DEFAULT.withMemory(memory).withBounds(bounds.cpus(), bounds.registrations());
    assertThat(verdicts.of(Verdicts.specification(file, given), holding))
        .as("%s %s %s%n%s", file.name(), memory, bounds, String.join("\n", file.lines()))
        .doesNotContainValue(Verdict.VIOLATED);
  }

  /** With what must come about where the safety properties decide that. */
  private static Set<Property> holding(Specification any, Lifted lifted) {
    Set<Property> all = EnumSet.noneOf(Property.class);
    all.addAll(lifted.holding());
    if (lifted.distinct() > 0 && any.comesToAnEnd(lifted.holding()::contains)) {
      Stream.of(Property.values()).filter(p -> p.liveness() && any.applies(p)).forEach(all::add);
    }
    return all;
  }
}
