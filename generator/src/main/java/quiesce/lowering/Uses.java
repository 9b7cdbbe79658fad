package quiesce.lowering;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** Which shared things the steps of a strategy really use. */
final class Uses {
  private final Set<String> variables = new HashSet<>();
  private final Set<String> locks = new HashSet<>();
  private final List<KernelThread> threads;

  Uses(KernelThread provider, List<KernelThread> readers) {
    threads = Stream.concat(Stream.of(provider), readers.stream()).toList();
    threads.stream().flatMap(t -> t.nodes().stream()).map(Node::step).forEach(this::note);
  }

  private void note(Step s) {
    s.touches().ifPresent(this::note);
    if (s instanceof Wait.SpinLock l) {
      locks.add(l.lock());
    } else if (s instanceof Wait.MutexLock l) {
      locks.add(l.lock());
    } else if (s instanceof Section.SpinUnlock l) {
      locks.add(l.lock());
    } else if (s instanceof Section.MutexUnlock l) {
      locks.add(l.lock());
    }
  }

  private void note(Location l) {
    if (!(l instanceof Location.Member)) {
      variables.add(l.name());
    }
  }

  boolean variable(String name) {
    return variables.contains(name);
  }

  boolean lock(String name) {
    return locks.contains(name);
  }

  /** Says what the machine does not cover, instead of leaving it out. */
  void refuseWhatIsNotModelled(Problems problems, int providers) {
    List<KernelThread> waiting = threads.stream().filter(Uses::synchronizes).toList();
    waiting.stream()
        .skip(1)
        .forEach(
            t ->
                problems.add(
                    t.nodes().stream()
                        .filter(n -> n.step() instanceof Access.SynchronizeRcuBegin)
                        .findFirst()
                        .orElseThrow()
                        .origin()
                        .place(),
                    "a second thread that waits for grace periods, besides "
                        + waiting.get(0).name(),
                    "let one of them wait"));
    threads.stream()
        .filter(t -> t.pinsProvider() && providers > 1)
        .forEach(
            t ->
                problems.add(
                    t.origin().place(),
                    "__pins_provider with more than one provider",
                    "write providers: 1, or drop __pins_provider"));
  }

  private static boolean synchronizes(KernelThread t) {
    return t.nodes().stream().anyMatch(n -> n.step() instanceof Access.SynchronizeRcuBegin);
  }
}
