package quiesce.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.lowering.Lowering;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.steps.Program;

class StrategyCostTest {
  private static final String PUBLISH = "WRITE_ONCE(ptr, cbs);";
  private static final String RETRACT = "WRITE_ONCE(ptr, NULL);";

  @Test
  void aCallThroughAPointerLoadsTheSlotFromWhereThePointerPoints() {
    StrategyCost cost =
        reader(
            """
            struct cbs *p = READ_ONCE(ptr);

            if (p)
            	p->run();
            """);

    assertThat(nothing(cost)).isEqualTo("1 load, 1 branch");
    assertThat(registered(cost)).isEqualTo("2 loads (1 dependent), 1 branch, 1 indirect call");
  }

  @Test
  void aCopyOfALoadedPointerIsLoadedToo() {
    assertThat(
            registered(
                reader(
                    """
                    struct cbs *p = READ_ONCE(ptr);
                    struct cbs *q = p;
                    int n = 0;

                    if (q)
                    	n = q->number;
                    """)))
        .isEqualTo("2 loads (1 dependent), 1 branch");
  }

  @Test
  void anArgumentIsNotLoaded() {
    StrategyCost cost =
        strategy(
            PUBLISH, RETRACT, "__task __pins_provider void use(struct cbs *cbs) { cbs->run(); }");

    assertThat(nothing(cost)).isEqualTo("does not run");
    assertThat(registered(cost)).isEqualTo("1 load, 1 indirect call");
  }

  @Test
  void whatACallbackReturnsIsNotKnown() {
    assertThat(
            registered(
                reader(
                    """
                    struct cbs *p = READ_ONCE(ptr);

                    if (p && p->test())
                    	p->run();
                    """)))
        .isEqualTo("2-3 loads (1-2 dependent), 2 branches, 1-2 indirect calls");
  }

  @Test
  void aResultThatIsTestedTwiceIsTheSame() {
    assertThat(
            registered(
                reader(
                    """
                    struct cbs *p = READ_ONCE(ptr);
                    bool yes;

                    if (!p)
                    	return;
                    yes = p->test();
                    if (yes)
                    	p->run();
                    if (!yes)
                    	p->run();
                    """)))
        .isEqualTo("3 loads (2 dependent), 3 branches, 2 indirect calls");
  }

  @Test
  void aNumberThatIsNotZeroStaysSo() {
    assertThat(
            nothing(
                strategy(
                    PUBLISH,
                    RETRACT,
                    """
                    __nmi void sample(void)
                    {
                    	int n = READ_ONCE(flag);

                    	if (n && n != 0)
                    		smp_mb();
                    	if (n == 0)
                    		smp_rmb();
                    }

                    __nmi void other(void)
                    {
                    	WRITE_ONCE(flag, 1);
                    	READ_ONCE(ptr);
                    }
                    """)))
        .isEqualTo("1 load, 2-3 branches, 0-1 smp_mb, 0-1 smp_rmb");
    assertThat(registered(reader("int n = READ_ONCE(flag); if (n != 0) smp_mb();")))
        .isEqualTo("1 load, 1 branch");
  }

  @Test
  void everyPlainMentionIsALoadAndWhatTheCompilerMayRepeatIsNot() {
    String body =
        """
        struct cbs *p = ptr;

        if (p && ptr)
        	p->run();
        """;

    assertThat(registered(reader(body)))
        .isEqualTo("3 loads (1 dependent), 2 branches, 1 indirect call");
    assertThat(reader(body)).isEqualTo(StrategyCost.of(program(readerFile(body), false)));
  }

