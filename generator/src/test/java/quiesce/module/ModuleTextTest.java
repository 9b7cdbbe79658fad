package quiesce.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A module is a text to read: nothing in it is superfluous, and no input breaks it up. */
class ModuleTextTest {
  private static final Pattern DEFINITION =
      Pattern.compile("^(\\w+)(\\([^)]*\\))? ==", Pattern.MULTILINE);
  private static final Pattern VARIABLE =
      Pattern.compile("^  (\\w+),? +\\\\\\* ", Pattern.MULTILINE);

  static List<Path> files() {
    return Samples.all();
  }

  static List<Path> catalogue() {
    return Samples.catalogue();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isTidyAsciiAndDefinesNothingThatItDoesNotUse(Path file) {
    Specification spec = Samples.emit(file, Options.DEFAULT);
    isTidyAscii(spec.module());
    definesNothingThatItDoesNotUse(spec);
  }

  private static void isTidyAscii(String module) {
    assertThat(module).isASCII().endsWith("=\n");
    assertThat(module.lines())
        .allSatisfy(l -> assertThat(l).doesNotContain("\t").doesNotMatch(".*\\s$"));
    assertThat(module.lines().skip(1)).noneMatch(l -> l.contains("@@"));
  }

  private static void definesNothingThatItDoesNotUse(Specification spec) {
    String all = String.join("\n", spec.files().values());
    List<String> unused = new ArrayList<>();
    Matcher m = DEFINITION.matcher(spec.module());
    while (m.find()) {
      if (count(all, m.group(1)) < 2) {
        unused.add(m.group(1));
      }
    }
    assertThat(unused).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void hasNoVariableThatNothingReads(Path file) {
    String module = Samples.emit(file, Options.DEFAULT).module();
    String variables =
        module.substring(module.indexOf("\nVARIABLES\n"), module.indexOf("\nvars =="));
    String actions =
        module
            .substring(module.indexOf("\nInit =="))
            .lines()
            .filter(l -> !l.contains("UNCHANGED"))
            .filter(l -> !l.startsWith("\\*"))
            .reduce("", (a, b) -> a + b + "\n");
    List<String> unused = new ArrayList<>();
    Matcher m = VARIABLE.matcher(variables);
    while (m.find()) {
      // Once in Init, and once more somewhere.
      if (count(actions, m.group(1)) < 2) {
        unused.add(m.group(1));
      }
    }
    assertThat(unused).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void isTheSameEachTime(Path file) {
    assertThat(Samples.emit(file, Options.DEFAULT).files())
        .containsExactlyEntriesOf(Samples.emit(file, Options.DEFAULT).files());
  }

  @ParameterizedTest
  @CsvSource({
    "rcu-wait-first, RcuWaitFirst",
    "TLC, StrategyTLC",
    "naturals, StrategyNaturals",
    "123, Strategy123",
    "'', Strategy",
    "../../etc/passwd, EtcPasswd",
    "\u00e4\u00f6, Strategy",
  })
  void namesTheModuleAfterTheStrategy(String strategy, String module) {
    assertThat(Emitter.moduleName(strategy)).isEqualTo(module);
  }

  @Test
  void anEndlessNameIsCutToWhatAFileMayBeCalled() {
    assertThat(Emitter.moduleName("a".repeat(5000))).hasSize(60).startsWith("Aaa");
  }

  @SuppressWarnings("unused")
  static final List<String> HOSTILE =
      List.of(
          "*)",
          "(*",
          "*) Next == TRUE (*",
          "====",
          "=============================================================================",
          "---- MODULE X ----",
          "\" \\ \\* \\\" ${spec.name} <#if> </#macro>",
          "\u202e\u2067 right to left \u00e9\u4e2d\ud83d\ude00",
          "x".repeat(500),
          "(".repeat(71) + "*)");

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void textInTheFrontMatterStaysInItsComment(String text) {
    String plain = module("plain", "");
    String hostile = module(text, "");
    assertThat(hostile).isASCII();
    assertThat(body(hostile)).isEqualTo(body(plain));
    assertThat(header(hostile).lines().filter(l -> !l.isBlank()).skip(1))
        .allSatisfy(
            l -> {
              assertThat(l).startsWith("(*").endsWith("*)").hasSizeLessThanOrEqualTo(120);
              assertThat(l.substring(2, l.length() - 2)).doesNotContain("(*").doesNotContain("*)(");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*)",
        "(*",
        "*) Next == TRUE (*",
        "==== ----",
        "---- MODULE X ----",
        "\u202e\u00e9",
        "\\n"
      })
  void textInCommentsAndStringsStaysThere(String text) {
    String plain = module("plain", "");
    String hostile = module("plain", text);
    assertThat(hostile).isASCII();
    assertThat(withoutComments(hostile)).isEqualTo(withoutComments(plain));
  }

  @Test
  void cutsOrWrapsALongLineOfC() {
    assertThat(module("plain", "x".repeat(400)).lines())
        .allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(79));
  }

  private static String module(String title, String message) {
    return Samples.emit(
            "sample.c",
            """
            /**
             * strategy: sample
             * title: %s
             */
            struct callbacks {
            	bool (*f)(void);
            };

            struct callbacks *ptr;

            __register void reg(struct callbacks *cbs)
            {
            	WRITE_ONCE(ptr, cbs);
            }

            __unregister void unreg(void)
            {
            	WRITE_ONCE(ptr, NULL);
            }

            __nmi void sample(void)
            {
            	WARN(READ_ONCE(ptr), "%s");
            }
            """
                .formatted(title, message),
            Options.DEFAULT)
        .module();
  }

  private static String header(String module) {
    return module.substring(0, module.indexOf("\nEXTENDS"));
  }

  private static String body(String module) {
    return module.substring(module.indexOf("\nEXTENDS"));
  }

  private static String withoutComments(String module) {
    return body(module)
        .lines()
        .filter(l -> !l.startsWith("\\*"))
        .reduce("", (a, b) -> a + "\n" + b);
  }

  private static int count(String text, String word) {
    Matcher m = Pattern.compile("(?<![A-Za-z0-9])_?" + word + "(?!\\w)").matcher(text);
    int n = 0;
    while (m.find()) {
      n++;
    }
    return n;
  }
}
