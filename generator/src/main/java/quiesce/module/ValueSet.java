package quiesce.module;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The values that a local or a place in memory may have. A template names the set.
 *
 * @param kinds of values, beside numbers
 * @param numbers that are known
 * @param functions of the file, by their names
 */
public record ValueSet(
    SortedSet<Kind> kinds, SortedSet<Integer> numbers, SortedSet<String> functions) {
  /** What kind a value is of. */
  public enum Kind {
    NULL,
    /** Of a snapshot: nobody was registered. */
    NOBODY,
    /** Of a slot: some function. */
    SLOT,
    /** Of a member: what was there before anything was stored. */
    UNINITIALISED,
    OBJECT,
    TRUTH,
    CPU,
    /** A set of CPUs. */
    CPUS,
    /** A set of providers. */
    PROVIDERS,
    /** What an agent has of memory for itself. */
    KNOWLEDGE,
    NUMBER
  }

  static ValueSet of(Kind... kinds) {
    return new ValueSet(new TreeSet<>(List.of(kinds)), new TreeSet<>(), new TreeSet<>());
  }

  static ValueSet number(int value) {
    return new ValueSet(new TreeSet<>(), new TreeSet<>(List.of(value)), new TreeSet<>());
  }

  static ValueSet function(String name) {
    return new ValueSet(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(List.of(name)));
  }

  ValueSet or(ValueSet other) {
    SortedSet<Kind> allKinds = new TreeSet<>(kinds);
    allKinds.addAll(other.kinds);
    SortedSet<Integer> allNumbers = new TreeSet<>(numbers);
    allNumbers.addAll(other.numbers);
    SortedSet<String> allFunctions = new TreeSet<>(functions);
    allFunctions.addAll(other.functions);
    return new ValueSet(allKinds, allNumbers, allFunctions);
  }

  /** Whether it has values of a kind, by the kind's name. */
  public boolean has(String kind) {
    return kinds.contains(Kind.valueOf(kind));
  }
}
