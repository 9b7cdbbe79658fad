package quiesce.emission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.Computed;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.Litmus;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Model;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * What a program does, for the templates of a memory model: a specification carries only the parts
 * of the machine that its program needs.
 */
public final class Facts {
  private final Model model;
  private final boolean reduced;
  private final Set<String> crossing = new HashSet<>();

  /**
   * @param reduced whether anything may be left out that takes an argument
   */
  Facts(Model model, boolean reduced) {
    this.model = model;
    this.reduced = reduced;
    steps()
        .flatMap(s -> s.touches().stream())
        .filter(l -> !(l instanceof Location.ThisCpu))
        .forEach(l -> crossing.add(l.name()));
  }

  private Stream<Step> steps() {
    return model.threads().stream().flatMap(Facts::steps);
  }

  private static Stream<Step> steps(KernelThread thread) {
    // A store that may be put off has no node of its own.
    return Stream.concat(
        thread.nodes().stream().map(n -> n.step()),
        thread.lateStores().stream().map(Access.LatePlainStore::new));
  }

  /** Whether some thread takes a step of this name. */
  public boolean has(String step) {
    return steps().anyMatch(s -> s.template().equals(step));
  }

  /** The same, of the threads that are not the only ones to write. */
  public boolean othersHave(String step) {
    return model.threads().stream()
        .filter(t -> !isSoleWriter() || !writes(t))
        .flatMap(Facts::steps)
        .anyMatch(s -> s.template().equals(step));
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

  /** Whether it touches a place that others may touch, too. */
  boolean isShared(Step s) {
    return s.touches().filter(l -> !isPrivate(l.name())).isPresent();
  }

  /** Whether a step makes a store that others may see. */
  private boolean stores(Step s) {
    return (s instanceof Access.Store || s instanceof Access.Rmw) && isShared(s)
        || s instanceof Access.Initialise
        || s instanceof Access.TearDown
        || s instanceof Access.StaticCallUpdate
        || s instanceof Access.SpinTrylock
        || s instanceof Wait.SpinLock
        || s instanceof Wait.MutexLock;
  }

  private boolean writes(KernelThread t) {
    return steps(t).anyMatch(this::stores);
  }

  /** How many modules may register at the same time; of a litmus test it does not matter. */
  int providers() {
    return model instanceof Program p ? p.providers() : 1;
  }

  /** Whether there is one instance of a thread, and never more. */
  private boolean isSingle(KernelThread t) {
    return t.context() == Context.PROCESS || t.context() == Context.PROVIDER && providers() == 1;
  }

  /** Whether all that is stored comes from one thread, of which there is one. */
  public boolean isSoleWriter() {
    List<KernelThread> writers = model.threads().stream().filter(this::writes).toList();
    return writers.size() == 1 && isSingle(writers.get(0));
  }

  /** Whether somebody loads in a loop until others have stored. */
  public boolean isSpins() {
    return model.threads().stream()
        .filter(t -> t.context() != Context.PROCESS)
        .anyMatch(t -> t.loops().stream().anyMatch(id -> t.node(id).step() instanceof Access.Load));
  }

  /** Whether somebody who starts over again and again stores to what others see. */
  public boolean isStoresForEver() {
    return model.threads().stream()
        .filter(t -> t.context() != Context.PROCESS && t.context() != Context.PROVIDER)
        .flatMap(Facts::steps)
        .anyMatch(s -> (s instanceof Access.Store || s instanceof Access.Rmw) && isShared(s));
  }

  /** Whether each location is stored to by one thread alone, so that its stores come in order. */
  public boolean isAppendOnly() {
    Set<String> seen = new HashSet<>();
    for (KernelThread t : model.threads()) {
      Set<String> own =
          steps(t)
              .filter(s -> s instanceof Access.Store || s instanceof Access.Rmw)
              .flatMap(s -> s.touches().stream())
              .map(Location::name)
              .filter(n -> !isPrivate(n))
              .collect(Collectors.toSet());
      if (!own.isEmpty() && !isSingle(t)
          || own.contains("*")
          || own.stream().anyMatch(seen::contains)) {
        return false;
      }
      seen.addAll(own);
    }
    return !has("SpinTrylock") && !has("SpinIsLocked");
  }

  /** Whether a pointer that was loaded is followed. */
  public boolean isFollowsPointers() {
    return steps()
        .anyMatch(
            s ->
                s instanceof Access.CallSlot
                    || s.touches()
                        .filter(l -> l instanceof Location.Pointee || l instanceof Location.Member)
                        .isPresent());
  }

  /** Whether a location is accessed without a marking. */
  public boolean isPlain(String name) {
    return steps()
        .filter(s -> isPlain(s))
        .flatMap(s -> s.touches().stream())
        .anyMatch(l -> l.name().equals(name) || l.name().equals("*"));
  }

  public boolean isHasPlain() {
    return steps().anyMatch(s -> isPlain(s) && isShared(s));
  }

  static boolean isPlain(Step s) {
    return s instanceof Access.PlainLoad
        || s instanceof Access.Reload
        || s instanceof Access.PlainStore
        || s instanceof Access.LatePlainStore;
  }

  /** Whether a thread may acquire what it has itself stored, which orders nothing. */
  public boolean isAcquiresOwn() {
    return model.threads().stream()
        .anyMatch(
            t -> {
              Set<String> stored = touched(t, s -> s instanceof Access.Store);
              Set<String> acquired = touched(t, s -> s instanceof Access.LoadAcquire);
              return !stored.isEmpty() && acquired.contains("*")
                  || stored.contains("*") && !acquired.isEmpty()
                  || stored.stream().anyMatch(acquired::contains);
            });
  }

  /** Whether a process may load what it has itself stored, with the dependencies of that value. */
  public boolean isForwards() {
    return isAcquiresOwn() || forwardsDependencies();
  }

  private boolean forwardsDependencies() {
    return model.threads().stream()
        .anyMatch(
            t -> {
              Set<String> dependent = loaded(t);
              Set<String> stored =
                  touched(
                      t, s -> s instanceof Access.Store && s.reads().anyMatch(dependent::contains));
              Set<String> loaded =
                  touched(t, s -> s instanceof Access.Load || s instanceof Access.Rmw);
              return !stored.isEmpty() && loaded.contains("*")
                  || stored.contains("*") && !loaded.isEmpty()
                  || stored.stream().anyMatch(loaded::contains);
            });
  }

  /** The locals that hold something loaded, or computed from it. */
  static Set<String> loaded(KernelThread t) {
    return Computed.from(
        steps(t)
            .filter(
                s ->
                    s instanceof Access.Load
                        || s instanceof Access.Rmw
                        || s instanceof Access.SpinTrylock
                        || s instanceof Access.SpinIsLocked)
            .flatMap(s -> s.writes().stream()),
        steps(t));
  }

  private static Set<String> touched(KernelThread t, Predicate<Step> which) {
    return steps(t)
        .filter(which)
        .flatMap(s -> s.touches().stream())
        .map(Location::name)
        .collect(Collectors.toSet());
  }

  private static boolean ordersEverything(Step s) {
    return s.template().equals("SmpMb")
        || s instanceof Access.SynchronizeRcuBegin
        || s instanceof Access.SynchronizeSrcuBegin
        || s instanceof Access.Rmw r && r.order() == Access.Order.FULL;
  }

  /**
   * Whether somebody who shares a thread's knowledge of memory takes one of these steps: handlers
   * share that of their CPU.
   */
  boolean sharersHave(KernelThread thread, Predicate<Step> which) {
    return model.threads().stream()
        .filter(t -> t == thread || t.context().isHandler() && thread.context().isHandler())
        .flatMap(Facts::steps)
        .anyMatch(which);
  }

  /** Whether another thread may know of memory what this one does, and the reverse. */
  boolean sharesKnowledge(KernelThread thread) {
    boolean asks =
        steps()
            .anyMatch(
                s ->
                    s instanceof Local.SmpProcessorId
                        || s.touches().filter(Location.ThisCpu.class::isInstance).isPresent());
    return asks
        || thread.context().isHandler()
            && model.threads().stream().filter(t -> t.context().isHandler()).count() > 1;
  }

  /** Whether a step orders what its CPU has loaded before with what comes after. */
  static boolean ordersLoads(Step s) {
    return ordersEverything(s)
        || s.template().equals("SmpRmb")
        || s instanceof Access.StoreRelease
        || s instanceof Access.RcuAssignPointer
        || s instanceof Section.SpinUnlock
        || s instanceof Section.MutexUnlock
        || s instanceof Access.Rmw r && r.order() == Access.Order.RELEASE;
  }

  /**
   * Whether each store of the C code is made by a provider, as a release or between full barriers,
   * and everybody else only looks: relaxed loads, none of which orders anything but by its address.
   */
  public boolean isOnlyPublishes() {
    return reduced
        && model instanceof Program p
        && getDomains().isEmpty()
        && !isLocking()
        && p.shared().stream().noneMatch(Program.Shared::perCpu)
        && model.threads().stream()
            .allMatch(
                t ->
                    !t.pinsProvider()
                        && t.lateStores().isEmpty()
                        && steps(t)
                            .allMatch(
                                t.context() == Context.PROVIDER ? Facts::publishes : Facts::looks));
  }

  /** Whether a pointer to an object is only ever loaded from a variable, never from an object. */
  public boolean isPointersInGlobals() {
    return model.threads().stream()
        .allMatch(
            t ->
                steps(t)
                    .filter(s -> s.touches().filter(l -> l instanceof Location.Member).isPresent())
                    .flatMap(s -> s.writes().stream())
                    .noneMatch(l -> t.locals().get(l) == LocalKind.OBJECT));
  }

  private static boolean publishes(Step s) {
    boolean store =
        s instanceof Access.Store
            && !(s instanceof Access.RcuAssignPointer || s instanceof Access.StoreRelease);
    boolean exchange = s instanceof Access.Rmw r && r.order() != Access.Order.FULL;
    boolean fence = s.template().equals("SmpRmb") || s.template().equals("SmpWmb");
    return !(store
        || exchange
        || fence
        || s instanceof Access.LoadAcquire
        || s instanceof Access.StaticCallUpdate
        || s instanceof Local.SmpProcessorId);
  }

  private static boolean looks(Step s) {
    return publishes(s)
        && !ordersLoads(s)
        && !(s instanceof Access.Store || s instanceof Access.Rmw)
        && !s.template().equals("SmpMb");
  }

  public boolean isReduced() {
    return reduced;
  }

  /** Whether somebody waits for the sections of an SRCU domain; or of RCU, if it is empty. */
  public boolean waitsFor(String domain) {
    return steps()
        .anyMatch(
            s ->
                domain.isEmpty()
                    ? s instanceof Access.SynchronizeRcuBegin
                    : s instanceof Access.SynchronizeSrcuBegin b && b.domain().equals(domain));
  }

  /** Whether an interrupt handler makes stores that others may see. */
  public boolean isHandlersStore() {
    return model.threads().stream()
        .filter(t -> t.context().isHandler())
        .flatMap(Facts::steps)
        .anyMatch(this::storesOrUnlocks);
  }

  /** Whether a thread that is no handler stores, and has sections that somebody waits for. */
  public boolean isSectionsStore() {
    return model.threads().stream()
        .filter(t -> !t.context().isHandler())
        .filter(t -> steps(t).anyMatch(this::storesOrUnlocks))
        .flatMap(t -> t.nodes().stream())
        .anyMatch(
            n ->
                n.before().inReadSection() && waitsFor("")
                    || n.before().srcu().stream().anyMatch(s -> waitsFor(s.domain())));
  }

  private boolean storesOrUnlocks(Step s) {
    return stores(s) || s instanceof Section.SpinUnlock || s instanceof Section.MutexUnlock;
  }

  /** The names of the SRCU domains. */
  public Set<String> getDomains() {
    Set<String> all = new TreeSet<>();
    steps()
        .forEach(
            s -> {
              if (s instanceof Section.SrcuReadLock l) {
                all.add(l.section().domain());
              } else if (s instanceof Access.SynchronizeSrcuBegin b) {
                all.add(b.domain());
              }
            });
    return all;
  }

  /** The locks that are spinlocks or mutexes taken by somebody, or none. */
  public boolean isLocking() {
    return has("SpinLock") || has("MutexLock") || has("SpinTrylock");
  }

  /** The variables that are in memory: not those that one CPU alone uses. */
  public List<String> getAddresses() {
    List<String> all = new ArrayList<>();
    if (model instanceof Litmus l) {
      l.variables().forEach(v -> all.add(v.name()));
    } else if (model instanceof Program p) {
      p.shared().stream().filter(s -> !s.perCpu()).forEach(s -> all.add(s.name()));
    }
    return all;
  }
}
