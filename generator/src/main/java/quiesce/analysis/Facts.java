package quiesce.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.Computed;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Litmus;
import quiesce.steps.Location;
import quiesce.steps.LockKind;
import quiesce.steps.Model;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * What the steps of a program do, whatever memory model it is for: what they touch, and who shares
 * that.
 */
public final class Facts {
  private final Model model;
  private final boolean reduced;
  private final Set<String> crossing = new HashSet<>();
  private final Set<String> ofObjects = new HashSet<>();
  private final SortedSet<String> locksOfObjects = new TreeSet<>();

  /**
   * @param reduced whether anything may be left out that takes an argument
   */
  public Facts(Model model, boolean reduced) {
    this.model = model;
    this.reduced = reduced;
    steps()
        .flatMap(s -> s.touches().stream())
        .filter(l -> !(l instanceof Location.ThisCpu))
        .forEach(l -> crossing.add(l.name()));
    steps()
        .filter(s -> s instanceof Step.OfDeferred d && d.of().object().isPresent())
        .flatMap(s -> ((Step.OfDeferred) s).parts())
        .forEach(ofObjects::add);
    steps()
        .filter(Facts::isOfObject)
        .map(s -> ((Step.OfLock) s).lock())
        .forEach(locksOfObjects::add);
    ofObjects.addAll(locksOfObjects);
  }

  /** The locks that each object has. */
  public SortedSet<String> getLocksOfObjects() {
    return Collections.unmodifiableSortedSet(locksOfObjects);
  }

  private static boolean isOfObject(Step s) {
    return s instanceof Step.OfLock l && l.object().isPresent() && l.kind() != LockKind.RUN;
  }

  /** The steps of all threads. */
  public Stream<Step> steps() {
    return model.threads().stream().flatMap(this::steps);
  }

  /** The steps of a thread, and the stores that it may put off. */
  public Stream<Step> steps(KernelThread thread) {
    // A store that may be put off has no node of its own.
    return Stream.concat(
        thread.nodes().stream().map(n -> n.step()),
        thread.lateStores().stream().map(Access.Store::of));
  }

  public List<KernelThread> threads() {
    return model.threads();
  }

  /** The program; a litmus test is none. */
  public Optional<Program> program() {
    return model instanceof Program p ? Optional.of(p) : Optional.empty();
  }

  /** Whether some thread takes a step of this name. */
  public boolean has(String step) {
    return steps().anyMatch(s -> s.name().equals(step));
  }

  /** Whether an atomic operation of this order occurs: RELAXED, ACQUIRE, RELEASE or FULL. */
  public boolean hasOrder(String order) {
    return steps().anyMatch(s -> s instanceof Access.Rmw r && r.order().name().equals(order));
  }

  public boolean isLitmus() {
    return model instanceof Litmus;
  }

  /** Whether a location is only ever used by the CPU that it belongs to. */
  public boolean isPrivate(String name) {
    return model instanceof Program p
        && p.shared().stream().anyMatch(s -> s.name().equals(name) && s.perCpu())
        && !crossing.contains(name);
  }

  /** Whether anything is kept in memory that others may see, beside what call sites hold. */
  public boolean isHasMemory() {
    return !(model instanceof Program p)
        || p.shared().stream().anyMatch(s -> !isPrivate(s.name()))
        || !p.members().isEmpty()
        || !p.locks().isEmpty();
  }

  /** Whether it touches a place that others may touch, too. */
  public boolean isShared(Step s) {
    return s.touches().filter(l -> !isPrivate(l.name())).isPresent();
  }

  /** Whether a step makes a store that others may see. */
  public boolean stores(Step s) {
    return (s instanceof Access.Store || s instanceof Access.Rmw) && isShared(s)
        || s instanceof Access.Initialise
        || s instanceof Access.TearDown
        || s instanceof Access.Allocate
        || s instanceof Access.Free
        || s instanceof Access.StaticCallUpdate
        || s instanceof Access.Trylock t && !t.kind().isOfModule()
        || s instanceof Wait.Lock
        || s instanceof Step.OfDeferred;
  }

  /** Whether a thread makes stores that others may see. */
  public boolean writes(KernelThread t) {
    return steps(t).anyMatch(this::stores);
  }

  /**
   * Whether what unregisters is the end of the module, which begins afresh if it is loaded again.
   */
  public boolean isModule() {
    return program().filter(Program::module).isPresent();
  }

