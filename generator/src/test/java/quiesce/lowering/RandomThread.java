package quiesce.lowering;

import static quiesce.steps.Local.Fence.Kind.BARRIER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import quiesce.source.Limit;
import quiesce.source.SourceFile;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.Graph;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Operation;
import quiesce.steps.Origin;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * Makes the control flow of a small function: x and y hold numbers, p a pointer to one of two
 * objects with a member m, v is per CPU.
 */
final class RandomThread {
  private static final Origin ORIGIN = Origin.harness("random");

  private final Random random;
  private final Graph graph = new Graph(limit());
  private final int mostly;
  private int left;

  RandomThread(long seed, int statements) {
    this.random = new Random(seed);
    this.mostly = random.nextInt(3);
    this.left = statements;
  }

  static Limit limit() {
    return Limit.ofSteps(SourceFile.of("random.c", ""));
  }

  /** A handler: it stays on its CPU. */
  KernelThread written() {
    graph.add(new Section.Begin(), ORIGIN);
    add(new Local.SmpProcessorId("cpu"));
    add(new Access.Load(Access.Load.Kind.READ_ONCE, "q", new Location.Global("p")));
    add(new Access.Load(Access.Load.Kind.READ_ONCE, "r", new Location.Global("p")));
    add(new Local.Assign("a", new Value.Number(7)));
    add(new Local.Assign("b", new Value.Number(7)));
    add(random.nextBoolean() ? load() : copy());
    while (left > 0) {
      statement(2);
    }
    add(new Local.WarnOn(number()));
    add(new Local.WarnOn(new Value.Local("q")));
    graph.add(new Section.End(), ORIGIN);
    return new KernelThread(
        "random",
        Context.IRQ,
        false,
        ORIGIN,
        graph.nodes(),
        graph.entry(),
        new TreeMap<>(),
        List.of());
  }

  private void add(Step s) {
    graph.add(s, ORIGIN);
  }

  private void statement(int depth) {
    left--;
    int kind = random.nextInt(depth > 0 ? 20 : 17);
    switch (kind) {
      case 0, 1, 2, 3, 4 -> add(load());
      case 5 -> add(copy());
      case 6, 7, 8 -> add(new Local.WarnOn(random.nextBoolean() ? number() : pointer()));
      case 9, 10 -> add(new Access.Store(Access.Store.Kind.PLAIN_STORE, ofNumber(), someNumber()));
      case 11 ->
          add(new Access.Store(Access.Store.Kind.WRITE_ONCE, new Location.Global("p"), pointer()));
      case 12 ->
          add(
              new Access.Store(
                  Access.Store.Kind.THIS_CPU_WRITE, new Location.ThisCpu("v"), someNumber()));
      case 13 ->
          add(new Access.Load(Access.Load.Kind.READ_ONCE, "other", new Location.Global("y")));
      case 14 -> add(new Local.Fence(BARRIER));
      case 15 ->
          add(
              new Access.Rmw(
                  Optional.empty(),
                  ofNumber(),
                  new Operation.Xchg(someNumber()),
                  Access.Order.FULL));
      case 16 -> add(new Access.Store(Access.Store.Kind.WRITE_ONCE, ofNumber(), someNumber()));
      case 17, 18 -> branch(depth - 1);
      default -> loop(depth - 1);
    }
  }

  private void block(int depth) {
    IntStream.range(0, random.nextInt(3)).forEach(i -> statement(depth));
  }

  private void branch(int depth) {
    Value condition = new Value.Local("decides");
    if (random.nextBoolean()) {
      add(new Access.Load(Access.Load.Kind.READ_ONCE, "decides", new Location.Global("y")));
    } else {
      condition = number();
    }
    int node = graph.add(new Local.Branch(new Value.NonZero(condition)), ORIGIN, 2);
    graph.reopen(List.of(new Graph.Edge(node, 0)));
    block(depth);
    List<Graph.Edge> then = graph.take();
    graph.reopen(List.of(new Graph.Edge(node, 1)));
    block(depth);
    graph.alsoOpen(then);
  }

  private void loop(int depth) {
    add(new Local.AllCpus("left" + depth));
    Graph.Mark head = graph.mark();
    int next = graph.add(new Local.NextCpu("cpu", "left" + depth), ORIGIN, 2);
    graph.reopen(List.of(new Graph.Edge(next, 0)));
    block(depth);
    graph.jump(head);
    graph.reopen(List.of(new Graph.Edge(next, 1)));
    add(new Local.SmpProcessorId("cpu"));
  }

  private Step load() {
    return random.nextInt(3) == 0
        ? new Access.Load(Access.Load.Kind.PLAIN_LOAD, pick("q", "r"), new Location.Global("p"))
        : new Access.Load(Access.Load.Kind.PLAIN_LOAD, pick("a", "b"), ofNumber());
  }

  private Step copy() {
    return random.nextBoolean()
        ? new Local.Assign(pick("a", "b"), number())
        : new Local.Assign(pick("q", "r"), pointer());
  }

  /** Mostly of one kind, so that accesses meet. */
  private Location ofNumber() {
    return switch (random.nextInt(4) == 0 ? random.nextInt(3) : mostly) {
      case 0 -> new Location.Global("x");
      case 1 -> new Location.Member("m", pointer());
      default -> new Location.OfCpu("v", new Value.Local("cpu"));
    };
  }

  /** The stores that somebody else makes, among those that the thread may see. */
  List<Walk.Foreign> foreign(int most) {
    List<Walk.Foreign> all = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      String place =
          switch (random.nextInt(4)) {
            case 0 -> "p";
            case 1 -> "y";
            default -> List.of("x", pick("m[1]", "m[2]"), "v[0]").get(mostly);
          };
      all.add(new Walk.Foreign(place, place.equals("p") ? 2 - i % 2 : 10 + i));
    }
    return all;
  }

  private Value number() {
    return new Value.Local(pick("a", "b"));
  }

  private Value pointer() {
    return new Value.Local(pick("q", "r"));
  }

  private Value someNumber() {
    return random.nextBoolean() ? number() : new Value.Number(0);
  }

  private String pick(String one, String other) {
    return random.nextBoolean() ? one : other;
  }
}
