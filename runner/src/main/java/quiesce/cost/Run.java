package quiesce.cost;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Liveness;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Price;
import quiesce.steps.Site;
import quiesce.steps.Step;
import quiesce.steps.StepKinds;
import quiesce.steps.Value;

/**
 * How a thread continues from a state, and what that costs. Where what decides is not known, it
 * continues on each path; where it oopses, on none.
 */
final class Run {
  private final KernelThread thread;
  private final Predicate<String> own;
  private final int cpus;
  private final Liveness liveness;
  private final Set<Integer> tested = new HashSet<>();

  /**
   * @param own whether a place in memory is written by nobody else meanwhile
   */
  Run(KernelThread thread, Predicate<String> own, int cpus) {
    this.thread = thread;
    this.own = own;
    this.cpus = cpus;
    this.liveness = new Liveness(thread);
    for (Node n : thread.nodes()) {
      if (n.step() instanceof Local.WarnOn w) {
        Node behind = written(n.next().get(0));
        if (behind.step() instanceof Local.Branch b && b.condition().equals(w.condition())) {
          tested.add(behind.id());
        }
      }
    }
  }

  /** The node that is here in the code as it is written, without what the compiler may do. */
  private Node written(int id) {
    Node n = thread.node(id);
    while (n.step() instanceof Local.Settle
        || n.step() instanceof Local.Reached
        || n.step() instanceof Local.MayReload
        || n.step() instanceof Local.Choice) {
      n = thread.node(n.next().get(0));
    }
    return n;
  }

  /** The state, in terms of the code as it is written. */
  State beginning(State s) {
    return at(s.node(), s.locals(), s.memory());
  }

  private State at(int id, Locals locals, Memory memory) {
    int there = written(id).id();
    return new State(there, locals.only(liveness.before(there)), memory);
  }

  List<Move> moves(State s) {
    return moves(thread.node(s.node()), s).filter(m -> m.to().node() >= 0).toList();
  }

  private Stream<Move> moves(Node n, State s) {
    Step step = n.step();
    Locals locals = s.locals();
    if (step instanceof Local.Branch b) {
      return Stream.of(true, false)
          .filter(holds -> locals.holds(b.condition()).map(holds::equals).orElse(true))
          .map(holds -> go(n, s, holds ? 0 : 1, locals.assuming(b.condition(), holds), s.memory()));
    } else if (step instanceof Local.BugOn b) {
      return locals.holds(b.condition()).orElse(false)
          ? Stream.empty()
          : Stream.of(go(n, s, 0, locals.assuming(b.condition(), false), s.memory()));
    } else if (step instanceof Local.NullCallback) {
      // Who comes to that site oopses: what the strategy means to pay for is something else.
      return Stream.empty();
    } else if (step instanceof Local.Assign a) {
      return assign(n, s, a.local(), locals.known(a.value()));
    } else if (step instanceof Local.AllCpus a) {
      return assign(n, s, a.left(), Known.constant(new Value.Number(cpus)));
    } else if (step instanceof Local.NextCpu c) {
      return nextCpu(n, s, c);
    } else if (step instanceof Access.Load l) {
      return dereferencesNull(l.location(), locals)
          ? Stream.empty()
          : assign(n, s, l.local(), Known.loaded(s.memory().at(Memory.place(l.location()))));
    } else if (step instanceof Access.Store w) {
      return dereferencesNull(w.location(), locals)
          ? Stream.empty()
          : store(n, s, Memory.place(w.location()), locals.value(w.value()));
    } else if (step instanceof Access.Rmw r) {
      return dereferencesNull(r.location(), locals) ? Stream.empty() : swap(n, s, r);
    } else if (step instanceof Access.CallSlot c) {
      boolean empty =
          c.stored()
              && s.memory()
                  .at(Memory.slot(c.slot()))
                  .filter(Value.Null.class::isInstance)
                  .isPresent();
      return empty || isNull(c.object(), locals) ? Stream.empty() : Stream.of(go(n, s));
    } else if (step instanceof Access.StaticCall c) {
      return call(n, s, c);
    } else if (step instanceof Access.StaticCallUpdate u) {
      return store(n, s, Memory.place(u.site()), locals.value(u.target()));
    }
    return step.writes().isPresent()
        ? assign(n, s, step.writes().get(), Known.ANYTHING)
        : n.next().isEmpty() ? Stream.empty() : Stream.of(go(n, s));
  }