  @Test
  void aStoreThatMayComeLateIsOneStore() {
    String file =
        file(
            "cbs->number = 1; " + PUBLISH,
            RETRACT,
            "__nmi void sample(void) { struct cbs *p = READ_ONCE(ptr); if (p) p->run(); }");

    assertThat(StrategyCost.of(program(file, true)).update().register()).hasToString("2 stores");
    assertThat(StrategyCost.of(program(file, true)))
        .isEqualTo(StrategyCost.of(program(file, false)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "smp_mb();                              | 1 smp_mb",
        "smp_rmb(); smp_rmb();                  | 2 smp_rmb",
        "smp_wmb();                             | 1 smp_wmb",
        "smp_load_acquire(&flag);               | 1 load, 1 acquire",
        "smp_store_release(&flag, 1);           | 1 store, 1 release",
        "WRITE_ONCE(flag, 1);                   | 1 store",
        "this_cpu_write(here, true);            | 1 store",
        "this_cpu_read(here);                   | 1 load",
        "rcu_dereference(ptr);                  | 1 load",
        "rcu_assign_pointer(ptr, NULL);         | 1 store",
        "xchg(&flag, 1);                        | 1 atomic operation",
        "cmpxchg(&flag, 0, 1);                  | 1 atomic operation",
        "spin_lock(&lock); spin_unlock(&lock);  | 1 atomic operation, 1 release",
        "rcu_read_lock(); rcu_read_unlock();    | nothing",
        "preempt_disable(); preempt_enable();   | nothing",
        "barrier();                             | nothing",
        "WARN_ON(flag);                         | 1 load, 1 branch",
        "if (WARN_ON(flag)) { }                 | 1 load, 1 branch",
        "if (flag) { }                          | 1 load, 1 branch"
      })
  void eachPrimitiveHasItsPrice(String statement, String price) {
    assertThat(nothing(reader(statement))).isEqualTo(price);
  }

  @Test
  void publishingAnObjectIsAReleaseAndPublishingNullIsNone() {
    StrategyCost cost =
        strategy(
            "rcu_assign_pointer(ptr, cbs);",
            "rcu_assign_pointer(ptr, NULL); synchronize_rcu(); synchronize_rcu();",
            "__nmi void sample(void) { rcu_dereference(ptr); }");

    assertThat(cost.update().register()).hasToString("1 store, 1 release");
    assertThat(cost.update().unregister().orElseThrow()).hasToString("1 store, 2 grace periods");
  }

  @Test
  void aMutexIsAnAtomicOperationOnBothSides() {
    StrategyCost cost =
        strategy(
            "mutex_lock(&mutex); " + PUBLISH + " mutex_unlock(&mutex);",
            RETRACT,
            "__nmi void sample(void) { READ_ONCE(ptr); }");

    assertThat(cost.update().register()).hasToString("1 store, 2 atomic operations");
  }

  @Test
  void aLoopOverTheCpusIsPaidForEachOfThem() {
    StrategyCost cost =
        strategy(
            "int cpu; for_each_possible_cpu(cpu) per_cpu(slot, cpu) = cbs;",
            """
            int cpu, other;

            for_each_possible_cpu(cpu)
            	for_each_possible_cpu(other)
            		per_cpu(slot, other) = NULL;
            """,
            """
            __nmi void sample(void)
            {
            	struct cbs *p = this_cpu_read(slot);

            	if (p)
            		p->run();
            }

            __nmi void look(void)
            {
            	int cpu;

            	for_each_possible_cpu(cpu)
            		if (per_cpu(slot, cpu))
            			smp_mb();
            }
            """);

    assertThat(cost.update().register()).hasToString("1 store per CPU");
    assertThat(cost.update().unregister().orElseThrow()).hasToString("2+ stores per CPU");
    assertThat(registered(cost)).isEqualTo("2 loads (1 dependent), 1 branch, 1 indirect call");
    assertThat(cost.readers().get(1).nothingRegistered())
        .hasToString("1 load per CPU, 1 branch + 2 per CPU");
    assertThat(cost.readers().get(1).registered())
        .hasToString("1 load per CPU, 1 branch + 2 per CPU, 1 smp_mb per CPU");
  }

  @Test
  void aLoopOverTheCpusMayLeaveSomeOut() {
    StrategyCost cost =
        strategy(
            """
            int cpu, me = smp_processor_id();

            for_each_possible_cpu(cpu)
            	if (cpu != me)
            		per_cpu(slot, cpu) = cbs;
            """,
            RETRACT,
            "__nmi void sample(void) { this_cpu_read(slot); }");

    assertThat(cost.update().register()).hasToString("0-1 stores per CPU");
  }

  @Test
  void aLoopWithoutABoundIsToldAsOne() {
    StrategyCost cost =
        strategy(
            PUBLISH,
            RETRACT + " while (READ_ONCE(flag)) smp_mb();",
            """
            __nmi void sample(void)
            {
            	WRITE_ONCE(flag, 1);
            	WRITE_ONCE(flag, 0);
            }

            __task void wait(void)
            {
            	while (READ_ONCE(flag))
            		cpu_relax();
            }
            """);

    assertThat(cost.readers().get(1).nothingRegistered())
        .hasToString("1+ loads, 1+ branches; may spin");
    assertThat(cost.update().unregister().orElseThrow())
        .hasToString("1 store, 0+ smp_mb; may spin");
  }

  @Test
  void whatAReaderStoresToIsNotWhatUnregisterLeftThere() {
    StrategyCost cost =
        strategy(
            PUBLISH,
            "WRITE_ONCE(flag, 0); while (READ_ONCE(flag)) smp_mb();",
            "__nmi void sample(void) { WRITE_ONCE(flag, 1); READ_ONCE(ptr); }");

    assertThat(cost.update().unregister().orElseThrow())
        .hasToString("1 store, 0+ smp_mb; may spin");
  }

  @Test
  void aWayThatNeverReturnsIsNotCounted() {
    StrategyCost cost =
        strategy(
            PUBLISH,
            RETRACT,
            """
            __nmi void sample(void)
            {
            	int n = READ_ONCE(flag);

            	while (n)
            		smp_mb();
            }

            __nmi void other(void)
            {
            	WRITE_ONCE(flag, 1);
            	READ_ONCE(ptr);
            }
            """);

    assertThat(nothing(cost)).isEqualTo("1 load, 1 branch");
  }

  @Test
  void aLoopThatWaitsForWhatDoesNotHappenDoesNotReturn() {
    StrategyCost cost =
        reader(
            """
            while (!READ_ONCE(ptr))
            	cpu_relax();
            """);

    assertThat(nothing(cost)).isEqualTo("does not return");
    assertThat(registered(cost)).isEqualTo("1 load, 1 branch");
  }

  @Test
  void aReaderThatDoesNotCheckEndsInAnOopsWhenNobodyIsThere() {
    StrategyCost cost = reader("struct cbs *p = READ_ONCE(ptr); p->run();");

    assertThat(nothing(cost)).isEqualTo("ends in an oops");
    assertThat(registered(cost)).isEqualTo("2 loads (1 dependent), 1 indirect call");
  }

  @Test
  void aFlagHoldsWhatRegisterStoredThere() {
    StrategyCost cost =
        strategy(
            PUBLISH + " WRITE_ONCE(flag, 1);",
            RETRACT,
            "__nmi void sample(void) { if (READ_ONCE(flag)) { struct cbs *p = READ_ONCE(ptr);"
                + " p->run(); } }");

    assertThat(nothing(cost)).isEqualTo("1 load, 1 branch");
    assertThat(registered(cost)).isEqualTo("3 loads (1 dependent), 1 branch, 1 indirect call");
  }

  @Test
  void whatAnotherReaderStoresMayBeThereOrNot() {
    StrategyCost cost =
        strategy(
            "",
            "",
            """
            __task __pins_provider void run(struct cbs *cbs)
            {
            	this_cpu_write(slot, cbs);
            	this_cpu_write(slot, NULL);
            }

            __nmi void sample(void)
            {
            	struct cbs *p = this_cpu_read(slot);

            	if (p)
            		p->run();
            }
            """);

    assertThat(cost.readers().get(1).nothingRegistered()).hasToString("1 load, 1 branch");
    assertThat(cost.readers().get(1).registered())
        .hasToString("1-2 loads (0-1 dependent), 1 branch, 0-1 indirect calls");
    assertThat(cost.update().register()).hasToString("nothing");
  }

  @Test
  void theBodyOfACallbackIsPaidFor() {
    assertThat(
            registered(
                strategy(
                    PUBLISH,
                    RETRACT,
                    """
                    static void body(void)
                    {
                    	smp_mb();
                    }

                    static struct cbs ours = { .run = body };

                    __nmi void sample(void)
                    {
                    	struct cbs *p = READ_ONCE(ptr);

                    	if (p)
                    		p->run();
                    }
                    """)))
        .isEqualTo("2 loads (1 dependent), 1 branch, 1 indirect call, 1 smp_mb");
  }

  @Test
  void aSlotThatTheProviderMayLeaveEmptyIsTested() {
    assertThat(
            registered(
                reader(
                    """
                    struct cbs *p = READ_ONCE(ptr);

                    if (p && p->run)
                    	p->run();
                    """)))
        .isEqualTo("2-3 loads (1-2 dependent), 2 branches, 0-1 indirect calls");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DEFINE_STATIC_CALL_RET0(key, key_fn); | 1 patched xor",
        "DEFINE_STATIC_CALL(key, nobody);      | 1 patched call, 1 smp_mb"
      })
  void aSiteIsPatchedForNobody(String definition, String price) {
    String empty = definition.contains("RET0") ? "(void *)&__static_call_return0" : "nobody";
    StrategyCost cost =
        strategy(
            "static_call_update(key, cbs->run);",
            "static_call_update(key, %s); synchronize_rcu();".formatted(empty),
            definition
                + """

                static void nobody(void)
                {
                	smp_mb();
                }

                __nmi void sample(void)
                {
                	static_call(key)();
                }

                __nmi void other(void)
                {
                	nobody();
                }
                """);

    assertThat(nothing(cost)).isEqualTo(price);
    assertThat(registered(cost)).isEqualTo("1 patched call");
    assertThat(cost.update().unregister().orElseThrow())
        .hasToString("1 grace period, 1 text patch, 3 IPIs to all CPUs");
  }

