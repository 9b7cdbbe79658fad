package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import quiesce.steps.Node;

/**
 * One action of the specification, and what it stands for.
 *
 * @param name of its definition
 * @param kind how its step relates to the others of its thread
 * @param thread key of the kernel thread that takes it
 * @param stop the place that the thread leaves, as the record's {@code at} says; empty for a late
 *     store, which leaves the thread where it is
 * @param begins whether the thread begins by it
 * @param main the step that it is about
 * @param outcomes the ways that it can go
 */
public record Action(
    String name,
    Kind kind,
    String thread,
    String stop,
    boolean begins,
    Node main,
    List<Outcome> outcomes) {
  public Action {
    outcomes = List.copyOf(outcomes);
  }

  /** The same with another name. */
  Action named(String other) {
    return new Action(other, kind, thread, stop, begins, main, outcomes);
  }

  /** The same with where its outcomes end, by their numbers. */
  Action ending(IntFunction<Optional<Spot>> ends) {
    List<Outcome> all = new ArrayList<>();
    for (Outcome o : outcomes) {
      all.add(new Outcome(o.to(), o.target(), o.nodes(), o.performed(), ends.apply(all.size())));
    }
    return new Action(name, kind, thread, stop, begins, main, all);
  }

  /** How an action's step relates to the others of its thread. */
  public enum Kind {
    /** What comes next. */
    IN_TURN,
    /** Before others that are above it: nothing orders it after them. */
    EARLY,
    /** The same, with the value of a store of its own thread that is still to come. */
    FORWARDED,
    /** A store that the compiler has put off. */
    LATE
  }

  /**
   * @param to where the thread is afterwards; empty where it does not move or the run ends
   * @param target id of the node that it is at then; -1 where {@code to} is empty
   * @param nodes the steps taken, in order
   * @param performed the field that says that the thread's next step has been performed early, if
   *     the outcome is to pass it by
   * @param end where its text ends; empty where it has none of its own
   */
  public record Outcome(
      String to, int target, List<Node> nodes, Optional<String> performed, Optional<Spot> end) {
    public Outcome {
      nodes = List.copyOf(nodes);
    }

    /** One of which it is not said yet where its text ends. */
    Outcome(String to, int target, List<Node> nodes, Optional<String> performed) {
      this(to, target, nodes, performed, Optional.empty());
    }
  }

  /**
   * Where the last conjunct of an outcome begins. It says what becomes of a variable, so that it is
   * true where it is evaluated: how often it is evaluated is how often the outcome comes about.
   *
   * @param line counted from that of the action's name
   * @param column as TLC counts, from 1
   */
  public record Spot(int line, int column) {}
}
