package quiesce.litmus.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import quiesce.steps.Atomic;
import quiesce.steps.Section;

/**
 * What a process holds at a point.
 *
 * @param srcu the SRCU sections, in the order in which they were begun
 * @param tried the locks that are held if the register is 1, by registers
 */
record Held(int rcu, List<String> locks, List<Srcu> srcu, Map<String, String> tried) {
  /**
   * An SRCU section.
   *
   * @param index the register that its end must be given
   */
  record Srcu(String domain, String index) {}

  static final Held NOTHING = new Held(0, List.of(), List.of(), Map.of());

  /**
   * @param section which section it is
   */
  Atomic atomic(Function<Srcu, Section.Srcu> section) {
    return new Atomic(rcu, 0, 0, 0, locks, srcu.stream().map(section).toList());
  }

  boolean inSrcu(String domain) {
    return srcu.stream().anyMatch(s -> s.domain().equals(domain));
  }

  Held withRcu(int nesting) {
    return new Held(nesting, locks, srcu, tried);
  }

  Held withLock(String lock) {
    return new Held(rcu, with(locks, lock), srcu, tried);
  }

  Held withoutLock(String lock) {
    return new Held(rcu, without(locks, lock), srcu, tried);
  }

  Held withSrcu(Srcu section) {
    return new Held(rcu, locks, with(srcu, section), tried);
  }

  Held withoutSrcu(Srcu section) {
    return new Held(rcu, locks, without(srcu, section), tried);
  }

  Held withTried(String register, String lock) {
    SortedMap<String, String> all = new TreeMap<>(tried);
    all.put(register, lock);
    return new Held(rcu, locks, srcu, all);
  }

  Held withoutTried(String register) {
    SortedMap<String, String> all = new TreeMap<>(tried);
    all.remove(register);
    return new Held(rcu, locks, srcu, all);
  }

  /** In words, for a message. */
  String text() {
    List<String> words = new ArrayList<>(locks.stream().map(l -> l + " held").toList());
    if (rcu > 0) {
      words.add("an RCU read-side section open");
    }
    srcu.forEach(s -> words.add("an SRCU section of " + s.domain() + " open"));
    tried.values().forEach(l -> words.add(l + " held or not, as spin_trylock() came out"));
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
