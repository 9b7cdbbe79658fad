package quiesce.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.LockKind;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Step;

/**
 * Which safety properties exclude a hang. Where nothing loops each hang is a deadlock: if some
 * thread never ends although all are treated fairly, then a state is reached in which nobody who
 * has begun can continue, or there is an oops on the way there. The argument is in
 * docs/decisions/0039-a-hang-is-a-deadlock-where-nothing-loops.md.
 */
public final class Hangs {
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
        && program.locks().stream().allMatch(this::isFair);
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

  /**
   * Whether nobody takes a lock again and again past others that wait for it. Tasks do not read
   * past a writer that waits, and one writer leaves readers a moment before it waits again;
   * handlers that read, on several CPUs in turn, may leave a writer no moment without one.
   */
  private boolean isFair(String lock) {
    List<KernelThread> readers = having(s -> LockKind.reads(s, lock));
    List<KernelThread> writers = having(s -> s instanceof Section.Queue q && q.lock().equals(lock));
    return readers.isEmpty()
        || readers.stream().noneMatch(t -> t.context().isHandler())
            && writers.stream().allMatch(facts::isSingle);
  }

  private List<KernelThread> having(Predicate<Step> kind) {
    return program.threads().stream().filter(t -> t.has(kind)).toList();
  }
}
