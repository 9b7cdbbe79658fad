package quiesce.module;

import java.util.List;
import quiesce.analysis.Field;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Operator;

/** What a step's template can ask about who knows what of memory. */
public record KnowledgeScope(Shape shape, ThreadView view, Node node) {
  /** Who takes the step. */
  public KernelThread getThread() {
    return view.thread;
  }

  /** A kind of task that may hold the CPU of a handler. */
  public record Pinned(ThreadView view, String agent) {
    /** That something holds of the one that does, if any. */
    public Expression has(String condition) {
      Expression here = Logic.equal(view.field(Field.CPU), Logic.name(ActionScope.CPU));
      return view.instances.every(
          new Expression.Infix(Operator.IMPLIES, here, Expression.of(condition)));
    }
  }

  public List<Pinned> getPinned() {
    return shape.threads().stream()
        .filter(ThreadView::pins)
        .map(v -> new Pinned(v, shape.agent(v).text()))
        .toList();
  }

  /** The provider's agent, if the thread pins it and begins; empty otherwise. */
  public String getTeller() {
    boolean begins = view.thread.pinsProvider() && node.id() == view.thread.entry();
    return begins ? shape.agent(shape.provider()).text() : "";
  }
}
