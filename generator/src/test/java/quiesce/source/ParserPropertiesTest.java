package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text. */
class ParserPropertiesTest {
  @Property(tries = 500)
  void aPrintedTreeIsReadBackAsItIs(@ForAll long seed) {
    List<Item> items = new RandomTrees(seed).items();
    String text = CPrinter.print(items);
    Strategy read = Parser.parse(SourceFile.of("random.c", text));
    Strategy made =
        new Strategy(
            read.file(),
            new FrontMatter(List.of()),
            items,
            List.of(),
            List.of(),
            Map.of(),
            Unsupported.NOTHING);
    assertThat(TreeDump.shape(read)).as(text).isEqualTo(TreeDump.shape(made));
  }

  @Property(tries = 500)
  void printedFunctionsWithAllOfCAreReadBackAsTheyAre(@ForAll long seed) {
    List<Item> items = RandomTrees.functions(seed);
    String text = CPrinter.print(items);
    Profile everything =
        new Profile(
            Map.of(), Map.of("", ""), 1000, "", List.of(), List.of(), Map.of(), Map.of(), Map.of());
    SourceFile file = SourceFile.of("random.c", text);
    List<Item> read = List.copyOf(Fragments.functions(text, new Diagnostics(file, everything)));
    FrontMatter none = new FrontMatter(List.of());
    assertThat(
            TreeDump.shape(
                new Strategy(
                    file, none, read, List.of(), List.of(), Map.of(), Unsupported.NOTHING)))
        .as(text)
        .isEqualTo(
            TreeDump.shape(
                new Strategy(
                    file, none, items, List.of(), List.of(), Map.of(), Unsupported.NOTHING)));
  }

  @Property(tries = 1000)
  void anyTextIsReadOrRefusedWithinItsBounds(@ForAll String text) {
    readOrRefused(text);
  }

  @Property(tries = 1500)
  void anyWordsAreReadOrRefusedWithinTheirBounds(@ForAll("words") List<String> words) {
    readOrRefused(String.join("", words));
  }

  @Property(tries = 1000)
  void aProgramWithAPartCutOutIsReadOrRefused(
      @ForAll long seed, @ForAll int begin, @ForAll byte length) {
    String text = CPrinter.print(new RandomTrees(seed).items());
    int from = Math.floorMod(begin, text.length() + 1);
    int to = Math.min(text.length(), from + Math.floorMod(length, 12));
    readOrRefused(text.substring(0, from) + text.substring(to));
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            ";",
            ",",
            ":",
            "?",
            "...",
            "->",
            ".",
            "=",
            "+=",
            "==",
            "&&",
            "||",
            "!",
            "*",
            "&",
            "-",
            "<<",
            "<",
            "++",
            "\n",
            "\r",
            "\t",
            " ",
            " ",
            " ",
            "a ",
            "f(",
            "0x1",
            "99999999999",
            "1.5 ",
            "\"s\"",
            "\"",
            "'c'",
            "'",
            "\\",
            "@",
            "\u00e9",
            "\ud83d\ude00",
            "\ud83d",
            "/*",
            "*/",
            "/**\n * strategy: x\n * expct: y\n",
            "//",
            "#if",
            "\n#define X \\\n",
            "\n#define M(x) x M X x\n",
            "\n#define X M(a ",
            "\n#undef M\n",
            "\n#include <a.h>\n",
            "M(",
            "X ",
            "EBUSY ",
            "lockdep_assert_held(&",
            "void ",
            "bool ",
            "int ",
            "struct ",
            "union ",
            "enum ",
            "typedef ",
            "typedef int t;\n",
            "t ",
            "__user ",
            "static ",
            "volatile ",
            "const ",
            "__nmi ",
            "__nm1 ",
            "if ",
            "else ",
            "while ",
            "do ",
            "for ",
            "switch ",
            "case ",
            "default:",
            "break;",
            "continue;",
            "return ",
            "goto ",
            "asm ",
            "sizeof",
            "NULL",
            "true",
            "for_each_possible_cpu(",
            "for_each_x(",
            "a: ",
            "DEFINE_PER_CPU(",
            "DEFINE_STATIC_CALL(",
            "DEFINE_SPINLOCK(",
            "__attribute__((",
            "void f(void) {",
            "struct s {",
            "KERN_INFO ",
            "({",
            "})")
        .list()
        .ofMaxSize(60);
  }

  private static void readOrRefused(String text) {
    SourceFile file = SourceFile.of("any.c", text);
    try {
      Parser.parse(file);
    } catch (SourceException refusal) {
      assertThat(refusal.diagnostics()).isNotEmpty();
      assertThat(refusal.diagnostics())
          .allSatisfy(
              d -> {
                int lines = Math.max(1, file.lines().size());
                assertThat(d.place().line()).isBetween(1, lines);
                assertThat(d.place().column())
                    .isBetween(1, file.line(d.place().line()).length() + 1);
                assertThat(d.render()).contains("error: ").contains("help: ");
              });
    }
  }
}
