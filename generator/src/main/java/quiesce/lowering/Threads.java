package quiesce.lowering;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import quiesce.contexts.FenceChecks;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.Limit;
import quiesce.source.Place;
import quiesce.source.Strategy;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.Deferred;
import quiesce.steps.Graph;
import quiesce.steps.KernelThread;
import quiesce.steps.LateAccess;
import quiesce.steps.Local;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/**
 * The threads of a strategy, each as it is written: of the provider, and of functions with a role.
 */
final class Threads {
  private final Strategy strategy;
  private final Symbols symbols;
  private final Slots slots;
  private final Sites sites;
  private final Roles roles;
  private final Diagnostics problems;
  private final Limit steps;
  private final Passes passes;
  private final Warnings warnings;
  private final Unseen unseen;
  private final WakeUps wakeUps;
  private final SetupOrder setupOrder;

  /**
   * @param warnings gets those of each thread
   * @param unseen likewise
   * @param wakeUps likewise
   * @param setupOrder likewise
   */
  Threads(
      Strategy strategy,
      Symbols symbols,
      Slots slots,
      Sites sites,
      Roles roles,
      Diagnostics problems,
      Limit steps,
      Passes passes,
      Warnings warnings,
      Unseen unseen,
      WakeUps wakeUps,
      SetupOrder setupOrder) {
    this.strategy = strategy;
    this.symbols = symbols;
    this.slots = slots;
    this.sites = sites;
    this.roles = roles;
    this.problems = problems;
    this.steps = steps;
    this.passes = passes;
    this.warnings = warnings;
    this.unseen = unseen;
    this.wakeUps = wakeUps;
    this.setupOrder = setupOrder;
  }

  private ThreadLowering thread(Context context, Optional<Typed> object) {
    return new ThreadLowering(
        strategy.file(), symbols, slots, sites, problems, steps, wakeUps.thread(), context, object);
  }

  /** A function with a role. */
  KernelThread reader(Item.Function f) {
    ThreadLowering in = thread(Roles.context(f), Optional.empty());
    Origin origin = new Origin(f.name(), List.of(), f.place(), line(f.place()));
    Graph.Mark start = in.graph.mark();
    Optional<Typed> chosen = symbols.deferrals().of(f.name()).flatMap(l -> chosen(l, in));
    Optional<Deferred> later =
        symbols
            .deferrals()
            .of(f.name())
            .map(Deferrals.Later::of)
            .map(d -> chosen.map(o -> d.in(o.value())).orElse(d))
            .or(() -> symbols.interrupts().kept(f.name()))
            .or(() -> symbols.kthreads().of(f.name()).map(Kthreads.Made::of));
    Optional<SmpFunctions.Made> called = symbols.smpFunctions().of(f.name());
    in.graph.add(
        later.<Step>map(Wait.Run::new).orElseGet(() -> new Section.Begin(called.isPresent())),
        origin);
    Optional<Typed> given = chosen.map(o -> kept(o, in, origin));
    Optional<Section.Srcu> run =
        symbols
            .interrupts()
            .runsOf(f.name())
            .map(d -> new Section.Srcu(d, in.scope.fresh("run", Typed.Kind.INT)));
    run.ifPresent(
        r -> {
          in.graph.add(new Local.Assign(r.name(), new Value.Number(0)), origin);
          in.graph.add(new Section.SrcuReadLock(r, false), origin);
        });
    Typed object = new Typed(new Value.Registered(), Typed.Kind.OBJECT);
    Optional<Deferred> woken = symbols.interrupts().wokenBy(f.name());
    Optional<Deferred> again = later.filter(d -> d.kind() == Deferred.Kind.HRTIMER);
    Optional<String> result =
        woken.or(() -> again).map(t -> in.scope.fresh("result", Typed.Kind.INT));
    Consumer<Optional<Typed>> function =
        data ->
            Refusal.noted(problems, () -> in.call(f, given.orElse(object), given, data, result));
    boolean softirqsOff =
        later.filter(d -> symbols.deferrals().callbacks().isOfSrcu(d.name())).isPresent();
    if (softirqsOff) {
      in.graph.add(new Section.Enter(Region.SOFTIRQ_OFF), origin);
    }
    called.ifPresentOrElse(
        m -> SmpCalls.handle(m, f, in, origin, function), () -> function.accept(Optional.empty()));
    if (softirqsOff) {
      in.graph.add(new Section.Leave(Region.SOFTIRQ_OFF), origin);
    }
    woken.ifPresent(t -> LineCalls.wake(t, result.orElseThrow(), in.graph, origin));
    again
        .filter(d -> mayBeOther(in.graph, result.orElseThrow(), new Value.Number(0)))
        .ifPresent(d -> HrtimerCalls.restart(d, result.orElseThrow(), in.graph, origin));
    run.ifPresent(r -> in.graph.add(new Section.SrcuReadUnlock(r), origin));
    later.ifPresent(l -> ends(l, in.graph, origin));
    in.graph.add(new Section.End(), origin);
    in.graph.jump(start);
    return finish(in, f.name(), Roles.context(f), Roles.pins(f), origin);
  }

