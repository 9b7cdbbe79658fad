package quiesce.litmus.lowering;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.litmus.tree.Type;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Spelling;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Section;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** Lowers the primitives. */
final class Calls {
  private static final Value ZERO = new Value.Number(0);

  /** In place of a refused call's result; the steps are not handed out then. */
  private static final Optional<Value> REFUSED = Optional.of(ZERO);

  private final ProcessLowering in;
  private final Atomics atomics;

  Calls(ProcessLowering in) {
    this.in = in;
    this.atomics = new Atomics(in);
  }

  /** For its effect. */
  void call(Expression.Call c) {
    call(c, Optional.empty());
  }

  /**
   * For its value.
   *
   * @param target where a value from memory may go
   */
  Value value(Expression.Call c, Optional<String> target) {
    return call(c, target)
        .orElseGet(
            () -> {
              in.report(
                  c.place(),
                  "%s() has no value".formatted(c.name()),
                  "write it as a statement of its own");
              return ZERO;
            });
  }

  /** The result; empty when there is none. */
  private Optional<Value> call(Expression.Call c, Optional<String> target) {
    String name = AtomicOperation.plain(c.name());
    Optional<AtomicOperation> atomic = AtomicOperation.of(name);
    if (Primitives.LOADS.containsKey(name)) {
      return load(c, name, target);
    } else if (Primitives.STORES.containsKey(name)) {
      return store(c, name);
    } else if (atomic.isPresent()) {
      return takes(c, Atomics.arguments(atomic.get()), Atomics.usage(atomic.get(), c.name()))
          ? atomics.lower(atomic.get(), c, target)
          : REFUSED;
    } else if (Primitives.WITHOUT_ARGUMENTS.containsKey(name)) {
      return nothing(c, () -> in.emit(Primitives.WITHOUT_ARGUMENTS.get(name), c.place()));
    }
    Optional<Fence> fence = Stream.of(Fence.values()).filter(f -> f.c().equals(name)).findAny();
    return fence.isPresent()
        ? nothing(c, () -> in.fence(fence.get(), c.place()))
        : synchronisation(c, target);
  }

  private Optional<Value> nothing(Expression.Call c, Runnable emit) {
    if (!takes(c, 0, c.name() + "()")) {
      return REFUSED;
    }
    emit.run();
    return Optional.empty();
  }

  private Optional<Value> load(Expression.Call c, String name, Optional<String> target) {
    boolean variable = Primitives.OF_VARIABLES.contains(name);
    if (!takes(c, 1, c.name() + (variable ? "(*x)" : "(x)"))) {
      return REFUSED;
    }
    Location location = location(c, name);
    String local = target.orElseGet(in.scope::temporary);
    in.emit(Primitives.LOADS.get(name).apply(local, location), c.place());
    return Optional.of(new Value.Local(local));
  }

  private Optional<Value> store(Expression.Call c, String name) {
    boolean variable = Primitives.OF_VARIABLES.contains(name);
    if (!takes(c, 2, c.name() + (variable ? "(*x, value)" : "(x, value)"))) {
      return REFUSED;
    }
    Location location = location(c, name);
    Value value = in.expressions.value(c.arguments().get(1));
    in.emit(Primitives.STORES.get(name).apply(location, value), c.place());
    if (name.equals("smp_store_mb")) {
      in.emit(new Local.SmpMb(), c.place());
    }
    return Optional.empty();
  }

  private Location location(Expression.Call c, String name) {
    Expression argument = c.arguments().get(0);
    return Primitives.OF_VARIABLES.contains(name)
        ? in.locations.variable(argument, c.name())
        : in.locations.address(argument, c.name());
  }

  void plainStore(Expression.Dereference target, Expression value, Place place) {
    Location location = in.locations.pointee(target.operand());
    in.emit(new Access.PlainStore(location, in.expressions.value(value)), place);
  }

