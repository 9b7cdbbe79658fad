package quiesce.models.tso;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.memory.MemoryView;
import quiesce.memory.Reading;
import quiesce.memory.Stores;
import quiesce.memory.Taken;
import quiesce.steps.Access;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.tla.Value;

/**
 * A memory with store buffers: a load reads the newest store to its address that waits in its own
 * buffer, or else the last one that has reached memory.
 */
final class BufferedStores implements Stores {
  private record Store(Value address, Optional<Integer> event) {}

  private final Map<Value, Deque<Store>> buffers = new HashMap<>();
  private final Map<Value, Optional<Integer>> reached = new HashMap<>();

  @Override
  public Optional<Integer> source(Taken t, Node load, Value address, Optional<String> read) {
    if (t.agent().isEmpty()) {
      return Optional.empty();
    }
    Value agent = t.agent().get();
    Optional<String> found =
        new StoreBuffers(t.before(), t.after(), agent, t.naming())
            .loaded(address)
            .map(MemoryView.Loaded::value);
    if (found.isEmpty() || read.isPresent() && !read.equals(found)) {
      return Optional.empty();
    }
    Optional<Store> own =
        buffers.getOrDefault(agent, new ArrayDeque<>()).stream()
            .filter(s -> s.address().equals(address))
            .reduce((older, newer) -> newer);
    return own.map(Store::event).orElse(reached.getOrDefault(address, Optional.empty()));
  }

  /**
   * {@inheritDoc}
   *
   * <p>A buffer is a queue, and how many stores a step puts there is known: where it is shorter
   * than that makes it, the first ones have reached memory.
   */
  @Override
  public void follow(Taken t, Optional<Write> write) {
    Map<Value, List<Value>> before = addresses(t.before());
    addresses(t.after())
        .forEach(
            (agent, after) -> {
              boolean acts = t.agent().equals(Optional.of(agent));
              int grown = after.size() - before.getOrDefault(agent, List.of()).size();
              take(agent, after, acts ? put(t, grown) : 0, write.flatMap(Write::event));
            });
    write
        .filter(w -> w.step() instanceof Access.Rmw)
        .flatMap(Write::address)
        .ifPresent(address -> reached.put(address, write.get().event()));
  }

  /** How many stores a step leaves in its buffer. */
  private static int put(Taken t, int grown) {
    return t.nodes().stream()
            .map(Node::step)
            .anyMatch(s -> s instanceof Access.Initialise || s instanceof Access.Allocate)
        ? grown
        : (int) t.nodes().stream().filter(n -> isBuffered(t, n)).count();
  }

  private static boolean isBuffered(Taken t, Node n) {
    return LockKind.releasesByStore(n.step())
        || n.step() instanceof Access.Store w && !t.isVariable().test(w.location());
  }

  private void take(Value agent, List<Value> after, int put, Optional<Integer> event) {
    Deque<Store> queue = buffers.computeIfAbsent(agent, a -> new ArrayDeque<>());
    while (queue.size() > Math.max(0, after.size() - put)) {
      Store first = queue.remove();
      reached.put(first.address(), first.event());
    }
    List<Value> kept = queue.stream().map(Store::address).toList();
    if (!kept.equals(after.subList(0, Math.min(kept.size(), after.size())))
        || after.size() != kept.size() + put) {
      // A lasso that closes: its last state is another one in what cannot matter.
      queue.clear();
      after.forEach(address -> queue.add(new Store(address, Optional.empty())));
      reached.clear();
      return;
    }
    after.subList(kept.size(), after.size()).forEach(a -> queue.add(new Store(a, event)));
  }

  /** What waits in each buffer, in the order of the stores. */
  private static Map<Value, List<Value>> addresses(Value memory) {
    Map<Value, List<Value>> all = new HashMap<>();
    Reading.entries(Reading.field(memory, "buffer").orElseThrow())
        .forEach(
            (agent, buffer) ->
                all.put(
                    agent,
                    Reading.sequence(Optional.of(buffer)).stream()
                        .map(store -> Reading.field(store, "to").orElseThrow())
                        .toList()));
    return all;
  }
}
