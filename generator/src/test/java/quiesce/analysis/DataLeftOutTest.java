package quiesce.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.lowering.Lowering;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Step;

class DataLeftOutTest {
  private static final String STRATEGY =
      """
      struct cbs { int (*f)(int); int member; };
      struct cbs *gp;
      int n;
      int m;
      bool b;
      int a[2];
      atomic_t v;
      DEFINE_PER_CPU(int, here);
      DEFINE_MUTEX(lock);
      __register void reg(struct cbs *cbs) { cbs->member = 0; rcu_assign_pointer(gp, cbs); }
      __unregister void unreg(struct cbs *cbs) { RCU_INIT_POINTER(gp, NULL); synchronize_rcu(); }
      __task void reader(int given) { struct cbs *p = READ_ONCE(gp); int x = 0; %s }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n++;",
        "WRITE_ONCE(n, given);",
        "n = m++;",
        "if (p) p->f(n++);",
        "if (p) WRITE_ONCE(n, p->f(1));",
        "b = n > 1;",
        "b = !b;",
        "x = READ_ONCE(n); m += x; x = 2;",
        "WRITE_ONCE(n, READ_ONCE(n) * READ_ONCE(m) + given);",
        "a[1]++;",
        "atomic_inc(&v);",
        "x = atomic_inc_return(&v); n = x;",
        "xchg(&n, given);",
        "this_cpu_write(here, this_cpu_read(here) + 1);",
        "int cpu; for_each_possible_cpu(cpu) { x = READ_ONCE(per_cpu(here, cpu)); n += x; }",
        "for (;;) n++;",
        "atomic_inc(&v); if (atomic_read(&v) > 3) WRITE_ONCE(b, true);",
        "atomic_inc(&v); if (atomic_read(&v) > given) x = 1;",
      })
  void valuesThatDecideNothingAreLeftOut(String body) {
    assertThat(variables(left(body))).containsExactly("gp");
    assertThat(Stream.of(left(body).readers().get(0)).flatMap(DataLeftOutTest::steps))
        .allMatch(s -> s.touches().filter(l -> !l.name().equals("gp")).isEmpty())
        .noneMatch(
            s ->
                s instanceof Local.PostponeStore
                    || s instanceof Local.Settle
                    || s instanceof Local.MayReload
                    || s instanceof Local.AnyValue);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n++; if (n > 1) x = 1; | n",
        "while (READ_ONCE(n)) cpu_relax(); | n",
        "WARN_ON(READ_ONCE(b)); | b",
        "m = n; if (READ_ONCE(m)) x = 1; | n m",
        "x = n; m = x; b = READ_ONCE(m) > 2; BUG_ON(READ_ONCE(b)); | n m b",
        "x = a[READ_ONCE(n) & 1]; | n a",
        "a[given] = 1; | a",
        "smp_store_release(&n, 1); | n",
        "m = smp_load_acquire(&n); | n",
        "m++; smp_store_release(&n, READ_ONCE(m)); | n m",
        "x = atomic_inc_return_acquire(&v); | v",
        "cmpxchg(&n, 0, 1); | n",
        "atomic_inc_not_zero(&v); | v",
        "if (atomic_inc_return(&v) == 1) WRITE_ONCE(gp, NULL); | v",
        "atomic_inc(&v); if (atomic_read(&v) > 3) { for (;;) x++; } | v",
        "atomic_inc(&v); if (atomic_read(&v) > 3) WARN_ON(x); | v",
        "atomic_inc(&v); if (atomic_read(&v) > 3) smp_mb(); | v",
        "atomic_inc(&v); if (atomic_read(&v) > 1000) x = 1; | v",
        "if (p) { if (atomic_read(&v) > 3) x = p->member; atomic_inc(&v); } | v",
        "if (p) { if (atomic_read(&v) < 1000) x = 0; else x = p->member; atomic_inc(&v); } | v",
        "if (READ_ONCE(n) && p) x = p->member; | n",
        "if (atomic_read(&v) && p) x = p->member; atomic_dec(&v); | v",
        "if (atomic_read(&v) && p) x = p->member; atomic_set(&v, 0); atomic_inc(&v); | v",
        "b = p != NULL; | b",
      })
  void whatDecidesOrOrdersOrMayBeAFaultStays(String body, String kept) {
    assertThat(variables(left(body))).contains(kept.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (p) { if (atomic_read(&v) < 1000) x = p->member; atomic_inc(&v); }",
        "if (p && atomic_read(&v) >= p->member) atomic_inc(&v);",
        "if (p) p->member = READ_ONCE(n);",
      })
  void soAreStatisticsThatDecideWhatIsRead(String body) {
    assertThat(variables(left(body))).containsExactly("gp");
    assertThat(steps(left(body).readers().get(0)))
        .anyMatch(s -> s.touches().filter(Location.Member.class::isInstance).isPresent());
  }

  @Test
  void whatDecidesAnywhereDecidesEverywhere() {
    String twice = "n++; mutex_lock(&lock); x = n; mutex_unlock(&lock); if (x + given) x = 1;";

    assertThat(left(twice).readers()).isEqualTo(program(twice).readers());
  }

  @Test
  void threadsComeToTheSamePlaces() {
    String body = "n++; if (p) { a[0]++; p->f(given); } for (;;) m++;";
    KernelThread whole = program(body).readers().get(0);
    KernelThread left = left(body).readers().get(0);

    assertThat(left.nodes()).hasSameSizeAs(whole.nodes());
    assertThat(left.flow().from(left.entry()))
        .allSatisfy(id -> assertThat(whole.flow().from(whole.entry())).contains(id));
    assertThat(left.loops().isEmpty()).isFalse();
    assertThat(steps(left).filter(Local.Reached.class::isInstance))
        .containsExactlyElementsOf(steps(whole).filter(Local.Reached.class::isInstance).toList());
  }

  @Test
  void whatACallbackReturnsIsNotChosenIfNothingIsDecidedByIt() {
    assertThat(steps(left("if (p) WRITE_ONCE(n, p->f(1));").readers().get(0)))
        .filteredOn(Access.ReturnAny.class::isInstance)
        .allMatch(s -> ((Access.ReturnAny) s).domain() == Access.Domain.NOTHING)
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "atomic_inc_return(&v);, false, true",
    "atomic_inc_return(&v);, true, true",
    "atomic_inc(&v);, false, false",
    "atomic_inc(&v);, true, true",
    "n++;, true, false"
  })
  void atomicOperationsOrderAsTheyDid(String body, boolean atomicsAreBarriers, boolean full) {
    Program left = DataLeftOut.of(program(body), atomicsAreBarriers);

    assertThat(steps(left.readers().get(0)).anyMatch(Local.Fence.Kind.SMP_MB::is)).isEqualTo(full);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if (given > READ_ONCE(n)) WRITE_ONCE(gp, NULL); | true",
        "if (READ_ONCE(n) > given) WRITE_ONCE(gp, NULL); | true",
        "if (given) WRITE_ONCE(gp, NULL); | true",
        "if (!(given != 4)) WRITE_ONCE(gp, NULL); | true",
        "if (given & 4) WRITE_ONCE(gp, NULL); | true",
        // It is asked for twice, with the same answer.
        "if (given > 3) x = 1; if (given > 3) WRITE_ONCE(gp, NULL); | false",
        "x = given; if (x > 3) WRITE_ONCE(gp, NULL); if (given > 3) WRITE_ONCE(gp, NULL); | false",
        "while (given > 3) WRITE_ONCE(gp, NULL); | false",
        // The other side decides elsewhere.
        "x = READ_ONCE(n); if (x) m = 1; if (given > x) WRITE_ONCE(gp, NULL); if (x) WRITE_ONCE(gp, p); | false",
        // No choice makes it true.
        "if (given & READ_ONCE(n)) WRITE_ONCE(gp, NULL); | false",
        "if (a[given & 1]) WRITE_ONCE(gp, NULL); | false",
      })
  void whoChoosesANumberHasABranchEitherWay(String body, boolean free) {
    assertThat(
            steps(left(body).readers().get(0)).anyMatch(s -> s.equals(new Local.Choice(List.of()))))
        .isEqualTo(free);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"given < 0 | false", "given > 0 | true", "given < 1 | true", "given == -1 | false"})
  void anUnsignedNumberIsNotBelowZero(String condition, boolean free) {
    String text = STRATEGY.formatted("if (" + condition + ") WRITE_ONCE(gp, NULL);");
    Program unsigned =
        Lowering.lower(
            Parser.parse(
                SourceFile.of(
                    "data.c", text.replace("reader(int given)", "reader(unsigned int given)"))),
            true);

    assertThat(
            steps(DataLeftOut.of(unsigned, false).readers().get(0))
                .anyMatch(s -> s.equals(new Local.Choice(List.of()))))
        .isEqualTo(free);
  }

  private static Stream<Step> steps(KernelThread t) {
    return t.nodes().stream()
        .filter(n -> t.flow().from(t.entry()).contains(n.id()))
        .map(Node::step);
  }

  private static List<String> variables(Program p) {
    return p.shared().stream().map(Program.Shared::name).toList();
  }

  private static Program left(String body) {
    return DataLeftOut.of(program(body), false);
  }

  private static Program program(String body) {
    return Lowering.lower(Parser.parse(SourceFile.of("data.c", STRATEGY.formatted(body))), true);
  }
}
