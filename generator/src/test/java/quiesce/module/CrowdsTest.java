package quiesce.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has a specification for any number of CPUs, and what has none. */
class CrowdsTest {
  private static final Options ANY = Options.DEFAULT.with(Count.ANY, Count.ANY);

  private static final String STRATEGY =
      """
      struct callbacks { bool (*f)(void); };
      struct callbacks *gp;
      atomic_t count;
      DEFINE_PER_CPU(struct callbacks *, own);
      DEFINE_SPINLOCK(lock);
      __register void reg(struct callbacks *cbs) { rcu_assign_pointer(gp, cbs); %s }
      __unregister void unreg(struct callbacks *cbs) { rcu_assign_pointer(gp, NULL); %s }
      %s { struct callbacks *p = rcu_dereference(gp); %s }
      """;

  private static Specification emit(String reg, String unreg, String head, String body) {
    return emit(ANY, reg, unreg, head, body);
  }

  private static Specification emit(
      Options options, String reg, String unreg, String head, String body) {
    return Samples.emit("crowd.c", STRATEGY.formatted(reg, unreg, head, body), options);
  }

  @Test
  void handlersOfAnyNumberOfCpusAreACrowd() {
    Specification spec = emit("", "synchronize_rcu();", "__nmi void r(void)", "if (p) p->f();");

    assertThat(spec.module()).contains("cpus_Without(c) ==").doesNotContain("\\in CPUs");
    assertThat(spec.variables()).contains("cpus").doesNotContain("r", "awaited");
    assertThat(spec.configurations()).containsOnlyKeys("Crowd.cfg");
  }

  @Test
  void aReaderThatTakesALockLeavesNobodyBehindWhereItHoldsIt() {
    Specification spec =
        emit("", "", "__irq void r(void)", "spin_lock(&lock); if (p) p->f(); spin_unlock(&lock);");

    assertThat(spec.module().replaceAll("\\s+", " "))
        .containsPattern(
            "cpus_Without\\(c\\) == IF c\\.r\\.at \\\\in \\{[^}]*\\} THEN \\{cpus \\\\ \\{c\\}\\}"
                + " ELSE \\{cpus, cpus \\\\ \\{c\\}\\}");
  }

  @Test
  void aProviderMarksTheMembersThatItVisits() {
    Specification spec =
        emit(
            "",
            "int cpu; for_each_possible_cpu(cpu) { while (READ_ONCE(per_cpu(own, cpu))) cpu_relax(); }",
            "__nmi void r(void)",
            "this_cpu_write(own, p); this_cpu_write(own, NULL);");

    assertThat(spec.module().replaceAll("\\s+", " "))
        .contains(
            "cpus' = {[m EXCEPT !.cpu_left = TRUE] : m \\in cpus}",
            "cpus' = rest \\cup {[c EXCEPT !.cpu_2 = TRUE, !.cpu_left = FALSE]}",
            "cpus' = {m \\in cpus : ~m.cpu_left}",
            "cpus_Without(c) == IF c.cpu_2 THEN {cpus \\ {c}} ELSE {cpus}")
        .doesNotContain("provider.cpu");
  }

  @Test
  void anActionThatAloneUsesTheCpuChoosesIt() {
    Specification spec =
        emit(
            "",
            "int cpu; for_each_possible_cpu(cpu) WRITE_ONCE(per_cpu(own, cpu), NULL);",
            "__nmi void r(void)",
            "if (this_cpu_read(own)) this_cpu_read(own);");

    assertThat(spec.module().replaceAll("\\s+", " "))
        .contains("cpus' = rest \\cup {[c EXCEPT !.own = NULL, !.cpu_left = FALSE]}")
        .doesNotContain("cpu_2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | int cpu; spin_lock(&lock); for_each_possible_cpu(cpu) per_cpu(own, cpu) = NULL; spin_unlock(&lock);"
            + " | __nmi void r(void) | if (p) p->f();"
            + " | the provider visits the CPUs one by one, and holds its own or asks for it",
        "'' | int cpu; for_each_possible_cpu(cpu) per_cpu(own, cpu) = NULL; | __nmi void r(void)"
            + " | if (p) p->f();"
            + " | the compiler may put off what the provider writes to a CPU that it visits",
        "'' | '' | __irq void r(void)"
            + " | int cpu; for_each_possible_cpu(cpu) WRITE_ONCE(per_cpu(own, cpu), NULL);"
            + " | r() visits the CPUs one by one",
        "atomic_inc(&count); | atomic_dec(&count); | __nmi void r(void)"
            + " | if (p && atomic_read(&count)) p->f();"
            + " | what any number of threads count has no bound",
        "'' | '' | __task void r(void)"
            + " | spin_lock(&lock); p = READ_ONCE(gp); if (p) p->f(); spin_unlock(&lock); if (p) p->f();"
            + " | r() keeps its CPU, and lets go of it before its end",
      })
  void whatMeetsNoConditionIsNotLifted(
      String reg, String unreg, String head, String body, String why) {
    assertThatExceptionOfType(NotLifted.class)
        .isThrownBy(() -> emit(reg, unreg, head, body))
        .withMessage(why);
  }

