package quiesce.analysis;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * Whether each hang is a deadlock: if some thread never ends although all are treated fairly, then
 * a state is reached in which nobody who has begun can continue. The argument is in
 * docs/decisions/0039-a-hang-is-a-deadlock-where-nothing-loops.md.
 */
public final class Hangs {
  /** What a thread needs of the CPUs at a step. Each need but the last is always met in time. */
  private enum Need {
    NOTHING,
    SOME_CPU,
    /** This CPU, which handlers may take again and again. */
    OWN_CPU
  }

  private final Program program;

  private Hangs(Program program) {
    this.program = program;
  }

  public static boolean areDeadlocks(Program program) {
    Hangs hangs = new Hangs(program);
    return program.threads().stream().allMatch(t -> t.loops().isEmpty())
        && program.locks().stream().allMatch(hangs::isHandedOn);
  }

  /** Whether who waits for a lock could take it whenever somebody else does. */
  private boolean isHandedOn(String lock) {
    Set<Need> waiting = needs(lock, Wait.class::isInstance);
    Set<Need> taking = needs(lock, s -> s instanceof Wait || s instanceof Access.Trylock);
    return waiting.stream()
        .allMatch(
            w -> w == Need.NOTHING || w == Need.SOME_CPU && taking.equals(Set.of(Need.SOME_CPU)));
  }

  /** What threads need where they are about to take a lock. */
  private Set<Need> needs(String lock, Predicate<Step> takes) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    for (KernelThread t : program.threads()) {
      for (Node n : t.nodes()) {
        if (n.step() instanceof Step.OfLock l && l.lock().equals(lock) && takes.test(n.step())) {
          needs.add(need(t, n));
        }
      }
    }
    return needs;
  }

  private Need need(KernelThread t, Node n) {
    if (t.context().isHandler()) {
      return interrupt(l -> l.compareTo(t.context()) > 0) ? Need.OWN_CPU : Need.NOTHING;
    } else if (n.before().pinned()) {
      return interrupt(l -> !n.before().holdsOff(l)) ? Need.OWN_CPU : Need.NOTHING;
    }
    return interrupt(l -> true) || somebodyPins() ? Need.SOME_CPU : Need.NOTHING;
  }

  private boolean interrupt(Predicate<Context> level) {
    return program.readers().stream()
        .map(KernelThread::context)
        .filter(Context::isHandler)
        .anyMatch(level);
  }

  private boolean somebodyPins() {
    return program.threads().stream()
        .filter(t -> !t.context().isHandler())
        .flatMap(t -> t.nodes().stream())
        .anyMatch(n -> n.before().pinned());
  }
}