  private Stream<Move> nextCpu(Node n, State s, Local.NextCpu c) {
    int left =
        s.locals()
            .of(c.left())
            .value()
            .map(v -> ((Value.Number) v).value())
            .orElseThrow(() -> new IllegalStateException("not set: " + c.left()));
    Locals after =
        s.locals()
            .with(c.cpu(), Known.ANYTHING)
            .with(c.left(), Known.constant(new Value.Number(left - 1)));
    return Stream.of(
        left > 0 ? go(n, s, 0, after, s.memory()) : go(n, s, 1, s.locals(), s.memory()));
  }

  private Stream<Move> swap(Node n, State s, Access.Rmw r) {
    String place = Memory.place(r.location());
    Optional<Value> old = s.memory().at(place);
    Optional<Value> now = Optional.empty();
    if (r.operation() instanceof Operation.Xchg x) {
      now = s.locals().value(x.value());
    } else if (r.operation() instanceof Operation.Cmpxchg c && old.isPresent()) {
      Optional<Boolean> fits = s.locals().value(c.expected()).map(old.get()::equals);
      now = fits.flatMap(f -> f ? s.locals().value(c.value()) : old);
    }
    Locals after = r.local().map(l -> s.locals().with(l, Known.loaded(old))).orElse(s.locals());
    return Stream.of(go(n, s, 0, after, stored(s.memory(), place, now)));
  }

  private Stream<Move> call(Node n, State s, Access.StaticCall c) {
    Optional<Boolean> patched =
        s.memory().at(Memory.place(c.site())).map(v -> !(v instanceof Value.Null));
    List<Move> moves = new ArrayList<>();
    if (patched.orElse(true)) {
      moves.add(go(n, s));
    }
    if (!patched.orElse(false) && c.site().empty() != Site.Empty.OOPS) {
      Move m = go(n, s, 1, s.locals(), s.memory());
      moves.add(new Move(m.to(), List.of(unpatched(c.site().empty()))));
    }
    return moves.stream();
  }

  /** What is at a call site that is patched for nobody. */
  static Price unpatched(Site.Empty empty) {
    return switch (empty) {
      case RETURN_0 -> Price.PATCHED_XOR;
      case NOTHING -> Price.PATCHED_NOP;
      case FUNCTION, OOPS -> Price.PATCHED_CALL;
    };
  }

  private Stream<Move> assign(Node n, State s, String local, Known now) {
    return Stream.of(go(n, s, 0, s.locals().with(local, now), s.memory()));
  }

  private Stream<Move> store(Node n, State s, String place, Optional<Value> now) {
    return Stream.of(go(n, s, 0, s.locals(), stored(s.memory(), place, now)));
  }

  private Memory stored(Memory memory, String place, Optional<Value> now) {
    Memory after = memory.with(place, now);
    return own.test(place) ? after : memory.or(after);
  }

  private Move go(Node n, State s) {
    return go(n, s, 0, s.locals(), s.memory());
  }

  private Move go(Node n, State s, int exit, Locals locals, Memory memory) {
    int next = n.next().get(exit);
    return next < 0
        ? new Move(new State(next, Locals.NONE, memory), List.of())
        : new Move(at(next, locals, memory), paid(n, s.locals()));
  }

  private List<Price> paid(Node n, Locals locals) {
    if (n.origin().isHarness() || tested.contains(n.id())) {
      return List.of();
    }
    List<Price> paid = new ArrayList<>(StepKinds.price(n.step()));
    if (paid.contains(Price.LOAD) && locals.loaded(address(n.step()))) {
      paid.add(Price.DEPENDENT_LOAD);
    }
    return paid;
  }

  private static Stream<String> address(Step s) {
    return s instanceof Access.CallSlot c
        ? c.object().locals()
        : s.touches().stream().flatMap(Location::locals);
  }

  private static boolean dereferencesNull(Location l, Locals locals) {
    return l instanceof Location.Member m && isNull(m.object(), locals);
  }

  private static boolean isNull(Value pointer, Locals locals) {
    return locals.value(pointer).filter(Value.Null.class::isInstance).isPresent();
  }
}
