package quiesce.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.engine.tlc.State;
import quiesce.engine.tlc.StateSpace;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.Trace;
import quiesce.explanation.Turns;
import quiesce.memory.Reading;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.source.SourceFile;
import quiesce.tla.Value;
import quiesce.verdict.Checker;
import quiesce.verdict.Limits;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;

/** Counterexamples are as short as TLC's, and none that ends alike has fewer switches. */
class FewestSwitchesTest {
  private static final Engine ENGINE = Engines.start();
  private static final Checker CHECKER = new Checker(ENGINE, Limits.NONE);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  static List<String> unsafe() {
    return Strategies.names().stream()
        .filter(name -> Strategies.text(name).contains(": violates "))
        .toList();
  }

  /** What there is at least is found by a search of another kind, in the graph of all states. */
  @ParameterizedTest
  @CsvSource({
    "global-once, NO_DEREFERENCE_AFTER_TEARDOWN, use after teardown",
    "global-plain, NO_DEREFERENCE_AFTER_TEARDOWN, use after teardown",
    "global-plain, NO_NULL_DEREFERENCE, NULL dereference",
    "global-plain, CONSISTENT_SNAPSHOT, torn snapshot",
    "rcu-wait-first, NO_DEREFERENCE_AFTER_TEARDOWN, use after teardown"
  })
  void noneAsShortHasFewer(String strategy, Property property, String fault) {
    Verdict.Violated drawn = violated(strategy, "sc", true).get(property);

    int fewest = fewest(drawn.specification(), fault, drawn.trace());

    assertThat(Turns.switches(drawn.specification(), drawn.trace())).isEqualTo(fewest);
  }

  /** TLC's own has more somewhere: else nothing would be shown here. */
  @Test
  void tlcAloneFindsRunsWithMore() {
    Verdict.Violated found =
        violated("global-plain", "sc", false).get(Property.CONSISTENT_SNAPSHOT);
    Verdict.Violated drawn = violated("global-plain", "sc", true).get(Property.CONSISTENT_SNAPSHOT);

    assertThat(Turns.switches(drawn.specification(), drawn.trace()))
        .isLessThan(Turns.switches(found.specification(), found.trace()));
  }

  @ParameterizedTest
  @CsvSource({"global-plain, tso", "global-plain, weak", "locked, sc"})
  void itIsARunOfTheSpecificationAndAsShort(String strategy, String memory) {
    assertIsAsShort(strategy, memory);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("unsafe")
  void inAllOfTheCatalogue(String strategy) {
    for (String memory : List.of("sc", "tso", "weak")) {
      assertIsAsShort(strategy, memory);
    }
  }

  private static void assertIsAsShort(String strategy, String memory) {
    Map<Property, Verdict.Violated> drawn = violated(strategy, memory, true);

    violated(strategy, memory, false)
        .forEach(
            (property, found) -> {
              Trace trace = drawn.get(property).trace();
              assertThat(trace.states()).hasSameSizeAs(found.trace().states());
              assertThat(trace.states().get(trace.states().size() - 1).action())
                  .isEqualTo(found.trace().states().get(trace.states().size() - 1).action());
              assertThat(Turns.switches(found.specification(), trace))
                  .isLessThanOrEqualTo(Turns.switches(found.specification(), found.trace()));
              assertThat(trace.states())
                  .allMatch(
                      s ->
                          s.variables()
                              .keySet()
                              .equals(found.trace().states().get(0).variables().keySet()));
              assertThat(trace.states().stream().skip(1))
                  .allMatch(
                      s ->
                          found.specification().action(s.action().orElseThrow()).isPresent()
                              || !memory.equals("sc"));
            });
  }

  private static Map<Property, Verdict.Violated> violated(
      String strategy, String memory, boolean drawn) {
    Options options = Options.DEFAULT.withMemory(memory).with(Count.of(2), Count.of(2));
    Subject subject =
        Subject.of(SourceFile.of(strategy + ".c", Strategies.text(strategy)), options);
    Checker checker = drawn ? CHECKER.withFewestSwitches() : CHECKER;
    return checker
        .check(
            subject,
            EnumSet.complementOf(
                EnumSet.of(Property.UNREGISTER_COMPLETES, Property.READERS_COMPLETE)))
        .properties()
        .stream()
        .filter(v -> v.verdict() instanceof Verdict.Violated)
        .collect(Collectors.toMap(PropertyVerdict::property, v -> (Verdict.Violated) v.verdict()));
  }

  /** The fewest switches of a run that is as short and ends by the same action with a fault. */
  private static int fewest(Specification spec, String fault, Trace like) {
    int length = like.states().size();
    String end = like.states().get(length - 1).action().orElseThrow();
    StateSpace space = space(spec);
    Map<Integer, Map<Set<String>, Integer>> reached = new HashMap<>();
    space.initial().forEach(s -> reached.put(s, Map.of(Set.of(), 0)));
    for (int i = 1; i < length; i++) {
      Map<Integer, Map<Set<String>, Integer>> next = new HashMap<>();
      boolean ends = i == length - 1;
      for (StateSpace.Step step :
          space.steps().stream().filter(s -> !ends || s.action().equals(end)).toList()) {
        Set<String> moved = moved(state(space, step.from()), state(space, step.to()));
        reached
            .getOrDefault(step.from(), Map.of())
            .forEach(
                (last, switches) ->
                    next.computeIfAbsent(step.to(), s -> new HashMap<>())
                        .merge(
                            moved.isEmpty() ? last : moved,
                            switches + (isSwitch(last, moved) ? 1 : 0),
                            Math::min));
      }
      reached.clear();
      reached.putAll(next);
    }
    return reached.entrySet().stream()
        .filter(e -> state(space, e.getKey()).variables().get("faults").toString().contains(fault))
        .flatMap(e -> e.getValue().values().stream())
        .mapToInt(Integer::intValue)
        .min()
        .orElseThrow();
  }

  private static boolean isSwitch(Set<String> last, Set<String> moved) {
    return !moved.isEmpty() && !last.isEmpty() && !last.equals(moved);
  }

  private static Set<String> moved(State before, State after) {
    Map<String, String> then = places(after);
    return places(before).entrySet().stream()
        .filter(e -> !e.getValue().equals(then.get(e.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Where each thread is, as its record says, which a variable holds, or a function. */
  private static Map<String, String> places(State state) {
    Map<String, String> places = new HashMap<>();
    state
        .variables()
        .forEach(
            (name, value) -> {
              if (value instanceof Value.FunctionOf f) {
                f.mappings()
                    .forEach(
                        (k, v) ->
                            Reading.field(v, "at")
                                .ifPresent(at -> places.put(name + " " + k, at.toString())));
              } else {
                Reading.field(value, "at").ifPresent(at -> places.put(name, at.toString()));
              }
            });
    return places;
  }

  private static State state(StateSpace space, int number) {
    return space.states().get(number - 1);
  }

  private static StateSpace space(Specification spec) {
    String plain =
        spec.safety()
            .lines()
            .filter(line -> !line.startsWith("INVARIANTS") && !line.startsWith("SYMMETRY"))
            .filter(
                line -> Stream.of(Property.values()).noneMatch(p -> line.equals("  " + p.title())))
            .collect(Collectors.joining("\n"));
    return ENGINE
        .run(TlcJob.of(spec.name(), spec.module(), plain).withStateSpace(), TlcListener.NONE)
        .stateSpace()
        .orElseThrow();
  }
}
