package quiesce.promela;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.promela.Statement.Branch;
import quiesce.steps.Deferred;
import quiesce.steps.LateAccess;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** Functions that run later: whether a run of each is due, in progress, or not to be asked for. */
final class LateSteps {
  private LateSteps() {}

  // ---- parts

  static String pending(At at, Deferred of) {
    return LockSteps.cell(at, of.pending(), of.object());
  }

  static String running(At at, Deferred of) {
    return LockSteps.cell(at, of.running(), of.object());
  }

  static String off(At at, Deferred of) {
    return LockSteps.cell(at, of.off(), of.object());
  }

  /** A part of each of the objects, or the one that there is. */
  private static Stream<String> each(At at, String part) {
    String name = at.names().lock(part);
    return at.world().ofObjects().contains(part)
        ? IntStream.rangeClosed(1, at.world().objects()).mapToObj(o -> name + "[" + o + "]")
        : Stream.of(name);
  }

  /** Whether one of some parts is set, of whatever object. */
  private static String any(At at, Stream<String> parts) {
    return "("
        + String.join(" || ", parts.flatMap(p -> each(at, p)).map(c -> c + " != 0").toList())
        + ")";
  }

  private static List<Statement> use(At at, Deferred of) {
    return of.object().map(o -> List.of(Statement.line("use(%s)", at.of(o)))).orElse(List.of());
  }

  private static List<Statement> result(At at, Optional<String> local, String value) {
    return local.map(l -> List.of(at.bind(l, value))).orElse(List.of());
  }

  static Statement set(String cell, String value) {
    return Statement.line("%s = %s", cell, value);
  }

  // ---- runs

  static List<Branch> run(At at, Wait.Run r) {
    Deferred of = r.of();
    if (of.kind().isLine()) {
      return LateLines.strike(at, of);
    }
    if (of.object().isEmpty()) {
      return begin(at, pending(at, of), running(at, of), List.of());
    }
    String local = ((Value.Local) of.object().get()).name();
    List<Branch> all = new ArrayList<>();
    for (int o = 1; o <= at.world().objects(); o++) {
      String object = Integer.toString(o);
      all.addAll(
          begin(
              at,
              at.names().lock(of.pending()) + "[" + object + "]",
              at.names().lock(of.running()) + "[" + object + "]",
              List.of(at.bind(local, object), Statement.line("use(%s)", object))));
    }
    return all;
  }

  private static List<Branch> begin(At at, String pending, String running, List<Statement> chosen) {
    return SectionSteps.begin(
        at,
        "%s == 1 && %s == 0".formatted(pending, running),
        Statement.all(List.of(set(pending, "0"), set(running, "1")), chosen, at.goOn()));
  }

  static List<Branch> ended(At at, Wait.Ended e) {
    Deferred of = e.of();
    String free = LockSteps.cell(at, e.awaited(), of.object()) + " == 0";
    if (e.isForAll()) {
      free += " && %s == 0".formatted(pending(at, of));
    }
    List<Statement> all = new ArrayList<>();
    if (e.local().isPresent()) {
      all.add(at.bind(e.local().get(), due(at, of)));
    }
    if (e.cancels()) {
      all.add(set(pending(at, of), "0"));
    }
    all.addAll(at.goOn());
    return waiting(at, of, free, all);
  }

  /** What uses an object waits for nobody where there is none. */
  private static List<Branch> waiting(At at, Deferred of, String condition, List<Statement> then) {
    return of.object()
        .map(at::of)
        .map(
            o ->
                Statement.either(
                    at.when("!USABLE(" + o + ")", use(at, of)),
                    at.when("USABLE(" + o + ") && " + condition, then)))
        .orElseGet(() -> at.when(condition, then));
  }

  /** Whether a run is due; where nobody ever asks for one, none is. */
  private static String due(At at, Deferred of) {
    return at.world().program().locks().contains(of.pending()) ? pending(at, of) : "0";
  }

  static List<Branch> noneAwaited(At at, Wait.NoneAwaited n) {
    return at.when("!" + any(at, Stream.of(n.of().off())), at.goOn());
  }

  // ---- what asks for them

