package quiesce.module;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.module.ValueSet.Kind;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.LateAccess;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Operation;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/**
 * Which values locals and places in memory may have in any run, whatever the order of the steps:
 * all that is assigned to them somewhere.
 */
final class ValueSets {
  private static final ValueSet BIT = ValueSet.number(0).or(ValueSet.number(1));

  /** A local of a thread, or a place in memory, which has none. */
  private record Where(String thread, String name) {}

  private final Program program;
  private final Map<Where, ValueSet> sets = new HashMap<>();
  private boolean grown;

  ValueSets(Program program) {
    this.program = program;
    program.shared().forEach(s -> s.initial().forEach(v -> add(place(s.name()), of("", v))));
    for (Program.Member m : program.members()) {
      add(place(m.name()), ValueSet.of(Kind.UNINITIALISED));
      m.initial().ifPresent(v -> add(place(m.name()), of("", v)));
      m.choices().forEach(v -> add(place(m.name()), of("", v)));
    }
    do {
      grown = false;
      for (KernelThread t : program.threads()) {
        t.nodes().forEach(n -> step(t.key(), n.step()));
      }
    } while (grown);
  }

  /** What a place in memory may hold. */
  ValueSet inMemory(String name) {
    return get(place(name));
  }

  /** What a local may hold while it is used. */
  ValueSet inLocal(KernelThread thread, String local) {
    return get(new Where(thread.key(), local));
  }

  private static Where place(String name) {
    return new Where("", name);
  }

  private ValueSet get(Where where) {
    return sets.getOrDefault(where, ValueSet.of());
  }

  private void add(Where where, ValueSet more) {
    ValueSet before = get(where);
    ValueSet after = before.or(more);
    grown |= !after.equals(before);
    sets.put(where, after);
  }

  private void step(String thread, Step s) {
    Optional<Where> local = s.writes().map(l -> new Where(thread, l));
    Optional<Where> memory = s.touches().map(Location::name).map(ValueSets::place);
    if (s instanceof Access.Rmw r) {
      written(thread, r).forEach(v -> add(memory.orElseThrow(), v));
      local.ifPresent(l -> add(l, get(memory.orElseThrow())));
    } else if (s instanceof Access.Load) {
      add(local.orElseThrow(), get(memory.orElseThrow()));
    } else if (s instanceof Access.Store t) {
      add(memory.orElseThrow(), of(thread, t.value()));
    } else if (s instanceof Access.ReturnAny r) {
      local.ifPresent(l -> add(l, any(r.domain())));
    } else if (s instanceof Access.Allocate a) {
      add(local.orElseThrow(), ValueSet.of(Kind.OBJECT).or(ValueSet.of(Kind.NULL)));
      a.contents().forEach((member, v) -> add(place(member), of(thread, v)));
    } else if (s instanceof Wait.Run) {
      local.ifPresent(l -> add(l, ValueSet.of(Kind.OBJECT)));
    } else if (s instanceof Local.AnyValue a) {
      add(local.orElseThrow(), any(a.domain()));
    } else if (s instanceof Local.PostponeStore p) {
      add(new Where(thread, p.store().value()), of(thread, p.value()));
      p.store()
          .original()
          .operand()
          .ifPresent(v -> add(new Where(thread, p.store().operand()), of(thread, v)));
    } else if (s instanceof Local.NextCpu n) {
      add(new Where(thread, n.cpu()), ValueSet.of(Kind.CPU));
      add(new Where(thread, n.left()), ValueSet.of(Kind.CPUS));
    } else {
      local.ifPresent(l -> add(l, computed(thread, s)));
    }
  }

  private ValueSet computed(String thread, Step s) {
    if (s instanceof Local.Assign a) {
      return of(thread, a.value());
    } else if (s instanceof Local.AllCpus) {
      return ValueSet.of(Kind.CPUS);
    } else if (s instanceof Local.SmpProcessorId) {
      return ValueSet.of(Kind.CPU);
    }
    if (s instanceof LateAccess.Cancel c && c.isUnlessRunning()) {
      return BIT.or(ValueSet.number(-1));
    }
    return s instanceof Local.MayReload ? ValueSet.of(Kind.TRUTH) : BIT;
  }

  private ValueSet any(Access.Domain domain) {
    return domain == Access.Domain.BOOLEAN
        ? ValueSet.of(Kind.TRUTH)
        : domain.of(program.numbers()).map(ValueSet::number).reduce(ValueSet.of(), ValueSet::or);
  }

  private List<ValueSet> written(String thread, Access.Rmw r) {
    if (r.operation() instanceof Operation.Xchg x) {
      return List.of(of(thread, x.value()));
    }
    return r.operation() instanceof Operation.Cmpxchg x
        ? List.of(of(thread, x.value()))
        : List.of(ValueSet.of(Kind.NUMBER));
  }

  private ValueSet of(String thread, Value v) {
    if (v instanceof Value.Null) {
      return ValueSet.of(Kind.NULL);
    } else if (v instanceof Value.Number n) {
      return ValueSet.number(n.value());
    } else if (v instanceof Value.Local l) {
      return l.name().equals(quiesce.lowering.Lowering.OBJECT)
          ? ValueSet.of(Kind.OBJECT)
          : get(new Where(thread, l.name()));
    } else if (v instanceof Value.Function) {
      return ValueSet.of(Kind.SLOT);
    } else if (v instanceof Value.OfFile f) {
      return ValueSet.function(f.name());
    } else if (v instanceof Value.Registered) {
      return ValueSet.of(Kind.OBJECT);
    } else if (v instanceof Value.Arithmetic) {
      return ValueSet.of(Kind.NUMBER);
    }
    return v instanceof Value.AsNumber ? BIT : ValueSet.of(Kind.TRUTH);
  }
}
