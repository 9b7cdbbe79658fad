package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Spelling;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Section;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** Lowers calls: primitives, functions of the strategy, callbacks. */
final class Calls {
  /** A location and what it holds. */
  record Located(Location location, Typed.Kind kind) {}

  private final ThreadLowering in;
  private final Callbacks callbacks;

  Calls(ThreadLowering in) {
    this.in = in;
    this.callbacks = new Callbacks(in);
  }

  Typed call(Expression.Call c, Want want) {
    if (c.callee() instanceof Expression.Member slot) {
      return callbacks.slot(slot, c, want);
    }
    if (c.callee() instanceof Expression.Call site) {
      return callbacks.site(site, c, want);
    }
    if (!(c.callee() instanceof Expression.Name n)) {
      throw new Refusal(c.place(), "this cannot be called", "call a function or a member");
    }
    if (Primitives.PLAIN.containsKey(n.name())) {
      if (Primitives.WITH_FLAGS.contains(n.name())) {
        flags(argument(c, 0, 1));
      } else {
        arguments(c, 0);
      }
      in.emit(Primitives.PLAIN.get(n.name()).get(), c.place());
      return Typed.NOTHING;
    }
    if (Primitives.PRINTS.contains(n.name())) {
      c.arguments().forEach(this::withoutSharedAccess);
      return Typed.NOTHING;
    }
    if (Primitives.isHint(c)) {
      return in.expressions.evaluate(c.arguments().get(0), want);
    }
    if (Primitives.PROCESSOR_ID.contains(n.name())) {
      arguments(c, 0);
      String local = want.localFor(Typed.Kind.CPU, "cpu", in.scope);
      in.emit(new Local.SmpProcessorId(local), c.place());
      return new Typed(new Value.Local(local), Typed.Kind.CPU);
    }
    return switch (n.name()) {
      case "READ_ONCE" -> load(Access.ReadOnce::new, argument(c, 0, 1), want, c.place());
      case "rcu_dereference" ->
          load(Access.RcuDereference::new, argument(c, 0, 1), want, c.place());
      case "rcu_access_pointer" ->
          load(Access.RcuAccessPointer::new, argument(c, 0, 1), want, c.place());
      case "smp_load_acquire" ->
          load(Access.LoadAcquire::new, pointee(argument(c, 0, 1)), want, c.place());
      case "this_cpu_read", "__this_cpu_read" ->
          load(Access.ThisCpuRead::new, thisCpu(argument(c, 0, 1)), want, c.place());
      case "WRITE_ONCE" ->
          store(Access.WriteOnce::new, located(argument(c, 0, 2)), argument(c, 1, 2), c.place());
      case "rcu_assign_pointer" ->
          store(
              Access.RcuAssignPointer::new,
              located(argument(c, 0, 2)),
              argument(c, 1, 2),
              c.place());
      case "smp_store_release" ->
          store(
              Access.StoreRelease::new,
              located(pointee(argument(c, 0, 2))),
              argument(c, 1, 2),
              c.place());
      case "this_cpu_write", "__this_cpu_write" ->
          store(Access.ThisCpuWrite::new, thisCpu(argument(c, 0, 2)), argument(c, 1, 2), c.place());
      case "xchg" -> xchg(c, want);
      case "cmpxchg" -> cmpxchg(c, want);
      case "synchronize_rcu" -> synchronizeRcu(c);
      case "spin_lock", "spin_lock_irq", "spin_lock_irqsave", "spin_lock_bh" -> spinLock(c, n);
      case "spin_unlock", "spin_unlock_irq", "spin_unlock_irqrestore", "spin_unlock_bh" ->
          spinUnlock(c, n);
      case "mutex_lock" -> mutex(c, true);
      case "mutex_unlock" -> mutex(c, false);
      case "static_call_update" -> callbacks.update(c);
      case "WARN_ON", "WARN_ON_ONCE", "WARN", "WARN_ONCE" -> warn(c);
      case "BUG_ON" -> {
        Value condition = in.expressions.evaluate(argument(c, 0, 1)).condition(c.place());
        in.emit(new Local.BugOn(condition), c.place());
        yield Typed.NOTHING;
      }
      case "per_cpu" -> load(Access.PlainLoad::new, c, want, c.place());
      default -> own(n, c, want);
    };
  }

