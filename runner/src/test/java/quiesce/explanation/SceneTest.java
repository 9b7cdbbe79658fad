package quiesce.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.golden.Golden;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;
import quiesce.verdict.Checker;
import quiesce.verdict.Limits;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;

class SceneTest {
  private static final Path MACHINE = Path.of("src", "test", "resources", "machine");

  private static final Engine ENGINE = Engines.start();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "locked, sc, NoDeadlock",
    "per-cpu-migrating, sc, NoDereferenceAfterTeardown",
    "two-providers, sc, SingleProvider",
    "rcu-wait-first, tso, NoDereferenceAfterTeardown",
    "rcu-once, weak, NoUseBeforeInit",
  })
  void everySceneTellsTheMachineBetweenTwoEvents(String strategy, String memory, String property)
      throws IOException {
    Counterexample example = example(strategy, memory, property);

    assertThat(example.scenes()).hasSize(example.events().size() + 1);
    assertThat(example.scenes().stream().map(SceneTest::names).distinct()).hasSize(1);
    Golden.check("scenes/" + strategy + "-" + memory + ".txt", text(example));
  }

  @Test
  void theLastSceneOfAFaultNamesIt() throws IOException {
    Counterexample example = example("rcu-wait-first", "sc", "NoDereferenceAfterTeardown");
    Scene last = example.scenes().get(example.scenes().size() - 1);

    assertThat(last.parts().get(last.parts().size() - 1).cells())
        .extracting(Scene.Cell::value)
        .anyMatch(v -> v.contains("use after teardown"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sc", "tso", "weak"})
  void tasksOfTwoKindsAreToldApartUnderEachMemoryModel(String memory) throws IOException {
    Counterexample example = example(MACHINE.resolve("locks/ab-ba.c"), memory, "NoDeadlock");

    assertThat(example.events())
        .extracting(Event::function)
        .contains("forth", "back")
        .doesNotContain("");
    Golden.check("scenes/ab-ba-" + memory + ".txt", text(example));
  }

  @Test
  void theStepThatClosesALassoIsToldToo() throws IOException {
    Counterexample example =
        example(MACHINE.resolve("control/test-then-set-lock.c"), "sc", "ReadersComplete");

    assertThat(example.backTo()).isPresent();
    assertThat(example.events().get(example.events().size() - 1).source())
        .isEqualTo("__task void forth(void)");
  }

  private static Counterexample example(String strategy, String memory, String property)
      throws IOException {
    return example(Path.of("..", "specs", strategy, "strategy.c"), memory, property);
  }

  private static Counterexample example(Path file, String memory, String property)
      throws IOException {
    Subject subject =
        Subject.of(
            SourceFile.of(file.toString(), Files.readString(file)),
            Options.DEFAULT.withMemory(memory));
    Property wanted = Property.named(property).orElseThrow();
    Verdict verdict =
        new Checker(ENGINE, Limits.NONE)
            .check(subject, Set.of(wanted))
            .properties()
            .get(0)
            .verdict();
    return Explainer.explain(subject.specification(), wanted, ((Verdict.Violated) verdict).trace());
  }

  private static List<String> names(Scene scene) {
    return scene.parts().stream()
        .flatMap(p -> p.cells().stream().map(c -> p.title() + "/" + c.label()))
        .toList();
  }

  private static String text(Counterexample example) {
    StringBuilder text = new StringBuilder(text(example.scenes().get(0)));
    for (int i = 0; i < example.events().size(); i++) {
      Event e = example.events().get(i);
      text.append("\n== CPU ").append(e.cpu()).append(": ").append(e.note()).append("\n");
      text.append(text(example.scenes().get(i + 1)));
    }
    return text.toString();
  }

  private static String text(Scene scene) {
    return scene.parts().stream()
        .map(
            p ->
                p.cells().stream()
                    .map(c -> "  " + c.label() + ": " + c.value() + "\n")
                    .collect(Collectors.joining("", p.title() + "\n", "")))
        .collect(Collectors.joining());
  }
}