  @Test
  void everySiteOfAKeyIsPatched() {
    StrategyCost cost =
        strategy(
            "static_call_update(key, cbs->run);",
            "static_call_update(key, (void *)&__static_call_return0);",
            """
            DEFINE_STATIC_CALL_RET0(key, key_fn);
            __nmi void sample(void)
            {
            	static_call(key)();
            	static_call(key)();
            }
            """);

    assertThat(nothing(cost)).isEqualTo("2 patched xors");
    assertThat(cost.update().register()).hasToString("2 text patches, 6 IPIs to all CPUs");
  }

  @Test
  void onlyARegistrationThatSucceedsIsUndone() {
    StrategyCost cost =
        StrategyCost.of(
            program(
                header()
                    + """
                    __register int reg(struct cbs *cbs)
                    {
                    	if (cmpxchg(&ptr, NULL, cbs))
                    		return -16;
                    	return 0;
                    }
                    __unregister void unreg(struct cbs *cbs)
                    {
                    	if (READ_ONCE(ptr) != cbs)
                    		smp_mb();
                    	WRITE_ONCE(ptr, NULL);
                    }
                    __nmi void sample(void)
                    {
                    	struct cbs *p = READ_ONCE(ptr);

                    	if (p)
                    		p->run();
                    }
                    """,
                true));

    assertThat(cost.update().register()).hasToString("1 atomic operation");
    assertThat(cost.update().unregister().orElseThrow()).hasToString("1 store");
    assertThat(registered(cost)).isEqualTo("2 loads (1 dependent), 1 branch, 1 indirect call");
  }