  /** The run of what runs later is over. */
  private void ends(Deferred of, Graph graph, Origin origin) {
    RcuCallbacks callbacks = symbols.deferrals().callbacks();
    if (of.kind() == Deferred.Kind.CALLBACK && callbacks.isAwaited(of.name())) {
      Deferred ends = RcuCallbacks.ends(callbacks.domain(of.name()));
      graph.add(new LateAccess.Arm(ends, Optional.empty()), origin);
      graph.add(new LateAccess.Over(of), origin);
    } else {
      graph.add(new Section.Unlock(LockKind.RUN, of.running(), of.member()), origin);
    }
  }

  /** RCU's part in a callback: it waits for a grace period. */
  KernelThread rcu(RcuCallbacks.GracePeriod g) {
    ThreadLowering in = thread(Context.TASK, Optional.empty());
    String name = "rcu_" + g.of().name().replaceAll("\\W", "_");
    Origin origin = new Origin(name, List.of(), g.place(), line(g.place()));
    Value object = new Value.Local(in.scope.fresh("of", Typed.Kind.OBJECT));
    Deferred of = g.ofObjects() ? g.of().in(object) : g.of();
    Graph.Mark start = in.graph.mark();
    in.graph.add(new Wait.Run(of), origin);
    in.graph.add(new Access.GracePeriodBegins(g.domain()), origin);
    in.graph.add(new Wait.GracePeriodEnds(g.domain(), false), origin);
    if (g.then().isPresent()) {
      Deferred to = g.then().get().of();
      in.graph.add(new LateAccess.Hand(of, g.ofObjects() ? to.in(object) : to), origin);
    } else {
      in.graph.add(new Access.Free(object), origin);
      ends(of, in.graph, origin);
    }
    in.graph.add(new Section.End(), origin);
    in.graph.jump(start);
    return finish(in, name, Context.TASK, false, origin);
  }

  /** The object whose timer or work it is that runs, where each has one. */
  private static Optional<Typed> chosen(Deferrals.Later l, ThreadLowering in) {
    return Optional.of(new Type.Pointer(new Type.Struct(l.struct())))
        .filter(type -> l.ofObjects())
        .map(type -> Typed.of(new Value.Local(in.scope.fresh("of", Typed.Kind.OBJECT)), type));
  }

  /** The function may give the object up before its run ends. */
  private static Typed kept(Typed object, ThreadLowering in, Origin origin) {
    String local = in.scope.fresh("given", Typed.Kind.OBJECT);
    in.graph.add(new Local.Assign(local, object.value()), origin);
    return Typed.of(new Value.Local(local), new Type.Pointer(object.target().orElseThrow()));
  }

  private String line(Place place) {
    return strategy.file().line(place.line()).trim();
  }

