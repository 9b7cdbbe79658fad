package quiesce.lowering;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Item;

/**
 * Who handles which interrupt, as {@code request_irq()} says. It is called once, before anybody
 * registers, and the handler is there from then on.
 */
final class Interrupts {
  /** What a handler is given to, and with. */
  record Request(Expression.Call call, String handler, Expression irq, Expression device) {}

  /** Of each function that requests one, where its arguments begin. */
  private static final Map<String, Integer> REQUESTS =
      Map.of("request_irq", 0, "devm_request_irq", 1);

  private static final Set<String> WAITS = Set.of("synchronize_irq", "synchronize_hardirq");
  private static final int ARGUMENTS = 5;

  private final List<Request> all;
  private final boolean awaited;

  /**
   * @param functions of the file
   */
  Interrupts(Collection<Item.Function> functions) {
    List<Expression.Call> calls =
        functions.stream().flatMap(f -> TreeWalk.all(Expression.Call.class, f)).toList();
    this.all = calls.stream().flatMap(c -> request(c).stream()).toList();
    this.awaited = calls.stream().anyMatch(c -> WAITS.contains(c.name()));
  }

  /** Whether it requests an interrupt. */
  static boolean isRequest(Expression.Call c) {
    return REQUESTS.containsKey(c.name());
  }

  private static Optional<Request> request(Expression.Call c) {
    Optional<Integer> first = Optional.ofNullable(REQUESTS.get(c.name()));
    if (first.filter(i -> c.arguments().size() == ARGUMENTS + i).isEmpty()) {
      return Optional.empty();
    }
    List<Expression> arguments = c.arguments().subList(first.get(), c.arguments().size());
    Expression handler =
        arguments.get(1).bare() instanceof Expression.AddressOf a
            ? a.operand()
            : arguments.get(1).bare();
    return handler instanceof Expression.Name n
        ? Optional.of(new Request(c, n.name(), arguments.get(0), arguments.get(4)))
        : Optional.empty();
  }

  List<Request> all() {
    return all;
  }

  /** What a handler is given, if it is one. */
  Optional<Request> of(String handler) {
    return all.stream().filter(r -> r.handler().equals(handler)).findFirst();
  }

  /** The domain of which each run of a handler is a section, if somebody waits for those. */
  Optional<String> runsOf(String handler) {
    return of(handler).filter(r -> awaited).map(Interrupts::runs);
  }

  private static String runs(Request r) {
    return r.handler() + "_runs";
  }

  /** The runs that {@code synchronize_irq(irq)} waits for. */
  String awaitedBy(Expression.Call c) {
    Expression irq = Calls.argument(c, 0, 1);
    List<Request> meant =
        all.size() == 1
            ? all
            : all.stream()
                .filter(r -> Constant.of(irq).isPresent())
                .filter(r -> Constant.of(r.irq()).equals(Constant.of(irq)))
                .toList();
    if (meant.size() != 1) {
      throw new Refusal(
          c.place(),
          "it is not known whose handler this waits for",
          "request the interrupt in this file: request_irq(IRQ, handler, flags, name, dev), with a constant where"
              + " there are several");
    }
    return runs(meant.get(0));
  }
}
