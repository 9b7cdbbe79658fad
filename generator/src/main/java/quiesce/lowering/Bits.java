package quiesce.lowering;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.primitives.Argument;
import quiesce.source.Expression;
import quiesce.steps.Access;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Operation;
import quiesce.steps.Value;

/** Lowers what is done with bits by more than a step, and with counts of references. */
final class Bits {
  private static final Set<String> MODES =
      Set.of("TASK_UNINTERRUPTIBLE", "TASK_INTERRUPTIBLE", "TASK_KILLABLE");

  private final ThreadLowering in;

  Bits(ThreadLowering in) {
    this.in = in;
  }

  /** {@code refcount_sub_and_test(i, &r)}, and with 1 for i. */
  Typed lastReference(Expression.Call c) {
    boolean one = c.name().equals("refcount_dec_and_test");
    Expression reference = Calls.argument(c, one ? 0 : 1, one ? 1 : 2);
    Value less =
        one
            ? new Value.Number(1)
            : Expressions.number(in.expressions.evaluate(c.arguments().get(0)), c);
    Location at = located(Argument.REFCOUNT, reference);
    String before = in.scope.fresh(at.name(), Typed.Kind.INT);
    Value was = new Value.Local(before);
    Operation subtracts = new Operation.AtomicFetch(Value.Operator.MINUS, less);
    in.emit(new Access.Rmw(Optional.of(before), at, subtracts, Access.Order.RELEASE), c.place());
    in.emit(new Local.WarnOn(new Value.Less(was, less)), c.place());
    Value isLast = new Value.Equal(was, less);
    Exits exits = in.expressions.branch(isLast, c.place());
    in.graph.reopen(exits.whenTrue());
    in.emit(new Local.Fence(Local.Fence.Kind.SMP_RMB), c.place());
    in.graph.alsoOpen(exits.whenFalse());
    return new Typed(new Value.AsNumber(isLast), Typed.Kind.INT);
  }

  /** {@code __set_bit(nr, &word)} and its like, as {@code word |= bit} is. */
  Typed plain(Expression.Call c, Expression.Operator operator) {
    int bit = in.places.bit(Calls.argument(c, 0, 2));
    Expression word = Calls.argument(c, 1, 2);
    Places.Located at = in.places.of(Argument.WORD, word);
    in.places.ofType(Argument.WORD, at, word);
    boolean clears = operator == Expression.Operator.BIT_AND;
    Expression value = new Expression.Number(c.place(), clears ? -1 - bit : bit);
    return in.assignments.lower(new Expression.Update(c.place(), word, operator, value, false), at);
  }

  /** {@code clear_and_wake_up_bit(nr, &word)} */
  Typed clearAndWake(Expression.Call c) {
    int bit = in.places.bit(Calls.argument(c, 0, 2));
    Location at = located(Argument.WORD, Calls.argument(c, 1, 2));
    Operation clears = new Operation.AtomicFetch(Value.Operator.AND_NOT, new Value.Number(bit));
    in.wakeUps.wakes(
        in.emit(new Access.Rmw(Optional.empty(), at, clears, Access.Order.RELEASE), c.place()));
    in.emit(new Local.Fence(Local.Fence.Kind.SMP_MB), c.place());
    return Typed.NOTHING;
  }

  /** {@code wait_on_bit(&word, nr, mode)} */
  Typed waitFor(Expression.Call c, Want want) {
    int bit = in.places.bit(Calls.argument(c, 1, 3));
    String mode = Calls.argument(c, 2, 3) instanceof Expression.Name n ? n.name() : "";
    if (!MODES.contains(mode)) {
      throw new Refusal(
          c.arguments().get(2).place(),
          "this says in no way that is known whether a signal ends the wait",
          "write TASK_UNINTERRUPTIBLE, TASK_INTERRUPTIBLE or TASK_KILLABLE");
    }
    in.emit(new Local.Reached(true), c.place());
    String result = want.localFor(Typed.Kind.INT, "error", in.scope);
    List<Graph.Edge> failed = List.of();
    if (!mode.equals("TASK_UNINTERRUPTIBLE")) {
      failed = in.calls.signal(result, c.place());
    }
    Graph.Mark head = in.graph.mark();
    Location at = located(Argument.WORD, Calls.argument(c, 0, 3));
    in.wakeUps.awaits(at.key(), bit, c.place());
    String word = in.scope.fresh(at.name(), Typed.Kind.INT);
    in.emit(new Access.Load(Access.Load.Kind.LOAD_ACQUIRE, word, at), c.place());
    Value set =
        new Value.NonZero(
            new Value.Arithmetic(Value.Operator.AND, new Value.Local(word), new Value.Number(bit)));
    Exits exits = in.expressions.branch(set, c.place());
    in.graph.reopen(exits.whenTrue());
    in.emit(new Local.CpuRelax(), c.place());
    in.loops.close(head, c.place());
    in.graph.reopen(exits.whenFalse());
    if (want.used()) {
      in.emit(new Local.Assign(result, new Value.Number(0)), c.place());
    }
    return in.calls.ended(result, failed);
  }

  private Location located(Argument argument, Expression e) {
    Places.Located at = in.places.of(argument, e);
    in.places.ofType(argument, at, e);
    return at.location();
  }
}
