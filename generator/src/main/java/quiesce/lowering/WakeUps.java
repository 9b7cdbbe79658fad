package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Diagnostics;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * Who waits for bits to be cleared, and what clears them. A task that waits sleeps until somebody
 * wakes it; in the machine it looks again and again, which is the same only if it is always woken.
 */
final class WakeUps {
  private record Awaited(String word, int bit, Place place) {}

  private record Clears(String word, int bits, Place place) {}

  private static final int ALL = -1;

  private final List<Awaited> awaited = new ArrayList<>();
  private final List<Clears> clears = new ArrayList<>();

  /** Those of one thread. */
  final class OfThread {
    private final Set<Integer> waking = new HashSet<>();

    /** Notes that a node wakes those that wait for what it clears. */
    void wakes(int node) {
      waking.add(node);
    }

    void awaits(String word, int bit, Place place) {
      awaited.add(new Awaited(word, bit, place));
    }

    /** Takes the thread as it is written. */
    void add(List<Node> nodes) {
      for (Node n : nodes) {
        if (!waking.contains(n.id())) {
          n.step()
              .touches()
              .ifPresent(
                  l -> clears.add(new Clears(l.key(), cleared(n.step()), n.origin().place())));
        }
      }
    }
  }

  OfThread thread() {
    return new OfThread();
  }

  /** The bits that a step may clear. */
  private static int cleared(Step s) {
    if (s instanceof Access.Rmw r && r.operation() instanceof Operation.AtomicFetch f) {
      Optional<Integer> operand =
          Optional.of(f.operand())
              .filter(Value.Number.class::isInstance)
              .map(v -> ((Value.Number) v).value());
      return switch (f.operator()) {
        case OR -> 0;
        case AND_NOT, XOR -> operand.orElse(ALL);
        default -> ALL;
      };
    }
    return s instanceof Access.Rmw || s instanceof Access.Store ? ALL : 0;
  }

  /** Refuses what clears a bit that somebody waits for, and wakes nobody. */
  void check(Diagnostics problems) {
    for (Clears c : clears) {
      awaited.stream()
          .filter(a -> a.word().equals(c.word()) && (a.bit() & c.bits()) != 0)
          .findFirst()
          .ifPresent(
              a ->
                  problems.report(
                      c.place(),
                      "this may clear a bit that line %d waits for, and wakes nobody"
                          .formatted(a.place().line()),
                      "write clear_and_wake_up_bit(nr, &word)"));
    }
  }
}
