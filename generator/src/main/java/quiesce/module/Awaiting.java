package quiesce.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.steps.Section;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;

/** How a specification keeps which read-side sections a grace period waits for. */
sealed interface Awaiting permits AwaitedSets, AwaitedFlags {
  /**
   * What is noted when a grace period begins.
   *
   * @param domain of SRCU; empty for RCU
   */
  List<Conjunct.Update> begins(ThreadView waiter, String domain);

  /** That none of the sections is left that the waiter waits for. */
  Expression isOver(ThreadView waiter);

  /** What is noted then. */
  List<Conjunct.Update> over(ThreadView waiter);

  /**
   * What is noted when a section ends.
   *
   * @param section of SRCU; empty for RCU
   * @param open whether it is open all the same, since another part of it began early
   */
  void ends(ActionScope action, ThreadView reader, Optional<Section.Srcu> section, Expression open);

  /** The variable, where it has one of its own. */
  Optional<MemoryScope.Variable> variable();

  /** The fields of a thread's record, with their values at rest. */
  Map<String, Expression> fields(ThreadView reader);

  /** What such a field may hold. */
  ValueSet values();
}
