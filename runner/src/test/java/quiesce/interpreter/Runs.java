package quiesce.interpreter;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quiesce.property.Property;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;

/**
 * Runs without end, and whether somebody who has begun never comes to its end in one that is fair:
 * who could take a step again and again takes one.
 */
record Runs(List<Place> places) {
  /** A step of a thread, to the state with a number. */
  record Way(int thread, int to) {}

  /**
   * @param begun the threads that have begun
   * @param able those of them that can take a step, be it to an oops, and those whose run is due
   */
  record Place(State state, BitSet begun, BitSet able, List<Way> ways) {}

  Set<Property> violated(List<Instance> instances) {
    Set<Property> all = EnumSet.noneOf(Property.class);
    for (Instance t : instances) {
      if (isStuck(p -> p.begun().get(t.number()) && (!t.isProvider() || unregisters(t, p)))) {
        all.add(t.isProvider() ? Property.UNREGISTER_COMPLETES : Property.READERS_COMPLETE);
      }
    }
    return all;
  }

  /** Whether a provider is past the place where it is registered, and not yet past unregister. */
  private static boolean unregisters(Instance t, Place p) {
    KernelThread thread = t.thread();
    Node n = t.node(p.state());
    return !n.origin().isHarness() && Phases.of(thread).unregisters().contains(n.id());
  }

  /** Whether a fair run stays for ever in states of which something holds. */
  private boolean isStuck(Predicate<Place> there) {
    Set<Integer> inside =
        IntStream.range(0, places.size())
            .filter(i -> there.test(places.get(i)))
            .boxed()
            .collect(Collectors.toSet());
    Deque<Set<Integer>> left = new ArrayDeque<>(Components.of(inside, places));
    while (!left.isEmpty()) {
      Set<Integer> component = left.pop();
      Set<Integer> unfair = unfair(component);
      if (unfair.isEmpty()) {
        return true;
      }
      if (component.removeAll(unfair) && !component.isEmpty()) {
        left.addAll(Components.of(component, places));
      }
    }
    return false;
  }

  /** The states in which somebody can take a step who takes none in any of them. */
  private Set<Integer> unfair(Set<Integer> component) {
    BitSet waiting = new BitSet();
    BitSet moving = new BitSet();
    for (int i : component) {
      waiting.or(places.get(i).able());
      places.get(i).ways().stream()
          .filter(w -> component.contains(w.to()))
          .forEach(w -> moving.set(w.thread()));
    }
    waiting.andNot(moving);
    return component.stream()
        .filter(i -> places.get(i).able().intersects(waiting))
        .collect(Collectors.toSet());
  }
}
