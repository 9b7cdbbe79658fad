package quiesce.contexts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import quiesce.steps.Atomic;
import quiesce.steps.Context;
import quiesce.steps.Region;
import quiesce.steps.Section;

/**
 * What a thread holds and holds off at a point.
 *
 * @param tried the locks that are held if the local is 1, by locals
 */
record Held(Atomic sure, Map<String, Tried> tried) {
  static final Held NOTHING = new Held(Atomic.NONE, Map.of());

  Held with(Atomic other) {
    return new Held(other, tried);
  }

  Held change(UnaryOperator<Atomic> change) {
    return with(change.apply(sure));
  }

  Held nested(Region region, int more) {
    return change(a -> a.nested(region, more));
  }

  /**
   * With a lock taken, and preemption off for a spinlock: in a litmus test nothing is preempted.
   */
  Held taken(Atomic.Lock lock, Context context) {
    Held with = change(a -> a.with(with(a.locks(), lock), a.srcu()));
    return lock.kind().spins() && context != Context.PROCESS
        ? with.nested(Region.PREEMPT_OFF, 1)
        : with;
  }

  boolean holds(String lock) {
    return sure.holds(lock);
  }

  boolean inSrcu(String domain) {
    return sure.srcu().stream().anyMatch(s -> s.domain().equals(domain));
  }

  Held released(Atomic.Lock lock) {
    return change(a -> a.with(without(a.locks(), lock), a.srcu()));
  }

  Held withSrcu(Section.Srcu section) {
    return change(a -> a.with(a.locks(), with(a.srcu(), section)));
  }

  Held withoutSrcu(Section.Srcu section) {
    return change(a -> a.with(a.locks(), without(a.srcu(), section)));
  }

  Held withTried(String local, Tried lock) {
    SortedMap<String, Tried> all = new TreeMap<>(tried);
    all.put(local, lock);
    return new Held(sure, all);
  }

  /** A local is assigned, and says nothing of a lock from here on. */
  Held withoutTried(String local) {
    SortedMap<String, Tried> all = new TreeMap<>(tried);
    all.remove(local);
    return new Held(sure, all);
  }

  /** It is known by now whether the lock is held. */
  Held decided(Tried lock) {
    SortedMap<String, Tried> all = new TreeMap<>(tried);
    all.values().removeIf(lock::equals);
    return new Held(sure, all);
  }

  /** In words, for a message. */
  String text() {
    List<String> words =
        new ArrayList<>(sure.locks().stream().map(l -> l.name() + " held").toList());
    if (sure.rcu() > 0) {
      words.add("an RCU read-side section open");
    }
    sure.srcu().forEach(s -> words.add("an SRCU section of " + s.domain() + " open"));
    if (sure.irq() > 0) {
      words.add("interrupts off");
    }
    if (sure.softirq() > 0) {
      words.add("softirqs off");
    }
    if (sure.preempt() > sure.locks().size()) {
      words.add("preemption off");
    }
    tried.values().stream()
        .distinct()
        .forEach(l -> words.add("%s held or not, as %s came out".formatted(l.lock(), l.call())));
    return String.join(", ", words);
  }

  private static <T> List<T> with(List<T> list, T element) {
    List<T> all = new ArrayList<>(list);
    all.add(element);
    return List.copyOf(all);
  }

  private static <T> List<T> without(List<T> list, T element) {
    List<T> all = new ArrayList<>(list);
    all.remove(element);
    return List.copyOf(all);
  }
}
