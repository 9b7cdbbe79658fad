package quiesce.module;

import java.util.List;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;
import quiesce.tla.Expression;
import quiesce.tla.Operator;

/** What a step's template can ask about who knows what of memory. */
public record KnowledgeScope(Shape shape, ThreadView view, Node node) {
  /** Who takes the step. */
  public KernelThread getThread() {
    return view.thread;
  }

  /** Whether the thread's agent has something of memory for itself. */
  public boolean isOwn() {
    return shape.agents().has(view);
  }

  /** The agent that the CPU of the step is. */
  public String getCpu() {
    return shape.agents().cpu().text();
  }

  /** A kind of task that may hold the CPU of a handler. */
  public record Pinned(ThreadView view, String agent, String memory) {
    /** That something holds of the one that does, if any. */
    public Expression has(String condition) {
      return view.instances.every(
          new Expression.Infix(Operator.IMPLIES, view.holds(), Expression.of(condition)));
    }
  }

  public List<Pinned> getPinned() {
    return shape.threads().stream()
        .filter(v -> v.pins() && shape.agents().has(v))
        .map(v -> new Pinned(v, shape.agents().of(v).text(), shape.agents().memory(v)))
        .toList();
  }

  /** The provider's agent, if the thread pins it and begins; empty otherwise. */
  public String getTeller() {
    boolean begins = view.thread.pinsProvider() && node.id() == view.thread.entry();
    return begins ? shape.agents().of(shape.provider()).text() : "";
  }
}
