package quiesce.lowering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import quiesce.source.Bound;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Statement;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Value;

/** Lowers loops, and what leads out of them and to their next round. */
final class Loops {
  private final ThreadLowering in;

  /**
   * What leads out of a loop, or to its next round.
   *
   * @param guards how many guards are open there
   */
  private record Way(List<Graph.Edge> edges, int guards) {}

  private final Deque<Way> breaks = new ArrayDeque<>();
  private final Deque<Way> continues = new ArrayDeque<>();
  private int copies = 1;

  Loops(ThreadLowering in) {
    this.in = in;
  }

  void lower(Statement.While w) {
    Graph.Mark head = in.graph.mark();
    Exits exits = condition(w.condition());
    in.graph.reopen(exits.whenTrue());
    List<Graph.Edge> broken = body(w.body());
    close(head, w.place());
    leave(exits.whenFalse(), broken);
  }

  void lower(Statement.DoWhile w) {
    Graph.Mark head = in.graph.mark();
    List<Graph.Edge> broken = body(w.body());
    Exits exits = condition(w.condition());
    in.graph.reopen(exits.whenTrue());
    close(head, w.place());
    leave(exits.whenFalse(), broken);
  }

  void lower(Statement.For f) {
    in.scope.enterBlock();
    try {
      f.begin().forEach(in.statements::noted);
      Optional<Rounds> known = Rounds.of(f, in.places::constant).filter(this::mayBeWrittenOut);
      if (known.isPresent()) {
        lower(f, known.get());
        return;
      }
      Graph.Mark head = in.graph.mark();
      Exits exits =
          f.condition().map(this::condition).orElseGet(() -> new Exits(in.graph.take(), List.of()));
      in.graph.reopen(exits.whenTrue());
      List<Graph.Edge> broken = body(f.body());
      f.step().forEach(in.statements::noted);
      close(head, f.place());
      leave(exits.whenFalse(), broken);
    } finally {
      in.scope.leave();
    }
  }

  private boolean mayBeWrittenOut(Rounds rounds) {
    return copies * rounds.number() <= Bound.COPIES.most()
        && in.scope.lookup(rounds.variable()).filter(v -> v.kind() == Typed.Kind.INT).isPresent();
  }

  /**
   * The rounds one after another, each with its number in place of the variable. So each names its
   * element of an array, and nothing counts without end.
   */
  private void lower(Statement.For f, Rounds rounds) {
    Typed variable = in.scope.lookup(rounds.variable()).orElseThrow();
    List<Graph.Edge> broken = new ArrayList<>();
    copies *= rounds.number();
    for (int round = 0; round < rounds.number() && in.graph.isReached(); round++) {
      in.scope.bind(rounds.variable(), number(rounds, round));
      broken.addAll(body(f.body()));
      Place step = f.step().get(0).place();
      in.emit(new Local.Reached(), step);
      String local = ((Value.Local) variable.value()).name();
      in.emit(new Local.Assign(local, number(rounds, round + 1).value()), step);
    }
    copies /= rounds.number();
    in.scope.bind(rounds.variable(), variable);
    in.graph.alsoOpen(broken);
  }

  private static Typed number(Rounds rounds, int round) {
    return new Typed(new Value.Number(rounds.values().get(round)), Typed.Kind.INT);
  }

  void lower(Statement.ForEachPossibleCpu f) {
    if (in.scope.lookup(f.variable()).filter(v -> v.kind() == Typed.Kind.INT).isEmpty()) {
      throw new Refusal(
          f.place(),
          f.variable() + " is not an int declared here",
          "declare it: int " + f.variable() + ";");
    }
    in.scope.enterBlock();
    // A CPU number is a value of its own kind; the int that the C declares holds it in the loop.
    String cpu = in.scope.fresh(f.variable(), Typed.Kind.CPU);
    String left = in.scope.fresh(f.variable() + "_left", Typed.Kind.VOID);
    in.scope.bind(f.variable(), new Typed(new Value.Local(cpu), Typed.Kind.CPU));
    in.emit(new Local.AllCpus(left), f.place());
    Graph.Mark head = in.graph.mark();
    int next = in.emit(new Local.NextCpu(cpu, left), f.place(), 2);
    in.graph.reopen(List.of(new Graph.Edge(next, 0)));
    List<Graph.Edge> broken = body(f.body());
    in.graph.jump(head);
    leave(List.of(new Graph.Edge(next, 1)), broken);
    in.scope.leave();
  }

  void lower(Statement.ForEachEntry f) {
    in.scope.enterBlock();
    try {
      in.statements.noted(f.first());
      Graph.Mark head = in.graph.mark();
      Exits exits = condition(f.condition());
      in.pastTheEnd.add(f, exits);
      in.graph.reopen(exits.whenTrue());
      f.before().forEach(in.statements::noted);
      List<Graph.Edge> broken = body(f.body());
      in.statements.noted(f.step());
      close(head, f.place());
      leave(exits.whenFalse(), broken);
    } finally {
      in.scope.leave();
    }
  }

  private Exits condition(Expression e) {
    return in.withTemporaries(() -> in.expressions.condition(e));
  }

  /**
   * The body of a loop. What is open afterwards leads to what comes after a round.
   *
   * @return what leads out of the loop
   */
  private List<Graph.Edge> body(Statement s) {
    continues.push(way());
    List<Graph.Edge> broken = leaving(() -> in.statements.nested(s));
    in.graph.alsoOpen(continues.pop().edges());
    return broken;
  }

  /**
   * A part that {@code break} leads out of.
   *
   * @return what does
   */
  List<Graph.Edge> leaving(Runnable part) {
    breaks.push(way());
    part.run();
    return breaks.pop().edges();
  }

  private Way way() {
    return new Way(new ArrayList<>(), in.statements.guards().depth());
  }

  private void leave(List<Graph.Edge> ended, List<Graph.Edge> broken) {
    in.graph.reopen(ended);
    in.graph.alsoOpen(broken);
  }

  /** {@code break} */
  void leave() {
    leave(breaks.element());
  }

  /** {@code continue} */
  void next() {
    leave(continues.element());
  }

  private void leave(Way way) {
    in.statements.guards().leave(way.guards());
    way.edges().addAll(in.graph.take());
  }

  /**
   * Leads back to the head of a loop. Its thread must be seen to go round: a step that changes
   * nothing is none, and a thread that takes none would be fair, and so be sure to get out.
   */
  void close(Graph.Mark head, Place place) {
    while (in.graph.closesOn(head)) {
      in.emit(new Local.CpuRelax(), place);
    }
    in.graph.jump(head);
  }
}
