package quiesce.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.analysis.Facts;
import quiesce.analysis.Machine;
import quiesce.memory.MemoryModel;
import quiesce.steps.Step;
import quiesce.template.TemplateFailure;
import quiesce.template.Templates;

/** Each step has one template, each template one step, and a bad template is named. */
class StepTemplatesTest {
  private static final Path STEPS = Path.of("../templates/tla/steps");

  @TempDir Path overrides;

  @Test
  void stepsAndTemplatesMatchOneToOne() throws IOException {
    Set<String> templates;
    try (Stream<Path> files = Files.list(STEPS)) {
      templates =
          files
              .map(f -> f.getFileName().toString().replaceFirst("\\.ftl$", ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    assertThat(records(Step.class).map(Class::getSimpleName)).containsExactlyElementsOf(templates);
  }

  /** A question that nobody answers is a missing value, which {@code ?has_content} takes for no. */
  @Test
  void templatesAskTheActionOnlyWhatItAnswers() throws IOException {
    Path memory = STEPS.resolveSibling("memory");
    try (Stream<Path> steps = Files.walk(STEPS);
        Stream<Path> models = Files.walk(memory)) {
      for (Path file : Stream.concat(steps, models).filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        assertThat(asked("action\\.(\\w+)", text))
            .as(file.toString())
            .isSubsetOf(answers(ActionScope.class));
        assertThat(asked("action\\.sections\\.(\\w+)", text))
            .as(file.toString())
            .isSubsetOf(answers(SectionScope.class));
      }
    }
  }

  private static Set<String> asked(String pattern, String text) {
    return Pattern.compile("\\b" + pattern)
        .matcher(text)
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toSet());
  }

  /** The names of methods and, as templates have them, of properties. */
  private static Set<String> answers(Class<?> scope) {
    return Arrays.stream(scope.getMethods())
        .map(Method::getName)
        .flatMap(
            m -> {
              String property = m.replaceFirst("^(get|is)", "");
              return property.isEmpty()
                  ? Stream.of(m)
                  : Stream.of(
                      m, property.substring(0, 1).toLowerCase(Locale.ROOT) + property.substring(1));
            })
        .collect(Collectors.toSet());
  }

  @Test
  void missingTemplateIsNamed() {
    assertThatThrownBy(() -> new Templates(Optional.empty()).render("tla/steps/X.ftl", Map.of()))
        .isInstanceOf(TemplateFailure.class)
        .hasMessage("template tla/steps/X.ftl is missing");
  }

  @Test
  void templateThatAMemoryModelLacksIsNamed() {
    MemoryModel none =
        new MemoryModel() {
          @Override
          public String name() {
            return "none";
          }

          @Override
          public String title() {
            return "none";
          }

          @Override
          public Machine machine(Facts facts) {
            return new Machine() {};
          }
        };
    assertThatThrownBy(() -> Samples.emit(Samples.RCU, Options.DEFAULT.withMemory(none)))
        .isInstanceOf(TemplateFailure.class)
        .hasMessage("template tla/memory/none/variables.ftl is missing");
  }

  @Test
  void macroThatAMemoryModelLacksIsNamed() throws IOException {
    override("tla/memory/sc/memory.ftl", "<#macro readLock></#macro>");
    assertThatThrownBy(() -> Samples.emit(Samples.ONCE, overridden()))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageMatching(
            "template tla/steps/\\w+\\.ftl:\\d+:\\d+: no such value: memory\\.\\w+");
  }

  @Test
  void malformedTemplateIsNamedWithItsLine() throws IOException {
    override("tla/steps/Load.ftl", "\n<#if");
    assertThatThrownBy(() -> Samples.emit(Samples.ONCE, overridden()))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageContaining("tla/steps/Load.ftl");
  }

  @Test
  void templateThatAsksForNothingThereIsNamedWithItsLine() throws IOException {
    override("tla/steps/Load.ftl", "\n${step.nothing}");
    assertThatThrownBy(() -> Samples.emit(Samples.ONCE, overridden()))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageContaining("tla/steps/Load.ftl:2")
        .hasMessageContaining("step.nothing");
  }

  @Test
  void overrideReplacesOneTemplateAlone() throws IOException {
    override("tla/properties/NoNullDereference.ftl", "NoNullDereference == TRUE");
    assertThat(Samples.emit(Samples.ONCE, overridden()).module())
        .contains("NoNullDereference == TRUE")
        .contains("NoUseBeforeInit == \"use before initialisation\"");
  }

  @Test
  void directoryOfOverridesMustBeThere() {
    Options options = Options.DEFAULT.withTemplates(Optional.of(overrides.resolve("gone")));
    assertThatThrownBy(() -> Samples.emit(Samples.ONCE, options))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageContaining("gone");
  }

  private Options overridden() {
    return Options.DEFAULT.withTemplates(Optional.of(overrides));
  }

  private void override(String name, String text) throws IOException {
    Path file = overrides.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Stream<Class<?>> records(Class<?> family) {
    return family.isRecord()
        ? Stream.of(family)
        : Arrays.stream(family.getPermittedSubclasses())
            .flatMap(StepTemplatesTest::records)
            .sorted((a, b) -> a.getSimpleName().compareTo(b.getSimpleName()))
            .distinct();
  }
}
