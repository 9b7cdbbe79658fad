package quiesce.litmus.lowering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Litmus;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * Finds out what may hold an address, at any time, and refuses calculation with it, and pointers
 * that cannot be one.
 */
final class Addresses {
  /** A register of a process, or with no process a variable. */
  private record Holder(String process, String name) {}

  private final List<KernelThread> processes;
  private final Set<Holder> holders = new HashSet<>();
  private final Set<String> pointees = new HashSet<>();

  private Addresses(List<Litmus.Variable> variables, List<KernelThread> processes) {
    this.processes = processes;
    for (Litmus.Variable v : variables) {
      hold("", v.initial(), Optional.of(new Holder("", v.name())));
    }
    int known;
    do {
      known = holders.size() + pointees.size();
      processes.forEach(p -> p.nodes().forEach(n -> follow(p.name(), n.step())));
    } while (holders.size() + pointees.size() > known);
  }

  static void check(
      List<Litmus.Variable> variables, List<KernelThread> processes, Diagnostics diagnostics) {
    Addresses addresses = new Addresses(variables, processes);
    for (KernelThread p : processes) {
      p.nodes().forEach(n -> addresses.check(p.name(), n, diagnostics));
    }
  }

  private void follow(String process, Step s) {
    if (s instanceof Local.Assign a) {
      hold(process, a.value(), Optional.of(new Holder(process, a.local())));
    } else if (s instanceof Access.Store store) {
      store(process, store.value(), store.location());
    } else if (s instanceof Access.Load load) {
      load(process, load.location(), Optional.of(load.local()));
    } else if (s instanceof Access.Rmw rmw) {
      load(process, rmw.location(), rmw.local());
      if (rmw.operation() instanceof Operation.Xchg x) {
        store(process, x.value(), rmw.location());
      } else if (rmw.operation() instanceof Operation.Cmpxchg c) {
        hold(process, c.expected(), Optional.empty());
        store(process, c.value(), rmw.location());
      }
    }
  }

  private void store(String process, Value value, Location location) {
    places(location).forEach(v -> hold(process, value, Optional.of(new Holder("", v))));
  }

  private void load(String process, Location location, Optional<String> local) {
    if (local.isPresent() && mayHold(location)) {
      holders.add(new Holder(process, local.get()));
    }
  }

  private void hold(String process, Value value, Optional<Holder> holder) {
    if (value instanceof Value.Address a) {
      pointees.add(a.variable());
    }
    if (mayBe(process, value)) {
      holder.ifPresent(holders::add);
    }
  }

  private boolean mayBe(String process, Value value) {
    return value instanceof Value.Address
        || value instanceof Value.Local l && holders.contains(new Holder(process, l.name()));
  }

  private boolean mayHold(Location location) {
    return places(location).anyMatch(v -> holders.contains(new Holder("", v)));
  }

  private Stream<String> places(Location location) {
    return location instanceof Location.Global g
        ? Stream.of(g.name())
        : List.copyOf(pointees).stream();
  }

  private void check(String process, Node n, Diagnostics diagnostics) {
    boolean calculates =
        values(n.step()).anyMatch(v -> calculates(process, v))
            || n.step() instanceof Access.Rmw r
                && r.operation().isCalculation()
                && mayHold(r.location());
    if (calculates) {
      diagnostics.report(
          n.origin().place(),
          "this calculates with what may be an address",
          "use other registers and variables for numbers than for addresses");
    }
    n.step()
        .touches()
        .filter(l -> l instanceof Location.Pointee p && !mayBe(process, p.pointer()))
        .ifPresent(
            l ->
                diagnostics.report(
                    n.origin().place(),
                    "a register is dereferenced here that never holds an address",
                    "give it the address of a variable, or name the variable itself"));
  }

  private static Stream<Value> values(Step s) {
    if (s instanceof Local.Assign a) {
      return Stream.of(a.value());
    } else if (s instanceof Local.Branch b) {
      return Stream.of(b.condition());
    } else if (s instanceof Access.Store store) {
      return Stream.of(store.value());
    }
    return s instanceof Access.Rmw rmw ? rmw.operation().operands() : Stream.empty();
  }

  private boolean calculates(String process, Value v) {
    if (v instanceof Value.Arithmetic a) {
      return either(process, a.left(), a.right());
    } else if (v instanceof Value.Less l) {
      return either(process, l.left(), l.right());
    } else if (v instanceof Value.Equal e) {
      return calculates(process, e.left()) || calculates(process, e.right());
    } else if (v instanceof Value.Not n) {
      return calculates(process, n.operand());
    } else if (v instanceof Value.NonZero n) {
      return calculates(process, n.number());
    }
    return v instanceof Value.AsNumber n && calculates(process, n.condition());
  }

  private boolean either(String process, Value left, Value right) {
    return mayBe(process, left)
        || mayBe(process, right)
        || calculates(process, left)
        || calculates(process, right);
  }
}
