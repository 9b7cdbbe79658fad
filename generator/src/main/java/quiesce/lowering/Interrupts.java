package quiesce.lowering;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.steps.Deferred;

/**
 * Who handles which interrupt, as {@code request_irq()} says. Where that is called once, before
 * anybody registers, and nobody disables the line, the handler is there from then on. Of other
 * lines, what is kept of each is a {@link Deferred}.
 */
final class Interrupts {
  /**
   * What a handler is given to, and with.
   *
   * @param in the function that requests it
   * @param handler that runs where the interrupt strikes; a thread that needs nobody to wake it,
   *     but the interrupt
   * @param thread that the handler may wake
   */
  record Request(
      Expression.Call call,
      Item.Function in,
      String handler,
      Optional<String> thread,
      Item.Role role,
      Expression irq,
      Expression flags,
      Expression device) {
    private boolean has(String flag) {
      return TreeWalk.all(flags)
          .anyMatch(e -> e instanceof Expression.Name n && n.name().equals(flag));
    }

    /** Whether the handler is a thread. */
    boolean isThread() {
      return role == Item.Role.TASK;
    }

    /** Whether a function is its handler, or the thread of that. */
    boolean runs(String function) {
      return handler.equals(function) || thread.filter(function::equals).isPresent();
    }

    /** Whether handlers of other drivers may be of the same line. */
    boolean isShared() {
      return has("IRQF_SHARED");
    }

    /** Whether the line is disabled until somebody enables it. */
    boolean isDisabled() {
      return has("IRQF_NO_AUTOEN");
    }
  }

  /** A function that requests one: where its arguments begin, and whether it takes a thread. */
  private record Form(int first, boolean threaded) {
    int arguments() {
      return first + flags() + 3;
    }

    int flags() {
      return threaded ? 3 : 2;
    }
  }

  private static final Map<String, Form> REQUESTS =
      Map.of(
          "request_irq", new Form(0, false),
          "devm_request_irq", new Form(1, false),
          "request_threaded_irq", new Form(0, true),
          "devm_request_threaded_irq", new Form(1, true));

  private static final Set<String> WAITS = Set.of("synchronize_irq", "synchronize_hardirq");
  private static final Set<String> SWITCHES =
      Set.of("disable_irq", "disable_irq_nosync", "disable_hardirq", "enable_irq");

  private final List<Request> all;
  private final boolean awaited;
  private final boolean switched;
  private final boolean freed;
  private final Map<String, Deferred> lines = new LinkedHashMap<>();
  private final Map<String, String> devices = new HashMap<>();

  /**
   * @param functions of the file
   */
  Interrupts(Collection<Item.Function> functions) {
    List<Expression.Call> calls =
        functions.stream().flatMap(f -> TreeWalk.all(Expression.Call.class, f)).toList();
    this.all =
        functions.stream()
            .flatMap(
                f -> TreeWalk.all(Expression.Call.class, f).flatMap(c -> request(c, f).stream()))
            .toList();
    this.awaited = calls.stream().anyMatch(Interrupts::isWait);
    this.switched = calls.stream().anyMatch(c -> SWITCHES.contains(c.name()));
    this.freed = calls.stream().anyMatch(c -> c.name().equals("free_irq"));
  }

  /**
   * Finds the lines that change while threads run.
   *
   * @param setup the functions that run once, before any thread
   */
  void keep(Set<String> setup) {
    boolean changing =
        freed
            || switched
            || all.stream()
                .anyMatch(
                    r -> r.isThread() || r.thread().isPresent() || !setup.contains(r.in().name()));
    if (changing) {
      for (Request r : all) {
        boolean fixed =
            all.stream()
                .anyMatch(o -> o.handler().equals(r.handler()) && setup.contains(o.in().name()));
        lines.put(
            r.handler(),
            new Deferred(
                r.handler(),
                fixed ? Deferred.Kind.FIXED_LINE : Deferred.Kind.LINE,
                switched,
                Optional.empty()));
      }
    }
  }

  /** The line of a handler, if it is one that changes. */
  Optional<Deferred> line(String handler) {
    return Optional.ofNullable(lines.get(handler));
  }

  /** The thread that the handler of a line wakes, if there is one. */
  Optional<Deferred> wokenBy(String handler) {
    return all.stream()
        .filter(r -> r.handler().equals(handler))
        .flatMap(r -> r.thread().stream())
        .map(t -> new Deferred(t, Deferred.Kind.WORK, false, Optional.empty()))
        .findFirst();
  }

  /** What a function is of, if something is kept of when it runs. */
  Optional<Deferred> kept(String function) {
    return line(function)
        .or(
            () ->
                lines.keySet().stream()
                    .flatMap(h -> wokenBy(h).stream())
                    .filter(t -> t.name().equals(function))
                    .findFirst());
  }