  @Test
  void whatACpuKnowsIsPartOfItsState() {
    Specification spec = Samples.emit(Samples.RCU, ANY.withMemory("weak"));

    assertThat(spec.module()).contains("cpus_Idle == [sample |-> sample_Idle, knows |-> Ignorant]");
  }

  @Test
  void whoMakesNoStoresHasNoBuffer() {
    Specification spec = Samples.emit(Samples.RCU, ANY.withMemory("tso"));

    assertThat(spec.module()).contains("Agents == {\"provider\"}").doesNotContain("knows");
  }

  @Test
  void aBufferDrainsOfAnyMember() {
    String lock = "spin_lock(&lock); if (p) p->f(); spin_unlock(&lock);";
    Specification spec = emit(ANY.withMemory("tso"), "", "", "__irq void r(void)", lock);

    assertThat(spec.module()).contains("Drain_cpus ==", "knows |-> Ignorant", "\\/ Drain_cpus");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weak | '' | __nmi void r(void) | WRITE_ONCE(gp, p);"
            + " | any number of readers store what others see, and each store is remembered",
        "weak | while (!READ_ONCE(gp)) cpu_relax(); | __nmi void r(void) | if (p) p->f();"
            + " | a thread spins until it sees what others store",
        "tso | synchronize_rcu(); | __task void r(void)"
            + " | rcu_read_lock(); WRITE_ONCE(gp, p); rcu_read_unlock();"
            + " | a grace period waits for the stores in the buffers of any number of CPUs",
        "tso | int cpu; for_each_possible_cpu(cpu) per_cpu(own, cpu) = NULL; | __nmi void r(void)"
            + " | if (p) p->f(); | a copy of a per-CPU variable is used by other CPUs, too",
      })
  void whatMembersCannotKnowForThemselvesIsNotLifted(
      String memory, String unreg, String head, String body, String why) {
    Options options = ANY.withMemory(memory);
    assertThatExceptionOfType(NotLifted.class)
        .isThrownBy(() -> emit(options, "", unreg, head, body))
        .withMessage(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | __nmi void r(void) | a reader outside of sections may read a store of any age",
        "synchronize_rcu(); | __task void r(void)"
            + " | a reader outside of sections may read a store of any age",
        "this_cpu_write(own, NULL); synchronize_rcu(); | __nmi void r(void)"
            + " | the provider takes along what is known on the CPUs that it runs on",
      })
  void whereOldStoresStayReadableObjectsAreUsedOnce(String unreg, String head, String why) {
    Options options = ANY.withMemory("weak");
    assertThatExceptionOfType(NotLifted.class)
        .isThrownBy(() -> emit(options, "", unreg, head, "if (p) p->f();"))
        .withMessage(why);
    assertThat(emit(options.with(Count.ANY, Count.of(2)), "", unreg, head, "").module())
        .contains("_Without(", "knows |-> Ignorant");
  }

  @Test
  void underWeakObjectsTakeTurnsInCrowdsAlone() {
    Options options = Options.DEFAULT.withMemory("weak").with(Count.of(2), Count.ANY);
    assertThatExceptionOfType(NotLifted.class)
        .isThrownBy(() -> Samples.emit(Samples.RCU, options))
        .withMessage("each CPU that has a number may read stores of any age");
  }

  @Test
  void whereNumbersAreGivenObjectsAreUsedOnce() {
    Specification spec = Samples.emit(Samples.RCU, Options.DEFAULT.with(Count.ANY, Count.of(3)));

    assertThat(spec.module()).doesNotContain("EnoughObjects");
    assertThat(spec.safety()).contains("Objects = {A, B, C}");
  }

  @Test
  void objectsTakeTurnsForAGivenNumberOfCpus() {
    Specification spec = Samples.emit(Samples.RCU, Options.DEFAULT.with(Count.of(2), Count.ANY));

    assertThat(spec.module()).contains("EnoughObjects ==", "CPUs,");
    assertThat(spec.safety()).contains("CPUs = {cpu0, cpu1}", "INVARIANT EnoughObjects");
  }
}
