package quiesce.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.template.TemplateFailure;
import quiesce.template.Templates;

/** Templates that somebody else has written fill in text and do nothing else. */
class UserTemplatesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${'freemarker.template.utility.Execute'?new()('touch made')}",
        "${'freemarker.template.utility.ObjectConstructor'?new()('java.io.File', 'made')}",
        "<#assign run = 'freemarker.template.utility.JythonRuntime'?new()><@run>x</@run>",
        "${given?api.toString()}",
        "${given.toFile().createNewFile()?c}",
        "${given.parent}",
        "${text.class.forName('java.lang.Runtime')}",
        "${text.class.classLoader}",
        "<#include '/../secret.ftl'>",
        "<#include 'file:///etc/passwd'>",
        "<#import '../../secret.ftl' as s>"
      })
  void runNoCodeAndReadNoOtherFiles(String template) throws IOException {
    Files.writeString(directory.resolve("secret.ftl"), "secret");

    refuses(template, Duration.ofMinutes(1));
    assertThat(directory.resolve("made")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#list 1.. as i></#list>",
        "<#list 1.. as i>${i}</#list>",
        "<#macro again><@again/></#macro><@again/>",
        "<#function again><#return again()></#function>${again()}",
        "${(1..)?filter(i -> false)?first!''}",
        "<#include 'endless.ftl'>"
      })
  void areStoppedWhenTheyDoNotEnd(String template) throws IOException {
    refuses(template, Duration.ofSeconds(2));
  }

  @Test
  void mayNotBeLinksThatLeadOutOfTheirDirectory() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret.ftl"), "secret");
    Path templates = Files.createDirectory(directory.resolve("templates"));
    Files.createSymbolicLink(templates.resolve("endless.ftl"), secret);

    assertThatExceptionOfType(TemplateFailure.class)
        .isThrownBy(() -> render(templates, Duration.ofMinutes(1)))
        .withMessageStartingWith("template endless.ftl cannot be used: ");
  }

  @Test
  void mayNotBindAVariableInsideAnotherOfItsName() throws IOException {
    Path steps = Files.createDirectories(directory.resolve("tla/steps"));
    String bound = "<@action.exists variable=\"o\" set=\"Objects\">";
    Files.writeString(
        steps.resolve("GracePeriodEnds.ftl"),
        bound + bound + "${action.outcomes()}</@action.exists></@action.exists>");
    Options options = Options.DEFAULT.withTemplates(Optional.of(directory));

    assertThatExceptionOfType(TemplateFailure.class)
        .isThrownBy(() -> Samples.emit(Samples.RCU, options))
        .withMessageContaining("o has a meaning here already; choose another name");
  }

  /** What is not handed over would be missing among the variables that change. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/\\ retired' = {} | template tla/steps/GracePeriodEnds.ftl writes text: /\\ retired' = {}",
        "<@action.condition>retired' = {}</@action.condition> | template tla/steps/GracePeriodEnds.ftl:1:1: a"
            + " condition has a prime; write <@action.update variable=\"x\">value</@action.update>"
      })
  void ofStepsHandOverWhatChanges(String template, String message) throws IOException {
    Path steps = Files.createDirectories(directory.resolve("tla/steps"));
    Files.writeString(steps.resolve("GracePeriodEnds.ftl"), template + "${action.outcomes()}");
    Options options = Options.DEFAULT.withTemplates(Optional.of(directory));

    assertThatExceptionOfType(TemplateFailure.class)
        .isThrownBy(() -> Samples.emit(Samples.RCU, options))
        .withMessageStartingWith(message);
  }

  private void refuses(String template, Duration longest) throws IOException {
    Path templates = Files.createDirectory(directory.resolve("templates"));
    Files.writeString(templates.resolve("endless.ftl"), template);

    assertThatExceptionOfType(TemplateFailure.class)
        .isThrownBy(() -> render(templates, longest))
        .withMessageStartingWith("template ");
  }

  private String render(Path templates, Duration longest) {
    return new Templates(Optional.of(templates), "", longest)
        .render("endless.ftl", Map.of("given", directory.resolve("made"), "text", "text"));
  }
}
