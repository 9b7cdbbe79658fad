package quiesce.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.steps.Context;
import quiesce.steps.Section;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Expression.Applied;
import quiesce.tla.Expression.Bound;
import quiesce.tla.Expression.Infix;
import quiesce.tla.Expression.Prefix;
import quiesce.tla.Expression.SetOf;
import quiesce.tla.Logic;
import quiesce.tla.Operator;

/** A set of sections for each waiter, in a variable: every reader has an identity. */
record AwaitedSets(Shape shape) implements Awaiting {
  private static final String VARIABLE = "awaited";
  private static final Expression AWAITED = Logic.name(VARIABLE);

  /** Who waits where one thread does. */
  static final Expression ONLY_WAITER = Logic.string("waiter");

  private static final Expression WAITER = Logic.name("q");
  private static final Bound EACH_WAITER =
      new Bound(List.of("q"), new Prefix(Operator.DOMAIN, AWAITED));
  private static final Expression AWAITED_BY_IT = new Applied(AWAITED, List.of(WAITER));

  @Override
  public List<Conjunct.Update> begins(ThreadView waiter, String domain) {
    Expression sections = Logic.name(SectionSets.name(domain));
    Expression all =
        shape.awaitedIndex(waiter).map(i -> Logic.with(VARIABLE, i, sections)).orElse(sections);
    return List.of(new Conjunct.Update(VARIABLE, all));
  }

  @Override
  public Expression isOver(ThreadView waiter) {
    Expression own =
        shape
            .awaitedIndex(waiter)
            .<Expression>map(i -> new Applied(AWAITED, List.of(i)))
            .orElse(AWAITED);
    return Logic.equal(own, Logic.EMPTY);
  }

  @Override
  public List<Conjunct.Update> over(ThreadView waiter) {
    return List.of();
  }

  @Override
  public void ends(
      ActionScope action, ThreadView reader, Optional<Section.Srcu> section, Expression open) {
    SetOf itself = new SetOf(List.of(id(reader, section)));
    Expression without =
        isOneWaiter()
            ? new Infix(Operator.WITHOUT, AWAITED, itself)
            : new Expression.Function(
                List.of(EACH_WAITER), new Infix(Operator.WITHOUT, AWAITED_BY_IT, itself));
    action.note(VARIABLE, Logic.choice(open, AWAITED, without));
  }

  /** Who waits for a section, as a set. */
  Expression waiters(ThreadView reader, Optional<Section.Srcu> section) {
    Expression id = id(reader, section);
    return isOneWaiter()
        ? Logic.choice(
            new Infix(Operator.IN, id, AWAITED), new SetOf(List.of(ONLY_WAITER)), Logic.EMPTY)
        : new Expression.Filter(EACH_WAITER, new Infix(Operator.IN, id, AWAITED_BY_IT));
  }

  private Expression id(ThreadView reader, Optional<Section.Srcu> section) {
    return shape.section(reader, section).of(Logic.name(reader.index));
  }

  private boolean isOneWaiter() {
    List<ThreadView> waiters = shape.waiters();
    return waiters.size() == 1 && shape.awaitedIndex(waiters.get(0)).isEmpty();
  }

  @Override
  public Optional<MemoryScope.Variable> variable() {
    return shape.waits()
        ? Optional.of(
            new MemoryScope.Variable(
                VARIABLE,
                "the read-side sections that the grace period waits for",
                nobody().text()))
        : Optional.empty();
  }

  /** The value while nobody waits. */
  private Expression nobody() {
    ThreadView first = shape.waiters().get(0);
    if (first.thread.context() != Context.PROCESS && shape.waiters().size() == 1) {
      return first.instances.each(Logic.EMPTY);
    }
    Bound each = new Bound(List.of("p"), shape.agents().all(shape.waiters()));
    return new Expression.Function(List.of(each), Logic.EMPTY);
  }

  @Override
  public Map<String, Expression> fields(ThreadView reader) {
    return Map.of();
  }

  @Override
  public ValueSet values() {
    return ValueSet.of();
  }
}
