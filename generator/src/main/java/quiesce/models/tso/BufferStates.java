package quiesce.models.tso;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quiesce.memory.MemoryStates;
import quiesce.memory.MemoryView;
import quiesce.memory.Naming;
import quiesce.memory.Reading;
import quiesce.memory.Stores;
import quiesce.tla.Value;

/** How memory with a buffer of stores for each CPU is read. */
record BufferStates() implements MemoryStates {
  /** What waits in each buffer, by what its owner is called. */
  static SortedMap<String, Value> buffers(Value memory, Naming naming) {
    SortedMap<String, Value> all = new TreeMap<>();
    Reading.entries(Reading.field(memory, "buffer").orElseThrow())
        .forEach((agent, buffer) -> all.put(naming.agent(agent), buffer));
    return all;
  }

  @Override
  public Optional<MemoryView> view(Value before, Value after, Value agent, Naming naming) {
    return Optional.of(new StoreBuffers(before, after, agent, naming));
  }

  @Override
  public Optional<Stores> stores() {
    return Optional.of(new BufferedStores());
  }

  /** Whose store reaches memory, where, and the value. */
  @Override
  public Optional<String> byItself(Value before, Value after, Naming naming) {
    Map<String, Value> later = buffers(after, naming);
    return buffers(before, naming).entrySet().stream()
        .filter(e -> !e.getValue().equals(later.get(e.getKey())))
        .findFirst()
        .map(
            e ->
                "(the store buffer of %s drains: %s)"
                    .formatted(
                        e.getKey(),
                        store(Reading.sequence(Optional.of(e.getValue())).get(0), naming)));
  }

  @Override
  public Optional<Part> besides(Value memory, Naming naming) {
    List<Cell> cells =
        buffers(memory, naming).entrySet().stream()
            .map(e -> new Cell(e.getKey(), "", stores(e.getValue(), naming)))
            .toList();
    return Optional.of(new Part("Store buffers", cells));
  }

  private static String stores(Value buffer, Naming naming) {
    String stores =
        Reading.sequence(Optional.of(buffer)).stream()
            .map(s -> store(s, naming))
            .collect(Collectors.joining(", then "));
    return stores.isEmpty() ? "empty" : stores;
  }

  private static String store(Value message, Naming naming) {
    return Reading.field(message, "to").map(naming::place).orElse("?")
        + " = "
        + Reading.field(message, "value").map(Reading::text).orElse("?");
  }
}
