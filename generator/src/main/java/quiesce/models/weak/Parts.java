package quiesce.models.weak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quiesce.analysis.Dependencies;
import quiesce.analysis.Facts;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Location;
import quiesce.steps.Step;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/**
 * The parts of the machine that a program needs. A part is left out where it could never matter:
 * what is known of memory beside a CPU's own view counts only where something orders by it. One
 * thread that makes all stores and all strong fences learns nothing from the others.
 *
 * @param writers who stores
 * @param own whether threads read what they have stored themselves
 * @param followsPointers whether a pointer that was loaded is followed
 * @param hasPlain whether what others see is accessed without a marking
 * @param inOrder whether the stores of each location come in order, since one thread makes them
 * @param domains of sections that somebody waits for: RCU's is empty
 * @param strong whether somebody makes a full fence or waits for a grace period
 * @param locking whether somebody takes a spinlock or mutex
 * @param lockHistory whether locks that are read otherwise than by taking them are locations like
 *     any other
 * @param pushing G of the rules: what strong fences have pushed out to everybody
 * @param flooring F, FA: floors. Where all stores are releases and readers only look, a floor is
 *     never above the view beside it, and a relaxed store (what becomes of an object) carries
 *     nothing that anybody orders by
 * @param ending CS: what finished sections knew
 * @param bringing A: what loads have brought
 * @param carrying R: what relaxed stores carry
 * @param writing W: a CPU's own stores and what they carried
 */
public record Parts(
    Facts facts,
    Writers writers,
    OwnStores own,
    boolean followsPointers,
    boolean hasPlain,
    boolean onlyPublishes,
    boolean inOrder,
    List<String> domains,
    boolean strong,
    boolean locking,
    boolean lockHistory,
    boolean pushing,
    boolean flooring,
    boolean ending,
    boolean bringing,
    boolean carrying,
    boolean writing) {

  static Parts of(Facts facts) {
    Writers writers = Writers.of(facts);
    boolean onlyPublishes = Publishing.only(facts);
    boolean sole =
        writers.sole()
            && Stream.of("SmpMb", "SynchronizeRcuBegin", "SynchronizeSrcuBegin")
                .noneMatch(writers::othersHave);
    Predicate<String> others = s -> sole ? writers.othersHave(s) : facts.has(s);
    List<String> domains = new ArrayList<>();
    if (facts.has("SynchronizeRcuBegin")) {
      domains.add("");
    }
    if (facts.has("SynchronizeSrcuBegin")) {
      domains.addAll(facts.getDomains());
    }
    boolean strong =
        facts.has("SmpMb")
            || facts.has("SynchronizeRcuBegin")
            || facts.has("SynchronizeSrcuBegin")
            || facts.hasOrder("FULL");
    boolean locking = Publishing.locks(facts);
    boolean pushing = strong && !sole;
    boolean ending = !domains.isEmpty() && !sole;
    boolean bringing =
        Stream.of(
                    "SmpRmb",
                    "SmpMb",
                    "StoreRelease",
                    "RcuAssignPointer",
                    "SynchronizeRcuBegin",
                    "SynchronizeSrcuBegin")
                .anyMatch(others)
            || !sole && (facts.hasOrder("RELEASE") || facts.hasOrder("FULL") || locking || ending);
    boolean carrying = !onlyPublishes && (strong || locking || facts.has("SmpWmb"));
    boolean exchanging = facts.steps().anyMatch(Access.Rmw.class::isInstance);
    boolean writing =
        !onlyPublishes
            && (locking || facts.has("SmpWmb") || carrying && ending || exchanging && !sole);
    return new Parts(
        facts,
        writers,
        OwnStores.of(facts),
        facts.steps().anyMatch(Parts::follows),
        facts.steps().anyMatch(s -> Access.Marking.PLAIN.of(s) && facts.isShared(s)),
        onlyPublishes,
        writers.appendOnly(),
        domains,
        strong,
        locking,
        facts.looksAtLocks(),
        pushing,
        pushing && !onlyPublishes,
        ending,
        bringing,
        carrying,
        writing);
  }

  /**
   * Whether stores respect what they depend on. Where each location has one writer, its stores come
   * in order anyway; a release waits for all that was loaded.
   */
  boolean storesDepend() {
    return !onlyPublishes && (!inOrder || pushing || isForwards());
  }

  /**
   * What a value depends on that depends on nothing: both parts of a dependency, or its only one.
   */
  Expression independent() {
    Expression nothing = Logic.name("Nothing");
    return flooring
        ? new Expression.Fields(
            List.of(
                new Expression.FieldValue("view", nothing),
                new Expression.FieldValue("floor", nothing)))
        : nothing;
  }

  public String getNothing() {
    return independent().text();
  }

  public String viewOf(String dependency) {
    return flooring ? part(dependency, "view") : dependency;
  }

  public String floorOf(String dependency) {
    return part(dependency, "floor");
  }

  private static String part(String dependency, String name) {
    return new Expression.Selected(Expression.of(dependency), name).text();
  }

  /** Whether a thread may acquire what it has itself stored, which orders nothing. */
  public boolean isAcquiresOwn() {
    return own.acquired();
  }

  /** Whether a process may load what it has itself stored, with the dependencies of that value. */
  public boolean isForwards() {
    return own.acquired() || own.loadedWithDependencies();
  }

  /** Whether a pointer to an object is only ever loaded from a variable, never from an object. */
  public boolean isPointersInGlobals() {
    return Publishing.keepsPointersInGlobals(facts);
  }

  /** Whether a thread makes relaxed loads only, which others learn about through sections alone. */
  public boolean onlyLooks(KernelThread thread) {
    return new Sharing(facts, thread).isOnlyLooking();
  }

  /** What a thread's record says of memory. */
  public Carried carried(KernelThread thread, Dependencies dependencies, List<String> kept) {
    return Carried.of(thread, dependencies, kept);
  }

  private static boolean follows(Step s) {
    return s instanceof Access.CallSlot || s.touches().filter(Location::isComputed).isPresent();
  }

  /** Whether a location is accessed without a marking. */
  public boolean isPlain(String name) {
    return facts
        .steps()
        .filter(Access.Marking.PLAIN::of)
        .flatMap(s -> s.touches().stream())
        .anyMatch(l -> l.name().equals(name) || l.name().equals("*"));
  }

  /** Whether somebody loads in a loop until others have stored. */
  public boolean isSpins() {
    return writers.spins();
  }
}
