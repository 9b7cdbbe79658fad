package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;
import static quiesce.report.Samples.HOLDS;
import static quiesce.report.Samples.NOT_APPLICABLE;
import static quiesce.report.Samples.UNKNOWN;
import static quiesce.report.Samples.VACUOUS;
import static quiesce.report.Samples.VIOLATED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quiesce.property.Property;
import quiesce.template.Templates;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

class GrowingReportTest {
  private static final Templates TEMPLATES = new Templates(Optional.empty());
  private static final List<String> MODELS = List.of("sc", "tso", "weak");
  private static final List<String> NAMES = List.of("rcu", "two-providers-cmpxchg", "built-in");
  private static final List<Verdict> VERDICTS =
      List.of(HOLDS, VIOLATED, VACUOUS, NOT_APPLICABLE, UNKNOWN);

  @net.jqwik.api.Property(tries = 5)
  void theTextDoesNotDependOnWhatIsDecidedFirst(@ForAll Random random) {
    List<StrategyVerdicts> all = verdicts(random, NAMES, MODELS);
    List<StrategyVerdicts> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);

    assertThat(text(all, shuffled, TextStyle.WIDTH)).isEqualTo(text(all, all, TextStyle.WIDTH));
  }

  @net.jqwik.api.Property(tries = 15)
  void noLineIsWiderThanAsked(
      @ForAll Random random, @ForAll @IntRange(min = 55, max = 130) int width) {
    List<String> models = MODELS.subList(0, 1 + random.nextInt(3));
    List<StrategyVerdicts> many = verdicts(random, NAMES, models);
    List<StrategyVerdicts> one = verdicts(random, NAMES.subList(0, 1), models);

    assertThat(text(many, many, width).lines()).allMatch(line -> line.length() <= width);
    assertThat(text(one, one, width).lines()).allMatch(line -> line.length() <= width);
  }

  @Test
  void aRowWaitsForThoseBeforeItUnlessTheCheckEnds() {
    StrategyVerdicts first = Samples.strategy("first", 1, Map.of(), HOLDS);
    StrategyVerdicts second = Samples.strategy("second", 1, Map.of(), HOLDS);
    GrowingReport report = growing(List.of(first, second), TextStyle.WIDTH);

    assertThat(report.decided(second)).isEmpty();
    assertThat(report.soFar()).startsWith("second ").hasLineCount(1);
    assertThat(report.decided(first)).matches("(?s)first .*\nsecond .*\n");
  }

  private static String text(
      List<StrategyVerdicts> all, List<StrategyVerdicts> decided, int width) {
    GrowingReport report = growing(all, width);
    StringBuilder text = new StringBuilder(report.head());
    decided.forEach(s -> text.append(report.decided(s)));
    return text + report.end(Samples.report(all.toArray(StrategyVerdicts[]::new)));
  }

  private static GrowingReport growing(List<StrategyVerdicts> all, int width) {
    return new TextReport(TEMPLATES, new TextStyle(true, false, width))
        .growing(
            all.stream().map(StrategyVerdicts::subject).toList(),
            List.of(Property.values()),
            Samples.report(all.toArray(StrategyVerdicts[]::new)).options());
  }

  private static List<StrategyVerdicts> verdicts(
      Random random, List<String> names, List<String> models) {
    return names.stream()
        .flatMap(name -> models.stream().map(model -> verdicts(random, name, model)))
        .toList();
  }

  private static StrategyVerdicts verdicts(Random random, String name, String model) {
    return Samples.strategy(
        name,
        model,
        random.nextInt(10_000_000),
        Map.of(),
        // What is wrong at the end of a trace that is empty, only some properties know.
        IntStream.range(0, 3 + random.nextInt(2))
            .mapToObj(i -> VERDICTS.get(random.nextInt(VERDICTS.size())))
            .toArray(Verdict[]::new));
  }
}
