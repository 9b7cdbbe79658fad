package quiesce.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import quiesce.steps.Node;

/**
 * What the parts of a state are, for whoever reads states: no name has to be taken apart for that.
 *
 * @param individuals the model values
 * @param threads by their keys
 * @param things what C has a name for, by key
 * @param sections whose read-side sections there are, by what they are called in a set of them
 */
public record StateLayout(
    Individuals individuals,
    Map<String, OfThread> threads,
    Map<String, Thing> things,
    Map<String, Sections> sections) {
  public StateLayout {
    threads = Map.copyOf(threads);
    things = Map.copyOf(things);
    sections = Map.copyOf(sections);
  }

  /** The same with the names of the module spelled. */
  StateLayout spelled(UnaryOperator<String> how) {
    return new StateLayout(
        individuals,
        mapped(threads, t -> t.spelled(how)),
        mapped(things, t -> t.spelled(how)),
        sections);
  }

  private static <T> Map<String, T> mapped(Map<String, T> all, UnaryOperator<T> how) {
    return all.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> how.apply(e.getValue())));
  }

  /**
   * The state of a thread.
   *
   * @param instances where it is
   * @param agent who it is among those who know something of memory
   * @param section what its read-side section is among those that are waited for
   * @param places the nodes at which it can be seen, by the names of the places
   * @param rest where it is before it begins
   * @param fields of its record
   */
  public record OfThread(
      Instances instances,
      Identity agent,
      Identity section,
      Map<String, Node> places,
      String rest,
      Map<String, Part> fields) {
    public OfThread {
      places = Map.copyOf(places);
      fields = Map.copyOf(fields);
    }

    private OfThread spelled(UnaryOperator<String> how) {
      String variable = how.apply(instances.variable());
      return new OfThread(instances.in(variable), agent, section, places, rest, fields);
    }

    /** The field that holds a local, if it is kept. */
    public Optional<String> field(String local) {
      return field(new Part.Local(local));
    }

    /** The field that holds a part, if there is one. */
    public Optional<String> field(Part part) {
      return fields.entrySet().stream()
          .filter(e -> e.getValue().equals(part))
          .map(Map.Entry::getKey)
          .findFirst();
    }
  }

  /** What a field of a thread's record holds. */
  public sealed interface Part {
    /** Where the thread is. */
    record Place() implements Part {}

    /** The CPU that it holds. */
    record Cpu() implements Part {}

    /** The object whose callback it is inside of. */
    record Inside() implements Part {}

    /** The registration whose callbacks this run has used. */
    record Uses() implements Part {}

    record Local(String name) implements Part {}

    /** What a local or the outcome of a branch depends on. */
    record Dependency() implements Part {}

    /** Whether a step has been performed early. */
    record Early(int node) implements Part {}
  }

  /**
   * Something of the C code.
   *
   * @param identifier in the specification
   * @param name in C
   */
  public record Thing(String identifier, Kind kind, String name) {
    private Thing spelled(UnaryOperator<String> how) {
      return new Thing(how.apply(identifier), kind, name);
    }
  }

  /** What things of the C code are. */
  public enum Kind {
    VARIABLE,
    MEMBER,
    SITE,
    LOCK
  }

  /**
   * The read-side sections of a thread's instances.
   *
   * @param function of the thread
   * @param srcu which of its sections of SRCU; empty for those of RCU
   */
  public record Sections(String function, Optional<String> srcu) {}

  /** The thing that has an identifier. */
  public Optional<Thing> thing(String identifier) {
    return things.values().stream().filter(t -> t.identifier().equals(identifier)).findFirst();
  }

  /** The members of the callbacks object. */
  public List<Thing> members() {
    return things.values().stream().filter(t -> t.kind() == Kind.MEMBER).toList();
  }
}
