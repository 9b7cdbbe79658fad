package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.machine.Verdicts.Verdict;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/** Whatever reads a pointer to the callbacks looks them up, under each memory model. */
@TestInstance(Lifecycle.PER_CLASS)
class LookupsTest {
  private static final List<String> GLOBAL =
      List.of(
          "p = gp;",
          "p = READ_ONCE(gp);",
          "p = rcu_dereference(gp);",
          "p = rcu_access_pointer(gp);",
          "p = smp_load_acquire(&gp);",
          "p = xchg(&gp, NULL);",
          "p = cmpxchg(&gp, NULL, NULL);",
          "p = NULL; if (gp) gp->b();");

  private static final List<String> PER_CPU =
      List.of("p = this_cpu_read(pp);", "p = per_cpu(pp, smp_processor_id());");

  private static final String TO_ALL =
      """
      for_each_possible_cpu(cpu)
      		smp_store_release(&per_cpu(pp, cpu), %s);
      """;

  private Verdicts verdicts;

  @BeforeAll
  void start() {
    verdicts = new Verdicts();
  }

  @AfterAll
  void stop() {
    verdicts.close();
  }

  static Stream<Arguments> lookups() {
    return Stream.of("sc", "tso", "weak")
        .flatMap(
            memory ->
                Stream.concat(
                    GLOBAL.stream()
                        .filter(l -> memory.equals("sc") || l.contains("xchg"))
                        .map(l -> Arguments.of(memory, l, "rcu_assign_pointer(gp, %s);")),
                    PER_CPU.stream()
                        .filter(l -> memory.equals("sc"))
                        .map(l -> Arguments.of(memory, l, TO_ALL))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("lookups")
  void aLookUpAfterTheGracePeriodIsNoticed(String memory, String lookUp, String store) {
    String clear = store.formatted("NULL");

    assertThat(verdict(memory, lookUp, store, "synchronize_rcu();\n\t" + clear))
        .isEqualTo(Verdict.VIOLATED);
  }

  private Verdict verdict(String memory, String lookUp, String store, String unregister) {
    String text =
        """
        struct cb {
        	void (*b)(void);
        };
        struct cb *gp;
        DEFINE_PER_CPU(struct cb *, pp);

        __register void reg(struct cb *cbs)
        {
        	int cpu;

        	%s
        }

        __unregister void unreg(struct cb *cbs)
        {
        	int cpu;

        	%s
        }

        __irq void rd(void)
        {
        	struct cb *p;

        	%s
        	if (p)
        		p->b();
        }
        """
            .formatted(store.formatted("cbs"), unregister, lookUp);
    Property stale = Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD;
    Map<Property, Verdict> all =
        verdicts.of(
            Verdicts.specification(
                SourceFile.of("lookup.c", text), Options.DEFAULT.withMemory(memory)),
            Set.of(stale));
    return all.get(stale);
  }
}
