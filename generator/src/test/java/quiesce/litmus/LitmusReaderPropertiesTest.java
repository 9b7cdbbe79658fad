package quiesce.litmus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/** What holds for every text: it is read or refused. */
class LitmusReaderPropertiesTest {
  private static final List<Path> TESTS = LitmusFiles.in("accepted");

  private static final List<String> WORDS =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ";",
          ",",
          ":",
          "=",
          "==",
          "!=",
          "<>",
          "/\\",
          "\\/",
          "~",
          "*",
          "&",
          "-",
          "+",
          "|",
          "^",
          "!",
          "&&",
          "||",
          "<",
          ">=",
          "?",
          "->",
          ".",
          "++",
          "+=",
          "(*",
          "*)",
          "/*",
          "*/",
          "//",
          "\n",
          "\r",
          "\t",
          " ",
          "\"",
          "#include",
          "@",
          "\u00e9",
          "\ud83d\ude00",
          "\ud83d",
          "\ufeff",
          "0",
          "1",
          "0x1",
          "99999999999",
          "0:r1",
          "C test\n",
          "C test\n{}\n",
          "P0(int *x)\n{",
          "P1(",
          "exists ",
          "forall ",
          "filter ",
          "locations ",
          "not ",
          "true ",
          "int ",
          "void ",
          "struct s ",
          "spinlock_t ",
          "const ",
          "volatile ",
          "if (",
          "else ",
          "while ",
          "r1",
          "x",
          "s",
          "tmp_1",
          "READ_ONCE(",
          "WRITE_ONCE(*x, ",
          "smp_mb();",
          "smp_mb__after_atomic();",
          "xchg(x, ",
          "cmpxchg(",
          "atomic_add(1, ",
          "spin_lock(s);",
          "spin_trylock(s)",
          "rcu_read_lock();",
          "rcu_read_unlock();",
          "synchronize_rcu();",
          "srcu_read_lock(s)",
          "foo()");

  @Property(tries = 1000)
  void anyTextIsReadOrRefused(@ForAll String text) {
    readOrRefused(text);
  }

  @Property(tries = 500)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    readOrRefused(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @Property(tries = 1500)
  void anyWordsAreReadOrRefused(@ForAll("words") List<String> words) {
    readOrRefused(String.join("", words));
    readOrRefused("C test\n{}\nP0(int *x, spinlock_t *s)\n{\n" + String.join("", words));
    readOrRefused("C test\n{}\nP0(int *x)\n{\n" + String.join("", words) + "\n}\nexists (x=1)\n");
    readOrRefused("C test\n{}\nP0(int *x) { }\nexists " + String.join("", words));
  }

  @Property(tries = 1500)
  void aTestWithAPartReplacedIsReadOrRefused(
      @ForAll("tests") Path test,
      @ForAll int begin,
      @ForAll byte length,
      @ForAll("words") List<String> words) {
    String text = LitmusFiles.read(test);
    int from = Math.floorMod(begin, text.length() + 1);
    int to = Math.min(text.length(), from + Math.floorMod(length, 16));
    String word = words.isEmpty() ? "" : words.get(0);
    readOrRefused(text.substring(0, from) + word + text.substring(to));
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of(WORDS).list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<Path> tests() {
    return Arbitraries.of(TESTS);
  }

  private static void readOrRefused(String text) {
    SourceFile file = SourceFile.of("any.litmus", text);
    try {
      LitmusReader.read(file);
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
