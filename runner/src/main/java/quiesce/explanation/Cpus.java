package quiesce.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import quiesce.emission.Field;
import quiesce.emission.Specification;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Location;
import quiesce.steps.Step;
import quiesce.tlc.Value;

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

  /** {@code cpu1} is 1. */
  static int number(String modelValue) {
    return Integer.parseInt(modelValue.replaceAll("\\D", ""));
  }

  static Optional<Integer> held(Snapshot s, Snapshot.Instance who) {
    return s.field(who, Field.CPU).map(v -> number(Snapshot.text(v)));
  }

  /** For each transition, the CPU that it runs on. */
  List<Integer> place() {
    List<Integer> placed = new ArrayList<>();
    Map<Snapshot.Instance, Integer> last = new HashMap<>();
    for (int i = 0; i < transitions.size(); i++) {
      Transition t = transitions.get(i);
      int cpu = t.knownCpu().isPresent() ? t.knownCpu().get() : choose(i, last.get(t.who()));
      last.put(t.who(), cpu);
      placed.add(cpu);
    }
    return placed;
  }

  private int choose(int index, Integer last) {
    TreeSet<Integer> free = allowed(transitions.get(index));
    if (last != null && free.contains(last)) {
      return last;
    }
    return free.stream()
        .max(
            java.util.Comparator.comparingInt((Integer c) -> stay(index, c))
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
    for (int c = 0; c < spec.options().cpus(); c++) {
      if (isFree(t.before(), c)) {
        free.add(c);
      }
    }
    touched(t)
        .ifPresent(
            c -> {
              free.clear();
              free.add(c);
            });
    return free;
  }

  private boolean isFree(Snapshot s, int cpu) {
    for (KernelThread thread : spec.program().threads()) {
      for (Snapshot.Instance i : s.instances(thread.name())) {
        boolean here =
            thread.context().isHandler()
                ? number(i.id()) == cpu && !s.place(i).equals("idle")
                : held(s, i).filter(c -> c == cpu).isPresent();
        if (here) {
          return false;
        }
      }
    }
    return true;
  }

  /** The CPU whose variable the step changed. */
  private Optional<Integer> touched(Transition t) {
    Step s = t.action().main().step();
    Optional<Location> at =
        s instanceof Access.Store w ? Optional.of(w.location()) : Optional.empty();
    return at.filter(Location.ThisCpu.class::isInstance)
        .flatMap(l -> changedIndex(t, l.name()))
        .map(Cpus::number);
  }

  /** The index at which a function-valued variable changed. */
  static Optional<String> changedIndex(Transition t, String cName) {
    Optional<Value> was = t.before().variable(cName);
    Optional<Value> is = t.after().variable(cName);
    if (was.isPresent() && is.isPresent() && is.get() instanceof Value.FunctionOf now) {
      return now.mappings().keySet().stream()
          .map(Snapshot::text)
          .filter(k -> !Snapshot.at(was.get(), k).equals(Snapshot.at(is.get(), k)))
          .findFirst();
    }
    return Optional.empty();
  }
}
