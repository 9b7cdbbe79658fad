package quiesce.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.report.GrowingReport;
import quiesce.report.TextReport;
import quiesce.report.TextStyle;
import quiesce.template.Templates;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;

/** The catalogue says of each strategy what TLC says. */
class CatalogueTest {
  /** The first ones that the project was made for; there may be more. */
  private static final List<String> THREAD =
      List.of(
          "global-plain",
          "global-once",
          "global-sync-reload",
          "rcu-once",
          "rcu",
          "rcu-wait-first",
          "per-cpu-broadcast",
          "per-cpu-owner",
          "per-cpu-migrating",
          "static-call",
          "static-call-sync",
          "static-call-kvm",
          "guarded-by-guest",
          "state-call",
          "optional-slot",
          "built-in",
          "locked");

  /** As users have it. */
  private static final Options ANY = Options.DEFAULT.with(Count.ANY, Count.ANY);

  @Test
  void holdsEveryStrategyOfTheThread() {
    assertThat(Strategies.names()).containsAll(THREAD);
  }

  @Test
  void everyStrategyHasTheVerdictsThatItDeclares() {
    List<StrategyVerdicts> all =
        Strategies.check(Strategies.names().stream().map(n -> Strategies.subject(n, ANY)).toList());
    for (StrategyVerdicts strategy : all) {
      assertThat(strategy.properties())
          .as(strategy.subject().name() + ": " + Strategies.titles(strategy))
          .allMatch(p -> p.expected().isPresent(), "declares a verdict")
          .noneMatch(PropertyVerdict::unknown)
          .noneMatch(PropertyVerdict::unexpected);
    }
    everyPropertyIsSeenToHoldAndToBeViolated(all);
    theDocumentationShowsTheirMatrix(all);
  }

  /** Row by row: the order of the rows is that of the work that they are expected to be. */
  private static void theDocumentationShowsTheirMatrix(List<StrategyVerdicts> all) {
    GrowingReport matrix =
        new TextReport(new Templates(Optional.empty()), new TextStyle(false, false))
            .growing(
                all.stream().map(StrategyVerdicts::subject).toList(),
                EnumSet.allOf(Property.class),
                List.of(Options.DEFAULT));
    assertThat(page("catalogue.md").lines())
        .contains(matrix.head().stripTrailing())
        .containsAll(all.stream().map(s -> matrix.decided(s).stripTrailing()).toList());
  }

  private static String page(String name) {
    try {
      return Files.readString(Path.of("..", "docs", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void everyPropertyIsSeenToHoldAndToBeViolated(List<StrategyVerdicts> all) {
    for (Property property : Property.values()) {
      Stream<Class<? extends Verdict>> seen =
          all.stream()
              .flatMap(s -> s.properties().stream())
              .filter(p -> p.property() == property)
              .map(p -> p.verdict().getClass());
      Set<Class<? extends Verdict>> kinds = seen.collect(java.util.stream.Collectors.toSet());
      assertThat(kinds).as(property.title()).contains(Verdict.Violated.class);
      if (property != Property.READERS_COMPLETE) {
        assertThat(kinds).as(property.title()).contains(Verdict.Holds.class);
      }
    }
  }

  @Test
  void theReloadingReaderNeedsNoMoreStatesThanTheSpecificationWrittenByHand() {
    Set<Property> butOne = EnumSet.allOf(Property.class);
    butOne.remove(Property.NO_NULL_DEREFERENCE);
    assertThat(distinct("global-sync-reload", butOne)).isBetween(50L, 220L);
  }

  @Test
  void theReaderUnderRcuNeedsFewStates() {
    assertThat(distinct("rcu", EnumSet.allOf(Property.class))).isBetween(50L, 300L);
  }

  private static long distinct(String name, Set<Property> wanted) {
    Subject subject = Strategies.subject(name, Options.DEFAULT);
    return Optional.of(Strategies.check(List.of(subject), wanted).get(0))
        .flatMap(StrategyVerdicts::explored)
        .orElseThrow()
        .distinct();
  }
}
