package quiesce.tlc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How often each action was taken, in the order of the specification; empty unless asked for. The
 * initial predicate is listed too. After a violation the counts include the steps that TLC took
 * again to reconstruct the trace.
 */
public record Coverage(List<Entry> entries) {
  /** Nothing was counted. */
  public static final Coverage NONE = new Coverage(List.of());

  /**
   * One disjunct of the next-state action. Two may have the same name: unnamed disjuncts are all
   * called after the definition that they stand in.
   *
   * @param action name of the definition
   * @param location where it stands, as TLC prints it
   * @param count how often it was taken
   */
  public record Entry(String action, String location, ActionCount count) {}

  /**
   * @param distinct how many states were first reached by the action
   * @param total how many times the action was taken
   */
  public record ActionCount(long distinct, long total) {
    ActionCount plus(ActionCount other) {
      return new ActionCount(distinct + other.distinct, total + other.total);
    }
  }

  public Coverage {
    entries = List.copyOf(entries);
  }

  /** These and others of the same specification, those of one action added up. */
  Coverage plus(Coverage other) {
    Map<List<String>, Entry> sums = new LinkedHashMap<>();
    for (Entry e : Stream.concat(entries.stream(), other.entries.stream()).toList()) {
      sums.merge(
          List.of(e.action(), e.location()),
          e,
          (a, b) -> new Entry(a.action(), a.location(), a.count().plus(b.count())));
    }
    return new Coverage(List.copyOf(sums.values()));
  }

  /** The counts by name, those of one name added up. */
  public Map<String, ActionCount> byName() {
    Map<String, ActionCount> sums = new LinkedHashMap<>();
    entries.forEach(e -> sums.merge(e.action(), e.count(), ActionCount::plus));
    return Collections.unmodifiableMap(sums);
  }
}
