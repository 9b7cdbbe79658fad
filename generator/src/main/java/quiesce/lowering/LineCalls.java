package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.steps.Access;
import quiesce.steps.Deferred;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.LineChange;
import quiesce.steps.Local;
import quiesce.steps.Value;
import quiesce.steps.Wait;
import quiesce.steps.Wait.Ended.Until;

/** Calls about interrupt lines that change while threads run: kernel/irq/manage.c. */
final class LineCalls {
  private static final int EBUSY = 16;

  /** The functions, each with how many arguments it takes. */
  private static final Map<String, Integer> ARGUMENTS =
      Map.of(
          "request_irq", 5,
          "free_irq", 2,
          "disable_irq", 1,
          "disable_irq_nosync", 1,
          "disable_hardirq", 1,
          "enable_irq", 1,
          "synchronize_irq", 1,
          "synchronize_hardirq", 1);

  private final ThreadLowering in;
  private final Expression.Call call;
  private final Interrupts interrupts;

  LineCalls(ThreadLowering in, Expression.Call call) {
    this.in = in;
    this.call = call;
    this.interrupts = in.symbols.interrupts();
  }

  /** Whether it is about a line that changes. */
  static boolean isOne(Expression.Call c, Interrupts interrupts) {
    return ARGUMENTS.containsKey(c.name())
        && !(c.name().startsWith("synchronize") && interrupts.lines().isEmpty());
  }

  Typed lower(Want want) {
    Calls.arguments(call, ARGUMENTS.get(call.name()));
    Expression irq = call.arguments().get(0);
    if (call.name().equals("request_irq")) {
      return request(want);
    }
    Deferred line = interrupts.lineOf(irq, call.place());
    number(irq);
    switch (call.name()) {
      case "free_irq" -> free(line);
      case "disable_irq" -> {
        notShared(line);
        in.emit(new Local.Reached(true), call.place());
        change(line, LineChange.DISABLE_IRQ, Optional.empty());
        ended(line);
      }
      case "disable_irq_nosync" -> {
        notShared(line);
        change(line, LineChange.DISABLE_IRQ, Optional.empty());
      }
      case "disable_hardirq" -> {
        notShared(line);
        change(line, LineChange.DISABLE_IRQ, Optional.empty());
        ended(line);
        return new Typed(new Value.Truth(true), Typed.Kind.BOOL);
      }
      case "enable_irq" -> {
        notShared(line);
        warnIfNothing(line, LineChange.ENABLE_IRQ);
      }
      case "synchronize_irq" -> {
        in.emit(new Local.Reached(true), call.place());
        ended(line);
      }
      default -> ended(line);
    }
    return Typed.NOTHING;
  }

  /** It may fail; it does if the line is requested already. */
  private Typed request(Want want) {
    Interrupts.Request r =
        interrupts
            .of(call)
            .filter(q -> interrupts.line(q.handler()).isPresent())
            .orElseThrow(
                () ->
                    new Refusal(
                        call.place(),
                        "it is not known which function handles the interrupt",
                        "name a function of this file"));
    Deferred line = interrupts.line(r.handler()).get();
    checkHandler(r);
    if (!line.isRequested()) {
      throw fixed("an interrupt is requested while a thread runs, and before that");
    }
    number(r.irq());
    device(line, r.device());
    LineChange change = r.isDisabled() ? LineChange.REQUEST_IRQ_DISABLED : LineChange.REQUEST_IRQ;
    String error = want.localFor(Typed.Kind.INT, "error", in.scope);
    String fails = in.scope.fresh("fails", Typed.Kind.BOOL);
    in.emit(new Local.AnyValue(fails, Access.Domain.BOOLEAN), call.place());
    List<Graph.Edge> failed = new ArrayList<>(failure(error, new Value.Local(fails)));
    String busy = in.scope.fresh("busy", Typed.Kind.INT);
    change(line, change, Optional.of(busy));
    failed.addAll(failure(error, new Value.NonZero(new Value.Local(busy))));
    in.emit(new Local.Assign(error, new Value.Number(0)), call.place());
    return in.calls.ended(error, -EBUSY, failed);
  }

