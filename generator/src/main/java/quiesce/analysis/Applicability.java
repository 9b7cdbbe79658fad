package quiesce.analysis;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.lowering.Lowering;
import quiesce.property.Property;
import quiesce.steps.Access;
import quiesce.steps.Computed;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.LateAccess;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** Which properties a strategy can exercise, and why it cannot exercise the others. */
public final class Applicability {
  private final Program program;
  private final Map<Property, String> reasons = new EnumMap<>(Property.class);
  private final Set<String> faults = new LinkedHashSet<>();

  /**
   * @param threads what has been found out about each, in the order of the program
   */
  Applicability(Program program, List<Found> threads) {
    List<Found> readers =
        threads.stream().filter(f -> f.thread().context() != Context.PROVIDER).toList();
    this.program = program;
    boolean permanent = program.permanent();
    boolean anyUse = program.has(Applicability::uses);
    if (!anyUse) {
      String unused = "nobody uses the callbacks";
      reasons.put(Property.NO_NULL_DEREFERENCE, unused);
      reasons.put(Property.NO_USE_BEFORE_INIT, unused);
      if (!outlives()) {
        reasons.put(Property.NO_DEREFERENCE_AFTER_TEARDOWN, unused);
      }
    }
    String forever = "the callbacks are never unregistered";
    if (!program.endsObjects()) {
      reasons.put(Property.NO_DEREFERENCE_AFTER_TEARDOWN, forever);
    }
    if (permanent) {
      reasons.put(Property.PRIOR_READERS_COMPLETE, forever);
      reasons.put(Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD, forever);
      reasons.put(Property.UNREGISTER_COMPLETES, forever);
    }
    if (readers.stream().noneMatch(f -> f.get(LiveFields.class).holdsPointers())) {
      reasons.putIfAbsent(Property.PRIOR_READERS_COMPLETE, "no reader holds the callbacks");
    }
    if (!program.provider().has(s -> s instanceof Wait.GracePeriodEnds e && e.unregisters())) {
      reasons.putIfAbsent(
          Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD, "unregister waits for no grace period");
    } else if (readers.stream().noneMatch(f -> looksUp(f.thread()))) {
      reasons.putIfAbsent(
          Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD, "no reader looks the callbacks up");
    }
    boolean mixes = readers.stream().anyMatch(f -> f.get(Callbacks.class).mixes());
    if (!handsOn() && !(mixes && !isOnList())) {
      reasons.put(
          Property.CONSISTENT_SNAPSHOT,
          mixes
              ? "a list is there to lead to several registrations"
              : "no reader calls more than one callback, or hands it data that is kept apart from it");
    }
    if (program.providers() == 1) {
      reasons.put(Property.SINGLE_PROVIDER, "there is one provider");
    } else if (published(Location.Element.class).findAny().isPresent()) {
      reasons.put(Property.SINGLE_PROVIDER, "an array has room for several");
    } else if (isOnList() && published().isEmpty()) {
      reasons.put(Property.SINGLE_PROVIDER, "a list has room for several");
    }
    if (!program.has(
        s -> s instanceof Local.WarnOn || s instanceof Local.BugOn || mayBeOutOfBounds(s))) {
      reasons.put(Property.NO_WARNING, "there is no WARN_ON");
    }
    if (!program.has(s -> s instanceof Wait && !(s instanceof Wait.Run))) {
      reasons.put(Property.NO_DEADLOCK, "nothing waits");
    }
    if (!program.provider().canHang(this::inUnregister)) {
      reasons.putIfAbsent(Property.UNREGISTER_COMPLETES, "unregister neither waits nor loops");
    }
    if (program.readers().stream().noneMatch(t -> t.canHang(n -> true))) {
      reasons.put(Property.READERS_COMPLETE, "no reader waits or loops");
    }
    collectFaults(anyUse);
  }

