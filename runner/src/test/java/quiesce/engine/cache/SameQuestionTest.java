package quiesce.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.catalogue.Catalogue;
import quiesce.engine.tlc.TlcJob;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.source.SourceFile;
import quiesce.store.Key;
import quiesce.verdict.Subject;

/** What a strategy says to its readers alone is no part of what TLC is asked. */
class SameQuestionTest {
  static List<String> catalogue() {
    return Catalogue.onClassPath().names();
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void pathTitleAndCommentsDoNotMatter(String name) {
    SourceFile file = Catalogue.onClassPath().find(name);
    String text = String.join("\n", file.lines());
    String other =
        text.replaceFirst(" \\* strategy: .*\n", "")
            .replaceFirst("( \\* title: ).*", "$1(* another\\\\\\\\* title *")
            .replaceFirst("\n(struct callbacks [{])", "\n/* One\n * of \"several. */\n\n\n$1")
            .replaceAll(";\n", "; /* (* no \\\\\\\\* comment of TLA+ */\n\n");

    assertThat(other).isNotEqualTo(text);
    assertThat(keys(SourceFile.of("elsewhere/../" + name + ".c", other))).isEqualTo(keys(file));
  }

  private static List<Key> keys(SourceFile file) {
    Specification specification =
        Subject.of(file, Options.DEFAULT.withMemory("weak")).specification();
    return Stream.concat(Stream.of(specification.safety()), specification.liveness().stream())
        .map(c -> TlcJob.of(specification.name(), specification.module(), c))
        .map(job -> JobKey.of(job, "engine", "program", List.of("java")))
        .toList();
  }
}
