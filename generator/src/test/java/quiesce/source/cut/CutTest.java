package quiesce.source.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.source.SetAside;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/** What is cut out is what is needed, in its place. */
class CutTest {
  @Test
  void whatAFunctionNeedsStaysInItsLine() {
    String text =
        """
        #define LIMIT SIZE
        #define SIZE 4
        #define OTHER 5
        enum kind { FIRST, SECOND = SIZE };
        enum none { UNUSED };
        typedef struct ops ops_t;
        struct inner { enum kind kind; };
        struct ops { struct inner inner; void (*call)(int count); };
        union word { int a; };
        static ops_t *hook;
        static int count, other;
        DEFINE_PER_CPU(int, seen);
        DEFINE_SPINLOCK(lock);
        static int helper(int x) { return x < LIMIT; }
        static int twin(int x) { return helper(x); }
        void reader(void)
        {
                spin_lock(&lock);
                this_cpu_inc(seen);
                if (helper(1))
                        hook->call(0);
                spin_unlock(&lock);
        }
        """;

    assertThat(kept(text, "reader"))
        .containsExactly(1, 2, 4, 6, 7, 8, 10, 12, 13, 14, 16, 17, 18, 19, 20, 21, 22, 23);
    assertThat(cut(text, "reader").line(14))
        .isEqualTo("static int helper(int x) { return x < LIMIT; }");
  }

