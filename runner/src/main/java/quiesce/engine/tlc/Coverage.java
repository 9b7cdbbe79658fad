package quiesce.engine.tlc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How often each action was taken, and what was evaluated in it, in the order of the specification;
 * empty unless asked for. The initial predicate is listed too. After a violation the counts include
 * the steps that TLC took again to reconstruct the trace.
 */
public record Coverage(List<Entry> entries) {
  /** Nothing was counted. */
  public static final Coverage NONE = new Coverage(List.of());

  /**
   * One disjunct of the next-state action. Two may have the same name: unnamed disjuncts are all
   * called after the definition around them.
   *
   * @param action name of the definition
   * @param location where it is, as TLC prints it
   * @param count how often it was taken
   * @param parts how often expressions in it were evaluated
   */
  public record Entry(String action, Location location, ActionCount count, List<Part> parts) {
    public Entry {
      parts = List.copyOf(parts);
    }

    private Entry plus(Entry other) {
      List<Part> both = new ArrayList<>(parts);
      both.addAll(other.parts);
      return new Entry(action, location, count.plus(other.count), both);
    }

    /**
     * Whether an expression was ever evaluated. TLC prints the counts of the parts of an expression
     * only if they are not all the same: the innermost one that it prints decides.
     *
     * @param line on which the expression begins, counted from that of the action's name
     */
    public boolean evaluated(int line, int column) {
      int absolute = location.line() + line;
      return parts.stream()
          .filter(p -> p.location().contains(absolute, column))
          .max(Comparator.comparing(Part::location, Location.INNERMOST_LAST))
          .filter(
              innermost ->
                  parts.stream()
                      .filter(p -> p.location().equals(innermost.location()))
                      .anyMatch(p -> p.count() > 0))
          .isPresent();
    }
  }

  /** How often an expression was evaluated. */
  public record Part(Location location, long count) {}

  /** From a line and column to another, both included, as TLC counts them. */
  public record Location(int line, int column, int lastLine, int lastColumn) {
    /** Of those that hold one place, what lies within another comes after it. */
    private static final Comparator<Location> INNERMOST_LAST =
        Comparator.comparingInt(Location::line)
            .thenComparingInt(Location::column)
            .thenComparing(Comparator.comparingInt(Location::lastLine).reversed())
            .thenComparing(Comparator.comparingInt(Location::lastColumn).reversed());

    boolean contains(int atLine, int atColumn) {
      boolean begun = line < atLine || line == atLine && column <= atColumn;
      boolean ended = lastLine < atLine || lastLine == atLine && lastColumn < atColumn;
      return begun && !ended;
    }
  }

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
    Map<Map.Entry<String, Location>, Entry> sums = new LinkedHashMap<>();
    for (Entry e : Stream.concat(entries.stream(), other.entries.stream()).toList()) {
      sums.merge(Map.entry(e.action(), e.location()), e, Entry::plus);
    }
    return new Coverage(List.copyOf(sums.values()));
  }

  /** The counts by name, those of one name added up. */
  public Map<String, ActionCount> byName() {
    Map<String, ActionCount> sums = new LinkedHashMap<>();
    entries.forEach(e -> sums.merge(e.action(), e.count(), ActionCount::plus));
    return Collections.unmodifiableMap(sums);
  }

  /** What was counted of the action or actions of this name. */
  public List<Entry> of(String action) {
    return entries.stream().filter(e -> e.action().equals(action)).toList();
  }
}
