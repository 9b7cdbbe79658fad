package quiesce.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import quiesce.source.Item;
import quiesce.source.Parser;
import quiesce.source.Place;
import quiesce.source.SourceFile;
import quiesce.source.Statement;
import quiesce.source.Strategy;
import quiesce.steps.Origin;
import quiesce.steps.Program;

/** The steps of a function do what C says of its tree. */
class FunctionsTest {
  private static final int STEPS = 1_000;

  @Property(tries = 60)
  void theStepsComeToAndStoreWhatTheTreeDoes(@ForAll long seed) {
    String text = RandomFunction.of(seed);
    Strategy strategy = Parser.parse(SourceFile.of("random.c", text));
    Program program = Lowering.lower(strategy, false);
    TreeRun tree = TreeRun.of(body(strategy), STEPS);
    StepRun steps = StepRun.of(program.readers().get(0), 4 * STEPS);

    int common = Math.min(tree.stored().size(), steps.stored().size());
    assertThat(steps.stored().subList(0, common))
        .as(text)
        .isEqualTo(tree.stored().subList(0, common));
    if (tree.isOver() && steps.isOver()) {
      assertThat(steps.stored()).as(text).hasSameSizeAs(tree.stored());
      assertThat(steps.reached()).as(text).isEqualTo(tree.reached());
      Set<Place> coverable =
          program.statements().stream().map(Origin::place).collect(Collectors.toSet());
      assertThat(coverable).as(text).containsAll(steps.reached());
    }
    Statistics.collect(tree.isOver() && steps.isOver());
    Statistics.coverage(c -> c.check(true).percentage(p -> p > 90));
  }

  private static Statement.Block body(Strategy strategy) {
    return strategy.items(Item.Function.class).stream()
        .filter(f -> f.name().equals("sample"))
        .findFirst()
        .flatMap(Item.Function::body)
        .orElseThrow();
  }
}
