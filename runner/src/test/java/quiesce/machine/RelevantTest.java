package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcResult;
import quiesce.module.Options;
import quiesce.module.Specification;

/**
 * TLC goes on from one of the states in which the same is relevant. That is right if each of them
 * can go on to the same: then all that can be reached from all states is reached from these.
 */
class RelevantTest {
  /** Each has some twenty steps, of which each is printed with all that is relevant. */
  private static final int MOST_STATES = 1_000;

  private static final Verdicts VERDICTS = new Verdicts();

  @AfterAll
  static void close() {
    VERDICTS.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked", "rcu-once"})
  void whatIsTakenForOneGoesOnToTheSame(String strategy) {
    assertSameSteps(MachineFiles.CATALOGUE.resolve(strategy).resolve("strategy.c"));
  }

  static List<Path> all() {
    return MachineFiles.under(MachineFiles.CATALOGUE);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("all")
  void inAllOfTheCatalogueItDoes(Path file) {
    assertSameSteps(file);
  }

  private static void assertSameSteps(Path file) {
    Options options = Options.DEFAULT.withMemory("weak").withBounds(2, 1);
    Specification spec = Verdicts.specification(MachineFiles.read(file), options);
    assumeThat(spec.safety()).as("what no states agree in is not there").contains("VIEW Relevant");
    TlcResult every = explore(spec, "");
    TlcResult one = explore(spec, "VIEW Relevant\n");

    assertThat(steps(one)).isEqualTo(steps(every));
    assertThat(one.counts().distinct()).isLessThanOrEqualTo(every.counts().distinct());
  }

  private static Set<String> steps(TlcResult result) {
    return new HashSet<>(result.printed());
  }

  /**
   * Explores all states without symmetry and prints what is relevant before and after each step.
   */
  private static TlcResult explore(Specification spec, String view) {
    String module =
        spec.module()
            .replaceFirst(
                "(?m)^=====*\\R?\\z", "Told == PrintT(ToString(<<Relevant, Relevant'>>))\n====\n");
    String constants =
        spec.safety()
            .lines()
            .dropWhile(line -> !line.startsWith("CONSTANT"))
            .takeWhile(line -> !line.startsWith("INVARIANTS"))
            .collect(Collectors.joining("\n"));
    String configuration =
        "SPECIFICATION Spec\n"
            + constants
            + "\n"
            + view
            + "ACTION_CONSTRAINT Told\nCHECK_DEADLOCK FALSE\n";
    TlcResult result =
        VERDICTS.atMost(MOST_STATES).run(TlcJob.of(spec.name(), module, configuration));
    assertThat(result.outcome()).isInstanceOf(Outcome.Passed.class);
    return result;
  }
}
