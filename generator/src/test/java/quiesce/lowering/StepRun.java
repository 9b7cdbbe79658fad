package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** Runs the steps of a thread that calculates with locals, once, and collects what it stores. */
final class StepRun {
  private final Map<String, Integer> locals = new HashMap<>();
  private final List<Integer> stored = new ArrayList<>();

  /** Where a step says that a statement or an operand begins. */
  private final Set<Place> reached = new HashSet<>();

  private boolean over;

  private StepRun() {}

  /**
   * @param steps how many it may take; then it ends
   */
  static StepRun of(KernelThread thread, int steps) {
    StepRun run = new StepRun();
    Node n = thread.node(thread.entry());
    for (int left = steps; left > 0 && !(n.step() instanceof Section.End); left--) {
      n = thread.node(n.next().get(run.take(n)));
    }
    run.over = n.step() instanceof Section.End;
    return run;
  }

  List<Integer> stored() {
    return stored;
  }

  Set<Place> reached() {
    return reached;
  }

  boolean isOver() {
    return over;
  }

  /** Which exit it leaves by. */
  private int take(Node n) {
    Step s = n.step();
    if (s instanceof Local.Branch b) {
      return number(b.condition()) != 0 ? 0 : 1;
    } else if (s instanceof Local.Assign a) {
      locals.put(a.local(), number(a.value()));
    } else if (s instanceof Access.Store w) {
      stored.add(number(w.value()));
    } else if (s instanceof Local.Reached) {
      reached.add(n.origin().place());
    }
    return 0;
  }

  private int number(Value v) {
    if (v instanceof Value.Number n) {
      return n.value();
    } else if (v instanceof Value.Truth t) {
      return t.value() ? 1 : 0;
    } else if (v instanceof Value.Local l) {
      return locals.get(l.name());
    } else if (v instanceof Value.Not n) {
      return 1 - number(n.operand());
    } else if (v instanceof Value.NonZero n) {
      return number(n.number()) != 0 ? 1 : 0;
    } else if (v instanceof Value.AsNumber n) {
      return number(n.condition());
    } else if (v instanceof Value.Equal e) {
      return number(e.left()) == number(e.right()) ? 1 : 0;
    } else if (v instanceof Value.Less l) {
      return number(l.left()) < number(l.right()) ? 1 : 0;
    }
    Value.Arithmetic a = (Value.Arithmetic) v;
    int left = number(a.left());
    int right = number(a.right());
    return switch (a.operator()) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> left * right;
      case QUOTIENT -> Math.floorDiv(left, right);
      case AND -> left & right;
      case OR -> left | right;
      case XOR -> left ^ right;
      case AND_NOT -> left & ~right;
    };
  }
}
