package quiesce.lowering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Statement;

/** Runs the tree of a function as C says, and collects what it stores. */
final class TreeRun {
  /** Control goes elsewhere. */
  private static final class Jump extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String to;

    private Jump(String to) {
      super(to, null, false, false);
      this.to = to;
    }
  }

  private final List<Integer> stored = new ArrayList<>();
  private final Set<Place> reached = new HashSet<>();
  private final Deque<Map<String, Integer>> scopes = new ArrayDeque<>();
  private int left;

  private TreeRun(int steps) {
    this.left = steps;
  }

  /**
   * @param steps how many statements and rounds it may take; then it ends
   */
  static TreeRun of(Statement.Block body, int steps) {
    TreeRun run = new TreeRun(steps);
    try {
      run.function(body);
    } catch (Jump end) {
      if (!List.of("return", "end").contains(end.to)) {
        throw end;
      }
    }
    return run;
  }

  List<Integer> stored() {
    return stored;
  }

  /** Where the statements and operands are that it has come to. */
  Set<Place> reached() {
    return reached;
  }

  boolean isOver() {
    return left >= 0;
  }

  private void tick() {
    if (--left < 0) {
      throw new Jump("end");
    }
  }

  /** Labels are in the function's own block alone. */
  private void function(Statement.Block body) {
    scopes.push(new HashMap<>());
    int next = 0;
    while (next < body.statements().size()) {
      try {
        run(body.statements().get(next++));
      } catch (Jump jump) {
        if (!jump.to.startsWith("goto ")) {
          throw jump;
        }
        while (scopes.size() > 1) {
          scopes.pop();
        }
        next = 0;
        while (!(body.statements().get(next) instanceof Statement.Label l
            && jump.to.equals("goto " + l.name()))) {
          next++;
        }
      }
    }
  }

  private void run(Statement s) {
    tick();
    if (Coverable.is(s)) {
      reached.add(s.place());
    }
    if (s instanceof Statement.Declaration d) {
      int value = d.initialiser().map(this::value).orElse(0);
      scopes.element().put(d.name(), value);
    } else if (s instanceof Statement.Evaluation e) {
      value(e.expression());
    } else if (s instanceof Statement.Block b) {
      inner(() -> b.statements().forEach(this::run));
    } else if (s instanceof Statement.If i) {
      Optional<Statement> chosen = holds(i.condition()) ? Optional.of(i.then()) : i.otherwise();
      chosen.ifPresent(this::run);
    } else if (s instanceof Statement.While w) {
      rounds(() -> holds(w.condition()) && round(w.body()));
    } else if (s instanceof Statement.DoWhile w) {
      rounds(() -> round(w.body()) && holds(w.condition()));
    } else if (s instanceof Statement.For f) {
      inner(
          () -> {
            f.begin().forEach(this::run);
            rounds(
                () -> {
                  boolean more = f.condition().map(this::holds).orElse(true) && round(f.body());
                  if (more) {
                    f.step().forEach(this::run);
                  }
                  return more;
                });
          });
    } else if (s instanceof Statement.Switch w) {
      choose(w);
    } else if (s instanceof Statement.Goto g) {
      throw new Jump("goto " + g.label());
    } else if (s instanceof Statement.Break) {
      throw new Jump("break");
    } else if (s instanceof Statement.Continue) {
      throw new Jump("continue");
    } else if (s instanceof Statement.Return) {
      throw new Jump("return");
    }
  }

  private void inner(Runnable part) {
    int outer = scopes.size();
    scopes.push(new HashMap<>());
    try {
      part.run();
    } finally {
      while (scopes.size() > outer) {
        scopes.pop();
      }
    }
  }

  private void rounds(BooleanSupplier round) {
    while (round.getAsBoolean()) {
      tick();
    }
  }

  /** Whether another round follows. */
  private boolean round(Statement body) {
    try {
      run(body);
    } catch (Jump jump) {
      if (jump.to.equals("break")) {
        return false;
      } else if (!jump.to.equals("continue")) {
        throw jump;
      }
    }
    return true;
  }

  private void choose(Statement.Switch w) {
    List<Statement> body = ((Statement.Block) w.body()).statements();
    int value = value(w.value());
    int from = body.size();
    for (int i = body.size() - 1; i >= 0; i--) {
      if (body.get(i) instanceof Statement.Case c
          && (c.value().isPresent() ? value(c.value().get()) == value : from == body.size())) {
        from = i;
      }
    }
    for (int i = 0; i < body.size(); i++) {
      // A default that comes before the label that fits.
      if (body.get(i) instanceof Statement.Case c
          && c.value().filter(v -> value(v) == value).isPresent()) {
        from = i;
      }
    }
    List<Statement> rest = body.subList(from, body.size());
    try {
      inner(() -> rest.forEach(this::run));
    } catch (Jump jump) {
      if (!jump.to.equals("break")) {
        throw jump;
      }
    }
  }

  private boolean holds(Expression e) {
    return value(e) != 0;
  }

  private int value(Expression e) {
    if (e instanceof Expression.Number n) {
      return n.value();
    } else if (e instanceof Expression.Name n) {
      return scope(n.name()).get(n.name());
    } else if (e instanceof Expression.Not n) {
      return holds(n.operand()) ? 0 : 1;
    } else if (e instanceof Expression.Conditional c) {
      int tested = value(c.condition());
      return tested == 0 ? operand(c.otherwise()) : c.then().map(this::operand).orElse(tested);
    } else if (e instanceof Expression.Assign a) {
      return set(a.target(), value(a.value()));
    } else if (e instanceof Expression.Update u) {
      int before = value(u.target());
      int after = set(u.target(), calculated(u.operator(), before, value(u.value())));
      return u.old() ? before : after;
    } else if (e instanceof Expression.Binary b) {
      return switch (b.operator()) {
        case AND -> holds(b.left()) && operand(b.right()) != 0 ? 1 : 0;
        case OR -> holds(b.left()) || operand(b.right()) != 0 ? 1 : 0;
        default -> calculated(b.operator(), value(b.left()), value(b.right()));
      };
    }
    stored.add(value(((Expression.Call) e).arguments().get(1)));
    return 0;
  }

  /** One that is not always evaluated. */
  private int operand(Expression e) {
    reached.add(e.place());
    return value(e);
  }

  private int set(Expression target, int value) {
    String name = ((Expression.Name) target).name();
    scope(name).put(name, value);
    return value;
  }

  private Map<String, Integer> scope(String name) {
    return scopes.stream().filter(s -> s.containsKey(name)).findFirst().orElseThrow();
  }

  private static int calculated(Expression.Operator operator, int left, int right) {
    return switch (operator) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> left * right;
      case SHIFT_LEFT -> left << right;
      case SHIFT_RIGHT -> left >> right;
      case BIT_AND -> left & right;
      case BIT_OR -> left | right;
      case BIT_XOR -> left ^ right;
      case EQUAL -> left == right ? 1 : 0;
      case NOT_EQUAL -> left != right ? 1 : 0;
      case LESS -> left < right ? 1 : 0;
      case GREATER -> left > right ? 1 : 0;
      case AT_MOST -> left <= right ? 1 : 0;
      case AT_LEAST -> left >= right ? 1 : 0;
      default -> throw new IllegalArgumentException(operator.c());
    };
  }
}
