package quiesce.lowering;

import java.util.Set;
import java.util.stream.Collectors;
import quiesce.contexts.Known;
import quiesce.contexts.KnownBefore;
import quiesce.source.Diagnostics;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Step;

/**
 * Whether branches come out as they are said to be decided, whatever the compiler repeats. Of a
 * local that may be loaded again nothing is known, for as long as that is so.
 */
final class DecidedBranches {
  private DecidedBranches() {}

  /**
   * Refuses those that may come out in another way.
   *
   * @param guarded what a lock protects: there a load finds the same again
   */
  static void check(KernelThread thread, Guarded guarded, Diagnostics problems) {
    if (!thread.has(DecidedBranches::isDecided)) {
      return;
    }
    HeldLoads loads = new HeldLoads(thread, guarded);
    KnownBefore before = new KnownBefore(thread, (n, known) -> sure(known, n, loads));
    for (Node n : thread.nodes()) {
      if (n.step() instanceof Local.Branch b
          && b.decided()
          && before
              .of(n.id())
              .filter(k -> sure(k, n, loads).truth(b.condition()).isEmpty())
              .isPresent()) {
        problems.report(
            n.origin().place(),
            "context imbalance: what is held here was known by %s, which the compiler may load again"
                .formatted(b.condition().locals().distinct().collect(Collectors.joining(", "))),
            "load it by READ_ONCE() or rcu_dereference(), or under a lock that whoever stores to it holds");
      }
    }
  }

  private static boolean isDecided(Step s) {
    return s instanceof Local.Branch b && b.decided();
  }

  private static Known sure(Known known, Node n, HeldLoads loads) {
    Set<String> again =
        loads.before(n.id()).some().keySet().stream()
            .map(HeldLoads.Held::local)
            .collect(Collectors.toSet());
    return known.without(again::contains);
  }
}
