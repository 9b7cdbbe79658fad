package quiesce.fix;

import java.util.Comparator;
import java.util.stream.Stream;
import quiesce.cost.Amount;
import quiesce.cost.Cost;
import quiesce.cost.PathCost;
import quiesce.cost.StrategyCost;

/**
 * What a fix is ranked by: what readers pay, then how many changes it is, then what updates pay.
 *
 * @param readers in loads, of all readers, with nothing registered and with something
 * @param updates in loads, to register and to unregister
 */
record Payment(long readers, int changes, long updates) implements Comparable<Payment> {
  /** For what each CPU adds. */
  private static final int CPUS = 2;

  /** For what nothing bounds. */
  private static final long ENDLESS = 1_000_000_000;

  private static final Comparator<Payment> ORDER =
      Comparator.comparingLong(Payment::readers)
          .thenComparingInt(Payment::changes)
          .thenComparingLong(Payment::updates);

  static Payment of(StrategyCost cost, int changes) {
    return new Payment(
        sum(cost.readers().stream().flatMap(r -> Stream.of(r.nothingRegistered(), r.registered()))),
        changes,
        sum(
            Stream.concat(
                Stream.of(cost.update().register()), cost.update().unregister().stream())));
  }

  private static long sum(Stream<PathCost> paths) {
    return paths.map(PathCost::cost).mapToLong(Payment::inLoads).sum();
  }

  private static long inLoads(Cost cost) {
    return cost.amounts().entrySet().stream()
        .mapToLong(e -> e.getKey().weight() * most(e.getValue()))
        .sum();
  }

  private static long most(Amount amount) {
    return amount.most().map(m -> m.fixed() + (long) CPUS * m.perCpu()).orElse(ENDLESS);
  }

  /** Whether nobody would take the other one: this is as good in all, and better in something. */
  boolean dominates(Payment other) {
    return readers <= other.readers
        && changes <= other.changes
        && updates <= other.updates
        && !equals(other);
  }

  @Override
  public int compareTo(Payment other) {
    return ORDER.compare(this, other);
  }
}
