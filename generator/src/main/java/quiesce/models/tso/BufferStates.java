package quiesce.models.tso;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import quiesce.memory.MemoryStates;
import quiesce.memory.MemoryView;
import quiesce.memory.Reading;
import quiesce.memory.Stores;
import quiesce.tla.Value;

/** How memory with a buffer of stores for each CPU is read. */
record BufferStates() implements MemoryStates {
  /** What waits in each buffer, by the name of its owner. */
  static Map<String, Value> buffers(Value memory) {
    return Reading.field(memory, "buffer").map(Reading::agents).orElse(Map.of());
  }

  @Override
  public Optional<Value> agents(Value memory) {
    return Reading.field(memory, "buffer");
  }

  @Override
  public Optional<MemoryView> view(Value before, Value after, Value agent) {
    return Optional.of(new StoreBuffers(before, after, agent));
  }

  @Override
  public Optional<Stores> stores() {
    return Optional.of(new BufferedStores());
  }

  /** Whose store reaches memory, where, and the value. */
  @Override
  public Optional<String> byItself(Value before, Value after, Function<Value, String> place) {
    Map<String, Value> later = buffers(after);
    return buffers(before).entrySet().stream()
        .filter(e -> !e.getValue().equals(later.get(e.getKey())))
        .findFirst()
        .map(
            e ->
                "(the store buffer of %s drains: %s)"
                    .formatted(
                        Reading.who(e.getKey()),
                        store(Reading.sequence(Optional.of(e.getValue())).get(0), place)));
  }

  @Override
  public Optional<Part> besides(Value memory, Function<Value, String> place) {
    List<Cell> cells =
        buffers(memory).entrySet().stream()
            .map(e -> new Cell(Reading.who(e.getKey()), "", stores(e.getValue(), place)))
            .toList();
    return Optional.of(new Part("Store buffers", cells));
  }

  private static String stores(Value buffer, Function<Value, String> place) {
    String stores =
        Reading.sequence(Optional.of(buffer)).stream()
            .map(s -> store(s, place))
            .collect(Collectors.joining(", then "));
    return stores.isEmpty() ? "empty" : stores;
  }

  private static String store(Value message, Function<Value, String> place) {
    return Reading.field(message, "to").map(place).orElse("?")
        + " = "
        + Reading.field(message, "value").map(Reading::text).orElse("?");
  }
}