  @Test
  void namesOfLocalsMembersAndLabelsNeedNothing() {
    String text =
        """
        static struct list_head list;
        static int count(void) { return 0; }
        static int out(void) { return 0; }
        static int flags;
        static int param;
        static int inner;
        struct ops { int flags; void (*f)(int param); };
        static struct ops *hook;
        int reader(struct ops *list, int count)
        {
                struct ops *inner = hook;
                if (inner->flags)
                        goto out;
                count++;
        out:
                return count;
        }
        """;

    assertThat(kept(text, "reader")).containsExactly(7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
  }

  @Test
  void aNameThatIsLocalElsewhereInTheFunctionIsNeeded() {
    String text =
        """
        static int count;
        int reader(int x)
        {
                if (x) {
                        int count = 1;
                        x = count;
                }
                return count;
        }
        """;

    assertThat(kept(text, "reader")).contains(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "union u { int a; struct { int b:3; }; } x;",
        "asm(\".globl f\\n f: ret {\");",
        "int old(a, b)\n\tint a;\nchar *b;\n{ return a; }",
        "main(argc, argv)\nchar **argv;\n{ }",
        "ATOMIC_OPS(add, +)\nATOMIC_OPS(sub, -)",
        "SYSCALL_DEFINE1(f, int, x)\n{ return x; }",
        "static const char usage[] = \"it is \\\nlong\";",
        "#ifdef A\nint f(int a)\n{\n#else\nint f(void)\n{\n#endif\n}",
        "int g(void)\n{\n#ifdef A\n\tif (a) {\n#else\n\tif (b) {\n#endif\n\t}\n}",
        "#if 0\nit isn't { C (\n#endif",
        "#if 1\nint g;\n#else\nint g(\n#endif",
        "static struct x y = { .f = { 1, 2 }, .g = g, };",
        "static int (*table[4])(int) = { 0 };",
        "static void (*get(int x))(void) { return 0; }",
        "__weird(1) int f(void) __else(x)\n{ }",
        "struct __packed odd { int x; } __attribute__((aligned(8))) z, *w = &z;",
        "TRACE_EVENT(f,\n\tTP_PROTO(struct x *y),\n\tTP_ARGS(y)\n);",
        "@ ` \\ $",
        "/* a comment { */ // another {",
        "int unclosed(void)\n{\n\tif (x) {\n}"
      })
  void whatIsNotNeededMayBeAnything(String junk) {
    String needed = "int hook;\nint reader(void)\n{\n\treturn hook;\n}\n";

    SourceFile cut = cut(junk + "\n" + needed + junk + "\n", "reader");

    assertThat(cut.code().strip()).isEqualTo(needed.strip());
  }

  @Test
  void theBranchThatHasWhatIsNeededIsTakenAndNamed() {
    String text =
        """
        #ifdef CONFIG_HOOKS
        int hook;
        int reader(void) { return hook; }
        #else
        int none;
        #endif
        """;

    assertThat(kept(text, "reader")).containsExactly(2, 3);
    assertThat(remarks(text, "reader"))
        .containsExactly("1 what is needed is there in this branch alone");
  }

  @Test
  void twoDefinitionsOfWhatIsNeededAreAnErrorWithBothLines() {
    assertThatThrownBy(
            () ->
                cut(
                    "#ifdef A\nint hook;\n#else\nlong hook;\n#endif\nint f(void) { return hook; }\n",
                    "f"))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining(
            "x.c:4:1: error: 'hook' is needed, and defined twice: in line 2 and in line 4")
        .hasMessageContaining("keep the branch of the preprocessor that matters");
  }

  @Test
  void whatNoConfigurationHasTogetherIsAnError() {
    assertThatThrownBy(
            () ->
                cut(
                    "#ifdef A\nint hook;\n#endif\n#if !defined(A)\nint f(void) { return hook; }\n#endif\n",
                    "f"))
        .hasMessageContaining(
            "x.c:5:1: error: line 2 is needed where 'defined(A)' holds, and line 5 where it does not");
  }

  @Test
  void aMacroThatMayHaveBeenDefinedElsewhereIsAnError() {
    assertThatThrownBy(
            () -> cut("#ifndef N\n#define N 1\n#endif\nint f(void) { return N; }\n", "f"))
        .hasMessageContaining(
            "x.c:1:1: error: 'N' is needed, and defined here only if it is not elsewhere");
  }

  @Test
  void aMacroOfAnyNameIsKeptWhereItIsUsed() {
    assertThat(kept("#define static\n#define inline\nstatic int f(void) { return 0; }\n", "f"))
        .containsExactly(1, 3);
  }

  @Test
  void aMacroThatIsDefinedAgainIsKeptWithItsUndef() {
    assertThat(
            kept("#undef N\n#define N 1\n#define M 1\n#undef M\nint f(void) { return N; }\n", "f"))
        .containsExactly(1, 2, 5);
  }

  @Test
  void aMacroThatOneConfigurationDefinesAgainIsAnError() {
    assertThatThrownBy(
            () ->
                cut(
                    "#define N 1\n#ifdef A\n#undef N\n#define N 2\n#endif\nint f(void) { return N; }\n",
                    "f"))
        .hasMessageContaining(
            "'N' is needed, and what it is depends on the configuration: line 1 and line 4");
  }

  @Test
  void whoIsCalledWhenAModuleGoesBelongsToWhoIsCalledWhenItComes() {
    String text =
        """
        int other;
        static int come(void) { return 0; }
        static void gone(void) { }
        module_exit(gone);
        module_init(come);
        late_initcall(never);
        """;

    assertThat(kept(text, "come")).containsExactly(2, 3, 4, 5);
    assertThat(kept(text, "gone")).containsExactly(3, 4);
  }

  @Test
  void functionsThatUseTheSameVariablesAreNamed() {
    String text = "int hook;\nint f(void) { return hook; }\nvoid g(void) { hook = 1; }\nint h;\n";

    assertThat(remarks(text, "f"))
        .containsExactly("3 left out, though it uses the variables that are cut out");
    assertThat(cut(text, "f").cut().orElseThrow().leftOut()).isEqualTo("1 function and 1 variable");
  }

  @Test
  void prototypesAreKeptForTheirAttributes() {
    String text =
        """
        int f(void) __attribute__((const));
        int g(void);
        #ifdef A
        int f(void);
        #else
        int f(void) { return 0; }
        #endif
        """;

    assertThat(kept(text, "f")).containsExactly(1, 6);
  }

  @Test
  void aMacroThatIsHandedAFunctionIsNamed() {
    assertThat(remarks("int f(void) { return 0; }\nHOOK_INTO(f, 1);\nEXPORT_SYMBOL(f);\n", "f"))
        .containsExactly("2 left out, though it names a function that is cut out");
  }

  @Test
  void whatMayBeRegisteredIsNamed() {
    String text =
        "struct ops { int a; };\nstruct ops *hook;\nstatic struct ops mine = { .a = 1 };\nint n;\n"
            + "int f(void) { return hook->a; }\n";

    assertThat(remarks(text, "f"))
        .containsExactly("3 left out, though it is of a struct that is cut out");
    assertThat(remarks(text, "f", "mine")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static DECLARE_WORK(item, f);",
        "static DECLARE_DEFERRABLE_WORK(item, f);",
        "static LIST_HEAD(item);",
        "DECLARE_COMPLETION(item);",
        "SRCU_NOTIFIER_HEAD_STATIC(item);",
        "static DEFINE_PER_CPU_ALIGNED(struct ops *, item);",
      })
  void whatAMacroOfTheKernelDefinesIsItsNameAlone(String definition) {
    String text = "struct ops;\nvoid f(struct work_struct *w) { }\n" + definition + "\n";

    assertThat(TopLevel.of(SourceFile.of("x.c", text)).names()).containsExactly("f", "item");
    assertThat(kept(text, "item")).contains(3);
    assertThat(kept(text, "f")).containsExactly(2);
  }

  @Test
  void charactersOfTwoUnitsMoveNothing() {
    SourceFile cut = cut("/* \uD83D\uDE00 */ int a; int f(void) { return 0; }\n", "f");

    assertThat(cut.code()).endsWith(" int f(void) { return 0; }");
  }

  @Test
  void aFileOfAHundredThousandLinesIsCut() {
    int functions = 25_000;
    String text =
        IntStream.range(0, functions)
                .mapToObj("static int f%1$d(int x)%n{%n\treturn g%1$d(x);%n}%n"::formatted)
                .collect(Collectors.joining())
            + "int reader(void) { return f1(2); }\n";

    assertThat(kept(text, "reader")).containsExactly(5, 6, 7, 8, 4 * functions + 1);
  }

  private static SourceFile cut(String text, String... names) {
    return TopLevel.of(SourceFile.of("x.c", text)).cut(List.of(names));
  }

  private static List<Integer> kept(String text, String... names) {
    return cut(text, names).read().boxed().toList();
  }

  private static List<String> remarks(String text, String... names) {
    return cut(text, names).cut().orElseThrow().remarks().stream().map(CutTest::remark).toList();
  }

  private static String remark(SetAside aside) {
    return aside.place().line() + " " + aside.why();
  }
}
