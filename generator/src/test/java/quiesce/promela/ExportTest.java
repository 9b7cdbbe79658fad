package quiesce.promela;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.export.License;
import quiesce.lowering.Lowering;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

class ExportTest {
  private static final Path MODELS = Path.of("src/test/resources/quiesce/promela");

  private static final String READER =
      """
      struct ops {
      	void (*call)(void);
      };
      struct ops *ops;
      __register void set(struct ops *o) { rcu_assign_pointer(ops, o); }
      __unregister void unset(void) { rcu_assign_pointer(ops, NULL); synchronize_rcu(); }
      """;

  private static String exported(String name, String text, int cpus) {
    return new Export(cpus, 2, Optional.empty())
        .of(Lowering.lower(Parser.parse(SourceFile.of(name, text)), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rcu", "locked", "timer-shutdown"})
  void aModelIsAsExpected(String strategy) throws IOException {
    String file = "specs/" + strategy + "/strategy.c";
    String model = exported(file, Files.readString(Path.of("..").resolve(file)), 2);
    Path expected = MODELS.resolve(strategy + ".pml");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, model);
    }

    assertThat(model).isEqualTo(Files.readString(expected));
  }

  @Test
  void aLicenceIsTheFirstLine() {
    String text =
        READER + "__nmi void f(void) { struct ops *o = READ_ONCE(ops); if (o) o->call(); }";

    assertThat(exported("s.c", text, 2)).startsWith("/*\n * s: a model for Spin, from s.c\n");
    assertThat(
            new Export(2, 2, License.of("GPL-2.0-only WITH Linux-syscall-note"))
                .of(Lowering.lower(Parser.parse(SourceFile.of("s.c", text)), true)))
        .startsWith("/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */\n/*\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "*/",
        "MIT */ #include <x>",
        "MIT\n#define x",
        "MIT AND",
        "AND MIT OR",
        "MIT  OR GPL-2.0-only",
        "-x"
      })
  void whatIsNoLicenceIsNone(String expression) {
    assertThat(License.of(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MIT", "GPL-2.0+", "GPL-2.0-only OR MIT", "A WITH B AND C"})
  void aLicenceIsWordsOfSpdx(String expression) {
    assertThat(License.of(expression)).contains(new License(expression));
  }

  @Test
  void noTextOfTheFileIsMoreThanAComment() {
    String text =
        READER
            + "__nmi void init(void) { struct ops *o = READ_ONCE(ops); "
            + "if (o) o->call(); } // */ active proctype x() { assert(false) } /* \u2029 ??/";
    String model = exported("a*/\n#define assert(x) skip\n/*.c", text, 2);

    assertThat(withoutComments(model))
        .doesNotContain("active proctype", "define assert")
        .doesNotContain("*/")
        .contains("proctype t_init(");
    assertThat(model.lines().filter(l -> l.startsWith("#define assert"))).isEmpty();
    assertThat(model).matches("[\\x09\\x0a\\x20-\\x7e]*").doesNotContain("??");
  }

  private static String withoutComments(String model) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    for (int begin = model.indexOf("/*"); begin >= 0; begin = model.indexOf("/*", at)) {
      rest.append(model, at, begin);
      at = model.indexOf("*/", begin + 2) + 2;
    }
    return rest.append(model.substring(at)).toString();
  }

  @Test
  void namesOfCAreNoWordsOfPromela() {
    String text =
        """
        struct run {
        	void (*timeout)(void);
        };
        struct run *assert;
        int byte;
        DEFINE_SPINLOCK(atomic);
        __register void active(struct run *chan) { WRITE_ONCE(assert, chan); }
        __unregister void proctype(void)
        {
        	spin_lock(&atomic);
        	WRITE_ONCE(byte, 1);
        	spin_unlock(&atomic);
        	WRITE_ONCE(assert, NULL);
        	synchronize_rcu();
        }
        __task void provider(void)
        {
        	struct run *skip;
        	int pid = READ_ONCE(byte);
        	rcu_read_lock();
        	skip = READ_ONCE(assert);
        	if (skip && !pid)
        		skip->timeout();
        	rcu_read_unlock();
        	spin_lock(&atomic);
        	spin_unlock(&atomic);
        }
        """;

    assertThat(exported("names.c", text, 2))
        .contains("int g_assert;", "int g_byte;", "int k_atomic;", "proctype t_provider_2(")
        .contains("l_skip = g_assert;");
  }

  @Test
  void moreThreadsThanANumberHasBitsAreRefusedWithAPlace() {
    String more = "__nmi void %s(void) { struct ops *o = READ_ONCE(ops); if (o) o->call(); }\n";
    String text =
        READER
            + more.formatted("a")
            + more.formatted("b")
            + more.formatted("c")
            + more.formatted("d");

    assertThat(exported("four.c", text, 7)).contains("#define THREADS 29");
    assertThatThrownBy(() -> exported("four.c", text, 8))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("four.c:5:")
        .hasMessageContaining("33 threads")
        .hasMessageContaining("help: give fewer CPUs");
  }
}
