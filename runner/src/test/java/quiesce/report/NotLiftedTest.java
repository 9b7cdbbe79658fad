package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quiesce.format.Junit;
import quiesce.format.Sarif;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.template.Templates;
import quiesce.verdict.Scope;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/** What passes are for is part of every report, and why they are for no more is in it once. */
class NotLiftedTest {
  private static final Templates TEMPLATES = new Templates(Optional.empty());
  private static final String WHY = "the provider visits the CPUs";
  private static final Verdict ANY = holds(Count.ANY, Optional.empty());
  private static final Verdict TWO = holds(Count.of(2), Optional.of(WHY));
  private static final String LINE = "for 2 CPUs and 2 registrations (not lifted: " + WHY + ")";
  private static final String BOUNDS =
      "passes for any number of CPUs and registrations, or for 2 CPUs and 2 registrations;"
          + " violations with 2 CPUs and 2 registrations, memory model sc, TLC 2.18";

  private static Verdict holds(Count count, Optional<String> why) {
    return new Verdict.Holds(List.of(), new Scope(count, count, Optional.empty(), why));
  }

  private static StrategyVerdicts of(String name, String memory, Verdict... verdicts) {
    return Samples.strategy(name, memory, 10, Map.of(), verdicts);
  }

  private static CheckReport report(StrategyVerdicts... strategies) {
    return new CheckReport(
        Samples.report(strategies).options().stream()
            .map(o -> o.with(Count.ANY, Count.ANY))
            .toList(),
        "TLC 2.18",
        List.of(strategies));
  }

  private static final CheckReport SEVERAL =
      report(
          of("one", "sc", TWO, TWO),
          of("two", "sc", TWO, TWO),
          of("three", "sc", ANY, TWO),
          of("four", "sc", ANY, Samples.VIOLATED));

  @Test
  void strategiesOfOneReasonAreInOneLineWithTheirPropertiesWhereOthersAreLifted() {
    assertThat(SEVERAL.notLifted()).containsExactly(LINE + ": one, two, three Init");
    assertThat(SEVERAL.bounds()).isEqualTo(BOUNDS);
  }

  @Test
  void ofOneStrategyThePropertiesAreNamedOrTheModels() {
    CheckReport report =
        report(of("s", "sc", ANY, TWO), of("s", "tso", TWO, TWO), of("s", "weak", TWO, TWO));

    assertThat(report.notLifted())
        .containsExactly("NoUseBeforeInit (sc), under tso and weak: " + LINE);
    assertThat(report(of("s", "sc", TWO, Samples.VIOLATED)).notLifted()).containsExactly(LINE);
  }

  @Test
  void manyStrategiesAreCountedAndAllAreEvery() {
    StrategyVerdicts[] many = new StrategyVerdicts[10];
    for (int i = 0; i < many.length; i++) {
      many[i] = of("s" + i, "sc", i == 0 ? ANY : TWO);
    }
    assertThat(report(many).notLifted()).containsExactly(LINE + ": 9 strategies");

    many[0] = of("s0", "sc", TWO);
    assertThat(report(many).notLifted()).containsExactly(LINE + ": every strategy");
  }

  @Test
  void aTableHasTheReasonOnceInNarrowAscii() {
    TextStyle style = new TextStyle(true, false, 60);
    String text = new TextReport(TEMPLATES, style).render(SEVERAL);

    assertThat(text).matches("\\p{ASCII}*");
    assertThat(text.lines()).allMatch(line -> line.length() <= 60);
    assertThat(text.replaceAll("\\s+", " "))
        .containsOnlyOnce(LINE + ": one, two, three Init")
        .contains(BOUNDS);
  }

  @Test
  void theFirstLineOfAPageHasTheLeastOfAModel() {
    TextReport text = new TextReport(TEMPLATES, new TextStyle(true, false));

    assertThat(text.render(report(of("s", "sc", ANY, ANY))))
        .startsWith("safe: any number of CPUs and registrations; under sc\n");
    assertThat(text.render(report(of("s", "sc", ANY, TWO), of("s", "tso", TWO))))
        .startsWith(
            "safe: 2 CPUs and 2 registrations (in part any number) under sc; 2 CPUs and 2"
                + " registrations under tso\n");
  }

  @Test
  void documentsForProgramsHaveThem() throws Exception {
    JsonNode sarif = Sarif.read(SarifReport.render(SEVERAL));
    JsonNode json = new ObjectMapper().readTree(JsonReport.render(SEVERAL)).get("results");
    String junit = new JunitReport(TEMPLATES).render(SEVERAL);

    assertThat(sarif.at("/runs/0/properties/bounds").textValue()).isEqualTo(BOUNDS);
    assertThat(sarif.at("/runs/0/properties/notLifted"))
        .extracting(JsonNode::textValue)
        .containsExactly(LINE + ": one, two, three Init");
    assertThat(Junit.elements(Junit.read(junit), "property"))
        .filteredOn(p -> p.getAttribute("name").equals("not lifted"))
        .extracting(p -> p.getAttribute("value"))
        .containsExactly(LINE, LINE, "NoUseBeforeInit: " + LINE);
    assertThat(json)
        .filteredOn(r -> r.get("verdict").textValue().equals("holds"))
        .allMatch(r -> r.get("cpus").asText().equals("any") != r.has("notLifted"));
    assertThat(json)
        .filteredOn(r -> r.get("verdict").textValue().equals("violated"))
        .allMatch(r -> r.get("cpus").intValue() == Options.DEFAULT.cpus().number());
  }

  @Test
  void documentsForPeopleHaveThem() {
    assertThat(new MarkdownReport(TEMPLATES).summary(SEVERAL)).containsOnlyOnce(WHY);
    assertThat(new KtapReport(TEMPLATES).render(SEVERAL, List.of()))
        .contains("# quiesce: " + LINE + ": one, two, three Init\n");
  }
}
