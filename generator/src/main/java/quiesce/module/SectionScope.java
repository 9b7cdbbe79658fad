package quiesce.module;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/** What a step's template can ask and note about sections that begin or end with it. */
public final class SectionScope {
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
      leave(Optional.of(section), view.earlySections(section));
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
      leave(Optional.empty(), view.earlySections());
    }
    return "";
  }

  private void leave(Optional<Section.Srcu> section, List<String> again) {
    // A section that has begun early keeps the thread inside.
    Expression open = Logic.any(again.stream().map(view::field));
    shape.awaiting().ends(action, view, section, open);
  }

  /** Notes that a grace period begins: it waits for the sections in progress, no later ones. */
  public String await(String domain) {
    shape.awaiting().begins(view, domain).forEach(action::update);
    return "";
  }

  /** Who the thread is among those that wait for grace periods. */
  public Expression getWaiter() {
    return shape.awaitedIndex(view).orElse(AwaitedSets.ONLY_WAITER);
  }

  /** Notes that the grace period of this thread is over. */
  public String over() {
    Expression over = shape.awaiting().isOver(view);
    if (!over.equals(Logic.TRUE)) {
      action.require(over);
    }
    shape.awaiting().over(view).forEach(action::update);
    return "";
  }

  /** Notes what readers and writers of a lock wait for, beside that no writer holds it. */
  public String others() {
    new SharedLocks(shape).others(view, (Step.OfLock) node.step()).ifPresent(action::require);
    return "";
  }

  /** That the module of what is registered is there to stay, if somebody takes a reference. */
  public Expression getLoaded() {
    return new ModuleReferences(shape).isLoaded();
  }

  /** That it goes, or has gone. */
  public Expression getGoing() {
    return Logic.negated(getLoaded());
  }

  /** Who waits for the section that ends here, as a set; only of readers with an identity. */
  public String getWaiters() {
    if (shape.crowds().isPresent()) {
      // It is a provider's: nobody waits for it, and readers in sections have no buffers there.
      return Logic.EMPTY.text();
    }
    Optional<Section.Srcu> section =
        node.step() instanceof Section.SrcuReadUnlock u
            ? Optional.of(u.section())
            : Optional.empty();
    return new AwaitedSets(shape).waiters(view, section).text();
  }
}
