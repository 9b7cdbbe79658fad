package quiesce.lkmm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.export.License;
import quiesce.lowering.Lowering;
import quiesce.property.Property;
import quiesce.source.Parser;
import quiesce.source.SourceFile;

class ExportTest {
  private static final Path TESTS = Path.of("src/test/resources/quiesce/lkmm");

  private static final String PROVIDER =
      """
      struct ops {
      	void (*call)(void);
      };
      struct ops *ops;
      __register void set(struct ops *o) { rcu_assign_pointer(ops, o); }
      __unregister void unset(void) { WRITE_ONCE(ops, NULL); synchronize_rcu(); }
      """;

  private static Export of(String name, String text) {
    return new Export(
        Lowering.lower(Parser.parse(SourceFile.of(name, text)), true),
        License.of("GPL-2.0-only OR MIT"));
  }

  private static String text(Export export, Property p) {
    return export.text((Export.Test) export.answers().get(p), false);
  }

  private static String reason(String reader, Property p) {
    return ((Export.None) of("s.c", PROVIDER + reader).answers().get(p)).told();
  }

  @ParameterizedTest
  @CsvSource({
    "rcu, NO_DEREFERENCE_AFTER_TEARDOWN",
    "global-plain, NO_NULL_DEREFERENCE",
    "rcu-wait-first, READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD",
    "nmi-handler, PRIOR_READERS_COMPLETE",
    "two-providers, NO_WARNING"
  })
  void aTestIsAsExpected(String strategy, Property property) throws IOException {
    String file = "specs/" + strategy + "/strategy.c";
    Export export = of(file, Files.readString(Path.of("..").resolve(file)));
    String text = text(export, property);
    Path expected = TESTS.resolve(export.name(property) + ".litmus");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, text);
    }

    assertThat(text).isEqualTo(Files.readString(expected));
  }

  @Test
  void eachSafetyPropertyHasAnAnswer() {
    Map<Property, Export.Answer> answers =
        of("s.c", PROVIDER + "__nmi void f(void) { struct ops *o = READ_ONCE(ops); o->call(); }")
            .answers();

    assertThat(answers.keySet())
        .containsExactly(
            java.util.Arrays.stream(Property.values())
                .filter(p -> !p.liveness())
                .toArray(Property[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "__nmi void f(void) { struct ops *o; while (READ_ONCE(ops)) cpu_relax(); o = READ_ONCE(ops); if (o) o->call(); }"
            + " | line 7: a loop has no form in a litmus test",
        "int n; __nmi void f(void) { struct ops *o = READ_ONCE(ops); WRITE_ONCE(n, 1); if (o && READ_ONCE(n)) o->call(); }"
            + " | line 7: what a reader stores, for its later runs, has no form in a litmus test",
        "DEFINE_MUTEX(m); __task void f(void) { struct ops *o; mutex_lock(&m); o = READ_ONCE(ops); if (o) o->call(); mutex_unlock(&m); }"
            + " | line 7: waiting for a mutex has no form in a litmus test",
        "DEFINE_PER_CPU(int, n); __nmi void f(void) { struct ops *o = READ_ONCE(ops); if (o && this_cpu_read(n)) o->call(); }"
            + " | line 7: a per-CPU variable has no form in a litmus test",
        "__irq void f(void) { struct ops *o = READ_ONCE(ops); if (o) o->call(); }"
            + " __task void g(void) { struct ops *o; local_irq_disable(); o = READ_ONCE(ops); if (o) o->call(); local_irq_enable(); }"
            + " | line 7: a mask of interrupts has no form in a litmus test"
      })
  void whatHasNoFormIsNamedWithItsLine(String reader, String reason) {
    assertThat(reason(reader, Property.NO_DEREFERENCE_AFTER_TEARDOWN)).isEqualTo(reason);
  }

  @Test
  void aLoadThatNoGracePeriodWaitsForIsNotAskedWhatItFindsAfterOne() {
    String reader = "__task void f(void) { struct ops *o = READ_ONCE(ops); if (o) o->call(); }";

    assertThat(reason(reader, Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD))
        .isEqualTo("line 7: a load that no grace period waits for has no form in a litmus test");
    assertThat(of("s.c", PROVIDER + reader).answers().get(Property.NO_DEREFERENCE_AFTER_TEARDOWN))
        .isInstanceOf(Export.Test.class);
  }

  @Test
  void noTextOfTheFileIsMoreThanAComment() {
    String text =
        text(
            of(
                "a*) {} P0() {} exists (* \"\n/*.c",
                PROVIDER.replace("ops", "exists_filter")
                    + "__nmi void forall(void) { struct exists_filter *o = READ_ONCE(exists_filter); "
                    + "if (o) o->call(); } // *) exists /* \u2029 ??/"),
            Property.NO_USE_BEFORE_INIT);
    String body = text.substring(text.indexOf("*)") + 2);

    assertThat(text).matches("[\\x09\\x0a\\x20-\\x7e]*").doesNotContain("\"", "??");
    assertThat(text.substring(0, text.length() - body.length()).split("\\(\\*", -1)).hasSize(2);
    assertThat(body).startsWith("\n\n{\n}\n\nP0(").doesNotContain("*)");
    assertThat(body.split("exists|filter|forall", -1)).hasSize(2);
    assertThat(text).contains("SPDX-License-Identifier: GPL-2.0-only OR MIT\n");
  }

  @Test
  void aGracePeriodWaitsForWhoHoldsASpinlock() {
    String reader =
        "DEFINE_SPINLOCK(l); __task void f(void) { struct ops *o; spin_lock(&l);"
            + " o = READ_ONCE(ops); if (o) o->call(); spin_unlock(&l); }";

    assertThat(
            text(of("s.c", PROVIDER + reader), Property.NO_DEREFERENCE_AFTER_TEARDOWN)
                .replaceAll("\\s+", " "))
        .contains("spin_lock(k_l); rcu_read_lock(); l_o = READ_ONCE(*g_ops);")
        .contains("rcu_read_unlock(); spin_unlock(k_l); }");
  }

  @Test
  void withoutALicenceThereIsNoLineForOne() {
    Export export =
        new Export(
            Lowering.lower(
                Parser.parse(
                    SourceFile.of(
                        "s.c",
                        PROVIDER
                            + "__nmi void f(void) { struct ops *o = READ_ONCE(ops); o->call(); }")),
                true),
            Optional.empty());

    assertThat(text(export, Property.NO_USE_BEFORE_INIT))
        .startsWith("C s-NoUseBeforeInit\n\n(*\n * Result: Never\n")
        .doesNotContain("SPDX");
  }
}