  KernelThread provider() {
    Typed object =
        symbols
            .registered()
            .map(
                s ->
                    Typed.of(
                        new Value.Local(Lowering.OBJECT), new Type.Pointer(new Type.Struct(s))))
            .orElseGet(() -> new Typed(new Value.Local(Lowering.OBJECT), Typed.Kind.OBJECT));
    ThreadLowering in = thread(Context.PROVIDER, Optional.of(object));
    Origin harness = Origin.harness("provider");
    Graph.Mark start = in.graph.mark();
    in.graph.add(new Access.Initialise(), harness);
    Item.Function register = roles.register().orElseThrow();
    if (symbols.initialiser().isPresent()
        && register.parameters().stream().noneMatch(p -> symbols.isRegistered(p.type()))) {
      // It comes with the module: what loads that orders it before all that the module does.
      in.graph.add(new Local.Fence(Local.Fence.Kind.SMP_MB), harness);
    }
    Typed.Kind result = Typed.Kind.of(register.result());
    Optional<String> outcome =
        result == Typed.Kind.VOID
            ? Optional.empty()
            : Optional.of(in.scope.fresh("registered", result));
    Refusal.noted(problems, () -> in.call(register, object, Optional.empty(), outcome));
    in.graph.add(new Local.FunctionEnd(), harness);
    List<Graph.Edge> failed = List.of();
    Optional<Typed> handle =
        symbols.handle().map(type -> Typed.of(new Value.Local(outcome.orElseThrow()), type));
    // An int is 0 or an error; a bool is whether it worked; a pointer is not NULL if it did.
    boolean number = result == Typed.Kind.INT;
    Value success = number ? new Value.Number(0) : new Value.Truth(true);
    if (outcome.filter(o -> mayBeOther(in.graph, o, success)).isPresent()) {
      Value value = new Typed(new Value.Local(outcome.get()), result).condition(register.place());
      int branch = in.graph.add(new Local.Branch(value), harness, 2);
      failed = List.of(new Graph.Edge(branch, number ? 0 : 1));
      in.graph.reopen(List.of(new Graph.Edge(branch, number ? 1 : 0)));
    }
    in.graph.add(new Section.Registered(ModuleCalls.areIn(symbols)), harness);
    if (roles.permanent()) {
      in.graph.take();
    } else {
      Item.Function unregister = roles.unregister().orElseThrow();
      Refusal.noted(problems, () -> in.call(unregister, object, handle, Optional.empty()));
    }
    in.graph.alsoOpen(failed);
    if (symbols.isModule()) {
      symbols.deferrals().all().forEach(l -> outlived(l.of(), l.function(), in.graph));
      symbols.deferrals().callbacks().gracePeriods().stream()
          .filter(g -> g.then().isPresent())
          .forEach(g -> outlived(g.of(), g.then().get().function(), in.graph));
      symbols.interrupts().lines().stream()
          .filter(Deferred::isRequested)
          .flatMap(
              l -> Stream.concat(Stream.of(l), symbols.interrupts().wokenBy(l.name()).stream()))
          .forEach(l -> outlived(l, l.name(), in.graph));
      symbols.kthreads().all().forEach(k -> outlived(k.of(), k.function(), in.graph));
    }
    in.graph.add(new Access.TearDown(), harness);
    in.graph.jump(start);
    return finish(in, "provider", Context.PROVIDER, false, harness);
  }

  /** What runs later is text of the module, which goes now. */
  private void outlived(Deferred of, String function, Graph graph) {
    Item.Function f = symbols.function(function).orElseThrow();
    Origin origin = new Origin(f.name(), List.of(), f.place(), line(f.place()));
    graph.add(new LateAccess.Outlived(of, "the module"), origin);
  }

  private static boolean mayBeOther(Graph graph, String local, Value value) {
    return graph.nodes().stream()
        .map(Node::step)
        .filter(s -> s.writes().filter(local::equals).isPresent())
        .anyMatch(s -> !(s instanceof Local.Assign a && a.value().equals(value)));
  }

  private KernelThread finish(
      ThreadLowering in, String name, Context context, boolean pins, Origin origin) {
    SortedMap<String, KernelThread.LocalKind> locals = new TreeMap<>(in.scope.locals());
    if (context == Context.PROVIDER) {
      locals.put(Lowering.OBJECT, KernelThread.LocalKind.OBJECT);
    }
    KernelThread written =
        new KernelThread(
            name, context, pins, origin, in.graph.nodes(), in.graph.entry(), locals, List.of());
    in.ownedFunctions.check(written.nodes(), problems);
    in.pastTheEnd.check(written, problems);
    FenceChecks.check(written.nodes(), in.fences, Set.of(), problems);
    warnings.add(written);
    unseen.add(written);
    in.wakeUps.add(written.nodes());
    setupOrder.add(written, in.setups);
    return passes.checked(written);
  }
}