  @Test
  void aRegistrationThatNeverSucceedsIsNeverUndone() {
    StrategyCost cost =
        StrategyCost.of(
            program(
                header()
                    + """
                    __register int reg(struct cbs *cbs)
                    {
                    	return -16;
                    }
                    __unregister void unreg(struct cbs *cbs)
                    {
                    	WRITE_ONCE(ptr, NULL);
                    }
                    __nmi void sample(void)
                    {
                    	READ_ONCE(ptr);
                    }
                    """,
                true));

    assertThat(cost.update().unregister().orElseThrow()).hasToString("does not run");
    assertThat(registered(cost)).isEqualTo("does not run");
  }

  @Test
  void whoIsNeverUnregisteredPaysNothingForIt() {
    String file =
        header()
            + """
            __register __permanent void reg(struct cbs *cbs) { WRITE_ONCE(ptr, cbs); }
            __nmi void sample(void) { READ_ONCE(ptr); }
            """;

    assertThat(StrategyCost.of(program(file, true)).update().unregister()).isEmpty();
  }

  @Test
  void manyDecisionsThatAreSoonForgottenAreFewStates() {
    assertThat(registered(reader(decisions("if (b%1$d)\n\tsmp_mb();\n", ""))))
        .isEqualTo("15 loads (14 dependent), 15 branches, 14 indirect calls, 0-14 smp_mb");
  }

