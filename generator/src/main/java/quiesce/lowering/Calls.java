package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.primitives.Accesses;
import quiesce.primitives.Dialect;
import quiesce.primitives.Operands;
import quiesce.primitives.Operands.Operand;
import quiesce.primitives.Primitive;
import quiesce.primitives.Primitives;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.LockType;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.LockKind;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** Lowers calls: primitives, functions of the strategy, callbacks. */
final class Calls {
  private static final int EINTR = 4;

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
    if (c.callee() instanceof Expression.Call site && callbacks.isSite(site)) {
      return callbacks.site(site, c, want);
    }
    Optional<Typed> local = in.addresses.local(c.callee());
    Optional<String> known = local.flatMap(Typed::functionOfFile);
    if (known.isPresent()) {
      return own(new Expression.Name(c.callee().place(), known.get()), c, want);
    }
    if (!(c.callee() instanceof Expression.Name n)
        || in.scope.lookup(n.name()).isPresent()
        || in.symbols.variable(n.name()).isPresent()) {
      return callbacks.pointer(c.callee(), c, want);
    }
    Optional<Primitive> found = Primitives.find(n.name(), Dialect.STRATEGY);
    if (found.isEmpty()) {
      return switch (n.name()) {
        case PercpuRefs.RELEASE -> PercpuRefs.release(in, c);
        case ErrorRewriting.CHECKED -> ErrorRewriting.checked(in, c, want);
        default -> own(n, c, want);
      };
    }
    Primitive.Meaning meaning = found.get().meaning();
    if (meaning instanceof Primitive.Steps does) {
      return steps(c, does, want);
    } else if (meaning instanceof Primitive.Prints) {
      c.arguments().stream()
          .filter(e -> !(e instanceof Expression.Size))
          .forEach(in.expressions::evaluate);
      return Typed.NOTHING;
    } else if (meaning instanceof Primitive.Hint) {
      return in.expressions.evaluate(argument(c, 0, 1), want);
    } else if (meaning instanceof Primitive.Refused r) {
      throw new Refusal(n.place(), n.name() + "() is not supported", r.help());
    }
    return special(n, c, want);
  }

  private Typed special(Expression.Name n, Expression.Call c, Want want) {
    if (LineCalls.isOne(c, in.symbols.interrupts())) {
      return new LineCalls(in, c).lower(want);
    }
    return switch (n.name()) {
      case "smp_processor_id", "raw_smp_processor_id" -> {
        arguments(c, 0);
        yield processorId(c, want);
      }
      case "get_cpu" -> {
        arguments(c, 0);
        in.emit(new Section.Enter(Region.PREEMPT_OFF), c.place());
        yield want.used() ? processorId(c, want) : Typed.NOTHING;
      }
      case "static_call_update" -> callbacks.update(c);
      case "static_call", "static_call_cond" ->
          throw new Refusal(
              n.place(),
              n.name() + "() names a call but does not make it",
              "write " + n.name() + "(key)()");
      case "BUG_ON" -> {
        Value condition = in.expressions.evaluate(argument(c, 0, 1)).condition(c.place());
        in.emit(new Local.BugOn(condition), c.place());
        yield Typed.NOTHING;
      }
      case "per_cpu" -> load(c, want, c.place());
      case "per_cpu_ptr", "this_cpu_ptr", "raw_cpu_ptr" ->
          in.addresses
              .ofCpu(c)
              .orElseThrow(
                  () ->
                      new Refusal(
                          n.place(),
                          "the address of a per-CPU variable as a value",
                          "put a * before it: *" + n.name() + "(&variable)"));
      case "kmalloc", "kzalloc", "kcalloc", "kmalloc_array" -> new Allocation(in, c).lower(want);
      case ErrorPointers.MAKE, ErrorPointers.CAST ->
          throw new Refusal(
              n.place(),
              "an error as a pointer, where no local gets it, and no function returns it that is called by its name",
              "put it into a local, and ask IS_ERR() before that is used; or keep an int, 0 or an error");
      case "IS_ERR" -> {
        Typed pointer = pointer(c);
        yield new Typed(
            pointer.kind() == Typed.Kind.TASK
                ? KthreadCalls.isError(pointer.value())
                : new Value.Truth(false),
            Typed.Kind.BOOL);
      }
      case "IS_ERR_OR_NULL" -> {
        Typed pointer = pointer(c);
        yield new Typed(
            pointer.kind() == Typed.Kind.TASK
                ? new Value.Less(pointer.value(), new Value.Number(1))
                : Expressions.not(pointer.condition(c.place())),
            Typed.Kind.BOOL);
      }
      case "mutex_lock_interruptible", "mutex_lock_killable" ->
          interruptible(c, LockType.MUTEX, LockKind.MUTEX, want);
      case "down_read_interruptible", "down_read_killable" ->
          interruptible(c, LockType.RWSEM, LockKind.DOWN_READ, want);
      case "down_write_killable" -> interruptible(c, LockType.RWSEM, LockKind.DOWN_WRITE, want);
      case "refcount_dec_and_test", "refcount_sub_and_test" -> in.bits.lastReference(c);
      case "__set_bit" -> in.bits.plain(c, Expression.Operator.BIT_OR);
      case "__clear_bit" -> in.bits.plain(c, Expression.Operator.BIT_AND);
      case "__change_bit" -> in.bits.plain(c, Expression.Operator.BIT_XOR);
      case "clear_and_wake_up_bit" -> in.bits.clearAndWake(c);
      case "wait_on_bit" -> in.bits.waitFor(c, want);
      case "memcpy", "memset" -> new Bytes(in).lower(c);
      case "swap" -> in.assignments.swap(c);
      case "synchronize_irq", "synchronize_hardirq" -> {
        String runs = in.symbols.interrupts().awaitedBy(c);
        in.emit(new Access.GracePeriodBegins(runs), c.place());
        in.emit(new Wait.GracePeriodEnds(runs, false), c.place());
        yield Typed.NOTHING;
      }
      case "devm_request_irq", "devm_request_threaded_irq" ->
          throw new Refusal(
              n.place(),
              "an interrupt is requested while a thread runs, and freed when its device goes",
              "write request_irq() and free_irq(); or request it in a function that device_initcall() or the like"
                  + " names");
      case "ARRAY_SIZE" ->
          new Typed(new Value.Number(in.places.size(argument(c, 0, 1))), Typed.Kind.INT);
      default -> ofFamily(c, want);
    };
  }

  /** One of several that are lowered together. */
  private Typed ofFamily(Expression.Call c, Want want) {
    if (ModuleCalls.isOne(c.name())) {
      return new ModuleCalls(in).lower(c, want);
    } else if (QueueCalls.isOne(c.name())) {
      return new QueueCalls(in, c).lower(want);
    } else if (KthreadCalls.isOne(c.name())) {
      return new KthreadCalls(in, c).lower(want);
    } else if (SmpFunctions.isOne(c.name())) {
      return new SmpCalls(in, c).lower();
    } else if (LateCalls.isOne(c.name())) {
      return new LateCalls(in).lower(c, want);
    }
    return Accesses.PER_CPU_UPDATES.containsKey(c.name())
        ? perCpuUpdate(c, Accesses.PER_CPU_UPDATES.get(c.name()))
        : warn(c);
  }

  /**
   * The lock is taken, or a signal comes first. Whoever waits for ever is not sure to get one: that
   * is a deadlock as it is of {@code mutex_lock()}.
   */
  private Typed interruptible(Expression.Call c, LockType type, LockKind kind, Want want) {
    Operand.Lock lock = in.locks.named(argument(c, 0, 1), type);
    String result = want.localFor(Typed.Kind.INT, "error", in.scope);
    List<Graph.Edge> failed = signal(result, c.place());
    if (kind.isOfWriter()) {
      in.emit(new Section.Queue(kind, lock.name()), c.place());
    }
    in.locks.emit(new Wait.Lock(kind, lock.name(), lock.member()), Optional.of(lock), c.place());
    in.emit(new Local.Assign(result, new Value.Number(0)), c.place());
    return ended(result, failed);
  }

  /**
   * A signal may come first.
   *
   * @param result gets the error then
   * @return where it leads; what is open afterwards is without one
   */
  List<Graph.Edge> signal(String result, Place place) {
    Exits exits = in.either("signal", place);
    List<Graph.Edge> failed = in.assigned(exits.whenTrue(), result, -EINTR, place);
    in.graph.reopen(exits.whenFalse());
    return failed;
  }

  /** What a call returns that may have failed with a signal, and has worked where it is open. */
  Typed ended(String result, List<Graph.Edge> failed) {
    return ended(result, -EINTR, failed);
  }

  /** The same with another error. */
  Typed ended(String result, int error, List<Graph.Edge> failed) {
    in.outcome = Optional.of(new Outcome(result, error, failed, in.graph.take()));
    in.graph.reopen(in.outcome.get().edges());
    return new Typed(new Value.Local(result), Typed.Kind.INT);
  }

  /** The pointer that is asked whether it is an error. */
  private Typed pointer(Expression.Call c) {
    Typed pointer = in.expressions.evaluate(argument(c, 0, 1));
    if (pointer.kind() != Typed.Kind.OBJECT
        && pointer.kind() != Typed.Kind.ADDRESS
        && pointer.kind() != Typed.Kind.TASK) {
      pointer.as(Typed.Kind.OBJECT, c.place());
    }
    return pointer;
  }

  /** {@code this_cpu_add(x, i)}, as {@code *this_cpu_ptr(&x) += i} is. */
  private Typed perCpuUpdate(Expression.Call c, Accesses.PerCpuUpdate update) {
    Expression variable = argument(c, 0, update.unit() ? 1 : 2);
    Expression value = update.unit() ? new Expression.Number(c.place(), 1) : c.arguments().get(1);
    return in.assignments.lower(
        new Expression.Update(c.place(), variable, update.operator(), value, false),
        in.places.thisCpu(variable));
  }

  private Typed processorId(Expression.Call c, Want want) {
    String local = want.localFor(Typed.Kind.CPU, "cpu", in.scope);
    in.emit(new Local.SmpProcessorId(local), c.place());
    return new Typed(new Value.Local(local), Typed.Kind.CPU);
  }

  /** The CPU that the thread is on now, in a local that nothing else changes. */
  Value processorId(Place place) {
    String local = in.scope.unused("cpu", Typed.Kind.CPU);
    in.emit(new Local.SmpProcessorId(local), place);
    return new Value.Local(local);
  }

  /** A primitive of which the table says all. */
  private Typed steps(Expression.Call c, Primitive.Steps does, Want want) {
    arguments(c, does.arguments().size());
    if (does.returnsIndex() && !want.used()) {
      throw new Refusal(
          c.place(),
          "the index of the section is lost",
          "assign it, and hand it to srcu_read_unlock(): int idx = srcu_read_lock(&s);");
    }
    Arguments meaning = new Arguments(in);
    Operands given = Operands.of(does, c.arguments(), meaning::of);
    Optional<Type> type = does.result().map(r -> r.isOfPlace() ? meaning.type() : new Type.Int());
    Optional<String> local =
        does.result().map(r -> local(r, meaning.kind(type.get()), given.subject(), want));
    return does.make(given.with(local), s -> in.locks.emit(s, given.ofLock(), c.place()), in.fences)
        .map(v -> meaning.read(v, type.get()))
        .orElse(Typed.NOTHING);
  }

  /** Where what is read goes: to where the result is wanted, if that is the same. */
  private String local(Primitive.Result result, Typed.Kind kind, String base, Want want) {
    return result.isRead() ? want.localFor(kind, base, in.scope) : in.scope.fresh(base, kind);
  }

  /** A function of the file, or of the kernel as far as that is C. */
  Typed own(Expression.Name n, Expression.Call c, Want want) {
    if (in.problems.isOfWhatIsHeld(n.name())) {
      throw new Refusal(
          n.place(),
          n.name() + "() asks lockdep, and is for conditions that do nothing",
          "leave it out here, or hand it to rcu_dereference_check() or the like");
    }
    MissingCalls.unsupported(n)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    Item.Function f =
        in.symbols
            .function(n.name())
            .orElseThrow(
                () ->
                    MissingCalls.unknown(
                        n, in.symbols.functions().stream().map(Item.Function::name)));
    arguments(c, f.parameters().size());
    List<Typed> arguments = new ArrayList<>();
    for (int i = 0; i < f.parameters().size(); i++) {
      Typed given = in.expressions.evaluate(c.arguments().get(i));
      Typed wanted = Typed.of(given.value(), f.parameters().get(i).type());
      arguments.add(
          given.isOwnedFor(wanted)
              ? Typed.of(
                  in.expressions.converted(given, wanted, c.arguments().get(i).place()),
                  f.parameters().get(i).type())
              : given);
    }
    Typed.Kind kind = in.chosen.isResultOf(f) ? Typed.Kind.INT : Typed.Kind.of(f.result());
    Optional<String> result =
        want.used() && kind != Typed.Kind.VOID
            ? Optional.of(want.localFor(kind, f.name(), in.scope))
            : Optional.empty();
    Optional<Typed> address = in.statements.inline(f, arguments, result, c.place());
    if (address.isPresent()) {
      return address.get();
    }
    return result.map(l -> Typed.of(new Value.Local(l), f.result())).orElse(Typed.NOTHING);
  }

  /** Lowers a plain load: the wanted local gets the value. */
  Typed load(Expression from, Want want, Place place) {
    Places.Located at = in.places.located(from);
    if (!in.places.hasEffect(at)) {
      return at.holding(new Value.Null());
    }
    String local = want.localFor(at.kind(), at.location().name(), in.scope);
    in.emit(new Access.Load(Access.Load.Kind.PLAIN_LOAD, local, at.location()), place);
    boolean changes = in.slots.assigned(at.location().name());
    return changes
        ? Typed.of(new Value.Local(local), at.type())
        : at.holding(new Value.Local(local));
  }

  /** Lowers a plain store; the value is what is stored. */
  Typed plainStore(Expression target, Expression value, Place place) {
    Places.Located to = in.places.located(target);
    Value v = in.expressions.evaluated(value, to.type());
    if (in.places.hasEffect(to)) {
      in.emit(new Access.Store(Access.Store.Kind.PLAIN_STORE, to.location(), v), place);
    }
    return to.holding(v);
  }

  private Typed warn(Expression.Call c) {
    if (c.arguments().isEmpty()) {
      arguments(c, 1);
    }
    Value condition =
        in.expressions.evaluate(c.arguments().get(0)).condition(c.arguments().get(0).place());
    c.arguments().stream().skip(1).forEach(in.expressions::evaluate);
    in.emit(new Local.WarnOn(condition), c.place());
    return new Typed(condition, Typed.Kind.BOOL);
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
