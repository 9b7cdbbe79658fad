package quiesce.module;

import java.util.List;
import quiesce.analysis.Facts;
import quiesce.analysis.Field;
import quiesce.steps.Access;
import quiesce.steps.Node;
import quiesce.steps.Step;
import quiesce.steps.Wait;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Operator;

/** What a step's template can ask about who knows what of memory. */
public final class KnowledgeScope {
  private final Shape shape;
  private final ThreadView view;
  private final Node node;

  KnowledgeScope(Shape shape, ThreadView view, Node node) {
    this.shape = shape;
    this.view = view;
    this.node = node;
  }

  /** Whether the CPU makes relaxed loads only, which others learn about only through sections. */
  public boolean isOnlyLooks() {
    return !view.sharesCpu
        && !shape.facts().sharersHave(view.thread, Facts::ordersLoads)
        && !shape.memory().isAgentsShare()
        && !shape.facts().sharersHave(view.thread, KnowledgeScope::tells);
  }

  private static boolean tells(Step s) {
    return s instanceof Access.Store
        || s instanceof Access.Rmw
        || s instanceof Access.LoadAcquire
        || s instanceof Wait.SpinLock
        || s instanceof Wait.MutexLock
        || s instanceof Access.SpinTrylock;
  }

  /** For each kind of task that may hold the CPU of a handler: that no store of its waits. */
  public List<Expression> getPinnedHere() {
    return shape.threads().stream().filter(ThreadView::pins).map(this::nothingWaits).toList();
  }

  private Expression nothingWaits(ThreadView v) {
    Expression buffers = new Expression.Selected(Logic.name(Path.MEMORY), "buffer");
    Expression own = new Expression.Applied(buffers, List.of(shape.agent(v)));
    return v.instances.every(
        new Expression.Infix(
            Operator.IMPLIES,
            Logic.equal(v.field(Field.CPU), Logic.name(ActionScope.CPU)),
            Logic.equal(own, new Expression.Tuple(List.of()))));
  }

  /** The provider's, if the thread pins it and begins; empty otherwise. */
  public String getTeller() {
    boolean begins = view.thread.pinsProvider() && node.id() == view.thread.entry();
    return begins ? shape.agent(shape.provider()).text() : "";
  }
}
