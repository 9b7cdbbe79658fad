package quiesce.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.engine.tlc.Value;

/** Memory with a buffer of stores for each CPU, as on x86. */
record StoreBuffers(Value.RecordOf before, Value.RecordOf after, Value agent)
    implements MemoryView {

  @Override
  public Optional<Loaded> loaded(Value location) {
    Optional<Value> own = newest(before, location);
    Optional<Value> value = own.or(() -> MemoryView.at(before.fields().get("stored"), location));
    String remark =
        own.isPresent()
            ? "its own store, still in the store buffer"
            : waitingElsewhere(location)
                .map(a -> "the newer store is still in the store buffer of " + a)
                .orElse("");
    return value.map(v -> new Loaded(Snapshot.text(v), remark));
  }

  @Override
  public Optional<Loaded> stored(Value location) {
    Optional<Value> waits = newest(after, location);
    return waits
        .map(v -> new Loaded(Snapshot.text(v), "waits in the store buffer"))
        .or(
            () ->
                MemoryView.at(after.fields().get("stored"), location)
                    .map(v -> new Loaded(Snapshot.text(v), "")));
  }

  @Override
  public Optional<String> life(Value object) {
    return Optional.empty();
  }

  private Optional<Value> newest(Value.RecordOf memory, Value location) {
    return newest(MemoryView.at(memory.fields().get("buffer"), agent), location);
  }

  private static Optional<Value> newest(Optional<Value> buffer, Value location) {
    List<Value> found = new ArrayList<>();
    for (Value store : MemoryView.sequence(buffer)) {
      MemoryView.field(store, "to")
          .filter(location::equals)
          .flatMap(to -> MemoryView.field(store, "value"))
          .ifPresent(found::add);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  private Optional<String> waitingElsewhere(Value location) {
    return MemoryView.agents(before.fields().get("buffer")).entrySet().stream()
        .filter(e -> !e.getKey().equals(MemoryView.name(agent)))
        .filter(e -> newest(Optional.of(e.getValue()), location).isPresent())
        .map(Map.Entry::getKey)
        .map(MemoryView::who)
        .findFirst();
  }

  /** What reaches memory between two states: whose store, where, and the value. */
  static Optional<String> drained(Snapshot now, Value.RecordOf before, Value.RecordOf after) {
    Map<String, Value> buffers = MemoryView.agents(before.fields().get("buffer"));
    Map<String, Value> later = MemoryView.agents(after.fields().get("buffer"));
    return buffers.entrySet().stream()
        .filter(e -> !e.getValue().equals(later.get(e.getKey())))
        .findFirst()
        .map(
            e -> {
              Value store = MemoryView.sequence(Optional.of(e.getValue())).get(0);
              return "(the store buffer of %s drains: %s = %s)"
                  .formatted(
                      MemoryView.who(e.getKey()),
                      MemoryView.field(store, "to").map(now::place).orElse("?"),
                      MemoryView.field(store, "value").map(Snapshot::text).orElse("?"));
            });
  }
}