  private Typed own(Expression.Name n, Expression.Call c, Want want) {
    if (n.name().equals("static_call") || n.name().equals("static_call_cond")) {
      throw new Refusal(
          n.place(),
          n.name() + "() names a call but does not make it",
          "write " + n.name() + "(key)()");
    }
    Primitives.otherRcu(n.name())
        .ifPresent(
            help -> {
              throw new Refusal(n.place(), n.name() + "() is not supported", help);
            });
    Item.Function f =
        in.symbols
            .function(n.name())
            .orElseThrow(
                () -> {
                  TreeSet<String> known = new TreeSet<>(Primitives.OTHERS);
                  known.addAll(Primitives.PLAIN.keySet());
                  known.addAll(Primitives.PRINTS);
                  in.symbols.functions().forEach(g -> known.add(g.name()));
                  return new Refusal(
                      n.place(),
                      n.name() + "() is neither a function of this file nor a supported primitive",
                      Spelling.nearest(n.name(), known)
                          .map(near -> "did you mean " + near + "()?")
                          .orElse(
                              "define it here: what it touches decides whether the strategy is"
                                  + " safe"));
                });
    arguments(c, f.parameters().size());
    List<Typed> arguments = new ArrayList<>();
    c.arguments().forEach(a -> arguments.add(in.expressions.evaluate(a)));
    Typed.Kind kind = Typed.Kind.of(f.result());
    Optional<String> result =
        want.used() && kind != Typed.Kind.VOID
            ? Optional.of(want.localFor(kind, f.name(), in.scope))
            : Optional.empty();
    in.statements.inline(f, arguments, result, c.place());
    return result.map(l -> new Typed(new Value.Local(l), kind)).orElse(Typed.NOTHING);
  }

  /** Lowers a load: the wanted local gets the value. */
  Typed load(BiFunction<String, Location, Access> step, Expression from, Want want, Place place) {
    return load(step, located(from), want, place);
  }

  private Typed load(
      BiFunction<String, Location, Access> step, Located from, Want want, Place place) {
    String local = want.localFor(from.kind(), from.location().name(), in.scope);
    in.emit(step.apply(local, from.location()), place);
    return new Typed(new Value.Local(local), from.kind());
  }

  void plainStore(Expression target, Expression value, Place place) {
    store(Access.PlainStore::new, located(target), value, place);
  }

  private Typed store(
      BiFunction<Location, Value, Access> step, Located to, Expression value, Place place) {
    Value v = in.expressions.evaluate(value).as(to.kind(), value.place());
    in.emit(step.apply(to.location(), v), place);
    return Typed.NOTHING;
  }

  private Typed xchg(Expression.Call c, Want want) {
    Located at = located(pointee(argument(c, 0, 2)));
    Value v = in.expressions.evaluate(argument(c, 1, 2)).as(at.kind(), c.place());
    String local = want.localFor(at.kind(), at.location().name(), in.scope);
    in.emit(new Access.Xchg(Optional.of(local), at.location(), v, Access.Order.FULL), c.place());
    return new Typed(new Value.Local(local), at.kind());
  }

  private Typed cmpxchg(Expression.Call c, Want want) {
    Located at = located(pointee(argument(c, 0, 3)));
    Value expected = in.expressions.evaluate(argument(c, 1, 3)).as(at.kind(), c.place());
    Value v = in.expressions.evaluate(argument(c, 2, 3)).as(at.kind(), c.place());
    String local = want.localFor(at.kind(), at.location().name(), in.scope);
    in.emit(
        new Access.Cmpxchg(Optional.of(local), at.location(), expected, v, Access.Order.FULL),
        c.place());
    return new Typed(new Value.Local(local), at.kind());
  }

  private Typed synchronizeRcu(Expression.Call c) {
    arguments(c, 0);
    in.emit(new Access.SynchronizeRcuBegin(), c.place());
    in.emit(new Wait.SynchronizeRcuEnd(in.unregistering()), c.place());
    return Typed.NOTHING;
  }

  private Typed spinLock(Expression.Call c, Expression.Name n) {
    boolean flags = n.name().endsWith("_irqsave");
    String lock = lock(argument(c, 0, flags ? 2 : 1), false);
    if (flags) {
      flags(argument(c, 1, 2));
    }
    if (flags) {
      in.emit(new Section.LocalIrqSave(), c.place());
    } else if (n.name().endsWith("_irq")) {
      in.emit(new Section.LocalIrqDisable(), c.place());
    } else if (n.name().endsWith("_bh")) {
      in.emit(new Section.LocalBhDisable(), c.place());
    }
    in.emit(new Wait.SpinLock(lock), c.place());
    return Typed.NOTHING;
  }

  private Typed spinUnlock(Expression.Call c, Expression.Name n) {
    boolean flags = n.name().endsWith("_irqrestore");
    String lock = lock(argument(c, 0, flags ? 2 : 1), false);
    if (flags) {
      flags(argument(c, 1, 2));
    }
    in.emit(new Section.SpinUnlock(lock), c.place());
    if (flags) {
      in.emit(new Section.LocalIrqRestore(), c.place());
    } else if (n.name().endsWith("_irq")) {
      in.emit(new Section.LocalIrqEnable(), c.place());
    } else if (n.name().endsWith("_bh")) {
      in.emit(new Section.LocalBhEnable(), c.place());
    }
    return Typed.NOTHING;
  }

  private Typed mutex(Expression.Call c, boolean take) {
    String lock = lock(argument(c, 0, 1), true);
    in.emit(take ? new Wait.MutexLock(lock) : new Section.MutexUnlock(lock), c.place());
    return Typed.NOTHING;
  }

