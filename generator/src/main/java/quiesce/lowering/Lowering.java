package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import quiesce.steps.Closure;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Program;
import quiesce.steps.Value;

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
  private final SetupOrder setupOrder = new SetupOrder();
  private final Passes passes;
  private final Threads threads;

  private Lowering(
      Strategy file,
      Map<String, Item.Role> outer,
      boolean compilerModel,
      Set<String> kept,
      boolean followsData) {
    this.problems = new Diagnostics(file.file());
    this.strategy = ErrorPointers.resolved(file, problems);
    this.symbols = new Symbols(strategy, outer, kept, followsData, problems);
    this.slots = new Slots(symbols, problems);
    this.sites = new Sites(symbols, problems);
    this.roles = new Roles(symbols, problems);
    Limit steps = Limit.ofSteps(strategy.file());
    String unregister = roles.unregister().map(Item.Function::name).orElse("");
    this.passes = new Passes(problems, steps, compilerModel, unregister);
    this.threads =
        new Threads(
            strategy,
            symbols,
            slots,
            sites,
            roles,
            problems,
            steps,
            passes,
            warnings,
            unseen,
            wakeUps,
            setupOrder);
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
    boolean followsData = true;
    while (true) {
      Lowering lowering = new Lowering(strategy, roles, compilerModel, kept, followsData);
      Program program = lowering.lower();
      if (kept.addAll(FunctionValues.keptBy(program))) {
        continue;
      }
      boolean handsOn = program.has(Local.HandOn.class::isInstance);
      if (handsOn || !lowering.symbols.followsData()) {
        return program;
      }
      // What nobody hands on is no state.
      followsData = false;
    }
  }

  /** The same with the roles that the file gives. */
  public static Program lower(Strategy strategy, boolean compilerModel) {
    return lower(strategy, compilerModel, Map.of());
  }

  private Program lower() {
    int providers = providers();
    refuseUnused();
    refuseMacrosOfPrimitives();
    BitFields.check(strategy, problems);
    Sequencing.check(symbols, problems);
    List<KernelThread> readersOfFile = roles.readers().stream().map(threads::reader).toList();
    if (!roles.complete()) {
      problems.throwIfAny();
    }
    KernelThread providerOfFile = threads.provider();
    problems.throwIfAny();
    HandedOn handedOn = HandedOn.of(providerOfFile, readersOfFile);
    List<KernelThread> written =
        new ArrayList<>(readersOfFile.stream().map(handedOn::known).toList());
    KernelThread checked = handedOn.known(providerOfFile);
    symbols.deferrals().callbacks().gracePeriods().forEach(g -> written.add(threads.rcu(g)));
    SortedSet<Integer> numbers = numbers();
    Guarded locked = Guarded.of(checked, written, slots.variables(numbers));
    Stream.concat(Stream.of(checked), written.stream())
        .forEach(t -> passes.refuseUndecided(t, locked));
    Guarded guarded = symbols.structVariables().hasLists() ? locked : Guarded.NOTHING;
    WrittenVariables outside = WrittenVariables.of(strategy);
    List<KernelThread> readers =
        written.stream().map(t -> outside.left(passes.compiled(t, guarded), problems)).toList();
    KernelThread provider = outside.left(passes.compiled(checked, guarded), problems);
    wakeUps.check(problems);
    symbols.handedData().checkProviders(providers, problems);
    setupOrder.check(symbols.handedData().variables(), problems);
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
        Stream.concat(symbols.lockNames(), ObjectLocks.names(symbols.members()))
            .filter(uses::lock)
            .toList(),
        provider,
        readers,
        providers,
        roles.unregister().map(Item.Function::name),
        numbers,
        handedOver(provider),
        providers == 1 && isModule(),
        Coverable.of(symbols.ownFunctions(), strategy.file()),
        excused());
  }

  /**
   * Whether what unregisters is the end of the module, which begins afresh if it is loaded again:
   * all that runs has been asked for by the module itself. A reader that others call may be of
   * another file, as may be the variables that it reads.
   */
  private boolean isModule() {
    return symbols.isModule()
        && roles.readers().stream().map(Item.Function::name).allMatch(symbols::isAskedFor)
        && strategy.items(Item.Initcall.class).stream()
            .filter(i -> i.role() == Item.Role.UNREGISTER)
            .anyMatch(
                i -> roles.unregister().filter(f -> f.name().equals(i.function())).isPresent());
  }

  /** Of what is registered and of what is allocated for it. */
  private int handedOver(KernelThread provider) {
    if (symbols.deferrals().callbacks().gracePeriods().isEmpty()) {
      return 0;
    }
    int registered = symbols.registered().isPresent() ? 1 : 0;
    return Math.max(1, registered + provider.allocations());
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
        StructVariables.isLink(v.type()) || symbols.structVariables().isHead(v.name()),
        v.perCpu() ? "per CPU: " + spelled : spelled);
  }

  private Program.Shared shared(String array, Arrays.Sized s) {
    String declaration = Slots.spell(s.type(), array) + "[" + s.size() + "]";
    return new Program.Shared(
        array, false, symbols.initial().of(array, s), true, false, declaration);
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

  /** The provider's local that holds its callbacks object. */
  public static final String OBJECT = "obj";
}
