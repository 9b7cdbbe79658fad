package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.contexts.FenceChecks;
import quiesce.primitives.Dialect;
import quiesce.primitives.Primitives;
import quiesce.source.Bound;
import quiesce.source.Constant;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Limit;
import quiesce.source.Place;
import quiesce.source.SourceException;
import quiesce.source.Strategy;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.Closure;
import quiesce.steps.Context;
import quiesce.steps.Deferred;
import quiesce.steps.Graph;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** From the tree of a strategy to the steps of its threads. */
public final class Lowering {
  private final Strategy strategy;
  private final Diagnostics problems;
  private final Symbols symbols;
  private final Slots slots;
  private final Sites sites;
  private final Roles roles;
  private final Warnings warnings = new Warnings();
  private final Unseen unseen = new Unseen();
  private final WakeUps wakeUps = new WakeUps();
  private final Limit steps;
  private final Passes passes;

  private Lowering(
      Strategy strategy, Map<String, Item.Role> outer, boolean compilerModel, Set<String> kept) {
    this.strategy = strategy;
    this.problems = new Diagnostics(strategy.file());
    this.symbols = new Symbols(strategy, outer, kept, problems);
    this.slots = new Slots(symbols, problems);
    this.sites = new Sites(symbols, problems);
    this.roles = new Roles(symbols, problems);
    this.steps = Limit.ofSteps(strategy.file());
    String unregister = roles.unregister().map(Item.Function::name).orElse("");
    this.passes = new Passes(problems, steps, compilerModel, unregister);
  }

  /**
   * @param compilerModel whether plain loads may be repeated and plain stores put off
   * @param roles of functions, by their names, besides those that the file gives
   * @throws SourceException with all that the file does wrong
   */
  public static Program lower(
      Strategy strategy, boolean compilerModel, Map<String, Item.Role> roles) {
    MissingCalls.refuse(strategy);
    Set<String> kept = new HashSet<>();
    Program program = new Lowering(strategy, roles, compilerModel, kept).lower();
    while (kept.addAll(FunctionValues.keptBy(program))) {
      program = new Lowering(strategy, roles, compilerModel, kept).lower();
    }
    return program;
  }

  /** The same with the roles that the file gives. */
  public static Program lower(Strategy strategy, boolean compilerModel) {
    return lower(strategy, compilerModel, Map.of());
  }

  private Program lower() {
    int providers = providers();
    refuseUnused();
    refuseMacrosOfPrimitives();
    Sequencing.check(symbols, problems);
    List<KernelThread> written = new ArrayList<>();
    roles.readers().forEach(r -> written.add(reader(r)));
    if (!roles.complete()) {
      problems.throwIfAny();
    }
    KernelThread checked = provider(providers);
    problems.throwIfAny();
    symbols.deferrals().gracePeriods().forEach(g -> written.add(rcu(g)));
    SortedSet<Integer> numbers = numbers();
    Guarded guarded =
        symbols.structVariables().pointedTo(StructVariables.LIST).isEmpty()
            ? Guarded.NOTHING
            : Guarded.of(checked, written, slots.variables(numbers));
    List<KernelThread> readers = written.stream().map(t -> passes.compiled(t, guarded)).toList();
    KernelThread provider = passes.compiled(checked, guarded);
    wakeUps.check(problems);
    Uses uses = new Uses(provider, readers);
    uses.refuseWhatIsNotModelled(problems, providers);
    problems.throwIfAny();
    return new Program(
        strategy,
        strategy.frontMatter().first("strategy").orElse(baseName(strategy.file().name())),
        shared().filter(s -> uses.variable(s.name())).toList(),
        slots.variables(numbers).stream()
            .filter(m -> !symbols.hasVariable(m.struct()) || uses.member(m.name()))
            .toList(),
        sites.all(),
        symbols.lockNames().filter(uses::lock).toList(),
        provider,
        readers,
        providers,
        roles.unregister().map(Item.Function::name),
        numbers,
        handedOver(provider),
        Coverable.of(symbols.ownFunctions(), strategy.file()),
        excused());
  }

  /** Of what is registered and of what is allocated for it. */
  private int handedOver(KernelThread provider) {
    List<Deferrals.GracePeriod> all = symbols.deferrals().gracePeriods();
    if (all.isEmpty()) {
      return 0;
    }
    int allocated =
        (int) provider.nodes().stream().filter(n -> n.step() instanceof Access.Allocate).count();
    boolean mayBeRegistered = symbols.registered().isPresent();
    return Math.max(1, (mayBeRegistered ? 1 : 0) + allocated);
  }

