package quiesce.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * Which safety properties exclude a hang. Where nothing loops each hang is a deadlock: if some
 * thread never ends although all are treated fairly, then a state is reached in which nobody who
 * has begun can continue, or there is an oops on the way there. The argument is in
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

  private static final int MOST_PROVIDERS = 2;

  private final Facts facts;
  private final Program program;

  private Hangs(Facts facts) {
    this.facts = facts;
    this.program = facts.program().orElseThrow();
  }

  /**
   * The properties that must hold, as far as they apply, for everything that begins to end; empty
   * if none can tell.
   *
   * @param facts about a program
   */
  public static Optional<Set<Property>> excludedBy(Facts facts, Machine machine) {
    Hangs hangs = new Hangs(facts);
    if (!hangs.areDeadlocks()) {
      return Optional.empty();
    }
    EnumSet<Property> properties = EnumSet.of(Property.NO_DEADLOCK);
    if (!hangs.areReadersUnnoticed(machine)) {
      Stream.of(Property.values()).filter(Property::endsRun).forEach(properties::add);
    }
    return Optional.of(properties);
  }

  private boolean areDeadlocks() {
    // What runs later may run again and again between any two looks of who waits for it.
    return program.threads().stream()
            .allMatch(t -> t.loops().isEmpty() && !t.has(Step.OfDeferred.class::isInstance))
        && program.locks().stream().allMatch(this::isHandedOn);
  }

  /** Whether a run without some of the readers is a run, too, in which all others do the same. */
  private boolean areReadersUnnoticed(Machine machine) {
    return program.providers() <= MOST_PROVIDERS
        && program.readers().stream()
            .allMatch(
                t -> Quiet.is(t) && machine.isLeavingNoTrace(t) && !t.has(Hangs::writesMemory));
  }

  private static boolean writesMemory(Step s) {
    return s instanceof Access.Store || s instanceof Access.Rmw;
  }

  /** Whether who waits for a lock could take it whenever somebody else does. */
  private boolean isHandedOn(String lock) {
    if (!isFairToReadersAndWriters(lock)) {
      return false;
    }
    Set<Need> waiting = needs(lock, Wait.class::isInstance);
    Set<Need> taking = needs(lock, s -> s instanceof Wait || s instanceof Access.Trylock);
    return waiting.stream()
        .allMatch(
            w -> w == Need.NOTHING || w == Need.SOME_CPU && taking.equals(Set.of(Need.SOME_CPU)));
  }

  /**
   * Whether nobody takes a lock again and again past others that wait for it. Tasks do not read
   * past a writer that waits, and one writer leaves readers a moment before it waits again;
   * handlers that read, on several CPUs in turn, may leave a writer no moment without one.
   */
  private boolean isFairToReadersAndWriters(String lock) {
    List<KernelThread> readers = having(s -> LockKind.reads(s, lock));
    List<KernelThread> writers = having(s -> s instanceof Section.Queue q && q.lock().equals(lock));
    return readers.isEmpty()
        || readers.stream().noneMatch(t -> t.context().isHandler())
            && writers.stream().allMatch(facts::isSingle);
  }

  private List<KernelThread> having(Predicate<Step> kind) {
    return program.threads().stream().filter(t -> t.has(kind)).toList();
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
    if (t.keepsCpu(n)) {
      return interrupt(l -> t.canBeStruck(l, n)) ? Need.OWN_CPU : Need.NOTHING;
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
