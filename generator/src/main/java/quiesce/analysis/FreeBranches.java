package quiesce.analysis;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * The branches that ask for a number which the caller of a function may choose, and which nothing
 * else asks for: whatever it is compared with, the caller can have it either way.
 * docs/decisions/0050 has the argument.
 */
final class FreeBranches {
  private final Program program;

  /** Those of each thread that the caller can turn either way. */
  private final Map<String, Set<Node>> turned = new HashMap<>();

  FreeBranches(Program program) {
    this.program = program;
    for (KernelThread t : program.threads()) {
      if (t.has(Local.AnyValue.class::isInstance)) {
        BitSet loops = t.loops();
        turned.put(
            t.key(),
            t.nodes().stream()
                .filter(n -> n.step() instanceof Local.Branch b && isTurned(t, b.condition()))
                .filter(n -> !loops.get(n.id()))
                .collect(Collectors.toSet()));
      }
    }
  }

  /** Whether a branch is one if what it asks for decides nothing else. */
  boolean mayBe(KernelThread t, Node branch) {
    return turned.getOrDefault(t.key(), Set.of()).contains(branch);
  }

  /**
   * Whether a branch may lead either way.
   *
   * @param data what decides nothing if the branch does not
   */
  boolean has(KernelThread t, Node branch, Data data) {
    Value condition = ((Local.Branch) branch.step()).condition();
    return mayBe(t, branch) && condition.locals().allMatch(l -> data.hasLocal(t, l));
  }

  private boolean isTurned(KernelThread t, Value condition) {
    return condition
        .locals()
        .filter(l -> askedOnce(t, l))
        .anyMatch(l -> domain(t, l).filter(d -> turns(t, condition, l, d)).isPresent());
  }

  private static boolean askedOnce(KernelThread t, String local) {
    return t.nodes().stream()
            .filter(n -> n.step() instanceof Local.Branch)
            .flatMap(n -> n.step().reads())
            .filter(local::equals)
            .count()
        == 1;
  }

  /** Among which values a local is chosen; empty if it may have another one. */
  private static Optional<Access.Domain> domain(KernelThread t, String local) {
    List<Step> writers = t.writers(local);
    return writers.size() == 1 && writers.get(0) instanceof Local.AnyValue a
        ? Optional.of(a.domain())
        : Optional.empty();
  }

  /** Whether for any value of all else there is a choice for each outcome. */
  private boolean turns(KernelThread t, Value condition, String chosen, Access.Domain domain) {
    Value.Local it = new Value.Local(chosen);
    boolean unsigned = domain == Access.Domain.UNSIGNED;
    if (condition instanceof Value.Not n) {
      return turns(t, n.operand(), chosen, domain);
    } else if (domain == Access.Domain.BOOLEAN) {
      return condition.equals(it);
    } else if (condition instanceof Value.NonZero n) {
      return n.number().equals(it)
          || n.number() instanceof Value.Arithmetic a
              && a.operator() == Value.Operator.AND
              && other(a.left(), a.right(), it).filter(mask -> mayBeSet(t, mask)).isPresent();
    } else if (condition instanceof Value.Equal e) {
      return other(e.left(), e.right(), it).filter(v -> !unsigned || !isBelow(v, 0)).isPresent();
    } else if (condition instanceof Value.Less l && l.right().equals(it)) {
      return !unsigned || !isBelow(l.left(), 0);
    }
    return condition instanceof Value.Less l
        && l.left().equals(it)
        && (!unsigned || l.right() instanceof Value.Number n && n.value() > 0);
  }

  /** The one of two values that the other one is not. */
  private static Optional<Value> other(Value left, Value right, Value it) {
    return left.equals(it)
        ? Optional.of(right)
        : right.equals(it) ? Optional.of(left) : Optional.empty();
  }

  private static boolean isBelow(Value v, int limit) {
    return v instanceof Value.Number n && n.value() < limit;
  }

  /** Whether bits are constant, or what a module has filled in that nobody changes. */
  private boolean mayBeSet(KernelThread t, Value mask) {
    if (mask instanceof Value.Number n) {
      return n.value() != 0;
    }
    List<Location> from =
        mask instanceof Value.Local l
            ? t.writers(l.name()).stream()
                .flatMap(s -> s instanceof Access.Load a ? Stream.of(a.location()) : Stream.of())
                .toList()
            : List.of();
    return from.size() == 1 && isFilledIn(from.get(0));
  }

  private boolean isFilledIn(Location place) {
    return program.members().stream()
            .filter(m -> Location.memberKey(m.name()).equals(place.key()))
            .flatMap(m -> m.choices().stream())
            .anyMatch(v -> v instanceof Value.Number n && n.value() != 0)
        && program.threads().stream()
            .flatMap(t -> t.nodes().stream())
            .noneMatch(n -> stores(n.step(), place));
  }

  private static boolean stores(Step s, Location place) {
    return s instanceof Local.PostponeStore p && p.store().original().key().equals(place.key())
        || !(s instanceof Access.Load)
            && s.touches().filter(l -> l.key().equals(place.key())).isPresent();
  }
}
