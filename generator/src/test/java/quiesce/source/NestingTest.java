package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deep nesting is refused in words, and never ends in a stack overflow. */
class NestingTest {
  private static final int DEEP = 100_000;

  static List<String> deep() {
    return List.of(
        "x = " + "(".repeat(DEEP),
        "x = " + "(".repeat(DEEP) + "a" + ")".repeat(DEEP) + ";",
        "{".repeat(DEEP),
        "{".repeat(DEEP) + "}".repeat(DEEP),
        "x = " + "!".repeat(DEEP) + "a;",
        "x = a" + " && a".repeat(DEEP) + ";",
        "x = a" + "->a".repeat(DEEP) + ";",
        "f" + "()".repeat(DEEP) + ";",
        "if (a) ".repeat(DEEP) + ";",
        "if (a) ; " + "else if (a) ; ".repeat(DEEP),
        "do ".repeat(DEEP) + ";" + " while (a);".repeat(DEEP),
        "for (;;) ".repeat(DEEP) + ";",
        "switch (a) ".repeat(DEEP) + ";",
        "switch (a) { " + "case 1: ".repeat(DEEP) + "}",
        "a: ".repeat(DEEP) + ";",
        "x = " + "a ? b : ".repeat(DEEP) + "c;",
        "x = " + "a = ".repeat(DEEP) + "b;",
        "x = " + "a[".repeat(DEEP) + "b;",
        "int " + "*".repeat(DEEP) + "b;",
        "f(" + "{[(".repeat(DEEP));
  }

  @ParameterizedTest
  @MethodSource("deep")
  void isRefusedWithOneError(String body) {
    SourceException refusal = catchThrowableOfType(SourceException.class, () -> parse(body));
    assertThat(refusal).isNotNull();
    assertThat(refusal.diagnostics()).hasSize(1);
    assertThat(refusal.diagnostics().get(0).message()).contains("more than");
  }

  @Test
  void isReadUpToTheLimit() {
    assertThatCode(
            () -> {
              parse("x = " + "(".repeat(150) + "a" + ")".repeat(150) + ";");
              parse("{".repeat(150) + "}".repeat(150));
              parse("x = " + "!".repeat(900) + "a;");
              parse("x = a" + " && a".repeat(400) + ";");
              parse("if (a) ; " + "else if (a) ; ".repeat(150));
              parse("if (a) ".repeat(200) + ";");
              parse("for (;;) ".repeat(190) + ";");
              parse("x = " + "a ? b : ".repeat(200) + "c;");
              parse("x = " + "a = ".repeat(200) + "c;");
            })
        .doesNotThrowAnyException();
  }

  private static void parse(String body) {
    Parser.parse(SourceFile.of("deep.c", "void f(void)\n{\n" + body + "\n}\n"));
  }
}
