package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.property.Property;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

class ExpectationReaderTest {
  @Test
  void allHoldSpeaksOfWhatApplies() {
    Expectations expectations = read("sc", "expect: all hold");

    assertThat(expectations.of(Property.NO_DEADLOCK, true)).contains(Expectation.HOLDS);
    assertThat(expectations.of(Property.NO_DEADLOCK, false)).isEmpty();
  }

  @Test
  void propertiesAreNamedOverSeveralLines() {
    Expectations expectations =
        read(
            "sc",
            "expect: violates NoNullDereference,",
            "        NoWarning",
            "expect: holds NoDeadlock",
            "expect: n/a SingleProvider");

    assertThat(expectations.of(Property.NO_WARNING, true)).contains(Expectation.VIOLATED);
    assertThat(expectations.of(Property.NO_DEADLOCK, true)).contains(Expectation.HOLDS);
    assertThat(expectations.of(Property.SINGLE_PROVIDER, true))
        .contains(Expectation.NOT_APPLICABLE);
    assertThat(expectations.of(Property.CONSISTENT_SNAPSHOT, true)).isEmpty();
  }

  @Test
  void anEntryForAMemoryModelCountsForThatOneOnly() {
    String[] entries = {"expect sc: holds NoDeadlock", "expect weak: violates NoDeadlock"};

    assertThat(read("sc", entries).of(Property.NO_DEADLOCK, true)).contains(Expectation.HOLDS);
    assertThat(read("weak", entries).of(Property.NO_DEADLOCK, true)).contains(Expectation.VIOLATED);
    assertThat(read("tso", entries)).isEqualTo(Expectations.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          expect: holds NoDeadlok              | 2:18: error: unknown property 'NoDeadlok'
          expect tso: holds NoDeadlok          | 2:22: error: unknown property 'NoDeadlok'
          expect: holds NoDeadlock,            | 2:4: error: unknown property ''
          expect: holds                        | 2:4: error: not an expectation: 'holds'
          expect: fine                         | 2:4: error: not an expectation: 'fine'
          expect wek: all hold                 | 2:4: error: unknown memory model 'wek'
          """)
  void whatIsNoExpectationIsRefusedWithItsPlace(String entry, String message) {
    assertThatThrownBy(() -> read("sc", entry))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("s.c:" + message);
  }

  @Test
  void contradictionsAreRefused() {
    assertThatThrownBy(() -> read("sc", "expect: holds NoDeadlock", "expect: violates NoDeadlock"))
        .hasMessageContaining("s.c:3:21: error: NoDeadlock is expected to be violated here and");
    assertThatThrownBy(() -> read("sc", "expect: all hold", "expect: violates NoDeadlock"))
        .hasMessageContaining("s.c:2:4: error: all hold, and NoDeadlock is expected");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(() -> read("sc", "expect: holds A, B", "expect: perhaps"))
        .isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.diagnostics()).hasSize(3));
  }

  private static Expectations read(String memory, String... entries) {
    String text = "/** strategy: s\n * " + String.join("\n * ", entries) + "\n */\nint x;\n";
    return ExpectationReader.read(Parser.parse(SourceFile.of("s.c", text)), memory);
  }
}
