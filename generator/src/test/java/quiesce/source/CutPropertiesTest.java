package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import quiesce.source.cut.TopLevel;

/** What surrounds the functions that are cut out does not matter. */
class CutPropertiesTest {
  private static final List<String> NEEDED =
      List.of(
          "#define ONE 1",
          "struct ops { void (*call)(void); };",
          "static struct ops *hook;",
          "static void put(struct ops *ops)\n{\n\trcu_assign_pointer(hook, ops);\n}",
          "__register void add(struct ops *ops)\n{\n\tput(ops);\n}",
          "__unregister void del(struct ops *ops)\n{\n\tput(NULL);\n\tsynchronize_rcu();\n}",
          "__nmi void sample(void)\n{\n\tstruct ops *ops = rcu_dereference(hook);\n\n"
              + "\tif (ops && ONE)\n\t\tops->call();\n}");

  @Property(tries = 300)
  void noJunkBetweenTheItemsChangesWhatIsRead(@ForAll("junk") List<List<String>> junk) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < NEEDED.size(); i++) {
      parts.addAll(junk.get(i));
      parts.add(NEEDED.get(i));
    }
    parts.addAll(junk.get(NEEDED.size()));

    assertThat(shape(parts)).isEqualTo(shape(NEEDED));
  }

  private static String shape(List<String> parts) {
    SourceFile file = SourceFile.of("x.c", String.join("\n", parts) + "\n");
    return TreeDump.shape(Parser.parse(TopLevel.of(file).cut(List.of("add", "del", "sample"))))
        .replaceAll("(?m)^SetAside .*\n", "");
  }

  @Provide
  Arbitrary<List<List<String>>> junk() {
    Arbitrary<String> name = Arbitraries.of("ops", "call", "a", "value", "list", "junk");
    Arbitrary<String> form =
        Arbitraries.of(
            "union %s_u { int %s; };",
            "static int %s_f(int %s)\n{\n\tasm(\"nop\");\n\treturn hook ? 1 : %2$s;\n}",
            "int %s_old(%s)\n\tint %2$s;\n{\n}",
            "EXPORT_SYMBOL(%s_%s);",
            "MACRO_LINE(%s_x, %s_y)",
            "#ifdef %s\nint %s_g(void) {\n#else\nint %2$s_g(int a) {\n#endif\n}",
            "#if 0\n%s isn't %s {\n#endif",
            "static const char %s_t[] = \"} %s {\";",
            "/* %s { */ // %s }",
            "#define %s_M(%s) do { %2$s; } while (0)",
            "typedef struct %s_s { struct list_head %s; } %1$s_t;",
            "static struct junk_s %s_v = { .%s = { 1, 2 }, };",
            ";",
            "@ $ `");
    Arbitrary<String> one =
        Arbitraries.integers()
            .between(0, Integer.MAX_VALUE)
            .flatMap(
                n -> form.flatMap(f -> name.flatMap(a -> name.map(b -> f.formatted(a + n, b)))));
    return one.list().ofMaxSize(4).list().ofSize(NEEDED.size() + 1);
  }
}