  private Optional<Value> synchronisation(Expression.Call c, Optional<String> target) {
    switch (c.name()) {
      case "synchronize_rcu", "synchronize_rcu_expedited" -> {
        return nothing(
            c,
            () -> {
              in.emit(new Access.SynchronizeRcuBegin(), c.place());
              in.emit(new Wait.SynchronizeRcuEnd(false), c.place());
            });
      }
      case "synchronize_srcu", "synchronize_srcu_expedited" -> {
        object(c, Type.Kind.DOMAIN)
            .ifPresent(
                domain -> {
                  in.emit(new Access.SynchronizeSrcuBegin(domain), c.place());
                  in.emit(new Wait.SynchronizeSrcuEnd(domain), c.place());
                });
        return Optional.empty();
      }
      case "spin_lock" -> {
        object(c, Type.Kind.LOCK).ifPresent(l -> in.emit(new Wait.SpinLock(l), c.place()));
        return Optional.empty();
      }
      case "spin_unlock" -> {
        object(c, Type.Kind.LOCK).ifPresent(l -> in.emit(new Section.SpinUnlock(l), c.place()));
        return Optional.empty();
      }
      case "spin_trylock", "spin_is_locked" -> {
        String local = target.orElseGet(in.scope::temporary);
        boolean takes = c.name().equals("spin_trylock");
        object(c, Type.Kind.LOCK)
            .map(l -> takes ? new Access.SpinTrylock(local, l) : new Access.SpinIsLocked(local, l))
            .ifPresent(step -> in.emit(step, c.place()));
        return Optional.of(new Value.Local(local));
      }
      case "srcu_read_lock", "srcu_down_read" -> {
        in.report(
            c.place(),
            "the index of %s() is lost".formatted(c.name()),
            "assign it to a register, and hand that to %s()"
                .formatted(
                    c.name().equals("srcu_read_lock") ? "srcu_read_unlock" : "srcu_up_read"));
        return REFUSED;
      }
      case "srcu_read_unlock", "srcu_up_read" -> {
        srcuReadUnlock(c);
        return Optional.empty();
      }
      default -> {
        return unknown(c);
      }
    }
  }

  private Optional<String> object(Expression.Call c, Type.Kind kind) {
    return takes(c, 1, c.name() + "(s)")
        ? Optional.of(in.locations.object(c.arguments().get(0), kind, c.name()))
        : Optional.empty();
  }

  /** Whether the call returns the index of a section. */
  static boolean beginsSrcu(Expression.Call c) {
    return c.name().equals("srcu_read_lock") || c.name().equals("srcu_down_read");
  }

  /** The index is of no use but to end the section; its value is 0. */
  void srcuReadLock(Expression.Call c, String register) {
    object(c, Type.Kind.DOMAIN)
        .ifPresent(
            domain -> {
              in.emit(new Local.Assign(register, ZERO), c.place());
              in.section(new Section.SrcuReadLock(section(domain)), register, c.place());
            });
  }

  /** Which of the domain's sections it is, {@link SrcuSections} finds out. */
  private static Section.Srcu section(String domain) {
    return new Section.Srcu(domain, domain);
  }

  private void srcuReadUnlock(Expression.Call c) {
    if (!takes(c, 2, c.name() + "(s, index)")) {
      return;
    }
    String domain = in.locations.object(c.arguments().get(0), Type.Kind.DOMAIN, c.name());
    if (c.arguments().get(1).bare() instanceof Expression.Name n
        && !in.scope.isParameter(n.name())) {
      String register = in.scope.register(n.name(), n.place());
      in.section(new Section.SrcuReadUnlock(section(domain)), register, c.place());
    } else {
      in.report(
          c.arguments().get(1).place(),
          "this is no index of a section",
          "hand over the register to which %s() was assigned"
              .formatted(c.name().equals("srcu_up_read") ? "srcu_down_read" : "srcu_read_lock"));
    }
  }

  private Optional<Value> unknown(Expression.Call c) {
    String name = AtomicOperation.plain(c.name()).replaceFirst("_(relaxed|acquire|release)$", "");
    if (Primitives.REFUSED.containsKey(name)) {
      in.report(
          c.place(), "%s() is not supported".formatted(c.name()), Primitives.REFUSED.get(name));
    } else {
      in.report(
          c.place(),
          "%s() is not a supported primitive".formatted(c.name()),
          Spelling.nearest(c.name(), Primitives.names())
              .map("did you mean %s()?"::formatted)
              .orElse("write it in terms of READ_ONCE(), WRITE_ONCE() and the like"));
    }
    return REFUSED;
  }

  private boolean takes(Expression.Call c, int count, String usage) {
    List<Expression> arguments = c.arguments();
    if (arguments.size() == count) {
      return true;
    }
    in.report(
        c.place(),
        "%s() is given %d arguments and takes %d".formatted(c.name(), arguments.size(), count),
        "write " + usage);
    return false;
  }
}
