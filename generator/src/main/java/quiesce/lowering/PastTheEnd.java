package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.source.Place;
import quiesce.source.Statement;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.KernelThread;
import quiesce.steps.Liveness;
import quiesce.steps.Value;

/**
 * The variables of loops over lists, where they lead to no entry: after a loop that has ended by
 * itself, its variable is as far before the head as a member is behind its entry. Nobody must read
 * it there. Nor must the variable for the next entry be read by anybody but the loop.
 */
final class PastTheEnd {
  private final Scope scope;
  private final List<Range> ranges = new ArrayList<>();

  /** Where a local is no entry from. */
  private record Range(String name, String local, List<Graph.Edge> from, Place place) {}

  PastTheEnd(Scope scope) {
    this.scope = scope;
  }

  /**
   * @param entry where there is an entry, and where there is none
   */
  void add(Statement.ForEachEntry loop, Exits entry) {
    loop.variable().ifPresent(v -> add(v, entry.whenFalse(), loop.place()));
    loop.following()
        .ifPresent(
            n ->
                add(
                    n,
                    Stream.concat(entry.whenTrue().stream(), entry.whenFalse().stream()).toList(),
                    loop.place()));
  }

  private void add(String name, List<Graph.Edge> from, Place place) {
    Optional<Value> value = scope.lookup(name).map(Typed::value);
    if (value.orElse(null) instanceof Value.Local local) {
      ranges.add(new Range(name, local.name(), List.copyOf(from), place));
    } else {
      throw new Refusal(
          place,
          name + " is no local of this function",
          "declare it here: struct name *" + name + ";");
    }
  }

  /** Reports the loops after which such a variable is read. */
  void check(KernelThread thread, Diagnostics problems) {
    if (ranges.isEmpty()) {
      return;
    }
    Liveness live = new Liveness(thread);
    for (Range r : ranges) {
      boolean read =
          r.from().stream()
              .map(e -> thread.node(e.node()).next().get(e.exit()))
              .anyMatch(next -> next >= 0 && live.before(next).contains(r.local()));
      if (read) {
        problems.report(
            r.place(),
            "%s is used where it leads to no entry of this list".formatted(r.name()),
            "keep the entry that is found in another variable: found = %1$s; break;"
                .formatted(r.name()));
      }
    }
  }
}