  @Test
  void moreWaysThanAnybodyWouldCountAreNotCounted() {
    StrategyCost cost = reader(decisions("if (b%1$d)\n\tsmp_mb();\n", "if (b%1$d)\n\tsmp_mb();\n"));

    assertThat(nothing(cost)).isEqualTo("1 load, 1 branch");
    assertThat(registered(cost)).isEqualTo("not counted: too many paths through it");
  }

  private static String decisions(String first, String second) {
    IntFunction<String> ask = "bool b%d = p->test();\n"::formatted;
    return "struct cbs *p = READ_ONCE(ptr);\nif (!p)\n\treturn;\n"
        + Stream.<IntFunction<String>>of(ask, first::formatted, second::formatted)
            .flatMap(line -> IntStream.range(0, 14).mapToObj(line))
            .collect(Collectors.joining());
  }

  private static String nothing(StrategyCost cost) {
    return cost.readers().get(0).nothingRegistered().toString();
  }

  private static String registered(StrategyCost cost) {
    return cost.readers().get(0).registered().toString();
  }

  private static StrategyCost reader(String body) {
    return StrategyCost.of(program(readerFile(body), true));
  }

  private static String readerFile(String body) {
    return file(PUBLISH, RETRACT, "__nmi void sample(void)\n{\n" + body + "\n}\n");
  }

  private static StrategyCost strategy(String register, String unregister, String rest) {
    return StrategyCost.of(program(file(register, unregister, rest), true));
  }

  private static String file(String register, String unregister, String rest) {
    return header()
        + rest
        + """

        __register void reg(struct cbs *cbs)
        {
        %s
        }

        __unregister void unreg(struct cbs *cbs)
        {
        %s
        }
        """
            .formatted(register, unregister);
  }

  private static String header() {
    return """
        struct cbs {
        	bool (*test)(void);
        	void (*run)(void);
        	int number;
        };

        struct cbs *ptr;
        int flag;
        DEFINE_PER_CPU(struct cbs *, slot);
        DEFINE_PER_CPU(bool, here);
        DEFINE_SPINLOCK(lock);
        DEFINE_MUTEX(mutex);

        """;
  }

  private static Program program(String text, boolean compiler) {
    return Lowering.lower(Parser.parse(SourceFile.of("test.c", text)), compiler);
  }
}
