package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Strategy;
import quiesce.source.Type;
import quiesce.steps.Deferred;

/**
 * The timers, work items and tasklets that are global, and the function of each: as {@code
 * timer_setup()} and its like say, or the line that defines it. Who that is, is known before any
 * thread runs.
 */
final class Deferrals {
  /**
   * Something with a function that runs later, by the name that it has as a struct.
   *
   * @param ofObjects whether each object has one, as a member
   * @param delayed whether it is the work of a {@code struct delayed_work}
   */
  record Later(
      Deferred of,
      String struct,
      String function,
      boolean ofObjects,
      boolean delayed,
      Place place) {
    /** Whether its function is given a pointer to it as this parameter. */
    boolean isGiven(Item.Parameter p) {
      return p.type().equals(new Type.Pointer(new Type.Struct(struct)));
    }
  }

  private final Map<String, Later> all = new LinkedHashMap<>();
  private final Map<String, String> queues = new HashMap<>();
  private final boolean oneProvider;
  private final Workqueues workqueues;
  private final Set<Deferred.Kind> stopped;
  private final RcuCallbacks callbacks;
  private final Map<String, Item.Function> functions;
  private final StructVariables variables;
  private final LateNames names;
  private final OfKernel ofKernel;

  /**
   * @param functions gets the roles of those that run later
   * @param setup the functions that run once, before any thread
   */
  Deferrals(
      Strategy strategy,
      Map<String, Item.Function> functions,
      Set<String> setup,
      StructVariables variables,
      Embedding embedding,
      OfKernel ofKernel,
      Diagnostics problems) {
    this.functions = functions;
    this.variables = variables;
    this.names = new LateNames(variables, embedding);
    this.ofKernel = ofKernel;
    this.oneProvider =
        strategy.frontMatter().all("providers").stream()
            .allMatch(e -> e.value().trim().equals("1"));
    List<Item.Function> given = List.copyOf(functions.values());
    List<Expression.Call> calls =
        given.stream().flatMap(f -> TreeWalk.all(Expression.Call.class, f)).toList();
    this.stopped =
        calls.stream()
            .flatMap(c -> LateCall.named(c.name()).stream())
            .filter(c -> c.does().switchesOff())
            .map(LateCall::kind)
            .collect(Collectors.toSet());
    this.callbacks = new RcuCallbacks(calls.stream().map(Expression.Call::name));
    for (Item.ObjectInitialiser o : strategy.items(Item.ObjectInitialiser.class)) {
      for (Map.Entry<String, Expression> m : o.members().entrySet()) {
        Refusal.noted(problems, () -> defined(o, m.getKey(), m.getValue()));
      }
    }
    for (Item.Function f : given) {
      TreeWalk.all(Expression.Call.class, f)
          .filter(c -> LateStructs.setUp(c.name()).isPresent())
          .forEach(c -> Refusal.noted(problems, () -> add(c, f)));
      TreeWalk.all(Expression.Assign.class, f)
          .forEach(
              a ->
                  names
                      .timer(a.target(), f)
                      .ifPresent(t -> Refusal.noted(problems, () -> add(t, a, f))));
    }
    this.workqueues = new Workqueues(strategy, given, setup, variables, this::item);
    Refusal.noted(
        problems,
        () -> workqueues.checkEarly(given.stream().filter(f -> !setup.contains(f.name()))));
  }

  /** Where the file defines a global struct: one that runs later, or has one in it. */
  private void defined(Item.ObjectInitialiser o, String path, Expression value) {
    String whole = o.name() + "." + path;
    int end = whole.lastIndexOf(".function");
    Optional<String> struct =
        Optional.of(end)
            .filter(e -> e > 0 && whole.endsWith(".function"))
            .flatMap(e -> variables.type(whole.substring(0, e)))
            .map(Type.Struct::name)
            .filter(LateStructs::isKept);
    if (struct.isEmpty()) {
      return;
    }
    String name = whole.substring(0, end);
    Optional<String> around =
        Optional.of(name.lastIndexOf('.'))
            .filter(at -> at > 0)
            .map(at -> name.substring(0, at))
            .filter(
                n ->
                    variables
                        .type(n)
                        .filter(t -> t.name().equals(LateStructs.DELAYED))
                        .isPresent());
    add(
        around.orElse(name),
        false,
        around.isPresent() ? LateStructs.DELAYED : struct.get(),
        value,
        o.place());
  }

