package quiesce.models.weak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import quiesce.memory.MemoryStates;
import quiesce.memory.MemoryView;
import quiesce.memory.Naming;
import quiesce.memory.Reading;
import quiesce.memory.Stores;
import quiesce.tla.Value;

/** How memory is read that has all stores of each location, of which each CPU knows some. */
record ViewStates() implements MemoryStates {
  @Override
  public Optional<MemoryView> view(Value before, Value after, Value agent, Naming naming) {
    return Optional.of(new Knowledge(before, after, agent));
  }

  @Override
  public Optional<Stores> stores() {
    return Optional.of(new CoherentStores());
  }

  /** For each location all stores in the order of coherence, and which each agent may read. */
  @Override
  public Optional<Part> locations(Value memory, Naming naming) {
    List<Cell> cells = new ArrayList<>();
    SortedMap<String, Value> agents = new TreeMap<>();
    Reading.entries(Reading.field(memory, "seen").orElseThrow())
        .forEach((agent, view) -> agents.put(naming.agent(agent), view));
    Reading.entries(Reading.field(memory, "history").orElseThrow())
        .forEach(
            (location, stores) -> {
              String name = naming.place(location);
              cells.add(new Cell(name, "all stores", String.join(", then ", values(stores, 0))));
              agents.forEach(
                  (agent, view) ->
                      cells.add(
                          new Cell(
                              name,
                              agent + " may read",
                              String.join(" or ", readable(stores, view, location)))));
            });
    return Optional.of(new Part("Memory", cells));
  }

  private static List<String> readable(Value stores, Value view, Value location) {
    Optional<Value> known = Reading.at(view, location);
    List<Value> all = Reading.sequence(Optional.of(stores));
    for (int i = 0; i < all.size(); i++) {
      if (known.isPresent() && Reading.field(all.get(i), "id").equals(known)) {
        return values(stores, i);
      }
    }
    return values(stores, 0);
  }

  private static List<String> values(Value stores, int from) {
    return Reading.sequence(Optional.of(stores)).stream()
        .skip(from)
        .map(s -> Reading.field(s, "value").map(Reading::text).orElse("?"))
        .toList();
  }
}
