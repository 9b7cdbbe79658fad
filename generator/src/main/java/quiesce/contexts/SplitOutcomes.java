package quiesce.contexts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import quiesce.source.Limit;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * A task that has taken a lock by spin_trylock() keeps its CPU, and one that has not may lose it;
 * who has taken one by read_trylock() holds up writers. Where a thread does something that others
 * see before it tests the outcome, the steps up to the test are there twice, once for each outcome.
 */
final class SplitOutcomes {
  private final Context context;
  private final List<Node> nodes;
  private final List<Optional<Held>> before;
  private final Limit steps;

  /**
   * @param before what is held at each node; gets what is held at the new ones
   */
  private SplitOutcomes(KernelThread thread, List<Optional<Held>> before, Limit steps) {
    this.context = thread.context();
    this.nodes = new ArrayList<>(thread.nodes());
    this.before = before;
    this.steps = steps;
  }

  /** The thread's nodes with the new ones, for which {@code before} is continued. */
  static List<Node> of(KernelThread thread, List<Optional<Held>> before, Limit steps) {
    SplitOutcomes split = new SplitOutcomes(thread, before, steps);
    if (thread.context() != Context.PROCESS) {
      before.stream()
          .flatMap(Optional::stream)
          .flatMap(h -> h.tried().values().stream())
          .filter(
              lock ->
                  lock.kind().isShared() || lock.kind().spins() && !thread.context().isHandler())
          .distinct()
          .toList()
          .forEach(split::split);
    }
    return split.nodes;
  }

  private void split(Tried lock) {
    List<Integer> open =
        IntStream.range(0, nodes.size()).filter(id -> isOpen(id, lock)).boxed().toList();
    if (open.stream().noneMatch(id -> isSeen(id, lock.kind()))) {
      return;
    }
    Map<Integer, Integer> failed = new HashMap<>();
    open.forEach(id -> failed.put(id, nodes.size() + failed.size()));
    for (int id : open) {
      Node n = nodes.get(id);
      Held held = before.get(id).orElseThrow().decided(lock);
      add(
          n.step(),
          n,
          n.next().stream().map(t -> failed.getOrDefault(t, t)).toList(),
          Optional.of(held));
      before.set(id, Optional.of(held.taken(lock.held(), context)));
    }
    for (Node n : List.copyOf(nodes)) {
      if (n.step() instanceof Access.Trylock t && t.held().equals(lock.held())) {
        int taken = n.next().get(0);
        Value outcome = new Value.NonZero(new Value.Local(t.local()));
        nodes.set(n.id(), new Node(n.id(), t, n.origin(), n.before(), List.of(nodes.size())));
        int failing = failed.getOrDefault(taken, taken);
        add(new Local.Branch(outcome), n, List.of(taken, failing), before.get(taken));
      }
    }
  }

  private void add(Step step, Node like, List<Integer> next, Optional<Held> held) {
    steps.use(like.origin().place());
    nodes.add(new Node(nodes.size(), step, like.origin(), like.before(), next));
    before.add(held);
  }

  private boolean isOpen(int id, Tried lock) {
    return before.get(id).filter(h -> h.tried().containsValue(lock)).isPresent();
  }

  /** Whether it matters to others what is held here. */
  private boolean isSeen(int id, LockKind kind) {
    return !(nodes.get(id).step() instanceof Local)
        && (kind.isShared() || !before.get(id).orElseThrow().sure().pinned());
  }
}
