package quiesce.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quiesce.source.Parser;
import quiesce.source.SourceFile;

/** What makes a strategy stronger, and how it is written. */
class StrongerTest {
  private static final String HEAD =
      """
      struct callbacks { void (*f)(void); };
      static struct callbacks *gp;
      static bool ready;
      DEFINE_MUTEX(one);
      DEFINE_MUTEX(two);
      DEFINE_STATIC_SRCU(domain);
      """;

  @Test
  void aPlainStoreIsMarkedOrReleased() {
    assertThat(repairs("gp = cbs;")).contains("WRITE_ONCE(gp, cbs)", "rcu_assign_pointer(gp, cbs)");
    assertThat(repairs("gp = NULL;"))
        .contains("WRITE_ONCE(gp, NULL)", "smp_store_release(&gp, NULL)")
        .doesNotContain("rcu_assign_pointer(gp, NULL)");
    assertThat(repairs("ready = true;")).contains("smp_store_release(&ready, true)");
  }

  @Test
  void aPlainLoadIsMarked() {
    assertThat(repairs("if (ready) synchronize_rcu();"))
        .contains("READ_ONCE(ready)", "smp_load_acquire(&ready)");
    assertThat(repairs("xchg(&ready, true);")).doesNotContain("READ_ONCE(ready)");
    assertThat(repairs("WRITE_ONCE(ready, true);")).doesNotContain("READ_ONCE(ready)");
  }

  @Test
  void aCallIsMadeStronger() {
    assertThat(repairs("WRITE_ONCE(gp, cbs);")).contains("rcu_assign_pointer(gp, cbs)");
    assertThat(repairs("xchg_relaxed(&ready, true);")).contains("xchg(&ready, true)");
    assertThat(repairs("synchronize_rcu();")).contains("synchronize_srcu(&domain)");
  }

  @Test
  void severalLoadsBecomeOneOfALocalThatIsNamedAsParametersAre() {
    assertThat(
            written("reader", "load gp once, by READ_ONCE(gp)", "if (gp && ready)\n\t\tgp->f();"))
        .contains(
            """
            {
            \tstruct callbacks *cbs = READ_ONCE(gp);

            \tif (cbs && ready)
            \t\tcbs->f();
            }
            """);
  }

  @Test
  void aLocalThatThereIsKeepsItsName() {
    assertThat(
            written(
                "reader",
                "load gp once, by READ_ONCE(gp)",
                "struct callbacks *cbs;\n\n\tif (gp)\n\t\tgp->f();"))
        .contains("\tstruct callbacks *p = READ_ONCE(gp);\n\tstruct callbacks *cbs;\n");
  }

  @Test
  void whatALoopWaitsForIsLoadedInEachRound() {
    assertThat(repairsOf("reader", "while (ready && !ready)\n\t\tcpu_relax();"))
        .noneMatch(r -> r.contains("once, by"));
  }

  @Test
  void aWaitComesAfterWhatItIsForAndItsComment() {
    assertThat(
            written(
                "unregister",
                "synchronize_rcu() after line 9",
                "WRITE_ONCE(gp, NULL); /* nobody finds it */"))
        .contains("\tWRITE_ONCE(gp, NULL); /* nobody finds it */\n\tsynchronize_rcu();\n}");
  }

  @Test
  void aStatementThatMovesLeavesNoLineBehind() {
    assertThat(
            written(
                "unregister",
                "WRITE_ONCE(gp, NULL) before line 9",
                "synchronize_rcu();\n\tWRITE_ONCE(gp, NULL);"))
        .contains("{\n\tWRITE_ONCE(gp, NULL);\n\tsynchronize_rcu();\n}");
  }

  @Test
  void twoLocksAreTakenInTheOtherOrder() {
    assertThat(
            repairs(
                "mutex_lock(&one);\n\tmutex_lock(&two);\n\tmutex_unlock(&two);\n\tmutex_unlock(&one);"))
        .contains("mutex_lock(&two) before line 9")
        .doesNotContain("mutex_unlock(&two) before line 10");
  }