  List<Deferred> lines() {
    return List.copyOf(lines.values());
  }

  /** All parts of them, as locks are. */
  Stream<String> parts() {
    return lines.values().stream()
        .flatMap(
            l ->
                Stream.concat(
                    Stream.of(l.pending(), l.off(), l.again(), l.running()),
                    wokenBy(l.name()).stream().flatMap(t -> Stream.of(t.pending(), t.running()))));
  }

  /**
   * Notes what a line is requested or freed with.
   *
   * @return what it was before, if that is another
   */
  Optional<String> device(Deferred line, String device) {
    return Optional.ofNullable(devices.putIfAbsent(line.name(), device))
        .filter(other -> !other.equals(device));
  }

  /** Whether it only waits for runs of a handler. */
  static boolean isWait(Expression.Call c) {
    return WAITS.contains(c.name());
  }

  /** How many arguments a request takes. */
  static int arguments(Expression.Call request) {
    return REQUESTS.get(request.name()).arguments();
  }

  /** Whether it requests an interrupt. */
  static boolean isRequest(Expression.Call c) {
    return REQUESTS.containsKey(c.name());
  }

  private static Optional<Request> request(Expression.Call c, Item.Function in) {
    Form form = REQUESTS.get(c.name());
    if (form == null || c.arguments().size() != form.arguments()) {
      return Optional.empty();
    }
    List<Expression> given = c.arguments().subList(form.first(), c.arguments().size());
    Optional<String> handler = function(given.get(1));
    Optional<String> thread = form.threaded() ? function(given.get(2)) : Optional.empty();
    boolean alone = form.threaded() && given.get(1).bare() instanceof Expression.Null;
    return (alone ? thread : handler)
        .map(
            first ->
                new Request(
                    c,
                    in,
                    first,
                    alone ? Optional.empty() : thread,
                    alone ? Item.Role.TASK : Item.Role.IRQ,
                    given.get(0),
                    given.get(form.flags()),
                    given.get(form.flags() + 2)));
  }

  private static Optional<String> function(Expression e) {
    Expression named = e.bare() instanceof Expression.AddressOf a ? a.operand() : e.bare();
    return named instanceof Expression.Name n ? Optional.of(n.name()) : Optional.empty();
  }

  /** The functions that requests name, and the role that each has by that. */
  Map<String, Item.Role> roles() {
    Map<String, Item.Role> roles = new LinkedHashMap<>();
    for (Request r : all) {
      roles.putIfAbsent(r.handler(), r.role());
      r.thread().ifPresent(t -> roles.putIfAbsent(t, Item.Role.TASK));
    }
    return roles;
  }

  List<Request> all() {
    return all;
  }

  /** What a call requests, if that is known. */
  Optional<Request> of(Expression.Call c) {
    return all.stream().filter(r -> r.call().equals(c)).findFirst();
  }

  /** What a handler is given, if it is one. */
  Optional<Request> of(String handler) {
    return all.stream().filter(r -> r.runs(handler)).findFirst();
  }

  /** The domain of which each run of a handler is a section, if somebody waits for those. */
  Optional<String> runsOf(String handler) {
    return of(handler).filter(r -> awaited && lines.isEmpty()).map(Interrupts::runs);
  }

  private static String runs(Request r) {
    return r.handler() + "_runs";
  }

  /** The runs that {@code synchronize_irq(irq)} waits for. */
  String awaitedBy(Expression.Call c) {
    return runs(meant(Calls.argument(c, 0, 1), c.place()));
  }

  /** The line that an expression means: the only one, or the one of the same number. */
  Deferred lineOf(Expression irq, Place place) {
    return lines.get(meant(irq, place).handler());
  }

  private Request meant(Expression irq, Place place) {
    Set<String> handlers = all.stream().map(Request::handler).collect(Collectors.toSet());
    List<Request> meant =
        all.stream()
            .filter(r -> handlers.size() == 1 ? !areOthers(r.irq(), irq) : areSame(r.irq(), irq))
            .toList();
    if (meant.stream().map(Request::handler).distinct().count() != 1) {
      throw new Refusal(
          place,
          "it is not known whose handler this is about",
          "request the interrupt in this file: request_irq(IRQ, handler, flags, name, dev), with a constant where"
              + " there are several");
    }
    return meant.get(0);
  }

  private static boolean areSame(Expression one, Expression other) {
    return Constant.of(one).isPresent() && Constant.of(one).equals(Constant.of(other));
  }

  /** Whether two numbers are not the same, as far as is known. */
  static boolean areOthers(Expression one, Expression other) {
    return Constant.of(one).isPresent() && Constant.of(other).isPresent() && !areSame(one, other);
  }
}
