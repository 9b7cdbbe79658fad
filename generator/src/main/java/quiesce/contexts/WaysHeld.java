package quiesce.contexts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.source.Diagnostics;
import quiesce.source.Limit;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Step;

/**
 * Where what is held depends on the way taken, and a local says later which way that was, the steps
 * in between are there once for each: as in {@code if (p && !try_module_get(p->owner)) p = NULL;}.
 *
 * <p>What is known of locals is kept apart for what is held (Das, Lerner and Seigle, 2002), and
 * decides later branches. Nothing is taken away but the side of a branch that it does not come to.
 * That is for loads as they are written: it is yet to be found out whether the compiler may repeat
 * one, and find something else.
 */
public final class WaysHeld {
  /** More than paths of one function leave apart. */
  private static final int MOST = 4;

  private final KernelThread thread;
  private final Holdings holdings;
  private final List<Map<Held, Known>> before = new ArrayList<>();
  private final Deque<Way> pending = new ArrayDeque<>();
  private boolean endless;

  private WaysHeld(KernelThread thread, Diagnostics problems) {
    this.thread = thread;
    this.holdings = Holdings.silent(thread, problems);
    thread.nodes().forEach(n -> before.add(new LinkedHashMap<>()));
    arrive(thread.entry(), Held.NOTHING, Known.NOTHING);
    while (!pending.isEmpty() && !endless) {
      Way way = pending.remove();
      Node n = thread.node(way.node());
      Known known = before.get(n.id()).get(way.held());
      for (int exit = 0; exit < n.next().size(); exit++) {
        if (n.next().get(exit) >= 0 && !isDecided(n, known, exit != 0)) {
          arrive(n.next().get(exit), held(n, way.held(), exit), KnownBefore.after(n, known, exit));
        }
      }
    }
  }

  /** A node, come to with something held. */
  private record Way(int node, Held held) {}

  /**
   * The thread with the steps of each way, where there are several and each is known later; else as
   * it is.
   *
   * @param steps of all threads together
   */
  public static KernelThread apart(KernelThread thread, Diagnostics problems, Limit steps) {
    WaysHeld ways = new WaysHeld(thread, problems);
    if (ways.endless || ways.before.stream().allMatch(w -> w.size() <= 1) || !ways.areSimple()) {
      return thread;
    }
    KernelThread apart = thread.with(ways.nodes());
    return isBalanced(apart, problems) ? counted(apart, thread, steps) : thread;
  }

  private static boolean isBalanced(KernelThread thread, Diagnostics problems) {
    Diagnostics found = new Diagnostics(problems.file());
    Contexts.found(thread, found, Limit.ofSteps(problems.file()));
    return found.none();
  }

  private static KernelThread counted(KernelThread apart, KernelThread thread, Limit steps) {
    apart.nodes().stream().skip(thread.nodes().size()).forEach(n -> steps.use(n.origin().place()));
    return apart;
  }

  private void arrive(int node, Held held, Known known) {
    Map<Held, Known> ways = before.get(node);
    Known sofar = ways.get(held);
    // What starts over starts afresh.
    Known now = node == thread.entry() ? Known.NOTHING : known;
    Known all = sofar == null ? now : sofar.join(now);
    if (!all.equals(sofar)) {
      ways.put(held, all);
      pending.add(new Way(node, held));
      endless |= ways.size() > MOST;
    }
  }

  private Held held(Node n, Held before, int exit) {
    return holdings.tested(n.step(), exit == 0, holdings.after(n, before));
  }

  /** Whether a branch is known to come out in this way: the other one is taken. */
  private static boolean isDecided(Node n, Known known, boolean outcome) {
    return n.step() instanceof Local.Branch b
        && known.truth(b.condition()).equals(Optional.of(outcome));
  }

  /**
   * Whether all that is there several times is of the thread alone, or lets others continue. Of
   * what others see, there must be one in the text: what may come before it depends on which
   * branches do.
   */
  private boolean areSimple() {
    return thread.nodes().stream()
        .filter(n -> before.get(n.id()).size() > 1)
        .allMatch(n -> isSimple(n.step()));
  }

  private static boolean isSimple(Step s) {
    return s instanceof Step.Closing
        || s instanceof Local && (!(s instanceof Local.Fence) || Local.Fence.Kind.BARRIER.is(s));
  }

  private List<Node> nodes() {
    Map<Way, Integer> ids = new LinkedHashMap<>();
    List<Way> more = new ArrayList<>();
    for (Node n : thread.nodes()) {
      for (Held held : before.get(n.id()).keySet()) {
        Way way = new Way(n.id(), held);
        if (ids.containsValue(n.id())) {
          ids.put(way, thread.nodes().size() + more.size());
          more.add(way);
        } else {
          ids.put(way, n.id());
        }
      }
    }
    List<Node> all = new ArrayList<>(thread.nodes());
    more.forEach(way -> all.add(thread.node(way.node())));
    ids.forEach((way, id) -> all.set(id, node(way, id, ids)));
    return all;
  }

  private Node node(Way way, int id, Map<Way, Integer> ids) {
    Node n = thread.node(way.node());
    Known known = before.get(n.id()).get(way.held());
    List<Integer> next = new ArrayList<>();
    boolean decided = false;
    for (int exit = 0; exit < n.next().size(); exit++) {
      boolean other = isDecided(n, known, exit != 0);
      int taken = other ? 1 - exit : exit;
      int there = n.next().get(taken);
      decided |= other;
      next.add(there < 0 ? there : ids.get(new Way(there, held(n, way.held(), taken))));
    }
    return new Node(
        id,
        decided ? new Local.Branch(((Local.Branch) n.step()).condition(), true) : n.step(),
        n.origin(),
        n.before(),
        next);
  }
}