  @Test
  void aSectionIsMadeLonger() {
    assertThat(
            written(
                "reader",
                "rcu_read_unlock() after line 10",
                "rcu_read_lock();\n\trcu_read_unlock();\n\tWRITE_ONCE(ready, true);"
                    .replaceFirst("rcu_read_lock\\(\\);\n\t", "rcu_read_lock(); ")))
        .contains("rcu_read_lock(); \n\tWRITE_ONCE(ready, true);\n\trcu_read_unlock();");
  }

  @Test
  void aReaderGetsASection() {
    assertThat(written("reader", "guard(rcu)()", "if (ready)\n\t\tWRITE_ONCE(ready, false);"))
        .contains("{\n\tguard(rcu)();\n\n\tif (ready)\n");
  }

  @Test
  void aPointerIsTestedBeforeItIsFollowed() {
    assertThat(
            written(
                "reader", "load gp once, by READ_ONCE(gp), and test it", "gp->f();\n\tready = gp;"))
        .contains("\tif (cbs)\n\t\tcbs->f();\n");
  }

  @Test
  void everyLineStaysWhereItIsForWhoeverChecksIt() {
    Stronger stronger = stronger("gp = NULL;\n\tsynchronize_rcu();\n\tready = false;");

    assertThat(stronger.repairs())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            r -> {
              SourceFile file = stronger.with(List.of(r));
              assertThat(file.lines())
                  .hasSameSizeAs(text("unregister", "a;\nb;\nc;").lines().toList());
              assertThat(words(file.code())).isEqualTo(words(stronger.written(List.of(r))));
            });
  }

  @Test
  void whatIsReplacedTwiceIsOnlyReplacedOnce() {
    Stronger stronger = stronger("gp = NULL;");
    Repair once = named(stronger, "WRITE_ONCE(gp, NULL)");
    Repair release = named(stronger, "smp_store_release(&gp, NULL)");

    assertThat(once.allows(release)).isFalse();
    assertThat(once.isWithin(release)).isTrue();
    assertThat(release.isWithin(once)).isFalse();
    assertThat(once.allows(named(stronger, "synchronize_rcu() after line 9"))).isTrue();
  }

  @Test
  void aMutexIsDefinedOnce() {
    assertThat(written("unregister", "a mutex around registering and unregistering", "gp = NULL;"))
        .contains(
            "static DEFINE_MUTEX(registration_mutex);\n\n__unregister",
            "\tguard(mutex)(&registration_mutex);\n");
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static List<String> repairs(String body) {
    return repairsOf("unregister", body);
  }

  private static List<String> repairsOf(String function, String body) {
    return stronger(function, body).repairs().stream().map(Repair::what).toList();
  }

  private static String written(String function, String what, String body) {
    Stronger stronger = stronger(function, body);
    return stronger.written(List.of(named(stronger, what))) + "\n";
  }

  private static Repair named(Stronger stronger, String what) {
    assertThat(stronger.repairs()).extracting(Repair::what).contains(what);
    return stronger.repairs().stream().filter(r -> r.what().equals(what)).findFirst().orElseThrow();
  }

  private static Stronger stronger(String body) {
    return stronger("unregister", body);
  }

  private static Stronger stronger(String function, String body) {
    return Stronger.of(
        Parser.parse(SourceFile.of("stronger.c", text(function, body))),
        "unregister"::equals,
        "reader"::equals,
        "reader"::equals);
  }

  private static String text(String function, String body) {
    String other =
        function.equals("reader")
            ? "__task void reader(void)"
            : "__unregister void unregister(struct callbacks *cbs)";
    String known = function.equals("reader") ? "void known(struct callbacks *cbs);\n" : "\n";
    return HEAD + known + other + " {\n\t" + body + "\n}\n";
  }
}