  /** The saved interrupt state: a local that nothing else is to look at. */
  private void flags(Expression e) {
    boolean fits =
        e instanceof Expression.Name n
            && in.scope.lookup(n.name()).filter(l -> l.kind() == Typed.Kind.INT).isPresent();
    if (!fits) {
      throw new Refusal(
          e.place(), "not a local for the interrupt flags", "declare one: unsigned long flags;");
    }
  }

  private String lock(Expression e, boolean mutex) {
    if (pointee(e) instanceof Expression.Name n
        && in.symbols.lock(n.name()).filter(l -> l.mutex() == mutex).isPresent()) {
      return n.name();
    }
    String definition = mutex ? "DEFINE_MUTEX(name);" : "DEFINE_SPINLOCK(name);";
    throw new Refusal(
        e.place(),
        "not a " + (mutex ? "mutex" : "spinlock") + " of this file",
        "define it by " + definition + " and pass its address");
  }

  private Typed warn(Expression.Call c) {
    if (c.arguments().isEmpty()) {
      arguments(c, 1);
    }
    Value condition =
        in.expressions.evaluate(c.arguments().get(0)).condition(c.arguments().get(0).place());
    c.arguments().stream().skip(1).forEach(this::withoutSharedAccess);
    in.emit(new Local.WarnOn(condition), c.place());
    return new Typed(condition, Typed.Kind.BOOL);
  }

  private void withoutSharedAccess(Expression e) {
    if (e instanceof Expression.Text || e instanceof Expression.Number) {
      return;
    }
    if (e instanceof Expression.Name n && in.scope.lookup(n.name()).isPresent()) {
      return;
    }
    throw new Refusal(
        e.place(),
        "a shared access in what is printed",
        "read it into a local first, and print that");
  }

  private Located thisCpu(Expression e) {
    if (e instanceof Expression.Name n) {
      Optional<Item.Variable> v = in.symbols.variable(n.name()).filter(Item.Variable::perCpu);
      if (v.isPresent()) {
        return new Located(new Location.ThisCpu(n.name()), Typed.Kind.of(v.get().type()));
      }
    }
    throw new Refusal(
        e.place(), "not a per-CPU variable", "define it by DEFINE_PER_CPU(type, name);");
  }

  /** The location that an lvalue names. */
  Located located(Expression e) {
    if (e instanceof Expression.Name n) {
      if (in.scope.lookup(n.name()).isPresent()) {
        throw new Refusal(
            n.place(), n.name() + " is a local: nobody else sees it", "use it as it is");
      }
      Item.Variable v =
          in.symbols
              .variable(n.name())
              .orElseThrow(
                  () ->
                      new Refusal(
                          n.place(),
                          n.name() + " is not a variable of this file",
                          "define it, as a global or a local"));
      if (v.perCpu()) {
        throw new Refusal(
            n.place(),
            n.name() + " is a per-CPU variable",
            "write this_cpu_read("
                + n.name()
                + "), this_cpu_write() or per_cpu("
                + n.name()
                + ", cpu)");
      }
      return new Located(new Location.Global(n.name()), Typed.Kind.of(v.type()));
    }
    if (e instanceof Expression.Member m) {
      Type type =
          in.symbols
              .member(m.member())
              .orElseThrow(
                  () ->
                      new Refusal(
                          m.place(),
                          "struct " + in.symbols.structName() + " has no member " + m.member(),
                          "name one of: " + String.join(", ", in.symbols.memberNames())));
      Value object = in.expressions.evaluate(m.object()).as(Typed.Kind.OBJECT, m.place());
      return new Located(new Location.Member(m.member(), object), Typed.Kind.of(type));
    }
    if (e instanceof Expression.Call c
        && c.callee() instanceof Expression.Name n
        && n.name().equals("per_cpu")) {
      Located variable = thisCpu(argument(c, 0, 2));
      Value cpu =
          in.expressions.evaluate(argument(c, 1, 2)).as(Typed.Kind.CPU, argument(c, 1, 2).place());
      return new Located(new Location.OfCpu(variable.location().name(), cpu), variable.kind());
    }
    throw new Refusal(
        e.place(), "not a place in memory", "name a global, a member, or per_cpu(variable, cpu)");
  }

  private static Expression pointee(Expression e) {
    if (e instanceof Expression.AddressOf a) {
      return a.operand();
    }
    throw new Refusal(e.place(), "an address is needed here", "put & in front of it");
  }

  static void arguments(Expression.Call c, int wanted) {
    if (c.arguments().size() != wanted) {
      String name = c.callee() instanceof Expression.Name n ? n.name() + "()" : "this call";
      throw new Refusal(
          c.place(),
          name
              + " takes "
              + wanted
              + " argument"
              + (wanted == 1 ? "" : "s")
              + ", not "
              + c.arguments().size(),
          "give it " + wanted);
    }
  }

  static Expression argument(Expression.Call c, int index, int of) {
    arguments(c, of);
    return c.arguments().get(index);
  }
}
