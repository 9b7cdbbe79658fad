package quiesce.module;

import java.util.List;
import java.util.Set;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.tla.Expression;
import quiesce.tla.Expression.Applied;
import quiesce.tla.Expression.Bound;
import quiesce.tla.Expression.Filter;
import quiesce.tla.Expression.Infix;
import quiesce.tla.Expression.Prefix;
import quiesce.tla.Expression.SetOf;
import quiesce.tla.Logic;
import quiesce.tla.Operator;

/** What a step's template can ask and note about read-side sections that begin or end with it. */
public final class SectionScope {
  private static final Expression WAITER = Logic.name("q");
  private static final Bound EACH_WAITER =
      new Bound(List.of("q"), new Prefix(Operator.DOMAIN, Shape.AWAITED));
  private static final Expression AWAITED_BY_IT = new Applied(Shape.AWAITED, List.of(WAITER));

  private final ActionScope action;
  private final Shape shape;
  private final ThreadView view;
  private final Node node;
  private final Node from;

  SectionScope(ActionScope action, Shape shape, ThreadView view, Node node, int from) {
    this.action = action;
    this.shape = shape;
    this.view = view;
    this.node = node;
    this.from = view.thread.node(from);
  }

  /** Whether a section begins with this step that was not open before. */
  public boolean isBegins() {
    return node.step() instanceof Section.SrcuReadLock l
        ? view.sections.begins(node, l.section())
        : view.sections.begins(node);
  }

  /** Whether the outermost section ends with this step. */
  public boolean isEnds() {
    return node.step() instanceof Section.SrcuReadUnlock u
        ? view.sections.ends(node, u.section())
        : view.sections.ends(node);
  }

  /** Notes that an SRCU section ends here, if a grace period may wait for it. */
  public String leave(Section.Srcu section) {
    if (shape.facts().waitsFor(section.domain())
        && isEnds()
        && from.before().srcu().contains(section)) {
      leave(id(section), view.earlySections(section));
    }
    return "";
  }

  /** Notes that a section ends here that had begun before this action, if any has. */
  public String leave() {
    Set<Integer> next = Set.copyOf(node.next());
    boolean outside =
        node.step() instanceof Section.End
            || next.stream().allMatch(n -> n < 0 || !view.sections.inside(view.thread.node(n)));
    if (shape.facts().waitsFor("")
        && outside
        && view.sections.inside(node)
        && view.sections.inside(from)) {
      leave(id(), view.earlySections());
    }
    return "";
  }

  private void leave(Expression section, List<String> again) {
    SetOf itself = new SetOf(List.of(section));
    Expression without =
        isOneWaiter()
            ? new Infix(Operator.WITHOUT, Shape.AWAITED, itself)
            : new Expression.Function(
                List.of(EACH_WAITER), new Infix(Operator.WITHOUT, AWAITED_BY_IT, itself));
    // A section that has begun early keeps the thread inside.
    Expression inside = Logic.any(again.stream().map(view::field));
    action.note("awaited", Logic.choice(inside, Shape.AWAITED, without));
  }

  /** Who waits for the section that ends here, as a set. */
  public String getWaiters() {
    Expression section = node.step() instanceof Section.SrcuReadUnlock u ? id(u.section()) : id();
    Expression all =
        isOneWaiter()
            ? Logic.choice(
                new Infix(Operator.IN, section, Shape.AWAITED),
                new SetOf(List.of(Logic.string("waiter"))),
                Logic.EMPTY)
            : new Filter(EACH_WAITER, new Infix(Operator.IN, section, AWAITED_BY_IT));
    return all.text();
  }

  private Expression id() {
    return shape.section(view).of(Logic.name(view.index));
  }

  private Expression id(Section.Srcu section) {
    return shape.section(view, section).of(Logic.name(view.index));
  }

  private boolean isOneWaiter() {
    List<ThreadView> waiters = shape.waiters();
    return waiters.size() == 1 && shape.awaitedIndex(waiters.get(0)).isEmpty();
  }
}
