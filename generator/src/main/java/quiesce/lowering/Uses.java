package quiesce.lowering;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.Deferred;
import quiesce.steps.KernelThread;
import quiesce.steps.LateAccess;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** Which shared things the steps of a strategy really use. */
final class Uses {
  private final List<KernelThread> threads;
  private final Set<String> variables;
  private final Set<String> members;
  private final Set<String> locks;

  Uses(KernelThread provider, List<KernelThread> readers) {
    threads = Stream.concat(Stream.of(provider), readers.stream()).toList();
    Map<Boolean, Set<String>> touched =
        steps()
            .flatMap(s -> s.touches().stream())
            .collect(
                Collectors.partitioningBy(
                    Location.Member.class::isInstance,
                    Collectors.mapping(Location::name, Collectors.toSet())));
    variables = touched.get(false);
    members = touched.get(true);
    locks =
        steps()
            .flatMap(
                s ->
                    s instanceof Step.OfLock l
                        ? Stream.of(l.lock())
                        : s instanceof Step.OfDeferred d ? d.parts() : Stream.empty())
            .collect(Collectors.toSet());
  }

  private Stream<Step> steps() {
    return threads.stream().flatMap(t -> t.nodes().stream()).map(Node::step);
  }

  boolean variable(String name) {
    return variables.contains(name);
  }

  /** Whether it is used as a member of an object: a global struct may have it, too. */
  boolean member(String name) {
    return members.contains(name);
  }

  boolean lock(String name) {
    return locks.contains(name);
  }

  /** Says what the machine does not cover, instead of leaving it out. */
  void refuseWhatIsNotModelled(Diagnostics problems, int providers) {
    List<KernelThread> waiting =
        threads.stream()
            .filter(t -> t.has(Access.GracePeriodBegins.class::isInstance) && !isOfRcu(t))
            .toList();
    waiting.stream()
        .skip(1)
        .forEach(
            t ->
                problems.report(
                    t.nodes().stream()
                        .filter(n -> n.step() instanceof Access.GracePeriodBegins)
                        .findFirst()
                        .orElseThrow()
                        .origin()
                        .place(),
                    "a second thread that waits for grace periods, besides "
                        + waiting.get(0).name(),
                    "let one of them wait"));
    refuseSleepers(problems, providers);
    refuseMixedSrcu(problems);
    refuseAttempts(problems);
    refuseEndlessAllocation(problems);
    threads.stream()
        .filter(t -> providers > 1)
        .flatMap(t -> t.nodes().stream())
        .filter(n -> n.step() instanceof Access.Trylock t && t.kind().isOfModule())
        .forEach(
            n ->
                problems.report(
                    n.origin().place(),
                    "references to a module, with more than one provider",
                    "write providers: 1"));
    threads.stream()
        .filter(t -> t.context() == Context.PROVIDER && providers > 1)
        .flatMap(t -> t.nodes().stream())
        .filter(n -> n.step() instanceof LateAccess.Arm a && a.of().kind() == Deferred.Kind.QUEUE)
        .forEach(
            n ->
                problems.report(
                    n.origin().place(),
                    "more than one provider allocates a workqueue, to which one variable leads",
                    "write providers: 1"));
    threads.stream()
        .filter(t -> t.pinsProvider() && providers > 1)
        .forEach(
            t ->
                problems.report(
                    t.origin().place(),
                    "__pins_provider with more than one provider",
                    "write providers: 1, or drop __pins_provider"));
    threads.stream()
        .filter(t -> Section.Begin.isDue(t.node(t.entry()).step()))
        .filter(t -> providers > 1)
        .forEach(
            t ->
                problems.report(
                    t.origin().place(),
                    "more than one provider has other CPUs call " + t.name() + "()",
                    "write providers: 1"));
  }

  /** Of who sleeps in a queue there is one: what is kept of it says whether it was woken. */
  private void refuseSleepers(Diagnostics problems, int providers) {
    for (KernelThread t : threads) {
      boolean several =
          t.context() == Context.PROVIDER
              ? providers > 1
              : !(t.node(t.entry()).step() instanceof Wait.Run r && r.of().object().isEmpty());
      t.nodes().stream()
          .filter(n -> several && n.step().isSleep())
          .findFirst()
          .ifPresent(
              n ->
                  problems.report(
                      n.origin().place(),
                      "several threads of a kind sleep in a wait queue, which may not all be woken",
                      "let one wait: work, a kernel thread, or who unregisters; or look again and again:"
                          + " while (!READ_ONCE(done)) cpu_relax();"));
    }
  }

  private static boolean isOfRcu(KernelThread t) {
    return t.node(t.entry()).step() instanceof Wait.Run r
        && r.of().kind() == Deferred.Kind.GRACE_PERIOD;
  }

  /**
   * There are as many objects as there are places where one is allocated, for each registration.
   */
  private void refuseEndlessAllocation(Diagnostics problems) {
    for (KernelThread t : threads) {
      BitSet loops = t.loops();
      t.nodes().stream()
          .filter(n -> n.step() instanceof Access.Allocate && loops.get(n.id()))
          .forEach(
              n ->
                  problems.report(
                      n.origin().place(),
                      "memory is allocated in a loop, which has no bound",
                      "allocate once at each place"));
    }
  }

  /** What is kept of locks that somebody looks at has no room for what runs later. */
  private void refuseAttempts(Diagnostics problems) {
    if (steps().noneMatch(Step.OfDeferred.class::isInstance)) {
      return;
    }
    threads.stream()
        .flatMap(t -> t.nodes().stream())
        .filter(
            n ->
                n.step() instanceof Access.IsLocked
                    || n.step() instanceof Access.Trylock t && t.kind().isRead())
        .findFirst()
        .ifPresent(
            n ->
                problems.report(
                    n.origin().place(),
                    "an attempt at a lock, in a file with what runs later",
                    "take the lock, or let a function with a role do what runs later"));
  }

  /** The kernel's rule: of a domain, all sections are safe in NMI handlers or none is. */
  private void refuseMixedSrcu(Diagnostics problems) {
    Map<String, Boolean> safe = new HashMap<>();
    for (KernelThread t : threads) {
      for (Node n : t.nodes()) {
        if (n.step() instanceof Section.SrcuReadLock l
            && safe.putIfAbsent(l.section().domain(), l.nmiSafe()) != null
            && safe.get(l.section().domain()) != l.nmiSafe()) {
          problems.report(
              n.origin().place(),
              "sections of %s begin with srcu_read_lock() and with srcu_read_lock_nmisafe()"
                  .formatted(l.section().domain()),
              "write srcu_read_lock_nmisafe() for all of them");
        }
      }
    }
  }
}