  /** What a function queues there, by its name, if that is known before any thread is lowered. */
  private Optional<String> item(Expression address, Item.Function in) {
    Optional<String> given =
        address instanceof Expression.Name n && TreeWalk.declared(n.name(), in).isPresent()
            ? of(in.name())
                .filter(l -> in.parameters().stream().anyMatch(l::isGiven))
                .map(l -> l.of().name())
            : Optional.empty();
    return Stream.of(
            names.global(address, "work_struct", in),
            names.global(address, LateStructs.DELAYED, in).map(n -> n + ".work"),
            given)
        .flatMap(Optional::stream)
        .filter(all::containsKey)
        .findFirst();
  }

  boolean hasOneProvider() {
    return oneProvider;
  }

  Workqueues workqueues() {
    return workqueues;
  }

  /** One that is global, by its name. */
  Deferred global(String name) {
    return all.get(name).of();
  }

  private void add(Expression.Call c, Item.Function in) {
    Optional<Place> call = ofKernel.calledAt(in);
    try {
      add(c, in, call.orElse(c.place()));
    } catch (Refusal r) {
      throw call.map(r::at).orElse(r);
    }
  }

  private void add(Expression.Call c, Item.Function in, Place place) {
    LateCall call = LateCall.named(c.name()).orElseThrow();
    Calls.arguments(c, call.arguments());
    if (call.kind() == Deferred.Kind.TIMER) {
      LateStructs.checkFlags(c.arguments().get(2).bare());
    }
    String struct = LateStructs.setUp(c.name()).orElseThrow();
    Expression address = c.arguments().get(call.at()).bare();
    Optional<String> global = names.global(address, struct, in);
    String name =
        global.or(() -> names.ofObjects(struct)).orElseThrow(() -> nowhere(address, struct));
    if (struct.equals(LateStructs.HEAD)) {
      callbacks.given(name, c, place);
    }
    add(name, global.isEmpty(), struct, c.arguments().get(call.at() + 1), place);
  }

  private void add(Expression timer, Expression.Assign a, Item.Function in) {
    String struct = LateStructs.HRTIMER;
    String name = names.hrtimer(timer, in).orElseThrow(() -> nowhere(timer, struct));
    add(name, variables.type(name).isEmpty(), struct, a.value(), a.place());
  }

  private static Refusal nowhere(Expression address, String struct) {
    return new Refusal(
        address.place(),
        "it is not known which %s this is".formatted(struct),
        "write static struct %s name; or have one as a member of one struct".formatted(struct));
  }

  private void add(
      String variable, boolean ofObjects, String struct, Expression value, Place place) {
    Expression bare = value.bare() instanceof Expression.AddressOf a ? a.operand() : value.bare();
    Item.Function f =
        Optional.of(bare)
            .filter(Expression.Name.class::isInstance)
            .flatMap(n -> Optional.ofNullable(functions.get(((Expression.Name) n).name())))
            .filter(named -> named.body().isPresent())
            .orElseThrow(
                () ->
                    new Refusal(
                        value.place(),
                        "it is not known which function runs later",
                        "name a function of this file that has a body"));
    if (struct.equals(LateStructs.HRTIMER) && Typed.Kind.of(f.result()) != Typed.Kind.INT) {
      throw new Refusal(
          f.place(),
          f.name() + "() does not say whether its hrtimer is armed again",
          "let it return enum hrtimer_restart: HRTIMER_RESTART or HRTIMER_NORESTART");
    }
    boolean delayed = struct.equals(LateStructs.DELAYED);
    String name = delayed ? variable + ".work" : variable;
    String inner = delayed ? "work_struct" : struct;
    LateStructs.Kind kind = LateStructs.kind(inner);
    Later later =
        new Later(
            new Deferred(name, kind.kind(), stopped.contains(kind.kind()), Optional.empty()),
            inner,
            f.name(),
            ofObjects,
            delayed,
            place);
    Optional<Later> other =
        all.values().stream()
            .filter(l -> l.of().name().equals(name) != l.function().equals(f.name()))
            .findFirst();
    if (other.isPresent()) {
      throw new Refusal(
          place,
          other.get().of().name().equals(name)
              ? "a second function for " + variable + ", besides " + other.get().function() + "()"
              : f.name() + "() is the function of " + other.get().of().name() + ", too",
          "write one function for each, and let it call what they share");
    }
    if (all.put(name, later) == null) {
      if (!f.roles().isEmpty()) {
        throw new Refusal(
            f.place(),
            f.name() + "() has a role, and runs later",
            "drop the word: setting it up gives it the role " + kind.role().attribute());
      }
      functions.put(
          f.name(),
          ofKernel
              .calledAt(f)
              .map(f::at)
              .orElse(f)
              .with(Set.of(callbacks.isOfSrcu(name) ? Item.Role.TASK : kind.role())));
    }
  }