  private Set<Place> excused() {
    Set<Place> all = new HashSet<>(warnings.places());
    all.addAll(unseen.places());
    return all;
  }

  private Stream<Program.Shared> shared() {
    return Stream.concat(
        symbols.variables().stream().map(this::shared),
        symbols.arrays().all().entrySet().stream().map(a -> shared(a.getKey(), a.getValue())));
  }

  private Program.Shared shared(Item.Variable v) {
    String spelled = Slots.spell(v.type(), v.name());
    return new Program.Shared(
        v.name(),
        v.perCpu(),
        List.of(symbols.initial().of(v)),
        false,
        v.perCpu() ? "per CPU: " + spelled : spelled);
  }

  private Program.Shared shared(String array, Arrays.Sized s) {
    String declaration = Slots.spell(s.type(), array) + "[" + s.size() + "]";
    return new Program.Shared(array, false, symbols.initial().of(array, s), true, declaration);
  }

  private static String baseName(String path) {
    String file = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    return file.endsWith(".c") ? file.substring(0, file.length() - 2) : file;
  }

  private int providers() {
    var entry = strategy.frontMatter().all("providers").stream().findFirst();
    if (entry.isEmpty()) {
      return 1;
    }
    String text = entry.get().value().trim();
    if (text.matches("[1-" + Bound.PROVIDERS.most() + "]")) {
      return Integer.parseInt(text);
    }
    problems.report(
        entry.get().place(),
        "providers: " + text + " is not a number from 1 to " + Bound.PROVIDERS.most(),
        "write how many modules may register at the same time, for example providers: 2");
    return 1;
  }

  private void refuseMacrosOfPrimitives() {
    strategy
        .macros()
        .forEach(
            (name, place) -> {
              if (Primitives.find(name, Dialect.STRATEGY).isPresent()) {
                problems.report(
                    place,
                    "the macro " + name + " has the name of a primitive",
                    "drop the line: the primitive is built in; or rename the macro");
              }
            });
  }

  /** A function that nobody calls would be left out of the check without a word. */
  private void refuseUnused() {
    Set<String> used =
        Closure.of(
            symbols.functions().stream()
                .filter(
                    f ->
                        !f.roles().isEmpty()
                            || slots.holds(f.name())
                            || symbols.initial().has(f.name()))
                .map(Item.Function::name),
            name ->
                symbols.function(name).stream()
                    .flatMap(f -> TreeWalk.all(Expression.Name.class, f))
                    .map(Expression.Name::name));
    List<Item.Function> unused =
        symbols.ownFunctions().stream()
            .filter(f -> f.body().isPresent() && !used.contains(f.name()))
            .toList();
    Set<String> named = symbols.named();
    List<Item.Function> roots = unused.stream().filter(f -> !named.contains(f.name())).toList();
    // Those that call one another in a circle are reported, all of them.
    for (Item.Function f : roots.isEmpty() ? unused : roots) {
      if (!roles.isMeant(f)) {
        problems.report(
            f.place(),
            f.name() + "() has no role, and nobody calls it",
            "is it %s? write that before it; or call it, or remove it: as it is, it would not be checked"
                .formatted(RoleGuess.of(f).attribute()));
      }
    }
  }

  /** Callbacks return 0, 1, whatever number the strategy names, and one that it does not. */
  private SortedSet<Integer> numbers() {
    SortedSet<Integer> all = new TreeSet<>(List.of(0, 1));
    symbols.functions().stream()
        .flatMap(f -> TreeWalk.all(Expression.Number.class, f))
        .forEach(n -> all.add(n.value()));
    symbols.functions().stream()
        .flatMap(f -> TreeWalk.all(Expression.Binary.class, f))
        .filter(b -> b.operator().isArithmetic())
        .forEach(b -> Constant.of(b).ifPresent(all::add));
    shared()
        .flatMap(v -> v.initial().stream())
        .filter(Value.Number.class::isInstance)
        .forEach(n -> all.add(((Value.Number) n).value()));
    // Every index, and one that is just out of bounds.
    symbols.arrays().all().values().stream()
        .flatMap(a -> IntStream.rangeClosed(0, a.size()).boxed())
        .forEach(all::add);
    all.add(all.last() + 1);
    return all;
  }

  private ThreadLowering thread(Context context, Optional<Typed> object) {
    return new ThreadLowering(
        strategy.file(), symbols, slots, sites, problems, steps, wakeUps.thread(), context, object);
  }

