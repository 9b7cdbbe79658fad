package quiesce.module;

import java.util.Set;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.LockKind;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/**
 * References to the module that registers: who has one is where threads are, and whether one is to
 * be had is where the provider is.
 */
record ModuleReferences(Shape shape) {

  /** What must hold for the provider to go: of each kind of thread, nobody has a reference. */
  Stream<Expression> none() {
    return shape.readers().stream()
        .filter(v -> v.thread.has(ModuleReferences::isReference))
        .map(v -> v.instances.every(Logic.negated(SharedHolds.of(v, LockKind.OF_MODULE))));
  }

  private static boolean isReference(Step s) {
    return s instanceof Access.Trylock t && t.kind().isOfModule();
  }

  /** That the module has been loaded and not begun to go: attempts at references succeed. */
  Expression isLoaded() {
    KernelThread p = shape.provider().thread;
    Set<Integer> places =
        p.flow().after(p.entry(), id -> !(p.node(id).step() instanceof Section.Registered));
    return shape.provider().isWhere(n -> n.id() != p.entry() && places.contains(n.id()));
  }
}
