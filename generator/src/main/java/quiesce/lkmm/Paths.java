package quiesce.lkmm;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quiesce.export.Inexpressible;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Value;

/**
 * The paths of one run of a thread. Where the compiler has a choice between what the C says and a
 * load that is repeated, the load is always repeated: it may return the same. A store that it may
 * put off is made in its place: nothing keeps others from seeing it as late.
 */
final class Paths {
  /** Where a run is over. */
  static final int END = -1;

  private final KernelThread thread;
  private final boolean permanent;
  private final Map<Integer, Set<Integer>> always = new HashMap<>();

  /**
   * @param permanent whether nobody ever unregisters
   */
  Paths(KernelThread thread, boolean permanent) {
    this.thread = thread;
    this.permanent = permanent;
  }

  /** The nodes that may come next. */
  List<Integer> next(Node n) {
    if (permanent && n.step() instanceof Section.Registered) {
      return List.of(END);
    }
    List<Integer> all = n.next().stream().map(this::within).toList();
    return n.step() instanceof Local.Choice c ? chosen(c, all) : all;
  }

  private int within(int id) {
    return id < 0 || id == thread.entry() ? END : id;
  }

  private List<Integer> chosen(Local.Choice c, List<Integer> all) {
    if (all.get(1) == END) {
      throw new Inexpressible("a choice that the compiler has");
    }
    if (thread.node(all.get(1)).step() instanceof Local.PostponeStore) {
      return List.of(all.get(0));
    }
    boolean reloads =
        thread.node(all.get(1)).step() instanceof Access.Load l
            && l.kind() == Access.Load.Kind.RELOAD;
    if (!reloads || c.onlyIf().size() > 1) {
      throw new Inexpressible("a choice that the compiler has");
    }
    if (c.onlyIf().isEmpty() || c.onlyIf().get(0).equals(new Value.Truth(true))) {
      return List.of(all.get(1));
    }
    // The first where the condition holds, as of a branch.
    return List.of(all.get(1), all.get(0));
  }

  /** The nodes that are come to from a node whatever happens, with itself. */
  private Set<Integer> always(int id) {
    Set<Integer> known = always.get(id);
    if (known != null) {
      return known;
    }
    Set<Integer> all = new HashSet<>(Set.of(id));
    if (id != END) {
      all.addAll(common(next(thread.node(id))));
    }
    always.put(id, all);
    return all;
  }

  private Set<Integer> common(List<Integer> nodes) {
    Set<Integer> all = new HashSet<>(always(nodes.get(0)));
    nodes.forEach(n -> all.retainAll(always(n)));
    return all;
  }

  /** Where the ways from a node first meet: what comes after that depends on none of them. */
  int meeting(List<Integer> ways) {
    return common(ways).stream()
        .max(Comparator.comparingInt(id -> always(id).size()))
        .orElseThrow();
  }
}