  /** Where it leads if a condition holds; what is open afterwards is where it does not. */
  private List<Graph.Edge> failure(String error, Value condition) {
    Exits exits = in.expressions.branch(condition, call.place());
    in.graph.reopen(exits.whenTrue());
    in.emit(new Local.Assign(error, new Value.Number(-EBUSY)), call.place());
    List<Graph.Edge> failed = in.graph.take();
    in.graph.reopen(exits.whenFalse());
    return failed;
  }

  private void checkHandler(Interrupts.Request r) {
    boolean handles =
        in.symbols
            .function(r.handler())
            .filter(f -> f.body().isPresent() && f.roles().equals(Set.of(Item.Role.IRQ)))
            .isPresent();
    if (!handles) {
      throw new Refusal(
          call.place(),
          r.handler() + "() is no interrupt handler with a body in this file",
          "write its body, and no role but __irq");
    }
    for (Interrupts.Request o : interrupts.all()) {
      boolean same = o.handler().equals(r.handler());
      if (same && Interrupts.areOthers(o.irq(), r.irq())) {
        throw new Refusal(
            call.place(),
            r.handler() + "() handles two lines",
            "write one function for each, and let it call what they share");
      }
      if (!same && !Interrupts.areOthers(o.irq(), r.irq())) {
        throw new Refusal(
            call.place(),
            "%s() and %s() may be of one line".formatted(r.handler(), o.handler()),
            "give each a constant number of its own; or let one function call both");
      }
    }
  }

  private void free(Deferred line) {
    if (!line.isRequested()) {
      throw fixed("an interrupt is freed that is requested before any thread runs");
    }
    device(line, call.arguments().get(1));
    warnIfNothing(line, LineChange.FREE_IRQ);
    ended(line);
  }

  private Refusal fixed(String message) {
    return new Refusal(
        call.place(),
        message,
        "request it in the function that registers, or in another one with a role, and nowhere else");
  }

  private void change(Deferred line, LineChange change, Optional<String> nothing) {
    in.emit(new Access.Line(line, change, nothing), call.place());
  }

  /** The kernel warns if there was nothing to free, or to enable. */
  private void warnIfNothing(Deferred line, LineChange change) {
    String nothing = in.scope.fresh("unbalanced", Typed.Kind.INT);
    change(line, change, Optional.of(nothing));
    in.emit(new Local.WarnOn(new Value.NonZero(new Value.Local(nothing))), call.place());
  }

  private void ended(Deferred line) {
    in.emit(new Wait.Ended(line, Until.ENDED, Optional.empty()), call.place());
  }

  /** To others of the line, it matters who disables it. */
  private void notShared(Deferred line) {
    if (interrupts.all().stream().anyMatch(r -> r.handler().equals(line.name()) && r.isShared())) {
      throw new Refusal(
          call.place(),
          "a line with IRQF_SHARED is disabled, or enabled, for all who share it",
          "drop IRQF_SHARED, or let the handler ask whether it is to do anything");
    }
  }

  /** What says which line it is may have to be read. */
  private void number(Expression irq) {
    if (Constant.of(irq).isEmpty()) {
      in.expressions.evaluate(irq).as(Typed.Kind.INT, irq.place());
    }
  }

  private void device(Deferred line, Expression given) {
    String device =
        device(given.bare())
            .orElseThrow(
                () ->
                    new Refusal(
                        given.place(),
                        "it is not known which device this is",
                        "write NULL, or the address of a global variable, here and where the line is"
                            + " requested"));
    Optional<String> other = interrupts.device(line, device);
    if (other.isPresent()) {
      throw new Refusal(
          given.place(),
          "the line is of another device: %s() is of %s, and this is %s"
              .formatted(line.name(), other.get(), device),
          "write the same device in request_irq() and free_irq()");
    }
  }

  /** A name of a device, the same for each way to write it. */
  private Optional<String> device(Expression given) {
    if (Constant.of(given).filter(n -> n == 0).isPresent() || given instanceof Expression.Null) {
      return Optional.of("NULL");
    }
    if (given instanceof Expression.AddressOf a) {
      return in.addresses.name(a.operand()).map(n -> "&" + n);
    }
    return in.addresses
        .local(given)
        .flatMap(Typed::pointee)
        .filter(Pointee.GlobalStruct.class::isInstance)
        .map(Pointee.GlobalStruct.class::cast)
        .filter(s -> s.which() instanceof Pointee.Which.Only)
        .map(s -> "&" + s.name());
  }
}
