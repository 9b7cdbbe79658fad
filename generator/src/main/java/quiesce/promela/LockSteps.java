package quiesce.promela;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quiesce.promela.Statement.Branch;
import quiesce.steps.Access;
import quiesce.steps.LockKind;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/**
 * Locks: a number that says who has one. {@code ALONE} is there for who holds it alone, {@code
 * READER} once for each who reads under it, and {@code QUEUED} for each who waits to write.
 */
final class LockSteps {
  private LockSteps() {}

  private static String cell(At at, Step.OfLock l) {
    return cell(at, l.lock(), l.object());
  }

  /** The lock, or the part of what runs later, of an object if each has one. */
  static String cell(At at, String lock, Optional<Value> object) {
    String name = at.names().lock(lock);
    return at.world().ofObjects().contains(lock)
        ? "%s[%s]".formatted(name, object.map(at::of).orElse("1"))
        : name;
  }

  private static List<Statement> use(At at, Step.OfLock l) {
    return l.object().map(o -> List.of(Statement.line("use(%s)", at.of(o)))).orElse(List.of());
  }

  /** Taking the lock of an object that is none is an oops, and waits for nobody. */
  static List<Branch> lock(At at, Wait.Lock l) {
    String cell = cell(at, l);
    String free = free(at, l.kind(), cell, true);
    Optional<String> object = l.object().map(at::of);
    List<Branch> taken =
        held(
            at,
            l.kind(),
            object.map(o -> "USABLE(%s) && %s".formatted(o, free)).orElse(free),
            taken(l.kind(), cell),
            List.of());
    return object
        .map(o -> Statement.either(at.when("!USABLE(" + o + ")", use(at, l)), taken))
        .orElse(taken);
  }

  /** The branches that get a lock: who spins for one holds a CPU with it. */
  private static List<Branch> held(
      At at, LockKind kind, String condition, Statement taken, List<Statement> result) {
    return at.crew().isHandler() || !kind.spins()
        ? at.when(condition, Statement.all(List.of(taken), result, at.goOn()))
        : at.onEachCpu(
            condition,
            cpu ->
                Statement.all(
                    List.of(taken),
                    SectionSteps.entered(at, Region.PREEMPT_OFF, cpu),
                    result,
                    at.goOn()));
  }

  private static String free(At at, LockKind kind, String cell, boolean waits) {
    if (kind.isShared()) {
      boolean passes = waits && at.crew().isHandler();
      return passes
          ? "(%s & ALONE) == 0".formatted(cell)
          : "(%s & ALONE) == 0 && %s < QUEUED".formatted(cell, cell);
    }
    return kind.isOfWriter() ? "%s %% QUEUED == 0".formatted(cell) : cell + " == 0";
  }

  private static Statement taken(LockKind kind, String cell) {
    if (kind.isShared()) {
      return Statement.line("%s = %s + READER", cell, cell);
    }
    return kind.isOfWriter()
        ? Statement.line("%s = %s + ALONE - QUEUED", cell, cell)
        : Statement.line("%s = ALONE", cell);
  }

  static List<Branch> queue(At at, Section.Queue q) {
    String cell = cell(at, q);
    return at.anywhere(
        Statement.all(List.of(Statement.line("%s = %s + QUEUED", cell, cell)), at.goOn()));
  }

  static List<Branch> trylock(At at, Access.Trylock l) {
    if (l.kind().isOfModule()) {
      return Statement.either(
          at.when(
              "references >= 0",
              Statement.all(
                  List.of(new Statement.Line("references++"), at.bind(l.local(), "1")), at.goOn())),
          at.when("references < 0", failed(at, l)));
    }
    String cell = cell(at, l);
    String free = free(at, l.kind(), cell, false);
    boolean atAnyTime = l.kind().mayFailAtAnyTime();
    String fails = atAnyTime ? "true" : "!(%s)".formatted(free);
    // Who only tries has not queued.
    Statement taken =
        l.kind().isShared() ? taken(l.kind(), cell) : Statement.line("%s = %s + ALONE", cell, cell);
    Optional<String> object = l.object().map(at::of);
    Function<String, String> usable =
        c -> object.map(o -> At.and("USABLE(%s)".formatted(o), c)).orElse(c);
    List<Branch> all = new ArrayList<>();
    object.ifPresent(o -> all.addAll(at.when("!USABLE(" + o + ")", use(at, l))));
    all.addAll(at.when(usable.apply(fails), failed(at, l)));
    all.addAll(held(at, l.kind(), usable.apply(free), taken, List.of(at.bind(l.local(), "1"))));
    return all;
  }

  private static List<Statement> failed(At at, Access.Trylock l) {
    return Statement.all(List.of(at.bind(l.local(), "0")), at.goOn());
  }

  static List<Branch> isLocked(At at, Access.IsLocked l) {
    return at.anywhere(
        Statement.all(use(at, l), List.of(at.bind(l.local(), cell(at, l))), at.goOn()));
  }

  static List<Branch> unlock(At at, Section.Unlock u) {
    if (u.kind().isOfModule()) {
      return at.anywhere(Statement.all(List.of(new Statement.Line("references--")), at.goOn()));
    }
    String cell = cell(at, u);
    Statement released =
        u.kind().isShared()
            ? Statement.line("%s = %s - READER", cell, cell)
            : Statement.line("%s = %s - ALONE", cell, cell);
    if (u.kind() == LockKind.RUN) {
      // What it was of may be gone.
      return at.anywhere(Statement.all(List.of(released), at.goOn()));
    }
    return at.crew().isHandler() || !u.kind().spins()
        ? at.anywhere(Statement.all(use(at, u), List.of(released), at.goOn()))
        : at.onEachCpu(
            "true",
            cpu ->
                Statement.all(
                    use(at, u),
                    List.of(released),
                    SectionSteps.left(at, Region.PREEMPT_OFF, cpu),
                    at.goOn()));
  }

  static List<Branch> initialise(At at, Section.InitLock i) {
    return at.anywhere(
        Statement.all(use(at, i), List.of(Statement.line("%s = 0", cell(at, i))), at.goOn()));
  }
}
