package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
  private final UnaryOperator<Way> marked;

  Moves(Crowds crowds) {
    this.marked = crowds::marked;
    this.crowds = crowds.all();
    this.ofCpus = crowds.ofCpus();
  }

  /** The same action, of members of crowds. */
  Way of(Way body) {
    return marked.apply(body).map(this::ofMember).gathered(this::isOfCrowd).ending(this::moved);
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
    return u.now() instanceof Expression.Except && isOfCrowd(u);
  }

  private boolean isOfCrowd(Conjunct.Update u) {
    return crowds.stream().anyMatch(c -> isOf(c, u));
  }

  private Way moved(Way way) {
    List<Conjunct.Update> updates = updates(way).filter(this::isOfCrowd).toList();
    if (updates.isEmpty()) {
      return way;
    }
    List<Conjunct> parts = new ArrayList<>(way.parts());
    List<Crowds.Crowd> moving = new ArrayList<>();
    for (Crowds.Crowd c : crowds) {
      List<Conjunct.Update> all = of(c, updates).toList();
      if (all.stream().anyMatch(this::isOfMember)) {
        moving.add(c);
        parts.removeAll(all);
      } else if (all.size() > 1) {
        int first = parts.indexOf(all.get(0));
        parts.removeAll(all);
        Expression now = all(Logic.name(c.variable()), all);
        parts.add(first, new Conjunct.Update(c.variable(), now));
      }
    }
    return moved(parts, moving, updates, 1, way.end());
  }

  private static Stream<Conjunct.Update> updates(Way way) {
    return way.parts().stream()
        .flatMap(p -> p instanceof Conjunct.Update u ? Stream.of(u) : Stream.empty());
  }

  private static boolean isOf(Crowds.Crowd crowd, Conjunct.Update u) {
    return u.variable().equals(crowd.variable());
  }

  private static Stream<Conjunct.Update> of(Crowds.Crowd crowd, List<Conjunct.Update> updates) {
    return updates.stream().filter(u -> isOf(crowd, u));
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
    Expression joined = joined(Logic.name(rest), member, of(crowd, updates).toList());
    all.add(
        new Conjunct.Exists(
            rest,
            new Expression.Call(crowd.without(), List.of(member)),
            moved(
                List.of(new Conjunct.Update(crowd.variable(), joined)),
                moving.subList(1, moving.size()),
                updates,
                first + 1,
                end)));
    return new Way(all, Optional.empty());
  }

  /** The crowd when a member has moved, and then what becomes of all of them. */
  private static Expression joined(
      Expression others, Expression member, List<Conjunct.Update> updates) {
    List<Expression.Change> changes =
        updates.stream()
            .filter(u -> u.now() instanceof Expression.Except)
            .flatMap(u -> ((Expression.Except) u.now()).changes().stream())
            .toList();
    Expression now = new Expression.SetOf(List.of(state(member, changes)));
    return all(new Expression.Infix(Operator.CUP, others, now), updates);
  }

  /** What becomes of all members, one change after the other. */
  private static Expression all(Expression members, List<Conjunct.Update> updates) {
    Expression all = members;
    for (Conjunct.Update u : updates) {
      if (u.now() instanceof Expression.Image i) {
        all = new Expression.Image(i.value(), List.of(of(i.bounds().get(0), all)));
      } else if (u.now() instanceof Expression.Filter f) {
        all = new Expression.Filter(of(f.bound(), all), f.condition());
      }
    }
    return all;
  }

  private static Expression.Bound of(Expression.Bound bound, Expression members) {
    return new Expression.Bound(bound.names(), members);
  }

  /** The state that a member moves on to. */
  private static Expression state(Expression member, List<Expression.Change> changes) {
    Expression.Selector itself = new Expression.Selector.Index(List.of(member));
    List<Expression.Change> own = new ArrayList<>();
    for (Expression.Change c : changes) {
      if (!c.path().get(0).equals(itself)) {
        throw new IllegalStateException("an action moves two members of a crowd");
      }
      own.add(new Expression.Change(c.path().subList(1, c.path().size()), c.value()));
    }
    Optional<Expression> whole =
        own.stream().filter(c -> c.path().isEmpty()).map(Expression.Change::value).findFirst();
    List<Expression.Change> parts = own.stream().filter(c -> !c.path().isEmpty()).toList();
    return parts.isEmpty()
        ? whole.orElse(member)
        : new Expression.Except(whole.orElse(member), parts);
  }
}