  /** The hrtimer of which a place is the function. */
  Optional<Deferred> hrtimer(Expression target, Item.Function in) {
    return names.timer(target, in).flatMap(t -> names.hrtimer(t, in)).map(this::global);
  }

  List<Later> all() {
    return new ArrayList<>(all.values());
  }

  /** What a function is of, if it runs later. */
  Optional<Later> of(String function) {
    return all.values().stream().filter(l -> l.function().equals(function)).findFirst();
  }

  /** Whether it is the work of a {@code struct delayed_work}. */
  boolean isDelayed(String name) {
    return Optional.ofNullable(all.get(name)).filter(Later::delayed).isPresent();
  }

  /** What a global struct is: itself, or the work item in it. */
  Optional<Later> find(Pointee.GlobalStruct s) {
    return s.which() instanceof Pointee.Which.Only
        ? Optional.ofNullable(
            all.get(s.type().name().equals(LateStructs.DELAYED) ? s.member("work") : s.name()))
        : Optional.empty();
  }

  /** What objects have that is such a struct. */
  Optional<Later> find(Type struct) {
    return all.values().stream()
        .filter(Later::ofObjects)
        .filter(
            l ->
                struct.equals(new Type.Struct(l.struct()))
                    || l.delayed() && struct.equals(new Type.Struct(LateStructs.DELAYED)))
        .findFirst();
  }

  /** Notes where work is queued: on two queues it may run twice at a time. */
  void queued(Deferred of, String queue, Place place) {
    workqueues.check(of, queue, place);
    Optional.ofNullable(queues.putIfAbsent(of.name(), queue))
        .filter(other -> !other.equals(queue))
        .ifPresent(
            other -> {
              throw new Refusal(
                  place,
                  "%s is queued on %s, and elsewhere on %s".formatted(of.name(), queue, other),
                  "use one queue for it: on two it may run twice at a time");
            });
  }

  /** The callbacks that are given to a domain of SRCU; or to RCU, if that is empty. */
  List<Deferred> callbacks(String domain) {
    return all.values().stream()
        .map(Later::of)
        .filter(d -> d.kind() == Deferred.Kind.CALLBACK)
        .filter(d -> callbacks.domain(d.name()).equals(domain))
        .toList();
  }

  /** What RCU is given. */
  RcuCallbacks callbacks() {
    return callbacks;
  }

  /**
   * What an object is handed to RCU for.
   *
   * @param name of the struct that RCU keeps it by
   * @param called whether its function is called after the grace period; else the object is freed
   */
  Deferred afterGracePeriod(
      String name, String domain, boolean called, boolean ofObjects, Place place) {
    Optional<Later> then = Optional.of(called).filter(c -> c).map(c -> all.get(name));
    return callbacks.wait(
        new RcuCallbacks.GracePeriod(domain, RcuCallbacks.queue(name), then, ofObjects, place),
        name);
  }

  /** All parts of them, as locks are. */
  Stream<String> parts() {
    return Stream.of(
            all.values().stream().map(Later::of), callbacks.parts(), workqueues.own().stream())
        .flatMap(d -> d)
        .flatMap(d -> Stream.of(d.pending(), d.running(), d.off()));
  }
}
