package quiesce.fix;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.cost.StrategyCost;
import quiesce.edits.Repair;
import quiesce.edits.Stronger;
import quiesce.explanation.Explainer;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.source.SourceException;
import quiesce.steps.Origin;
import quiesce.verdict.Checker;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Scope;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.UntakenStep;
import quiesce.verdict.Verdict;

/** Checks a strategy with some repairs; several threads may use it. */
final class Trials {
  private static final Set<Property> OF_RUNS =
      Stream.of(Property.values()).filter(Property::ofRuns).collect(Collectors.toSet());

  private final Checker checker;
  private final List<StrategyVerdicts> original;
  private final List<Options> models;
  private final Stronger stronger;
  private final List<Repair> repairs;
  private final Set<String> before;
  private final AtomicInteger asked = new AtomicInteger();

  Trials(Checker checker, List<StrategyVerdicts> original, Stronger stronger) {
    this.checker = checker;
    this.original = original;
    this.models = original.stream().map(v -> v.subject().options()).toList();
    this.stronger = stronger;
    this.repairs = stronger.repairs();
    this.before =
        original.stream()
            .flatMap(s -> never(s.properties()))
            .map(UntakenStep::text)
            .collect(Collectors.toCollection(HashSet::new));
  }

  /** How many strategies have been checked. */
  int asked() {
    return asked.get();
  }

  /** What is wrong without any repair, under the strongest model where something is. */
  Optional<Trial.Falls> original() {
    return original.stream()
        .flatMap(s -> s.properties().stream())
        .filter(v -> v.verdict() instanceof Verdict.Violated)
        .findFirst()
        .map(v -> new Trial.Falls(new BitSet(), v));
  }

  /** What comes of some repairs, under each memory model; nothing is asked where they cost more. */
  Trial of(BitSet some, Predicate<Payment> isWorse) {
    Optional<List<Subject>> subjects = subjects(some, models);
    if (subjects.isEmpty()) {
      return new Trial.Unfit();
    }
    StrategyCost cost = StrategyCost.of(subjects.get().get(0).program());
    int changes = chosen(some).stream().mapToInt(Repair::changes).sum();
    if (isWorse.test(Payment.of(cost, changes))) {
      return new Trial.Worse();
    }
    List<PropertyVerdict> holding = new ArrayList<>();
    asked.incrementAndGet();
    for (int i = 0; i < models.size(); i++) {
      StrategyVerdicts found =
          checker.untilFirst(subjects.get().get(i), EnumSet.allOf(Property.class));
      for (PropertyVerdict v : found.properties()) {
        if (v.verdict() instanceof Verdict.Violated) {
          return new Trial.Falls(some, v);
        } else if (v.verdict() instanceof Verdict.Unknown u) {
          return new Trial.Unknown(u.message());
        } else if (v.verdict() instanceof Verdict.Holds) {
          holding.add(v);
        } else if (applied(original.get(i), v.property())) {
          return new Trial.Unfit();
        }
      }
    }
    return never(holding).map(UntakenStep::text).allMatch(before::contains)
        ? new Trial.Fixed(fix(some, cost, Scope.weakest(holding.stream())))
        : new Trial.Unfit();
  }

  private Fix fix(BitSet some, StrategyCost cost, Optional<Scope> weakest) {
    return new Fix(chosen(some), stronger.written(chosen(some)), cost, weakest);
  }

  private static boolean applied(StrategyVerdicts strategy, Property property) {
    return strategy.properties().stream()
        .filter(v -> v.property() == property)
        .map(PropertyVerdict::verdict)
        .anyMatch(v -> v instanceof Verdict.Holds || v instanceof Verdict.Violated);
  }

  private static Stream<UntakenStep> never(List<PropertyVerdict> verdicts) {
    return verdicts.stream()
        .flatMap(
            v -> v.verdict() instanceof Verdict.Holds h ? h.neverTaken().stream() : Stream.empty());
  }

  // ---- what more does not help

