package quiesce.litmus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/** What is too long or too deep is refused in words, and never ends in a stack overflow. */
class LitmusBoundsTest {
  private static final int DEEP = 50_000;

  static List<String> deep() {
    return List.of(
        test("r = " + "(".repeat(DEEP) + "1" + ")".repeat(DEEP) + ";"),
        test("{".repeat(DEEP) + "}".repeat(DEEP)),
        test("r = " + "!".repeat(DEEP) + "1;"),
        test("r = " + "-".repeat(DEEP)),
        test("r = r" + " + r".repeat(DEEP) + ";"),
        test("r = " + "(int)".repeat(DEEP) + "r;"),
        test("if (1) ".repeat(DEEP) + ";"),
        test("if (1) ; " + "else if (1) ; ".repeat(DEEP)),
        "C deep\n{ x=" + "(".repeat(DEEP) + "1;}\n",
        "C deep\n{}\nP0(int *x) { }\nexists " + "(".repeat(DEEP),
        "C deep\n{}\nP0(int *x) { }\nexists " + "~".repeat(DEEP) + "true",
        "C deep\n{}\nP0(int *x) { }\nexists x=1" + " /\\ x=1".repeat(DEEP));
  }

  @ParameterizedTest
  @MethodSource("deep")
  void deepNestingIsRefusedWithOneError(String text) {
    SourceException refusal = catchThrowableOfType(SourceException.class, () -> read(text));
    assertThat(refusal).isNotNull();
    assertThat(refusal.diagnostics()).hasSize(1);
    assertThat(refusal.diagnostics().get(0).message()).contains("more than");
  }

  @Test
  void commentsMayBeNestedAsDeeplyAsTheyLike() {
    assertThatCode(() -> read("(*".repeat(DEEP) + "*)".repeat(DEEP) + test("")))
        .doesNotThrowAnyException();
    assertThat(catchThrowableOfType(SourceException.class, () -> read("(*".repeat(DEEP))))
        .hasMessageContaining(":1:1: error: this comment does not end");
  }

  @Test
  void aFileOfMoreThanAMegabyteIsRefused() {
    assertThat(catchThrowableOfType(SourceException.class, () -> read(test(";\n".repeat(600_000)))))
        .hasMessageContaining(":1:1: error: the file is longer than 1 MB");
  }

  @Test
  void whatKeepsTheLimitsIsRead() {
    assertThatCode(
            () -> {
              read(test("r = " + "(".repeat(150) + "1" + ")".repeat(150) + ";"));
              read(test("{".repeat(150) + "}".repeat(150)));
              read(test("r = " + "!".repeat(350) + "r;"));
              read(test("r = " + "- ".repeat(350) + "r;"));
              read(test("r = r" + " + r".repeat(190) + ";"));
              read(test("r = r" + " && *x".repeat(125) + ";"));
              read(test("if (r" + " || r".repeat(190) + ") ;"));
              read(test("if (r) ".repeat(95) + ";"));
              read(test("if (r) ; " + "else if (r) ; ".repeat(150)));
              read(test("r = 1;".repeat(900)));
              read(test("if (r) { r = 2; barrier(); }".repeat(200) + " smp_mb();"));
              read("C long\n{}\nP0(int *x) { }\nexists x=1" + " /\\ x=1".repeat(90));
              read("C long\n{}\nP0(int *x) { }\nexists " + "~".repeat(350) + "true");
            })
        .doesNotThrowAnyException();
  }

  private static String test(String body) {
    return "C deep\n{}\nP0(int *x)\n{\n" + body + "\n}\nexists (x=1)\n";
  }

  private static void read(String text) {
    LitmusReader.read(SourceFile.of("deep.litmus", text));
  }
}
