package quiesce.analysis;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.lowering.Lowering;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.LateStore;
import quiesce.steps.Liveness;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Wait;

/**
 * Which of a thread's locals, and of what is kept beside them, matter where it can be seen:
 * docs/decisions/0021.
 *
 * @param resets whether a local that is no pointer has its first value where it is not live
 * @param kept those that are live at some stop, by name
 * @param held those of them that are live where the thread does more than decide what to do next
 */
public record LiveFields(
    KernelThread thread,
    boolean resets,
    SortedSet<String> kept,
    SortedSet<String> held,
    boolean calls,
    Liveness liveness) {

  static LiveFields of(Found found, boolean resets) {
    KernelThread thread = found.thread();
    Dependencies dependencies = found.get(Dependencies.class);
    Effects effects =
        new Effects(
            thread,
            dependencies,
            found.get(EarlySteps.class),
            found.get(Callbacks.class).mixes(),
            resets);
    Liveness liveness = new Liveness(thread, effects::reads, effects::writes);
    Set<String> keepable =
        Stream.concat(thread.locals().keySet().stream(), dependencies.all())
            .collect(Collectors.toSet());
    SortedSet<String> kept = new TreeSet<>();
    SortedSet<String> held = new TreeSet<>();
    for (int stop : found.get(Stops.class).all()) {
      if (stop != thread.entry()) {
        liveness.before(stop).stream().filter(keepable::contains).forEach(kept::add);
      }
      if (!decides(thread.node(stop))) {
        held.addAll(liveness.before(stop));
      }
    }
    for (LateStore l : thread.lateStores()) {
      kept.add(l.pending());
      kept.add(l.value());
      if (thread.locals().containsKey(l.operand())) {
        kept.add(l.operand());
      }
      dependencies.of(l).forEach(kept::add);
    }
    return new LiveFields(
        thread,
        resets,
        Collections.unmodifiableSortedSet(kept),
        Collections.unmodifiableSortedSet(held),
        found.get(Callbacks.class).calls(),
        liveness);
  }

  /**
   * Whether a local may still be used. A pointer that may not counts as gone in any case: that is
   * how the properties distinguish who still holds an object.
   */
  public boolean live(String local, int node) {
    return !resets && thread.locals().get(local) != LocalKind.OBJECT
        || liveness.before(node).contains(local);
  }

  /**
   * Whether a thread only decides there what it will do. That takes no time, so that it is asked
   * afterwards what it still holds.
   */
  public static boolean decides(Node n) {
    return n.step() instanceof Local;
  }

  /** The locals that hold a pointer to an object, for as long as the thread will still use it. */
  public List<String> pointers() {
    Set<String> late =
        thread.lateStores().stream()
            .flatMap(l -> Stream.of(l.value(), l.operand()))
            .collect(Collectors.toSet());
    return held.stream()
        .filter(l -> thread.locals().get(l) == LocalKind.OBJECT && !late.contains(l))
        .filter(l -> !isWhoseRun(l))
        .toList();
  }

  /** Whether it only says whose run this is, until that ends. */
  private boolean isWhoseRun(String local) {
    return thread.has(s -> s instanceof Wait.Run && s.writes().filter(local::equals).isPresent());
  }

  boolean holdsPointers() {
    return calls || !pointers().isEmpty();
  }

  /** What a node reads and assigns of a thread's record. */
  private record Effects(
      KernelThread thread,
      Dependencies dependencies,
      EarlySteps early,
      boolean mixes,
      boolean resets) {

    /** A step that may have been performed early has been written to before. */
    Set<String> writes(Node n) {
      if (early.contains(n.id())) {
        return Set.of();
      }
      Set<String> all = new HashSet<>(dependencies.writes(n));
      if (resets && n.step() instanceof Access.Initialise) {
        all.add(Lowering.OBJECT);
      }
      n.step().writes().ifPresent(all::add);
      return all;
    }

    Set<String> reads(Node n) {
      Set<String> all = n.step().reads().collect(Collectors.toCollection(HashSet::new));
      if (thread.context() == Context.PROVIDER && !(n.step() instanceof Access.Initialise)) {
        all.add(Lowering.OBJECT);
      }
      if (mixes && Callbacks.isCall(n.step())) {
        all.add(Field.USES);
      }
      all.addAll(dependencies.reads(n));
      if (!(n.step() instanceof Section.End || n.step() instanceof Access.TearDown)) {
        // A pending store is read by the action that performs it, at any stop.
        for (LateStore l : thread.lateStores()) {
          all.addAll(List.of(l.pending(), l.value(), l.operand()));
          dependencies.of(l).forEach(all::add);
        }
      }
      return all;
    }
  }
}
