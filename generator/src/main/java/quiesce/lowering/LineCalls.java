package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.steps.Deferred;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.LateAccess;
import quiesce.steps.LineChange;
import quiesce.steps.Local;
import quiesce.steps.Origin;
import quiesce.steps.Value;
import quiesce.steps.Wait;
import quiesce.steps.Wait.Ended.Until;

/** Calls about interrupt lines that change while threads run: kernel/irq/manage.c. */
final class LineCalls {
  private static final int EBUSY = 16;
  private static final int IRQ_WAKE_THREAD = 2;

  /** Those that a thread may make: others are undone when a device goes. */
  private static final Set<String> REQUESTS = Set.of("request_irq", "request_threaded_irq");

  /** The functions beside requests, each with how many arguments it takes. */
  private static final Map<String, Integer> ARGUMENTS =
      Map.of(
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
    return REQUESTS.contains(c.name())
        || ARGUMENTS.containsKey(c.name())
            && !(Interrupts.isWait(c) && interrupts.lines().isEmpty());
  }

  Typed lower(Want want) {
    if (Interrupts.isRequest(call)) {
      Calls.arguments(call, Interrupts.arguments(call));
      return request(want);
    }
    Calls.arguments(call, ARGUMENTS.get(call.name()));
    Expression irq = call.arguments().get(0);
    Deferred line = interrupts.lineOf(irq, call.place());
    number(irq);
    switch (call.name()) {
      case "free_irq" -> free(line);
      case "disable_irq" -> {
        in.emit(new Local.Reached(true), call.place());
        disable(line);
        ended(line);
      }
      case "disable_irq_nosync" -> {
        notOfThread(line);
        disable(line);
      }
      case "disable_hardirq" -> {
        notOfThread(line);
        disable(line);
        handled(line);
        return new Typed(new Value.Truth(true), Typed.Kind.BOOL);
      }
      case "enable_irq" -> {
        checkSwitch(line);
        warnIfNothing(line, LineChange.ENABLE_IRQ);
      }
      case "synchronize_irq" -> {
        in.emit(new Local.Reached(true), call.place());
        ended(line);
      }
      default -> {
        notOfThread(line);
        handled(line);
      }
    }
    return Typed.NOTHING;
  }

  /** A handler that returns IRQ_WAKE_THREAD has its thread run. */
  static void wake(Deferred thread, String result, Graph graph, Origin origin) {
    Value wakes = new Value.Equal(new Value.Local(result), new Value.Number(IRQ_WAKE_THREAD));
    int branch = graph.add(new Local.Branch(wakes), origin, 2);
    graph.reopen(List.of(new Graph.Edge(branch, 0)));
    graph.add(new LateAccess.Arm(thread, Optional.empty()), origin);
    graph.alsoOpen(List.of(new Graph.Edge(branch, 1)));
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
    HandedData.store(line.name(), r.device(), in);
    LineChange change = r.isDisabled() ? LineChange.REQUEST_IRQ_DISABLED : LineChange.REQUEST_IRQ;
    String error = want.localFor(Typed.Kind.INT, "error", in.scope);
    List<Graph.Edge> failed = new ArrayList<>(failure(error, in.either("fails", call.place())));
    String busy = in.scope.fresh("busy", Typed.Kind.INT);
    change(line, change, Optional.of(busy));
    Value refused = new Value.NonZero(new Value.Local(busy));
    failed.addAll(failure(error, in.expressions.branch(refused, call.place())));
    in.emit(new Local.Assign(error, new Value.Number(0)), call.place());
    return in.calls.ended(error, -EBUSY, failed);
  }

  /** Where it leads with an error; what is open afterwards is the other way. */
  private List<Graph.Edge> failure(String error, Exits exits) {
    List<Graph.Edge> failed = in.assigned(exits.whenTrue(), error, -EBUSY, call.place());
    in.graph.reopen(exits.whenFalse());
    return failed;
  }

