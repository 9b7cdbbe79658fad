package quiesce.analysis;

import java.util.List;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;
import quiesce.steps.Step;

/**
 * Where a handler that may have to wait can strike a thread that others wait for. The thread cannot
 * give up what it holds then: an unlock there cannot be moved to before the handler, and the
 * beginning of a section cannot be moved to after it. See docs/decisions/0003-coarse-actions.md.
 */
final class Strikes {
  private final KernelThread thread;
  private final ReadSections sections;
  private final List<Context> waiting;
  private final List<String> domains;

  Strikes(KernelThread thread, Facts facts) {
    this.thread = thread;
    this.sections = new ReadSections(thread, facts);
    this.waiting =
        facts.threads().stream()
            .filter(t -> t.context().isHandler() && t.canHang(n -> true))
            .map(KernelThread::context)
            .distinct()
            .toList();
    this.domains = sections.awaited();
  }

  /** Whether a step that others may see is taken where such a handler can strike. */
  boolean leaveAwaited(Node n) {
    return (n.step() instanceof Access || n.step() instanceof Step.Closing)
        && waiting.stream().anyMatch(level -> thread.canBeStruck(level, n))
        && isAwaited(n);
  }

  /** A task that may be preempted continues on another CPU, or all CPUs are stuck without it. */
  private boolean isAwaited(Node n) {
    return thread.keepsCpu(n)
        && (!n.before().locks().isEmpty() || domains.stream().anyMatch(d -> sections.isIn(n, d)));
  }
}
