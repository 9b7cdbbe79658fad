package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quiesce.steps.Node;
import quiesce.steps.Wait;
import quiesce.tla.Expression;
import quiesce.tla.Expression.Definition;
import quiesce.tla.Logic;

/**
 * Who holds a lock as one of several readers, and who waits to write: that is where threads are,
 * and no part of memory. A reader waits behind a writer that waits, unless it is a handler
 * (Documentation/locking/lockdep-design.rst: recursive read locks).
 */
final class SharedLocks {
  private final Shape shape;

  SharedLocks(Shape shape) {
    this.shape = shape;
  }

  /** What must hold, beside that no writer holds the lock, for a thread to take it. */
  Optional<Expression> others(ThreadView v, Wait.Lock taking) {
    if (taking.kind().isOfWriter()) {
      return isNobody(readers(taking.lock()), reading(taking.lock()));
    }
    boolean waits = taking.kind().isShared() && !v.thread.context().isHandler();
    return waits ? isNobody(writers(taking.lock()), waiting(taking.lock())) : Optional.empty();
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
          .filter(v -> !v.thread.context().isHandler())
          .anyMatch(v -> takes(v, l -> l.lock().equals(lock) && l.kind().isShared()))) {
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
    return some(n -> n.before().reads(lock));
  }

  private Expression writers(String lock) {
    return some(
        n -> n.step() instanceof Wait.Lock l && l.kind().isOfWriter() && l.lock().equals(lock));
  }

  private Expression some(Predicate<Node> where) {
    Stream<Expression> all =
        shape.threads().stream()
            .filter(v -> v.stops.where(where).findAny().isPresent())
            .map(v -> v.instances.some(v.isWhere(where)));
    return Logic.any(all);
  }

  private boolean isTaken(Predicate<Wait.Lock> which) {
    return shape.threads().stream().anyMatch(v -> takes(v, which));
  }

  private static boolean takes(ThreadView v, Predicate<Wait.Lock> which) {
    return v.thread.has(s -> s instanceof Wait.Lock l && which.test(l));
  }
}