  private void checkHandler(Interrupts.Request r) {
    checkRole(r.handler(), r.role());
    r.thread().ifPresent(t -> checkRole(t, Item.Role.TASK));
    for (Interrupts.Request o : interrupts.all()) {
      boolean same = o.handler().equals(r.handler());
      boolean shares = o.runs(r.handler()) || r.thread().filter(o::runs).isPresent();
      if (same ? !o.thread().equals(r.thread()) || o.role() != r.role() : shares) {
        throw new Refusal(
            call.place(),
            "%s() is not requested with one thread of its own".formatted(r.handler()),
            "write the same thread in each request of a handler, and another one for another handler");
      }
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

  private void checkRole(String function, Item.Role role) {
    boolean runs =
        in.symbols
            .function(function)
            .filter(f -> f.body().isPresent() && f.roles().equals(Set.of(role)))
            .isPresent();
    if (!runs) {
      throw new Refusal(
          call.place(),
          "%s() has no body in this file, or another role than %s"
              .formatted(function, role.attribute()),
          "write its body, and no role before it");
    }
  }

  private void free(Deferred line) {
    if (!line.isRequested()) {
      throw fixed("an interrupt is freed that is requested before any thread runs");
    }
    device(line, call.arguments().get(1));
    HandedData.compare(line.name(), call.arguments().get(1), in);
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
    in.emit(new LateAccess.Line(line, change, nothing), call.place());
  }

  /** The kernel warns if there was nothing to free, or to enable. */
  private void warnIfNothing(Deferred line, LineChange change) {
    String nothing = in.scope.fresh("unbalanced", Typed.Kind.INT);
    change(line, change, Optional.of(nothing));
    in.emit(new Local.WarnOn(new Value.NonZero(new Value.Local(nothing))), call.place());
  }

  private void disable(Deferred line) {
    checkSwitch(line);
    change(line, LineChange.DISABLE_IRQ, Optional.empty());
  }

  /** Waits for the handler, and then for the thread that it has woken. */
  private void ended(Deferred line) {
    handled(line);
    interrupts
        .wokenBy(line.name())
        .ifPresent(
            t -> {
              in.emit(new Wait.Ended(t, Until.BEGUN, Optional.empty()), call.place());
              in.emit(new Wait.Ended(t, Until.ENDED, Optional.empty()), call.place());
            });
  }

  private void handled(Deferred line) {
    in.emit(new Wait.Ended(line, Until.ENDED, Optional.empty()), call.place());
  }

  /** A thread that was woken may begin after what does not wait for it. */
  private void notOfThread(Deferred line) {
    if (requests(line).anyMatch(Interrupts.Request::isThread)) {
      throw new Refusal(
          call.place(),
          "%s() does not wait for a thread, which is all that handles the line"
              .formatted(call.name()),
          "write disable_irq() or synchronize_irq(); or request the line with a handler that returns"
              + " IRQ_WAKE_THREAD");
    }
  }

  private void checkSwitch(Deferred line) {
    if (requests(line).anyMatch(Interrupts.Request::isShared)) {
      throw new Refusal(
          call.place(),
          "a line with IRQF_SHARED is disabled, or enabled, for all who share it",
          "drop IRQF_SHARED, or let the handler ask whether it is to do anything");
    }
    if (!line.isRequested() && requests(line).anyMatch(Interrupts.Request::isDisabled)) {
      throw fixed("a line is requested with IRQF_NO_AUTOEN before any thread runs");
    }
  }

  private Stream<Interrupts.Request> requests(Deferred line) {
    return interrupts.all().stream().filter(r -> r.handler().equals(line.name()));
  }

  /** What says which line it is may have to be read. */
  private void number(Expression irq) {
    if (Constant.of(irq).isEmpty()) {
      in.expressions.evaluate(irq).as(Typed.Kind.INT, irq.place());
    }
  }

  private void device(Deferred line, Expression given) {
    if (in.symbols.handedData().of(line.name()).isPresent()) {
      return;
    }
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
