package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import quiesce.steps.Access;
import quiesce.steps.LockKind;
import quiesce.steps.Step;
import quiesce.steps.Wait;
import quiesce.tla.Expression;
import quiesce.tla.Expression.Definition;
import quiesce.tla.Logic;

/**
 * Who holds a lock as one of several readers, and who waits to write: that is where threads are,
 * and no part of memory. A reader waits behind a writer that waits, unless it is a handler
 * (Documentation/locking/lockdep-design.rst: recursive read locks). An attempt to read fails there,
 * in a handler, too (kernel/locking/rwsem.c, include/asm-generic/qrwlock.h).
 */
final class SharedLocks {
  private final Shape shape;

  SharedLocks(Shape shape) {
    this.shape = shape;
  }

  /** What must hold, beside that no writer holds the lock, for a thread to take it. */
  Optional<Expression> others(ThreadView v, Step.OfLock taking) {
    if (taking.kind().isOfWriter()) {
      return isNobody(readers(taking.lock()), reading(taking.lock()));
    }
    return isBehindWriters(v, taking)
        ? isNobody(writers(taking.lock()), waiting(taking.lock()))
        : Optional.empty();
  }

  /** Whether handlers read under a lock, past who waits to write. */
  boolean isReadByHandlers(String lock) {
    return shape.readers().stream()
        .filter(v -> v.thread.context().isHandler())
        .anyMatch(v -> takes(v, l -> l.lock().equals(lock) && l.kind().isShared()));
  }

  private static Optional<Expression> isNobody(Expression who, String name) {
    return Optional.of(Logic.negated(Logic.name(name))).filter(any -> !who.equals(Logic.FALSE));
  }

  /** The definitions that these conditions use. */
  List<Definition> definitions() {
    List<Definition> all = new ArrayList<>();
    for (String lock : shape.model().locks()) {
      if (isTaken(l -> l.lock().equals(lock) && l.kind().isOfWriter())) {
        add(all, reading(lock), "Somebody reads under this lock.", readers(lock));
      }
      if (shape.threads().stream()
          .anyMatch(v -> takes(v, l -> l.lock().equals(lock) && isBehindWriters(v, l)))) {
        add(all, waiting(lock), "Somebody waits to write under this lock.", writers(lock));
      }
    }
    return all;
  }

  private static void add(List<Definition> all, String name, String comment, Expression who) {
    if (!who.equals(Logic.FALSE)) {
      all.add(new Definition(name, List.of(), who, List.of(comment)));
    }
  }

  private String reading(String lock) {
    return shape.names().variable(lock) + "_Read";
  }

  private String waiting(String lock) {
    return shape.names().variable(lock) + "_Wanted";
  }

  private Expression readers(String lock) {
    return Logic.any(shape.threads().stream().map(v -> some(v, SharedHolds.of(v, lock))));
  }

  private static Expression some(ThreadView v, Expression what) {
    return what.equals(Logic.FALSE) ? what : v.instances.some(what);
  }

  private Expression writers(String lock) {
    return Logic.any(
        shape.threads().stream()
            .map(
                v ->
                    some(
                        v,
                        v.isWhere(
                            n ->
                                n.step() instanceof Wait.Lock l
                                    && l.kind().isOfWriter()
                                    && l.lock().equals(lock)))));
  }

  private boolean isTaken(Predicate<Step.OfLock> which) {
    return shape.threads().stream().anyMatch(v -> takes(v, which));
  }

  /** Whether a thread takes a lock so, or tries to. */
  private static boolean takes(ThreadView v, Predicate<Step.OfLock> which) {
    return v.thread.has(s -> LockKind.takes(s) && which.test((Step.OfLock) s));
  }

  private static boolean isBehindWriters(ThreadView v, Step.OfLock taking) {
    boolean mayWait = taking instanceof Access.Trylock || !v.thread.context().isHandler();
    return taking.kind().isShared() && mayWait;
  }
}
