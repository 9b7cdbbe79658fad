package quiesce.lowering;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Statement;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Value;

/** Lowers switches: the value is compared with one label after another. */
final class Switches {
  private final ThreadLowering in;

  /** What leads to the labels of the switches around, the innermost first. */
  private final Deque<Map<Statement.Case, List<Graph.Edge>>> entries = new ArrayDeque<>();

  Switches(ThreadLowering in) {
    this.in = in;
  }

  void lower(Statement.Switch s) {
    List<Statement.Case> labels = labels(s.body()).toList();
    refuseInner(s, labels);
    Map<Statement.Case, List<Graph.Edge>> chosen = new HashMap<>();
    List<Graph.Edge> others = in.withTemporaries(() -> choose(s.value(), labels, chosen));
    entries.push(chosen);
    List<Graph.Edge> broken = in.loops.leaving(() -> in.statements.nested(s.body()));
    entries.pop();
    in.graph.alsoOpen(others);
    in.graph.alsoOpen(broken);
  }

  /** Where a label is, what has chosen it comes to what is open. */
  void enter(Statement.Case label) {
    in.graph.alsoOpen(entries.element().getOrDefault(label, List.of()));
  }

  /**
   * Compares the value with the labels. Nothing is open afterwards.
   *
   * @param chosen gets what leads to each label
   * @return what leads past them all
   */
  private List<Graph.Edge> choose(
      Expression e, List<Statement.Case> labels, Map<Statement.Case, List<Graph.Edge>> chosen) {
    Value value = Expressions.number(in.expressions.evaluate(e), e);
    Map<Integer, Statement.Case> known = new HashMap<>();
    Optional<Statement.Case> otherwise = Optional.empty();
    for (Statement.Case label : labels) {
      if (label.value().isEmpty()) {
        refuseSecond(otherwise, label, "default");
        otherwise = Optional.of(label);
      } else {
        int number = number(label.value().get());
        refuseSecond(Optional.ofNullable(known.put(number, label)), label, "case " + number);
        Exits exits = in.expressions.branch(equal(value, number), label.place());
        chosen.put(label, exits.whenTrue());
        in.graph.reopen(exits.whenFalse());
      }
    }
    List<Graph.Edge> others = in.graph.take();
    otherwise.ifPresent(label -> chosen.put(label, others));
    return otherwise.isPresent() ? List.of() : others;
  }

  private static int number(Expression e) {
    return Constant.of(e)
        .orElseThrow(() -> new Refusal(e.place(), "this case is no constant", "write a number"));
  }

  private static Value equal(Value value, int number) {
    return value instanceof Value.Number n
        ? new Value.Truth(n.value() == number)
        : new Value.Equal(value, new Value.Number(number));
  }

  /** The labels of a switch, without those of switches inside it. */
  private static Stream<Statement.Case> labels(Statement s) {
    if (s instanceof Statement.Case c) {
      return Stream.of(c);
    }
    return s instanceof Statement.Switch ? Stream.of() : s.parts().flatMap(Switches::labels);
  }

  private static void refuseInner(Statement.Switch s, List<Statement.Case> labels) {
    List<Statement> direct = s.body() instanceof Statement.Block b ? b.statements() : List.of();
    labels.stream()
        .filter(label -> !direct.contains(label) && !s.body().equals(label))
        .findFirst()
        .ifPresent(
            label -> {
              throw new Refusal(
                  label.place(),
                  "a case inside another statement of its switch",
                  "move it to the block of the switch itself");
            });
  }

  private static void refuseSecond(
      Optional<Statement.Case> first, Statement.Case second, String label) {
    if (first.isPresent()) {
      throw new Refusal(
          second.place(),
          "'%s' is there twice: first in line %d".formatted(label, first.get().place().line()),
          "remove one of the two");
    }
  }
}