  /** How many modules may register at the same time; of a litmus test it does not matter. */
  public int providers() {
    return model instanceof Program p ? p.providers() : 1;
  }

  /** Whether there is one instance of a thread, and never more. */
  public boolean isSingle(KernelThread t) {
    return t.context() == Context.PROCESS || t.context() == Context.PROVIDER && providers() == 1;
  }

  /** Whether somebody who starts over again and again stores to what others see. */
  public boolean isStoresForEver() {
    return model.threads().stream()
        .filter(t -> t.context() != Context.PROCESS && t.context() != Context.PROVIDER)
        .flatMap(this::steps)
        .anyMatch(s -> (s instanceof Access.Store || s instanceof Access.Rmw) && isShared(s));
  }

  /** The locals that hold something loaded, or computed from it. */
  public Set<String> loaded(KernelThread t) {
    return Computed.from(
        steps(t)
            .filter(
                s ->
                    s instanceof Access.Load
                        || s instanceof Access.Rmw
                        || s instanceof Access.Trylock
                        || s instanceof Access.IsLocked)
            .flatMap(s -> s.writes().stream()),
        steps(t));
  }

  public boolean isReduced() {
    return reduced;
  }

  /** Whether somebody waits for the sections of an SRCU domain; or of RCU, if it is empty. */
  public boolean waitsFor(String domain) {
    return steps()
        .anyMatch(s -> s instanceof Access.GracePeriodBegins b && b.domain().equals(domain));
  }

  /**
   * Whether a step gives up a lock that somebody looks at without waiting for it: who tries to take
   * it, or frees the object that it is in.
   */
  boolean showsLock(Step step) {
    return step instanceof Step.Closing
        && step instanceof Step.OfLock u
        && (isOfObject(step) || lookedAt().anyMatch(l -> l.lock().equals(u.lock())));
  }

  /** Whether objects are on lists, so that what leads to one may also lead to the head. */
  public boolean isHasLists() {
    return program().filter(Program::hasLists).isPresent();
  }

  /** Whether there are functions that run later. */
  public boolean isHasDeferred() {
    return steps().anyMatch(Step.OfDeferred.class::isInstance);
  }

  /** Whether somebody finds out what a lock holds without waiting for it. */
  public boolean looksAtLocks() {
    return lookedAt().anyMatch(l -> l.kind().isRead());
  }

  private Stream<Step.OfLock> lookedAt() {
    return steps()
        .filter(Access.class::isInstance)
        .filter(Step.OfLock.class::isInstance)
        .map(Step.OfLock.class::cast);
  }

  /** Whether somebody takes a lock as one of several readers. */
  public boolean isReadUnder(String lock) {
    return steps().anyMatch(s -> LockKind.reads(s, lock));
  }

  /** What a lock says that the kernel keeps of a function that runs later; empty of others. */
  public Optional<String> words(String lock) {
    return steps()
        .filter(Step.OfDeferred.class::isInstance)
        .flatMap(s -> ((Step.OfDeferred) s).of().words(lock).stream())
        .findFirst();
  }

  /** Whether a lock is one that each object has. */
  public boolean isOfObjects(String lock) {
    return ofObjects.contains(lock);
  }

  /** Whether objects have functions that run later, and their runs lead to them. */
  public boolean hasDeferredOfObjects() {
    return steps().anyMatch(s -> s instanceof Wait.Run r && r.of().object().isPresent());
  }

  /** The names of the SRCU domains. */
  public Set<String> getDomains() {
    Set<String> all = new TreeSet<>();
    steps()
        .forEach(
            s -> {
              if (s instanceof Section.SrcuReadLock l) {
                all.add(l.section().domain());
              } else if (s instanceof Access.GracePeriodBegins b && !b.domain().isEmpty()) {
                all.add(b.domain());
              }
            });
    return all;
  }

  /** The variables that are in memory: not those that one CPU alone uses. */
  public List<String> getAddresses() {
    List<String> all = new ArrayList<>();
    if (model instanceof Litmus l) {
      l.variables().forEach(v -> all.add(v.name()));
    } else if (model instanceof Program p) {
      p.shared().stream().filter(Program.Shared::isGlobal).forEach(s -> all.add(s.name()));
    }
    return all;
  }
}