  private KernelThread reader(Item.Function f) {
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
            .or(() -> symbols.interrupts().kept(f.name()));
    in.graph.add(later.<Step>map(Wait.Run::new).orElseGet(Section.Begin::new), origin);
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
    Optional<String> result = woken.map(t -> in.scope.fresh("result", Typed.Kind.INT));
    Refusal.noted(problems, () -> in.call(f, object, given, result));
    woken.ifPresent(t -> LineCalls.wake(t, result.orElseThrow(), in.graph, origin));
    run.ifPresent(r -> in.graph.add(new Section.SrcuReadUnlock(r), origin));
    later.ifPresent(
        l -> in.graph.add(new Section.Unlock(LockKind.RUN, l.running(), l.object()), origin));
    in.graph.add(new Section.End(), origin);
    in.graph.jump(start);
    return finish(in, f.name(), Roles.context(f), Roles.pins(f), origin);
  }

  /** RCU's part in a callback: it waits for a grace period. */
  private KernelThread rcu(Deferrals.GracePeriod g) {
    ThreadLowering in = thread(Context.TASK, Optional.empty());
    String name = "rcu_" + g.of().name().replaceAll("\\W", "_");
    Origin origin = new Origin(name, List.of(), g.place(), line(g.place()));
    Value object = new Value.Local(in.scope.fresh("of", Typed.Kind.OBJECT));
    Deferred of = g.ofObjects() ? g.of().in(object) : g.of();
    Graph.Mark start = in.graph.mark();
    in.graph.add(new Wait.Run(of), origin);
    in.graph.add(new Access.GracePeriodBegins(""), origin);
    in.graph.add(new Wait.GracePeriodEnds("", false), origin);
    Step then =
        g.then()
            .map(t -> g.ofObjects() ? t.in(object) : t)
            .<Step>map(t -> new Access.Arm(t, Optional.empty()))
            .orElseGet(() -> new Access.Free(object));
    in.graph.add(then, origin);
    in.graph.add(new Section.Unlock(LockKind.RUN, of.running(), of.object()), origin);
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

  private KernelThread provider(int providers) {
    Typed object =
        symbols
            .registered()
            .map(s -> Typed.of(new Value.Local(OBJECT), new Type.Pointer(new Type.Struct(s))))
            .orElseGet(() -> new Typed(new Value.Local(OBJECT), Typed.Kind.OBJECT));
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
    in.graph.add(new Section.Registered(), harness);
    if (roles.permanent()) {
      in.graph.take();
    } else {
      Item.Function unregister = roles.unregister().orElseThrow();
      Refusal.noted(problems, () -> in.call(unregister, object, handle, Optional.empty()));
    }
    in.graph.alsoOpen(failed);
    if (symbols.isModule()) {
      symbols.deferrals().all().forEach(l -> outlived(l.of(), l.function(), in.graph));
      symbols.interrupts().lines().stream()
          .filter(Deferred::isRequested)
          .flatMap(
              l -> Stream.concat(Stream.of(l), symbols.interrupts().wokenBy(l.name()).stream()))
          .forEach(l -> outlived(l, l.name(), in.graph));
    }
    in.graph.add(new Access.TearDown(), harness);
    in.graph.jump(start);
    return finish(in, "provider", Context.PROVIDER, false, harness);
  }

  /** What runs later is text of the module, which goes now. */
  private void outlived(Deferred of, String function, Graph graph) {
    Item.Function f = symbols.function(function).orElseThrow();
    Origin origin = new Origin(f.name(), List.of(), f.place(), line(f.place()));
    graph.add(new Access.Outlived(of), origin);
  }

  private static boolean mayBeOther(Graph graph, String local, Value value) {
    return graph.nodes().stream()
        .map(Node::step)
        .filter(s -> s.writes().filter(local::equals).isPresent())
        .anyMatch(s -> !(s instanceof Local.Assign a && a.value().equals(value)));
  }

  /** The provider's local that holds its callbacks object. */
  public static final String OBJECT = "obj";

  private KernelThread finish(
      ThreadLowering in, String name, Context context, boolean pins, Origin origin) {
    SortedMap<String, KernelThread.LocalKind> locals = new TreeMap<>(in.scope.locals());
    if (context == Context.PROVIDER) {
      locals.put(OBJECT, KernelThread.LocalKind.OBJECT);
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
    return passes.checked(written);
  }
}
