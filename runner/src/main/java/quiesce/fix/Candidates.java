package quiesce.fix;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import quiesce.edits.Repair;

/**
 * The sets of repairs that nothing known speaks against. Each bad run must be taken away by some
 * repair, so that they are found as the hitting sets of what helps against each.
 */
final class Candidates {
  private final List<Repair> repairs;
  private final List<Refutation> refutations = new ArrayList<>();
  private final List<BitSet> closed = new ArrayList<>();
  private final List<BitSet> allowed = new ArrayList<>();

  Candidates(List<Repair> repairs) {
    this.repairs = List.copyOf(repairs);
    for (Repair one : repairs) {
      BitSet with = new BitSet();
      for (int i = 0; i < repairs.size(); i++) {
        with.set(i, one != repairs.get(i) && one.allows(repairs.get(i)));
      }
      allowed.add(with);
    }
  }

  void add(Refutation refutation) {
    refutations.add(refutation);
  }

  /** Neither these nor more than these are asked for again. */
  void close(BitSet some) {
    closed.add(some);
  }

  /** All of so many changes, in the order of their repairs. */
  List<BitSet> of(int changes) {
    Set<BitSet> found = new LinkedHashSet<>();
    extend(new BitSet(), changes, found, new HashSet<>());
    return List.copyOf(found);
  }

  private void extend(BitSet some, int left, Set<BitSet> found, Set<BitSet> seen) {
    if (!seen.add(some) || closed.stream().anyMatch(c -> contains(some, c))) {
      return;
    }
    BitSet done = within(some);
    Optional<Refutation> against =
        refutations.stream().filter(r -> r.refutes(some, done)).findFirst();
    if (against.isEmpty()) {
      if (left == 0) {
        found.add(some);
      }
      return;
    }
    against.get().helps().stream().forEach(i -> extend(some, i, left, found, seen));
  }

  /** With one more, in the place of a weaker one where there is that. */
  private void extend(BitSet some, int repair, int left, Set<BitSet> found, Set<BitSet> seen) {
    Repair one = repairs.get(repair);
    BitSet more = (BitSet) some.clone();
    some.stream().filter(i -> repairs.get(i).isWithin(one)).forEach(more::clear);
    int saved = some.stream().filter(i -> !more.get(i)).map(i -> repairs.get(i).changes()).sum();
    boolean fits =
        one.changes() <= left + saved && more.stream().allMatch(i -> allowed.get(repair).get(i));
    if (fits) {
      more.set(repair);
      extend(more, left + saved - one.changes(), found, seen);
    }
  }

  /** All that some repairs do. */
  private BitSet within(BitSet some) {
    BitSet all = new BitSet();
    IntStream.range(0, repairs.size())
        .filter(i -> some.stream().anyMatch(j -> repairs.get(i).isWithin(repairs.get(j))))
        .forEach(all::set);
    return all;
  }

  private static boolean contains(BitSet some, BitSet part) {
    BitSet missing = (BitSet) part.clone();
    missing.andNot(some);
    return missing.isEmpty();
  }
}
