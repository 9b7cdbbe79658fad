package quiesce.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quiesce.models.MemoryModels;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;

/** The catalogue under each memory model. */
class MemoryModelsTest {
  /** Two modules that race: their weak specification takes minutes. */
  private static final Set<String> SLOW = Set.of("two-providers", "two-providers-cmpxchg");

  private static final long MOST_STATES = 60_000;

  private static List<String> names() {
    return Strategies.names().stream().filter(n -> !SLOW.contains(n)).toList();
  }

  @Test
  void everyStrategyHasTheVerdictsThatItDeclaresUnderTso() {
    expectDeclared("tso", names());
  }

  @Test
  void everyStrategyHasTheVerdictsThatItDeclaresUnderWeakWithinTheStatesThatItMayTake() {
    List<StrategyVerdicts> all = expectDeclared("weak", names());
    for (StrategyVerdicts s : all) {
      boolean safe =
          s.properties().stream().noneMatch(p -> p.verdict() instanceof Verdict.Violated);
      if (safe) {
        assertThat(s.explored().orElseThrow().distinct())
            .as(s.subject().name())
            .isLessThanOrEqualTo(MOST_STATES);
      }
      if (s.subject().name().equals("rcu")) {
        // The hand-written sketch of this part of the machine needs 4,253.
        assertThat(s.explored().orElseThrow().distinct()).isLessThanOrEqualTo(4300);
      }
    }
  }

  @Test
  void whatIsSafeUnderAWeakerModelIsDeclaredSafeUnderTheStrongerOnes() {
    List<String> models = MemoryModels.names();
    for (String name : Strategies.names()) {
      for (int i = 1; i < models.size(); i++) {
        Subject strong = Strategies.subject(name, Options.DEFAULT.withMemory(models.get(i - 1)));
        Subject weak = Strategies.subject(name, Options.DEFAULT.withMemory(models.get(i)));
        for (Property p : Property.values()) {
          if (strong.expectations().of(p, true).equals(expected("VIOLATED"))) {
            assertThat(weak.expectations().of(p, true))
                .as("%s of %s under %s", p.title(), name, models.get(i))
                .isEqualTo(expected("VIOLATED"));
          }
        }
      }
    }
  }

  private static java.util.Optional<quiesce.verdict.Expectation> expected(String name) {
    return java.util.Optional.of(quiesce.verdict.Expectation.valueOf(name));
  }

  @Test
  @Tag("slow")
  void twoModulesHaveTheVerdictsThatTheyDeclareUnderEveryModel() {
    for (String model : MemoryModels.names()) {
      expectDeclared(model, List.copyOf(SLOW));
    }
  }

  private static List<StrategyVerdicts> expectDeclared(String model, List<String> names) {
    Options options = Options.DEFAULT.withMemory(model);
    List<StrategyVerdicts> all =
        Strategies.check(names.stream().map(n -> Strategies.subject(n, options)).toList());
    Map<String, String> wrong = new TreeMap<>();
    for (StrategyVerdicts s : all) {
      for (PropertyVerdict v : s.properties()) {
        if (v.unexpected() || v.unknown() || v.expected().isEmpty()) {
          wrong.put(s.subject().name() + " " + v.property().title(), v.verdict().toString());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(all).hasSameSizeAs(names);
    return all;
  }
}
