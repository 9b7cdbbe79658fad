package quiesce.promela;

import java.util.ArrayList;
import java.util.List;
import quiesce.promela.Statement.Branch;
import quiesce.steps.Deferred;
import quiesce.steps.LateAccess;

/**
 * Interrupt lines: {@code pending} says whether one is requested, {@code off} and {@code again}
 * whether it is disabled once or twice.
 */
final class LateLines {
  private LateLines() {}

  /** A device interrupts; none has to. */
  static List<Branch> strike(At at, Deferred line) {
    List<String> may = new ArrayList<>();
    may.add("!calm");
    may.add(LateSteps.running(at, line) + " == 0");
    if (line.isRequested()) {
      may.add(LateSteps.pending(at, line) + " == 1");
    }
    if (line.stopped()) {
      may.add(LateSteps.off(at, line) + " == 0");
    }
    return SectionSteps.begin(
        at,
        String.join(" && ", may),
        Statement.all(List.of(LateSteps.set(LateSteps.running(at, line), "1")), at.goOn()));
  }

  static List<Branch> change(At at, LateAccess.Line l) {
    return at.anywhere(
        switch (l.does()) {
          case REQUEST_IRQ -> request(at, l, "0");
          case REQUEST_IRQ_DISABLED -> request(at, l, "1");
          case FREE_IRQ -> free(at, l);
          case DISABLE_IRQ -> disable(at, l);
          case ENABLE_IRQ -> enable(at, l);
        });
  }

  private static String requested(At at, Deferred line) {
    return line.isRequested() ? LateSteps.pending(at, line) + " == 1" : "true";
  }

  private static List<Statement> requested(At at, LateAccess.Line l, String now) {
    return l.of().isRequested()
        ? List.of(LateSteps.set(LateSteps.pending(at, l.of()), now))
        : List.of();
  }

  private static String again(At at, Deferred line) {
    return LockSteps.cell(at, line.again(), line.object());
  }

  private static List<Statement> disabled(At at, Deferred line, String off, String again) {
    return line.stopped()
        ? List.of(
            LateSteps.set(again(at, line), again), LateSteps.set(LateSteps.off(at, line), off))
        : List.of();
  }

  private static List<Statement> result(At at, LateAccess.Line l, String value) {
    return l.local().map(r -> List.of(at.bind(r, value))).orElse(List.of());
  }

  private static List<Statement> choice(
      At at, String condition, List<Statement> then, List<Statement> otherwise) {
    return List.of(
        new Statement.Choice(
            List.of(
                new Branch(condition, Statement.all(then, at.goOn())),
                new Branch("else", Statement.all(otherwise, at.goOn())))));
  }

  private static List<Statement> request(At at, LateAccess.Line l, String off) {
    return choice(
        at,
        requested(at, l.of()),
        result(at, l, "1"),
        Statement.all(result(at, l, "0"), requested(at, l, "1"), disabled(at, l.of(), off, "0")));
  }

  private static List<Statement> free(At at, LateAccess.Line l) {
    List<Statement> freed = Statement.all(requested(at, l, "0"), disabled(at, l.of(), "0", "0"));
    return choice(
        at,
        requested(at, l.of()),
        Statement.all(result(at, l, "0"), freed),
        Statement.all(result(at, l, "1"), freed));
  }

  private static List<Statement> disable(At at, LateAccess.Line l) {
    return choice(
        at,
        requested(at, l.of()),
        disabled(at, l.of(), "1", l.of().stopped() ? LateSteps.off(at, l.of()) : "0"),
        disabled(at, l.of(), "0", "0"));
  }

  /** Once less than before. */
  private static List<Statement> enable(At at, LateAccess.Line l) {
    if (!l.of().stopped()) {
      return choice(at, requested(at, l.of()), result(at, l, "1"), result(at, l, "0"));
    }
    String off = LateSteps.off(at, l.of());
    List<Statement> less =
        List.of(LateSteps.set(off, again(at, l.of())), LateSteps.set(again(at, l.of()), "0"));
    return choice(
        at,
        At.and(off + " == 0", requested(at, l.of())),
        Statement.all(result(at, l, "1"), less),
        Statement.all(result(at, l, "0"), less));
  }
}