  private void collectFaults(boolean anyUse) {
    if (anyUse) {
      faults.add("NULL dereference");
      faults.add("use before initialisation");
    }
    if (program.endsObjects() && (anyUse || outlives())) {
      faults.add("use after teardown");
    }
    if (program.has(Local.BugOn.class::isInstance)) {
      faults.add("BUG");
    }
    if (program.has(Applicability::mayBeOutOfBounds)) {
      faults.add("index out of bounds");
    }
    if (applies(Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD)) {
      faults.add("stale pointer");
    }
    if (applies(Property.CONSISTENT_SNAPSHOT) && !isOnList()) {
      faults.add("torn snapshot");
    }
    if (handsOn()) {
      faults.add("foreign data");
    }
    if (program.has(Local.WarnOn.class::isInstance)) {
      faults.add("warning");
    }
  }

  /** Whether a function of a module that goes may run later than that. */
  private boolean outlives() {
    return program.has(s -> s instanceof LateAccess.Outlived || s instanceof LateAccess.Exists);
  }

  /** Whether a callback is handed data of a registration. */
  private boolean handsOn() {
    return program.has(Local.HandOn.class::isInstance);
  }

  private static boolean mayBeOutOfBounds(Step s) {
    return s.touches().filter(l -> l instanceof Location.Element e && !e.isWithin()).isPresent();
  }

  private static boolean uses(Step s) {
    return Callbacks.isCall(s)
        || s.touches().filter(Location.Member.class::isInstance).isPresent()
        || s instanceof LateAccess late && late.of().object().isPresent();
  }

  /** Whether a reader loads a pointer to the callbacks, or enters what a site was patched to. */
  private static boolean looksUp(KernelThread t) {
    return !t.pinsProvider()
        && t.has(
            s ->
                s instanceof Access.StaticCall
                    || s.touches().isPresent()
                        && s.writes()
                            .filter(l -> t.locals().get(l) == LocalKind.OBJECT)
                            .isPresent());
  }

  /** Whether a step belongs to the strategy's unregister function. */
  public boolean inUnregister(Node n) {
    String name = program.unregister().orElse("");
    return n.origin().function().equals(name) || n.origin().callers().contains(name);
  }

  /** The global pointers that register puts its object into, but for the heads of lists. */
  public List<String> published() {
    return published(Location.Global.class)
        .map(Location::name)
        .filter(name -> !isHead(name))
        .distinct()
        .toList();
  }

  private boolean isHead(String global) {
    return program.shared().stream().anyMatch(s -> s.name().equals(global) && s.link());
  }

  /** Whether registering puts its object into a list. */
  private boolean isOnList() {
    return published(Location.Global.class).map(Location::name).anyMatch(this::isHead);
  }

  private Stream<Location> published(Class<? extends Location> kind) {
    KernelThread provider = program.provider();
    // The locals that may hold the provider's object without having loaded it.
    Set<String> copies =
        Computed.from(Stream.of(Lowering.OBJECT), provider.nodes().stream().map(Node::step));
    return provider.nodes().stream()
        .filter(n -> !inUnregister(n))
        .map(Node::step)
        .filter(s -> stored(s).flatMap(Value::locals).anyMatch(copies::contains))
        .flatMap(s -> s.touches().stream())
        .filter(kind::isInstance);
  }

  /** What a step may leave in memory. */
  private static Stream<Value> stored(Step s) {
    if (s instanceof Access.Store t) {
      return Stream.of(t.value());
    } else if (s instanceof Access.Rmw r && r.operation() instanceof Operation.Cmpxchg x) {
      return Stream.of(x.value());
    }
    return s instanceof Access.Rmw r ? r.operation().operands() : Stream.empty();
  }

  public boolean applies(Property p) {
    return !reasons.containsKey(p);
  }

  /** Why a property does not apply. */
  public Optional<String> reason(Property p) {
    return Optional.ofNullable(reasons.get(p));
  }

  /** What can go wrong, as the specification names it. */
  public Set<String> faults() {
    return faults;
  }
}
