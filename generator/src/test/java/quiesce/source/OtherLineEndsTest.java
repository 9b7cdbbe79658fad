package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Unicode calls the end of a line and C does not. */
class OtherLineEndsTest {
  @ParameterizedTest
  @ValueSource(strings = {"\u2028", "\u2029", "\u0085"})
  void inFrontMatterTheyAreBlanks(String end) {
    FrontMatter front =
        Parser.frontMatter(
            SourceFile.of(
                "a.c", "/**\n * strategy: one\n * title: up" + end + "down\n * note: last\n */\n"));

    assertThat(front.first("title")).contains("up down");
    assertThat(front.all("note").get(0).place()).isEqualTo(new Place(4, 4));
  }
}
