package quiesce.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import quiesce.memory.Reading;
import quiesce.module.Specification;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Location;
import quiesce.tla.Value;

/**
 * Puts the steps of tasks that may be preempted on CPUs.
 *
 * <p>The specification asks only that some CPU is free for such a step, since the scheduler could
 * have moved the task there. Here a task stays where it is for as long as that CPU is free.
 */
final class Cpus {
  private final Specification spec;
  private final List<Transition> transitions;

  Cpus(Specification spec, List<Transition> transitions) {
    this.spec = spec;
    this.transitions = transitions;
  }

  /** For each transition, the CPU that it runs on. */
  List<Integer> place() {
    List<Integer> placed = new ArrayList<>();
    Map<Snapshot.Instance, Integer> last = new HashMap<>();
    for (int i = 0; i < transitions.size(); i++) {
      Transition t = transitions.get(i);
      int cpu =
          t.knownCpu().isPresent()
              ? t.knownCpu().get()
              : choose(i, last.get(t.who()), last.values());
      last.put(t.who(), cpu);
      placed.add(cpu);
    }
    return placed;
  }

  private int choose(int index, Integer last, Collection<Integer> taken) {
    TreeSet<Integer> free = allowed(transitions.get(index));
    if (last != null && free.contains(last)) {
      return last;
    }
    return free.stream()
        .max(
            Comparator.comparingInt((Integer c) -> stay(index, c))
                .thenComparing(c -> taken.contains(c) ? 0 : 1)
                .thenComparing(c -> -handlersOn(c))
                .thenComparing(c -> -c))
        .orElse(0);
  }

  /** How many of the task's next steps could be taken without leaving this CPU. */
  private int stay(int from, int cpu) {
    int count = 0;
    for (int i = from; i < transitions.size(); i++) {
      Transition t = transitions.get(i);
      if (t.who().equals(transitions.get(from).who())) {
        boolean possible =
            t.knownCpu().map(c -> c == cpu).orElseGet(() -> allowed(t).contains(cpu));
        if (!possible) {
          return count;
        }
        count++;
      }
    }
    return count;
  }

  private int handlersOn(int cpu) {
    return (int)
        transitions.stream()
            .filter(t -> t.thread().context().isHandler() && t.knownCpu().orElse(-1) == cpu)
            .count();
  }

  private TreeSet<Integer> allowed(Transition t) {
    TreeSet<Integer> free = new TreeSet<>();
    for (int c = 0; c < spec.options().cpus().number(); c++) {
      if (isFree(t.before(), c)) {
        free.add(c);
      }
    }
    if (t.action().main().step() instanceof Access.Store w
        && w.location() instanceof Location.ThisCpu here) {
      Optional<Integer> changed = changedIndex(t, here).flatMap(spec.layout().individuals()::cpu);
      free.removeIf(c -> changed.isPresent() ? c != changed.get() : !holds(t, here, c, w.value()));
    }
    return free;
  }

  private boolean isFree(Snapshot s, int cpu) {
    for (KernelThread thread : spec.program().threads()) {
      for (Snapshot.Instance i : s.instances(thread.key())) {
        boolean runs = !thread.context().isHandler() || !s.rests(i);
        if (runs && s.cpu(i).filter(c -> c == cpu).isPresent()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a CPU's variable holds the value stored, so that the store need not have shown. */
  private static boolean holds(Transition t, Location here, int cpu, quiesce.steps.Value stored) {
    Optional<String> held =
        t.after()
            .variable(here.key())
            .flatMap(v -> Snapshot.at(v, t.after().individuals().cpus().get(cpu)))
            .map(Reading::text);
    return new Operands(t, cpu, java.util.Map.of())
        .known(stored)
        .map(v -> held.filter(v::equals).isPresent())
        .orElse(true);
  }

  /** The index at which a function-valued variable changed. */
  static Optional<String> changedIndex(Transition t, Location l) {
    Optional<Value> was = t.before().variable(l.key());
    Optional<Value> is = t.after().variable(l.key());
    if (was.isPresent() && is.isPresent() && is.get() instanceof Value.FunctionOf now) {
      return now.mappings().keySet().stream()
          .map(Reading::text)
          .filter(k -> !Snapshot.at(was.get(), k).equals(Snapshot.at(is.get(), k)))
          .findFirst();
    }
    return Optional.empty();
  }
}
