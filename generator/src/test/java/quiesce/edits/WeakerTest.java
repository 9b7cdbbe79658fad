package quiesce.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import quiesce.source.Parser;
import quiesce.source.SourceFile;

/** What in a strategy can be weakened, and by what. */
class WeakerTest {
  private static final String HEAD =
      """
      struct callbacks { void (*f)(void); };
      struct callbacks *gp;
      bool ready;
      DEFINE_SPINLOCK(lock);
      DEFINE_SRCU(domain);
      """;

  @Test
  void aCallIsWeakenedByWhatMayTakeItsPlaceTheStrongestFirst() {
    assertThat(weakened("smp_store_release(&gp, cbs);"))
        .contains(
            "6:55 CALL smp_store_release(&gp, cbs): WRITE_ONCE(gp, cbs) | gp = cbs",
            "6:55 STATEMENT smp_store_release(&gp, cbs);: ");
    assertThat(weakened("struct callbacks *p = smp_load_acquire(&gp);"))
        .containsExactly("6:77 CALL smp_load_acquire(&gp): READ_ONCE(gp) | gp");
  }

  @Test
  void aSectionIsOpenedAndClosedOrNot() {
    assertThat(weakened("int i = srcu_read_lock(&domain); srcu_read_unlock(&domain, i);"))
        .containsExactly("6:63 SECTION srcu_read_lock(&domain): ");
    assertThat(
            weakened(
                "unsigned long flags; spin_lock_irqsave(&lock, flags);"
                    + " spin_unlock_irqrestore(&lock, flags);"))
        .containsExactly("6:76 SECTION spin_lock_irqsave(&lock, flags): spin_lock(&lock) | ");
  }

  @Test
  void theEndOfASectionIsThatOfTheSameLock() {
    Line section =
        lines("rcu_read_lock(); if (ready) { rcu_read_unlock(); return; } rcu_read_unlock();")
            .get(0);

    assertThat(section.ways()).singleElement();
    assertThat(section.ways().get(0).file().code()).doesNotContain("rcu_read_unlock");
  }

  @Test
  void twoStatementsAreSwapped() {
    assertThat(weakened("WRITE_ONCE(gp, NULL); synchronize_rcu();"))
        .contains(
            "6:55 ORDER WRITE_ONCE(gp, NULL); synchronize_rcu();:"
                + " synchronize_rcu(); WRITE_ONCE(gp, NULL);");
  }

  @Test
  void aSectionIsMadeShorterFromEitherEnd() {
    assertThat(weakened("rcu_read_lock(); WRITE_ONCE(ready, true); rcu_read_unlock();"))
        .contains(
            "6:55 ORDER rcu_read_lock(); WRITE_ONCE(ready, true);:"
                + " WRITE_ONCE(ready, true); rcu_read_lock();",
            "6:72 ORDER WRITE_ONCE(ready, true); rcu_read_unlock();:"
                + " rcu_read_unlock(); WRITE_ONCE(ready, true);");
  }

  @Test
  void aTestPassesOrDoesNotLeave() {
    assertThat(weakened("if (cbs && ready) WRITE_ONCE(gp, cbs);"))
        .contains("6:59 TEST cbs: true", "6:66 TEST ready: true");
    assertThat(weakened("if (!cbs || ready) return;"))
        .containsExactly("6:59 TEST !cbs: false", "6:67 TEST ready: false");
    assertThat(weakened("if (!cbs || ready) ready = true;"))
        .contains("6:59 TEST !cbs || ready: true");
  }

  @Test
  void whatACallbackSaysIsNoTest() {
    assertThat(weakened("if (cbs->f()) return;")).isEmpty();
  }

  @Test
  void whatIsNobodyElsesIsLeftAlone() {
    assertThat(weakened("struct callbacks *p; p = cbs; cpu_relax(); p->f();")).isEmpty();
  }

  @Test
  void whatAMacroExpandsToIsLeftAlone() {
    String text =
        "#define PUBLISH(p) WRITE_ONCE(gp, p)\n" + file("PUBLISH(cbs);").replace("\n\n", "\n");

    assertThat(Weaker.of(Parser.parse(SourceFile.of("macro.c", text))))
        .noneMatch(l -> l.what().contains("WRITE_ONCE"));
  }

  @Test
  void everyLineStaysWhereItIs() {
    String text =
        file("WRITE_ONCE(gp,\n\t\tNULL);\nsynchronize_rcu();\nif (ready)\n\tready = true;");
    int lines = SourceFile.of("lines.c", text).lines().size();

    assertThat(Weaker.of(Parser.parse(SourceFile.of("lines.c", text))))
        .hasSizeGreaterThan(4)
        .flatExtracting(Line::ways)
        .extracting(w -> ((Line.Way) w).file().lines().size())
        .containsOnly(lines);
  }

  private static String file(String body) {
    return HEAD + "__unregister void unregister(struct callbacks *cbs) { " + body + " }\n";
  }

  private static List<Line> lines(String body) {
    return Weaker.of(Parser.parse(SourceFile.of("weaker.c", file(body))));
  }

  private static List<String> weakened(String body) {
    return lines(body).stream()
        .map(
            l ->
                "%s:%s %s %s: %s"
                    .formatted(
                        l.place().line(),
                        l.place().column(),
                        l.kind(),
                        l.what(),
                        l.ways().stream()
                            .map(Line.Way::instead)
                            .collect(Collectors.joining(" | "))))
        .toList();
  }
}
