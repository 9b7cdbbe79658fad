package quiesce.tla;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed is read as what it was, however wide a line is. */
class PrinterTest {
  @Provide
  Arbitrary<Expression> expressions() {
    return SampleExpressions.all();
  }

  @Property(tries = 200)
  void isReadAsItWasWhateverTheWidth(
      @ForAll("expressions") Expression e,
      @ForAll @IntRange(min = 1, max = 150) int width,
      @ForAll @IntRange(min = 0, max = 30) int column) {
    String printed = " ".repeat(column) + Printer.print(e, width, column);

    assertThat(Reader.expression(printed)).as(printed).contains(e);
  }

  @Property(tries = 200)
  void isReadAsItWasAfterAnEqualsSign(
      @ForAll("expressions") Expression e, @ForAll @IntRange(min = 1, max = 150) int width) {
    String before = "[r EXCEPT !.x = ";
    String printed = before + Printer.printAfterEquals(e, width, before.length()) + "]";

    assertThat(Reader.expression(printed))
        .as(printed)
        .map(x -> ((Expression.Except) x).changes().get(0).value())
        .contains(e);
  }

  @Provide
  Arbitrary<Expression> simple() {
    return SampleExpressions.deep(1);
  }

  @Property(tries = 200)
  void breaksALineThatIsTooLong(@ForAll("simple") Expression e) {
    assertThat(longest(Printer.print(e, 45, 0))).isLessThanOrEqualTo(45);
  }

  private static int longest(String text) {
    return text.lines().mapToInt(String::length).max().orElse(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a /\\ b /\\ c",
        "(a \\/ b) /\\ c",
        "~(x = y)",
        "~x[c].held",
        "x # y => z",
        "(x + y) - z",
        "x + y + z",
        "faults \\cup A \\cup (IF p THEN {\"warning\"} ELSE {})",
        "{x \\in S : x.at # \"idle\"}",
        "{<<\"sample\", q>> : q \\in CPUs}",
        "\\A a \\in Agents, l \\in Locations : v[a][l] = 1",
        "[sample EXCEPT ![c].at = \"idle\", ![c].obj = NULL]",
        "[mem EXCEPT !.buffer[a] = Append(@, [to |-> l, value |-> v])]",
        "[c \\in CPUs |-> sample_Idle]",
        "CHOOSE o \\in Objects : life[o] = \"raw\"",
        "LET own == f[a] Of(x) == x IN own + Of(1)",
        "CASE l = p -> 1 [] OTHER -> 0",
        "Init /\\ [][Next]_vars",
        "[]<><<Drain(a)>>_vars",
        "WF_vars(provider_GoesOn)",
        "[at : {\"idle\", \"call\"}, cbs : Objects \\cup {NULL}]",
        "[Objects -> {\"raw\", \"live\"}]",
        "{0} \\cup (UNION {{i} : i \\in S})",
        "(A \\X B) \\X C",
        "SUBSET ({\"reader\"} \\X Tasks)",
        "UNCHANGED <<x, y>>",
        "x' = [x EXCEPT ![1] = (-2)]",
        "SelectSeq(s, LAMBDA e : e.to = l)"
      })
  void oneLineStaysAsItWas(String text) {
    assertThat(Reader.expression(text)).map(Expression::text).contains(text);
  }

  @Test
  void breaksARecordUpdateFieldByField() {
    assertThat(printed("[sample EXCEPT ![c].at = \"call\", ![c].cbs = perf_guest_cbs]", 40))
        .isEqualTo(
            """
            [sample EXCEPT
             ![c].at = "call",
             ![c].cbs = perf_guest_cbs]""");
  }

  @Test
  void breaksAConjunctionIntoBullets() {
    assertThat(printed("\\E m \\in Readable(memory, a) : m.id = one /\\ (m.seen \\/ m.late)", 30))
        .isEqualTo(
            """
            \\E m \\in Readable(memory, a) :
              /\\ m.id = one
              /\\ m.seen \\/ m.late""");
  }

  @Test
  void putsBulletsInParenthesesWhereTheyWouldSwallowWhatFollows() {
    assertThat(printed("first /\\ second => third", 12))
        .isEqualTo(
            """
            (/\\ first
             /\\ second)
              => third""");
  }

  @Test
  void continuesAUnionBelowItsOperator() {
    assertThat(printed("faults \\cup Misuse(sample[c].cbs) \\cup Stale(sample[c].cbs)", 40))
        .isEqualTo(
            """
            faults \\cup Misuse(sample[c].cbs)
                   \\cup Stale(sample[c].cbs)""");
  }

  @Test
  void bulletsEndWhereTlaEndsThem() {
    assertThat(Reader.expression("/\\ a\n/\\ b => c").map(Expression::text))
        .contains("a /\\ (b => c)");
    assertThat(Reader.expression("/\\ \\/ a\n   \\/ b\n/\\ c").map(Expression::text))
        .contains("(a \\/ b) /\\ c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "[Next]", "x ==", "{x", "\"open", "`a`", "2147483648"})
  void doesNotReadWhatItDoesNotKnow(String text) {
    assertThat(Reader.expression(text)).isEmpty();
    assertThat(Expression.of(text)).isInstanceOf(Expression.Raw.class);
  }

  private static String printed(String text, int width) {
    return Printer.print(Reader.expression(text).orElseThrow(), width, 0);
  }
}
