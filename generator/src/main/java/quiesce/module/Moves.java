package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Operator;
import quiesce.tla.Trees;
import quiesce.tla.Way;

/**
 * How members of crowds move: all that becomes of one is put together where an action ends, and is
 * the state that it moves on to.
 */
final class Moves {
  private static final String REST = "rest";

  private final List<Crowds.Crowd> crowds;
  private final List<String> ofCpus;

  Moves(Crowds crowds) {
    this.crowds = crowds.all();
    this.ofCpus = crowds.ofCpus();
  }

  /** The same action, of members of crowds. */
  Way of(Way body) {
    return body.map(this::ofMember).gathered(this::isOfMember).ending(this::moved);
  }

  /** A CPU's own copy of a variable is a field of its state. */
  private Expression ofMember(Expression e) {
    return Trees.map(
        e,
        part ->
            part instanceof Expression.Applied a
                    && a.function() instanceof Expression.Name n
                    && ofCpus.contains(n.text())
                ? new Expression.Selected(a.arguments().get(0), n.text())
                : part);
  }

  private boolean isOfMember(Conjunct.Update u) {
    return u.now() instanceof Expression.Except
        && crowds.stream().anyMatch(c -> c.variable().equals(u.variable()));
  }

  private Way moved(Way way) {
    List<Conjunct> parts = new ArrayList<>();
    List<Conjunct.Update> updates = new ArrayList<>();
    for (Conjunct part : way.parts()) {
      if (part instanceof Conjunct.Update u && isOfMember(u)) {
        updates.add(u);
      } else {
        parts.add(part);
      }
    }
    List<Crowds.Crowd> moving =
        crowds.stream()
            .filter(c -> updates.stream().anyMatch(u -> u.variable().equals(c.variable())))
            .toList();
    return moving.isEmpty() ? way : moved(parts, moving, updates, 1, way.end());
  }

  /**
   * @param first number of the first of those that move
   */
  private static Way moved(
      List<Conjunct> before,
      List<Crowds.Crowd> moving,
      List<Conjunct.Update> updates,
      int first,
      Optional<Way.End> end) {
    List<Conjunct> all = new ArrayList<>(before);
    if (moving.isEmpty()) {
      return new Way(all, end.map(e -> new Way.End(e.outcome(), all.size() - 1)));
    }
    Crowds.Crowd crowd = moving.get(0);
    Expression member = Logic.name(crowd.index());
    String rest = first == 1 ? REST : REST + "_" + first;
    Conjunct joined = joined(crowd, Logic.name(rest), state(member, crowd, updates));
    all.add(
        new Conjunct.Exists(
            rest,
            new Expression.Call(crowd.without(), List.of(member)),
            moved(List.of(joined), moving.subList(1, moving.size()), updates, first + 1, end)));
    return new Way(all, Optional.empty());
  }

  private static Conjunct joined(Crowds.Crowd crowd, Expression others, Expression now) {
    Expression member = new Expression.SetOf(List.of(now));
    return new Conjunct.Update(
        crowd.variable(), new Expression.Infix(Operator.CUP, others, member));
  }

  /** The state that a member moves on to. */
  private static Expression state(
      Expression member, Crowds.Crowd crowd, List<Conjunct.Update> updates) {
    Expression.Selector itself = new Expression.Selector.Index(List.of(member));
    List<Expression.Change> changes = new ArrayList<>();
    for (Conjunct.Update u : updates) {
      if (u.variable().equals(crowd.variable())) {
        for (Expression.Change c : ((Expression.Except) u.now()).changes()) {
          if (!c.path().get(0).equals(itself)) {
            throw new IllegalStateException("an action moves two members of " + crowd.variable());
          }
          changes.add(new Expression.Change(c.path().subList(1, c.path().size()), c.value()));
        }
      }
    }
    return changes.size() == 1 && changes.get(0).path().isEmpty()
        ? changes.get(0).value()
        : new Expression.Except(member, changes);
  }
}
