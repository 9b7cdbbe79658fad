package quiesce.engine.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.tla.Value;
import quiesce.tla.Value.Bool;
import quiesce.tla.Value.FunctionOf;
import quiesce.tla.Value.Int;
import quiesce.tla.Value.Interval;
import quiesce.tla.Value.ModelValue;
import quiesce.tla.Value.RecordOf;
import quiesce.tla.Value.Seq;
import quiesce.tla.Value.SetOf;
import quiesce.tla.Value.Str;

class ValueParserTest {
  @Property(tries = 500)
  void whatIsPrintedIsReadAsTheSameValue(@ForAll("values") Value value) {
    assertThat(ValueParser.parse(value.toString())).isEqualTo(value);
  }

  @Property(tries = 200)
  void lineBreaksBetweenTokensDoNotMatter(@ForAll("plainValues") Value value) {
    String broken = value.toString().replace(", ", ",\n   ").replace(" @@ ", " @@\n  ");

    assertThat(ValueParser.parse("\n  " + broken + "\n")).isEqualTo(value);
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      assertThat(ValueParser.parse(text)).isNotNull();
    } catch (ValueSyntaxException e) {
      assertThat(e).hasMessageMatching("(?s)(expected|a value is|not an integer).*");
    }
  }

  @Test
  void readsWhatTlcPrints() {
    assertThat(ValueParser.parse("( 0 :> {a, \"x\"} @@\n  1 :> << >> )"))
        .isEqualTo(
            new FunctionOf(
                Map.of(
                    new Int(0),
                    new SetOf(Set.of(new ModelValue("a"), new Str("x"))),
                    new Int(1),
                    new Seq(List.of()))));
    assertThat(ValueParser.parse("[a |-> -1, b_2 |-> TRUE]"))
        .isEqualTo(new RecordOf(Map.of("a", new Int(-1), "b_2", new Bool(true))));
    assertThat(ValueParser.parse("-3..-1")).isEqualTo(new Interval(-3, -1));
    assertThat(ValueParser.parse("null")).isEqualTo(new ModelValue("null"));
    assertThat(ValueParser.parse("1st")).isEqualTo(new ModelValue("1st"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{1,}",
        "<<1",
        "<1>",
        "[]",
        "[a]",
        "[a |-> ]",
        "()",
        "(a)",
        "(a :> 1",
        "1..",
        "1 2",
        "\"open",
        "-",
        "--1",
        "99999999999999999999",
        "[S -> T]",
        "TRUE FALSE"
      })
  void refusesWhatIsNoValue(String text) {
    assertThatThrownBy(() -> ValueParser.parse(text)).isInstanceOf(ValueSyntaxException.class);
  }

  @Test
  void readsNestingOfFiveHundredLevels() {
    String text = "<<".repeat(500) + ">>".repeat(500);

    assertThat(ValueParser.parse(text)).hasToString(text);
  }

  @Test
  void refusesNestingWithoutEndInsteadOfOverflowing() {
    assertThatThrownBy(() -> ValueParser.parse("{".repeat(1_000_000)))
        .isInstanceOf(ValueSyntaxException.class)
        .hasMessageContaining("nested more than 1000 deep");
  }

  @Provide
  Arbitrary<Value> values() {
    return nested(Arbitraries.oneOf(plainLeaves(), Arbitraries.strings().map(Str::new)));
  }

  /** Without strings, which may hold what looks like a separator. */
  @Provide
  Arbitrary<Value> plainValues() {
    return nested(plainLeaves());
  }

  private static Arbitrary<Value> plainLeaves() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Int::new),
        Arbitraries.of(true, false).map(Bool::new),
        names().filter(n -> !n.equals("TRUE") && !n.equals("FALSE")).map(ModelValue::new),
        Arbitraries.integers().tuple2().map(t -> new Interval(t.get1(), t.get2())));
  }

  private static Arbitrary<Value> nested(Arbitrary<Value> leaves) {
    Arbitrary<Value> values = leaves;
    for (int level = 0; level < 3; level++) {
      values = Arbitraries.oneOf(leaves, composed(values));
    }
    return values;
  }

  private static Arbitrary<Value> composed(Arbitrary<Value> parts) {
    return Arbitraries.oneOf(
        parts.list().ofMaxSize(4).map(Seq::new),
        parts.list().ofMaxSize(4).map(LinkedHashSet::new).map(SetOf::new),
        Arbitraries.maps(names(), parts).ofMinSize(1).ofMaxSize(3).map(RecordOf::new),
        Arbitraries.maps(parts, parts).ofMinSize(1).ofMaxSize(3).map(FunctionOf::new));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .withChars('_')
        .ofMinLength(1)
        .ofMaxLength(8);
  }
}
