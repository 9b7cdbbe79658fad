package quiesce.models.weak;

import java.util.List;
import java.util.Optional;
import quiesce.memory.MemoryView;
import quiesce.memory.Reading;
import quiesce.tla.Value;

/** What a step knew of memory, of which each location has all its stores. */
record Knowledge(Value before, Value after, Value agent) implements MemoryView {

  private List<Value> history(Value memory, Value location) {
    return Reading.sequence(
        Reading.field(memory, "history").flatMap(all -> Reading.at(all, location)));
  }

  /** The position in its history of the message that the agent has read or written last. */
  private int known(Value location) {
    Optional<Value> id =
        Reading.field(after, "seen")
            .flatMap(seen -> Reading.at(seen, agent))
            .flatMap(view -> Reading.at(view, location));
    List<Value> all = history(after, location);
    for (int i = 0; i < all.size(); i++) {
      if (id.isPresent() && Reading.field(all.get(i), "id").equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The messages that the agent may have read from a location: those from the one that it knew
   * before to the one that it knows now, or, of an atomic operation, the one before its own.
   */
  List<Value> read(Value location) {
    List<Value> all = history(after, location);
    int exchanged = all.size() > history(before, location).size() ? 1 : 0;
    int last = known(location) - exchanged;
    int first = new Knowledge(before, before, agent).known(location);
    return first < 0 || last < first
        ? List.of()
        : all.subList(exchanged == 1 ? last : first, last + 1);
  }

  private static String value(Value message) {
    return Reading.field(message, "value").map(Reading::text).orElse("?");
  }

  @Override
  public Optional<Loaded> loaded(Value location) {
    List<Value> all = history(after, location);
    int i = known(location);
    if (i < 0) {
      return Optional.empty();
    }
    // An atomic operation has read the message before its own.
    boolean exchanged = all.size() > history(before, location).size();
    int read = exchanged ? i - 1 : i;
    int newest = exchanged ? all.size() - 2 : all.size() - 1;
    if (read < 0) {
      return Optional.empty();
    }
    String remark =
        read < newest
            ? "an older value: nothing orders this load after the store of "
                + value(all.get(read + 1))
            : "";
    return Optional.of(new Loaded(value(all.get(read)), remark));
  }

  @Override
  public Optional<Loaded> stored(Value location) {
    int i = known(location);
    List<Value> all = history(after, location);
    if (i < 0) {
      return Optional.empty();
    }
    String remark = i < all.size() - 1 ? "comes before the store of " + value(all.get(i + 1)) : "";
    return Optional.of(new Loaded(value(all.get(i)), remark));
  }

  @Override
  public Optional<String> life(Value object) {
    List<Value> all = history(after, object);
    int i = known(object);
    if (i < 0 || i == all.size() - 1) {
      return Optional.empty();
    }
    return Optional.of(
        value(all.get(i)).equals("raw")
            ? "its initialisation is not seen here: nothing orders it before this load"
            : "still seen as it was before it was torn down");
  }

  @Override
  public boolean isOfTheLoad() {
    return false;
  }
}
