package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.catalogue.Catalogue;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.template.TemplateFailure;

class SubjectTest {
  private static final Options ANY = Options.DEFAULT.with(Count.ANY, Count.ANY);

  @TempDir Path templates;

  /** So that the first check begins while there is no specification of the others. */
  @Test
  void nothingIsGeneratedBeforeItIsNeeded() throws IOException {
    Files.createDirectories(templates.resolve("tla"));
    Files.writeString(templates.resolve("tla/module.ftl"), "<#if");
    Options any = ANY.withTemplates(Optional.of(templates));

    List<Subject> subjects =
        Stream.of("rcu", "built-in")
            .map(name -> Subject.of(Catalogue.onClassPath().find(name), any))
            .toList();

    assertThat(Campaign.inOrder(subjects))
        .extracting(Subject::name)
        .containsExactly("built-in", "rcu");
    assertThatThrownBy(subjects.get(0)::first).isInstanceOf(TemplateFailure.class);
    assertThatThrownBy(subjects.get(0)::specification).isInstanceOf(TemplateFailure.class);
  }

  @Test
  void eachIsGeneratedOnce() {
    Subject subject = Subject.of(Catalogue.onClassPath().find("rcu"), ANY);

    assertThat(subject.first()).isSameAs(subject.first());
    assertThat(subject.specification()).isSameAs(subject.specification());
  }
}
