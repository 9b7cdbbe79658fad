package quiesce.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import quiesce.edits.Repair;

/** The sets that nothing speaks against, held to all sets that there are. */
class CandidatesTest {
  private static final int REPAIRS = 7;

  @Property(tries = 300)
  void theSmallestSetsThatNothingRefutesAreFound(@ForAll("refutations") List<Refutation> all) {
    Candidates candidates = new Candidates(repairs());
    all.forEach(candidates::add);

    for (int size = 1; size <= REPAIRS; size++) {
      int changes = size;
      Set<BitSet> expected =
          subsets().stream()
              .filter(some -> some.cardinality() == changes && passes(some, all))
              .filter(some -> subsets().stream().noneMatch(p -> less(p, some) && passes(p, all)))
              .collect(Collectors.toSet());
      assertThat(candidates.of(size)).containsAll(expected);
      assertThat(candidates.of(size)).allMatch(some -> passes(some, all));
    }
  }

  @Property(tries = 100)
  void whatIsClosedIsNotFoundAgainNorAnythingWithIt(
      @ForAll("refutations") List<Refutation> all, @ForAll("sets") BitSet closed) {
    Candidates candidates = new Candidates(repairs());
    all.forEach(candidates::add);
    candidates.close(closed);

    for (int size = 1; size <= REPAIRS; size++) {
      assertThat(candidates.of(size)).noneMatch(some -> contains(some, closed));
    }
  }

  @Provide
  static Arbitrary<BitSet> sets() {
    return Arbitraries.integers().between(1, (1 << REPAIRS) - 1).map(CandidatesTest::set);
  }

  @Provide
  static Arbitrary<List<Refutation>> refutations() {
    // What is needed cannot help, too.
    return Combinators.combine(sets(), Arbitraries.integers().between(0, 3))
        .as(
            (helps, few) -> {
              BitSet needed = set(few);
              needed.andNot(helps);
              return new Refutation(needed, helps);
            })
        .list()
        .ofMaxSize(6);
  }

  private static boolean passes(BitSet some, List<Refutation> all) {
    return all.stream().noneMatch(r -> r.refutes(some, some));
  }

  private static boolean less(BitSet part, BitSet some) {
    return !part.equals(some) && contains(some, part);
  }

  private static boolean contains(BitSet some, BitSet part) {
    return part.stream().allMatch(some::get);
  }

  private static List<BitSet> subsets() {
    return IntStream.range(0, 1 << REPAIRS).mapToObj(CandidatesTest::set).toList();
  }

  private static BitSet set(int bits) {
    return BitSet.valueOf(new long[] {bits});
  }

  private static List<Repair> repairs() {
    return IntStream.range(0, REPAIRS)
        .mapToObj(
            i ->
                new Repair(
                    "f",
                    "repair " + i,
                    1,
                    List.of(),
                    new Repair.Lines(i, i, false),
                    Repair.Effect.REMOVES))
        .toList();
  }
}