  /**
   * The same with as many more repairs as do not help against it. Each part of them does not help
   * either, since a stronger strategy has no more runs.
   */
  Trial.Falls grown(Trial.Falls falls) {
    if (!falls.violated().property().ofRuns()) {
      return falls;
    }
    List<Integer> more =
        IntStream.range(0, repairs.size())
            .filter(i -> repairs.get(i).onlyRemoves())
            .boxed()
            // The strongest of several ways says most.
            .sorted((one, other) -> Boolean.compare(weaker(one), weaker(other)))
            .toList();
    return grown(falls, more);
  }

  private boolean weaker(int repair) {
    return repairs.stream()
        .anyMatch(
            other -> repairs.get(repair).isWithin(other) && !other.isWithin(repairs.get(repair)));
  }

  private Trial.Falls grown(Trial.Falls falls, List<Integer> more) {
    BitSet larger = (BitSet) falls.some().clone();
    BitSet helps = refutation(falls).helps();
    more.stream()
        .filter(helps::get)
        .filter(i -> larger.stream().allMatch(j -> repairs.get(i).allows(repairs.get(j))))
        .forEach(larger::set);
    int added = larger.cardinality() - falls.some().cardinality();
    if (added == 0) {
      return falls;
    }
    Optional<Trial.Falls> same = again(larger, falls);
    if (same.isPresent() || added == 1) {
      return same.orElse(falls);
    }
    List<Integer> all =
        more.stream().filter(larger::get).filter(i -> !falls.some().get(i)).toList();
    Trial.Falls half = grown(falls, all.subList(0, all.size() / 2));
    return grown(half, all.subList(all.size() / 2, all.size()));
  }

  /** A violation of more repairs, under the same model. */
  private Optional<Trial.Falls> again(BitSet some, Trial.Falls falls) {
    String memory = violated(falls).specification().options().memory();
    Options under =
        models.stream().filter(m -> m.memory().equals(memory)).findFirst().orElseThrow();
    asked.incrementAndGet();
    return subjects(some, List.of(under)).stream()
        .map(s -> checker.untilFirst(s.get(0), OF_RUNS))
        .flatMap(s -> s.properties().stream())
        .filter(v -> v.verdict() instanceof Verdict.Violated)
        .map(v -> new Trial.Falls(some, v))
        .findFirst();
  }

  private static Verdict.Violated violated(Trial.Falls falls) {
    return (Verdict.Violated) falls.violated().verdict();
  }

  /** What a violation says of other repairs. */
  Refutation refutation(Trial.Falls falls) {
    boolean ofRuns = falls.violated().property().ofRuns();
    Specification in = violated(falls).specification();
    List<Origin> origins = Explainer.origins(in, violated(falls).trace());
    List<Repair> there = chosen(falls.some());
    BitSet needed = new BitSet();
    BitSet helps = new BitSet();
    for (int i = 0; i < repairs.size(); i++) {
      Repair r = repairs.get(i);
      needed.set(i, falls.some().get(i) && !(ofRuns && r.onlyRemoves()));
      boolean idle =
          there.stream().anyMatch(r::isWithin) || r.orders() && isInOrder(r.function(), in);
      helps.set(i, !idle && (!ofRuns || touches(r, origins)));
    }
    return new Refutation(needed, helps);
  }

  /** Whether a function's accesses are in order by themselves: no compiler puts a store off. */
  private static boolean isInOrder(String function, Specification in) {
    return in.options().chosen().ordersAll()
        && in.program().threads().stream()
            .filter(t -> t.nodes().stream().anyMatch(n -> n.origin().isWithin(function)))
            .allMatch(t -> t.lateStores().isEmpty());
  }

  /** Whether a run comes to where something runs differently. */
  private static boolean touches(Repair repair, List<Origin> origins) {
    Repair.Lines lines = repair.lines();
    return origins.stream()
        .anyMatch(
            o ->
                lines.all()
                    ? lines.everywhere() || o.isWithin(repair.function())
                    : o.function().equals(repair.function())
                        && o.place().line() >= lines.from()
                        && o.place().line() <= lines.to());
  }

  private Optional<List<Subject>> subjects(BitSet some, List<Options> under) {
    try {
      return Optional.of(Subject.of(stronger.with(chosen(some)), under));
    } catch (SourceException e) {
      return Optional.empty();
    }
  }

  private List<Repair> chosen(BitSet some) {
    return some.stream().mapToObj(repairs::get).toList();
  }
}