  static List<Branch> arm(At at, LateAccess.Arm a) {
    Deferred of = a.of();
    String pending = pending(at, of);
    List<Statement> asks =
        Statement.all(result(at, a.local(), due(at, of)), List.of(set(pending, "1")), at.goOn());
    if (!of.stopped()) {
      return at.anywhere(Statement.all(use(at, of), asks));
    }
    List<Statement> inVain =
        Statement.all(result(at, a.local(), of.kind().isAtomic() ? "1" : due(at, of)), at.goOn());
    return at.anywhere(
        Statement.all(
            use(at, of),
            List.of(
                new Statement.Choice(
                    List.of(
                        new Branch(off(at, of) + " == 1", inVain), new Branch("else", asks))))));
  }

  static List<Branch> cancel(At at, LateAccess.Cancel c) {
    Deferred of = c.of();
    List<Statement> takesBack =
        Statement.all(
            result(at, c.local(), due(at, of)), List.of(set(pending(at, of), "0")), at.goOn());
    if (!c.isUnlessRunning()) {
      return at.anywhere(Statement.all(use(at, of), takesBack));
    }
    return at.anywhere(
        Statement.all(
            use(at, of),
            List.of(
                new Statement.Choice(
                    List.of(
                        new Branch(
                            running(at, of) + " == 1",
                            Statement.all(result(at, c.local(), "(-1)"), at.goOn())),
                        new Branch("else", takesBack))))));
  }

  static List<Branch> isDue(At at, LateAccess.IsDue d) {
    String due = due(at, d.of());
    String found = d.orRuns() ? "(%s == 1 -> 1 : %s)".formatted(running(at, d.of()), due) : due;
    return at.anywhere(
        Statement.all(use(at, d.of()), List.of(at.bind(d.local(), found)), at.goOn()));
  }

  static List<Branch> switchOff(At at, LateAccess.Switch w) {
    return at.anywhere(
        Statement.all(
            use(at, w.of()), List.of(set(off(at, w.of()), w.off() ? "1" : "0")), at.goOn()));
  }

  static List<Branch> shouldStop(At at, LateAccess.ShouldStop s) {
    return at.anywhere(
        Statement.all(use(at, s.of()), List.of(at.bind(s.local(), off(at, s.of()))), at.goOn()));
  }

  static List<Branch> noMoreDue(At at, Deferred of) {
    return at.anywhere(Statement.all(use(at, of), List.of(set(pending(at, of), "0")), at.goOn()));
  }

  // ---- what goes, and what is waited for

  static List<Branch> outlived(At at, LateAccess.Outlived o) {
    return oopsIf(at, any(at, o.states().stream()));
  }

  static List<Branch> exists(At at, LateAccess.Exists e) {
    return oopsIf(at, "!" + any(at, e.states().stream()));
  }

  private static List<Branch> oopsIf(At at, String condition) {
    return at.anywhere(
        List.of(
            new Statement.Choice(
                List.of(
                    new Branch(condition, At.oops(Fault.USE_AFTER_TEARDOWN)),
                    new Branch("else", at.goOn())))));
  }

  /** What is with RCU now, of each object. */
  static List<Branch> await(At at, LateAccess.Await a) {
    List<Statement> all = new ArrayList<>();
    boolean each = at.world().ofObjects().contains(a.of().off());
    for (int o = 1; o <= (each ? at.world().objects() : 1); o++) {
      int object = o;
      String left =
          String.join(" || ", a.states().stream().map(p -> cell(at, p, object) + " != 0").toList());
      all.add(set(cell(at, a.of().off(), o), "(%s -> 1 : 0)".formatted(left)));
    }
    all.addAll(at.goOn());
    return at.anywhere(all);
  }

  private static String cell(At at, String part, int object) {
    String name = at.names().lock(part);
    return at.world().ofObjects().contains(part) ? name + "[" + object + "]" : name;
  }

  static List<Branch> over(At at, LateAccess.Over o) {
    return at.anywhere(
        Statement.all(
            List.of(set(running(at, o.of()), "0"), set(off(at, o.of()), "0")), at.goOn()));
  }

  static List<Branch> hand(At at, LateAccess.Hand h) {
    return at.anywhere(
        Statement.all(
            use(at, h.of()),
            List.of(set(running(at, h.of()), "0"), set(pending(at, h.to()), "1")),
            at.goOn()));
  }
}
