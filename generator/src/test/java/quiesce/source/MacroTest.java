package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Macros expand as C says. */
class MacroTest {
  private static final String DEFINITIONS =
      """
      #define ONE 1
      #define TWO (ONE + ONE)
      #define EMPTY
      #define self self + 1
      #define ping pong x
      #define pong ping y
      #define id(a) a
      #define twice(a) a a
      #define call id
      #define open id(
      #define pair(a, b) a/b
      #define zero() none
      #define f(a) f(a + ONE)
      #define late LATE
      #define LATE 7
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TWO | ( 1 + 1 )",
        "EMPTY x EMPTY | x",
        "self | self + 1",
        "ping | ping y x",
        "id(TWO) | ( 1 + 1 )",
        "id | id",
        "id (x) | x",
        "id() | ''",
        "call(x) | x",
        "open x) y | x y",
        "pair((x, y), id(z)) | ( x , y ) / z",
        "pair(,x) | / x",
        "zero() zero ( ) zero | none none zero",
        "f(f(2)) | f ( f ( 2 + 1 ) + 1 )",
        "twice(twice(x)) | x x x x",
        "id(id)(x) | id ( x )",
        "late | 7",
        "p->ONE | p -> 1",
        "ONES ONE1 | ONES ONE1",
      })
  void expandsAsInC(String use, String expanded) {
    assertThat(words(DEFINITIONS + use)).isEqualTo(expanded);
  }

  @Test
  void holdsFromItsDefinitionToItsEnd() {
    assertThat(words("A\n#define A B\nA\n#undef A\nA\n#define A C\nA")).isEqualTo("A B A C");
  }

  @Test
  void aWordIsWhereTheMacroIsUsedAndAnArgumentWhereItIsWritten() {
    String text = "#define sum(a) (a + 1)\n\nint x = sum(sum(y));\n";
    SourceFile file = SourceFile.of("macro.c", text);
    Diagnostics diagnostics = new Diagnostics(file);
    List<Place> places =
        Preprocessor.processed(KernelC.words(text), Configuration.none(), diagnostics).stream()
            .filter(ExpandedToken.class::isInstance)
            .map(diagnostics::place)
            .toList();

    assertThat(places).doesNotHaveDuplicates();
    assertThat(places.stream().map(p -> p.line() + ":" + p.column()))
        .containsExactly("3:9", "3:13", "3:17", "3:13", "3:13", "3:13", "3:9", "3:9", "3:9");
  }

  /** Each doubles the one before, as words or as arguments, or calls itself through another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#define M%2$d M%1$d M%1$d | M60",
        "#define M%2$d(x) M%1$d(x x) | M60(y)",
        "#define M%2$d(x) M%1$d(M%1$d(x) x) | M60(y)",
        "#define M%2$d M%1$d | M200"
      })
  void whatExpandsToTooMuchIsRefused(String definition, String use) {
    String text =
        IntStream.range(0, 200)
            .mapToObj(i -> definition.formatted(i, i + 1) + "\n")
            .collect(Collectors.joining("", "#define M0(x) x\n", use));

    assertThatThrownBy(() -> words(text))
        .isInstanceOf(SourceException.class)
        .hasMessageMatching(
            "(?s)macro.c:202:1: error: (more than 20,000 words|macros are nested).*");
  }

  @Test
  void argumentsWithinArgumentsAreRefusedBeforeTheStackIsFull() {
    assertThatThrownBy(() -> words("#define f(x) x\n" + "f(".repeat(2000) + ")".repeat(2000)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("macros are nested more than 100 deep");
  }

  /**
   * Macros whose words are in parentheses are functions: their values are those of a calculation.
   */
  @Property(tries = 100)
  void nestedMacrosHaveTheValuesOfTheirCalculation(@ForAll long seed) {
    Sums sums = new Sums(new Random(seed));
    Expression expanded = returned(sums.text());

    assertThat(value(expanded)).as(sums.text()).isEqualTo(sums.value);
  }

  /** Definitions in which each macro uses those before, and an expression with its value. */
  private static final class Sums {
    private final Random random;
    private final StringBuilder definitions = new StringBuilder();
    private final List<int[]> macros = new ArrayList<>();
    private final String use;
    private final int value;

    /** The text of an expression, and its value for some values of a and b. */
    private record Sum(String text, int value) {}

    Sums(Random random) {
      this.random = random;
      for (int i = random.nextInt(3); i >= 0; i--) {
        // M(a, b) is p * a + q * b + r, by way of the macros before.
        int[] of = coefficients(3);
        definitions.append("#define M%d(a, b) (%s)\n".formatted(macros.size(), body(of)));
        macros.add(of);
      }
      Sum all = sum(2);
      this.use = all.text();
      this.value = all.value();
    }

    private int[] coefficients(int bound) {
      return random.ints(3, -bound, bound + 1).toArray();
    }

    /**
     * A linear function of a and b as a sum with one of an earlier macro, which changes {@code of}.
     */
    private String body(int[] of) {
      String own = "%d * (a) + (b) * %d + %d".formatted(of[0], of[1], of[2]);
      if (macros.isEmpty()) {
        return own;
      }
      int index = random.nextInt(macros.size());
      int[] other = macros.get(index);
      of[0] += other[1];
      of[1] += other[0];
      of[2] += other[2];
      return own + " + M%d(b, a)".formatted(index);
    }

    private Sum sum(int depth) {
      if (depth == 0 || random.nextInt(4) == 0) {
        int number = random.nextInt(4);
        return new Sum(Integer.toString(number), number);
      }
      Sum a = sum(depth - 1);
      Sum b = sum(depth - 1);
      int index = random.nextInt(macros.size());
      int[] m = macros.get(index);
      return new Sum(
          "M%d(%s, %s)".formatted(index, a.text(), b.text()),
          m[0] * a.value() + m[1] * b.value() + m[2]);
    }

    String text() {
      return definitions + "int f(void)\n{\n\treturn " + use + ";\n}\n";
    }
  }

  private static Expression returned(String text) {
    Item.Function f =
        Parser.parse(SourceFile.of("macro.c", text)).items(Item.Function.class).get(0);
    return ((Statement.Return) f.body().orElseThrow().statements().get(0)).value().orElseThrow();
  }

  private static int value(Expression e) {
    if (e instanceof Expression.Number n) {
      return n.value();
    }
    Expression.Binary b = (Expression.Binary) e;
    int left = value(b.left());
    int right = value(b.right());
    return b.operator() == Expression.Operator.TIMES ? left * right : left + right;
  }

  private static String words(String text) {
    SourceFile file = SourceFile.of("macro.c", text);
    Diagnostics diagnostics = new Diagnostics(file);
    List<Token> words =
        Preprocessor.processed(KernelC.words(text), Configuration.none(), diagnostics);
    diagnostics.throwIfAny();
    return words.stream()
        .filter(t -> t.getType() != Token.EOF)
        .map(Token::getText)
        .collect(Collectors.joining(" "));
  }
}
