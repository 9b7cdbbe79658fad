package quiesce.analysis;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * Where a thread can be seen: the nodes at which an action begins.
 *
 * @param all in the order of the nodes' ids
 */
public record Stops(KernelThread thread, SortedSet<Integer> all) {
  public Stops {
    all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
  }

  /**
   * @param fine whether each operation is an action of its own
   */
  static Stops of(KernelThread thread, boolean fine, Merging merging) {
    StopSearch search = new StopSearch(thread, merging);
    return new Stops(thread, fine ? search.everywhere() : search.coarse());
  }

  public boolean contains(int node) {
    return all.contains(node);
  }

  /** Those at which something holds. */
  public Stream<Integer> where(Predicate<Node> holds) {
    return all.stream().filter(stop -> holds.test(thread.node(stop)));
  }

  /** Whether the thread, being at this node, has begun. */
  public boolean begun(int stop) {
    Step s = thread.node(stop).step();
    return stop != thread.entry()
        && !(s instanceof Section.Registered)
        && !(s instanceof Section.Begin)
        && !(s instanceof Wait.Run);
  }

  /** The main step of the action that begins at a stop: its access, or else its first step. */
  public Node main(int stop) {
    Node first = thread.node(stop);
    for (int id = stop; ; id = thread.node(id).next().get(0)) {
      Node n = thread.node(id);
      if (n.step() instanceof Access || n.step() instanceof Wait) {
        return n;
      }
      if (!isStraight(n) || contains(n.next().get(0))) {
        return first;
      }
    }
  }

  /** Whether a step neither branches nor touches anything shared. */
  public static boolean isStraight(Node n) {
    boolean plain =
        n.step() instanceof Step.Opening
            || n.step() instanceof Local && !(n.step() instanceof Local.Halt);
    return plain && n.next().size() == 1 && n.next().get(0) >= 0;
  }
}
