package quiesce.models.tso;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.memory.MemoryView;
import quiesce.memory.Naming;
import quiesce.memory.Reading;
import quiesce.tla.Value;

/** Memory with a buffer of stores for each CPU, as on x86. */
record StoreBuffers(Value before, Value after, Value agent, Naming naming) implements MemoryView {

  @Override
  public Optional<Loaded> loaded(Value location) {
    Optional<Value> own = newest(before, location);
    Optional<Value> value = own.or(() -> stored(before, location));
    String remark =
        own.isPresent()
            ? "its own store, still in the store buffer"
            : waitingElsewhere(location)
                .map(a -> "the newer store is still in the store buffer of " + a)
                .orElse("");
    return value.map(v -> new Loaded(Reading.text(v), remark));
  }

  @Override
  public Optional<Loaded> stored(Value location) {
    Optional<Value> waits = newest(after, location);
    return waits
        .map(v -> new Loaded(Reading.text(v), "waits in the store buffer"))
        .or(() -> stored(after, location).map(v -> new Loaded(Reading.text(v), "")));
  }

  @Override
  public Optional<String> life(Value object) {
    return Optional.empty();
  }

  @Override
  public boolean isOfTheLoad() {
    return true;
  }

  private static Optional<Value> stored(Value memory, Value location) {
    return Reading.field(memory, "stored").flatMap(all -> Reading.at(all, location));
  }

  private Optional<Value> newest(Value memory, Value location) {
    return newest(Reading.field(memory, "buffer").flatMap(b -> Reading.at(b, agent)), location);
  }

  private static Optional<Value> newest(Optional<Value> buffer, Value location) {
    List<Value> found = new ArrayList<>();
    for (Value store : Reading.sequence(buffer)) {
      Reading.field(store, "to")
          .filter(location::equals)
          .flatMap(to -> Reading.field(store, "value"))
          .ifPresent(found::add);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  private Optional<String> waitingElsewhere(Value location) {
    return BufferStates.buffers(before, naming).entrySet().stream()
        .filter(e -> !e.getKey().equals(naming.agent(agent)))
        .filter(e -> newest(Optional.of(e.getValue()), location).isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
