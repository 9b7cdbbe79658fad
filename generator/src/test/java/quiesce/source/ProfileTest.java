package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.litmus.reading.TestReader;

/** What a kind of file may use is data, and complete. */
class ProfileTest {
  private static final Profile LITMUS = Profile.read(TestReader.class, "litmus.tsv");

  static List<Profile> profiles() {
    return List.of(Profile.STRATEGY, LITMUS);
  }

  @Test
  void refusesEachConstructSomewhere() {
    assertThat(Construct.values())
        .allMatch(c -> profiles().stream().anyMatch(p -> p.refusal(c).isPresent()));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void refusesInTwoLinesThatHaveWordsOfTheFile(Profile profile) {
    assertThat(profile.refused().values())
        .allSatisfy(
            r ->
                assertThat(Stream.of(r.message(), r.help()))
                    .allSatisfy(
                        text ->
                            assertThat(text.formatted("a", "b", "c"))
                                .isNotBlank()
                                .doesNotContain("\n")));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void hasAHintForEveryRule(Profile profile) {
    assertThat(profile.hints()).containsKeys("", "expression", "statement");
  }

  /** The documentation lists them. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "a|b(c|d)", "(un)?lock(_bh|_irq)?", "in[bwl]\\w*", "x_(?!y)\\w+"})
  void namesOfAPatternMatchIt(String pattern) {
    assertThat(PossibleNames.of(pattern))
        .isNotEmpty()
        .allMatch(
            name ->
                name.replace("*", "z").matches(pattern) || name.replace("*", "").matches(pattern));
  }
}
