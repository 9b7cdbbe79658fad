package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.analysis.Field;
import quiesce.property.Property;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.Location;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/** What the module's template asks for. */
public final class ModuleModel {
  private final Shape shape;
  private final Scheduling scheduling;
  private final String name;

  ModuleModel(Shape shape, String name) {
    this.shape = shape;
    this.scheduling = new Scheduling(shape);
    this.name = name;
  }

  /**
   * The actions of one thread.
   *
   * @param quantifier over its parameters; empty when it has none
   * @param actionParameters those of its actions, which choose members of crowds themselves
   * @param actionQuantifier over these
   * @param begins calls of the actions by which it begins
   * @param goesOn calls of its other actions
   * @param moves whether each of these takes it to another place
   * @param begun that it has begun, where a run may begin that nobody has asked for
   * @param quiet whether it is one of a crowd and always comes to its end by itself
   */
  public record ThreadModel(
      String variable,
      String title,
      List<String> actions,
      List<String> begins,
      List<String> goesOn,
      boolean moves,
      List<ThreadWriter.Gate> gates,
      String parameters,
      List<Over> quantifier,
      String actionParameters,
      List<Over> actionQuantifier,
      Fairness fairness,
      Expression active,
      List<Waiting> waits,
      String me,
      Expression idle,
      String instances,
      List<FieldType> types,
      Optional<Expression> begun,
      boolean quiet) {}

  /** A variable that takes the values of a set. */
  public record Over(String variable, String set) {}

  public String getName() {
    return name;
  }

  public Map<String, String> getFrontMatter() {
    return shape.program().strategy().frontMatter().entries().stream()
        .collect(
            Collectors.toMap(
                e -> e.key(),
                e -> Comments.safe(e.value()),
                (a, b) -> a,
                java.util.LinkedHashMap::new));
  }

  public String getStrategy() {
    return Comments.safe(shape.program().name());
  }

  public String getFile() {
    return Comments.safe(shape.program().strategy().file().name());
  }

  public Options getOptions() {
    return shape.options();
  }

  public int getProviders() {
    return shape.program().providers();
  }

  public boolean isCompiler() {
    return shape.options().compiler();
  }

  public boolean isFine() {
    return shape.options().fine();
  }

  public boolean isReduced() {
    return shape.options().reductions();
  }

  public List<Expression.Definition> getScheduling() {
    return Stream.concat(
            scheduling.definitions().stream(), new SharedLocks(shape).definitions().stream())
        .toList();
  }

  public boolean isNeedsCpus() {
    return getCrowds().isEmpty() && scheduling.needsCpus();
  }

  public boolean isNeedsTasks() {
    return getCrowds().isEmpty() && hasTasks();
  }

  /** The crowds, where there may be any number of CPUs. */
  public List<Crowds.Crowd> getCrowds() {
    return shape.crowds().map(Crowds::all).orElse(List.of());
  }

  /** Whether the provider visits the members of one. */
  public boolean isVisits() {
    return shape.crowds().filter(Crowds::isVisited).isPresent();
  }

  /** That a waiter waits for nobody in a crowd, for each that has readers. */
  public List<Expression> getNobodyIsAwaited() {
    return shape.waits()
        ? shape.crowds().map(Crowds::nobodyIsAwaited).orElse(List.of())
        : List.of();
  }

  /** That somebody is waited for who always comes to the end by itself. */
  public List<Expression> getQuietAsked() {
    return shape.crowds().map(Crowds::quietAsked).orElse(List.of());
  }

  /** Where an object may be referred to, if objects take turns. */
  public List<Expression> getReferences() {
    return shape.recycling().map(Recycling::references).orElse(List.of());
  }

  /** Where the provider takes an object that nobody has used. */
  public List<String> getTaking() {
    return shape
        .provider()
        .where(n -> n.step() instanceof Access.Initialise || n.step() instanceof Access.Allocate);
  }

  /** Whether objects take turns. */
  public boolean isRecycles() {
    return shape.recycling().isPresent();
  }

  /** Whether some objects are memory that the strategy allocates. */
  public boolean isAllocates() {
    return shape.program().has(Access.Allocate.class::isInstance);
  }

  private boolean hasTasks() {
    return shape.readers().stream().anyMatch(v -> v.thread.context() == Context.TASK);
  }

  public boolean isNeedsUninitialised() {
    return !shape.program().members().isEmpty();
  }

  /** The sets whose elements are all alike. */
  public List<String> getSymmetricSets() {
    List<String> sets = new ArrayList<>();
    if (isNeedsCpus() && getCpus().size() > 1) {
      sets.add("CPUs");
    }
    if (isNeedsTasks() && getTasks().size() > 1) {
      sets.add("Tasks");
    }
    if (shape.program().providers() > 1) {
      sets.add("Providers");
    }
    return sets;
  }

  public List<String> getCpus() {
    return shape.individuals().cpus();
  }

  /** As many tasks of each kind as there are CPUs. */
  public List<String> getTasks() {
    return shape.individuals().tasks();
  }

  public List<String> getProviderNames() {
    return shape.individuals().modules();
  }

  public List<String> getObjects() {
    return shape.individuals().objects();
  }

  // ---- what the definitions depend on

  public boolean isDereferences() {
    return shape.tracks("NULL dereference");
  }

  public boolean isTearsDown() {
    return shape.tracks("use after teardown");
  }

  public boolean isCallsStoredSlots() {
    return shape.model().has(s -> s instanceof Access.CallSlot c && c.stored());
  }

  public boolean isLoadsMembers() {
    return shape
        .model()
        .has(
            s ->
                !(s instanceof Access.Store)
                    && s.touches().filter(Location.Member.class::isInstance).isPresent());
  }

  public boolean isRetires() {
    return shape.retires();
  }

  public boolean isSnapshots() {
    return shape.tracks("torn snapshot");
  }

  /** Whether a callback may be handed the data of another registration. */
  public boolean isForeign() {
    return shape.tracks("foreign data");
  }

  /** For each thread that enters callbacks: that an instance of it is inside one of object o. */
  public List<Expression> getInUse() {
    return shape.threads().stream()
        .filter(v -> v.calls)
        .map(v -> v.instances.some(Logic.equal(v.field(Field.INSIDE), Logic.name("o"))))
        .toList();
  }

  /** The faults after which the kernel does not continue. */
  public List<String> getOopses() {
    return Stream.of(
            "NULL dereference",
            "use before initialisation",
            "use after teardown",
            "BUG",
            "index out of bounds")
        .filter(shape::tracks)
        .toList();
  }

  /** The set of the sections that there may be. */
  public Expression getSectioned() {
    Stream<Expression> rcu = shape.sectioned().stream().map(v -> shape.section(v).all(v.indexSet));
    Stream<Expression> srcu =
        shape.threads().stream()
            .flatMap(
                v ->
                    shape
                        .srcuSections(v)
                        .map(s -> shape.section(v, Optional.of(s)).all(v.indexSet)));
    return Logic.union(Stream.concat(rcu, srcu).toList());
  }

  /** The set of those who wait for grace periods; empty where there is one. */
  public String getWaiters() {
    List<ThreadView> all = shape.waiters();
    return all.size() == 1 ? all.get(0).indexSet : shape.agents().all(all).text();
  }

  public List<String> getFaults() {
    return List.copyOf(shape.applicability().faults());
  }

  /** For each kind of section that somebody waits for, the set of those in progress. */
  public Map<String, Expression> getSections() {
    return shape.crowds().isPresent() ? Map.of() : new SectionSets(shape).all();
  }

  /** What must not grow without end, where the strategy calculates. */
  public Optional<NumberBounds> getNumbers() {
    return NumberBounds.of(shape);
  }

  // ---- properties

  public List<String> getSafety() {
    return applicable(false);
  }

  /** None where individuals are not distinguished: what one is owed cannot be said. */
  public List<String> getLiveness() {
    return shape.crowds().isPresent() ? List.of() : applicable(true);
  }

  private List<String> applicable(boolean liveness) {
    return java.util.Arrays.stream(Property.values())
        .filter(p -> p.liveness() == liveness && shape.applicability().applies(p))
        .map(Property::title)
        .toList();
  }

  /** Whether some property asks who can continue. */
  public boolean isAsksWhoGoesOn() {
    return shape.applicability().applies(Property.NO_DEADLOCK) || !getLiveness().isEmpty();
  }

  public String meaning(String property) {
    return Property.named(property).orElseThrow().meaning();
  }

  public boolean isProviderIndexed() {
    return shape.provider().indexed();
  }

  /** Where unregister has returned and the provider is about to tear its object down. */
  public List<String> getAboutToTearDown() {
    return shape.provider().where(n -> n.step() instanceof Access.TearDown);
  }

  public String getRegistered() {
    return scheduling.registered().text();
  }

  public List<String> getUnregistering() {
    return shape
        .provider()
        .where(n -> shape.applicability().inUnregister(n) && !n.origin().isHarness());
  }

  /** The global pointers that say who is registered. */
  public List<String> getPublished() {
    return shape.applicability().published().stream().map(shape.names()::variable).toList();
  }

  /** Each reader that may hold an object. */
  public List<Holder> getHolders() {
    return shape.readers().stream()
        .filter(v -> v.calls || !v.pointers().isEmpty())
        .map(
            v ->
                new Holder(
                    v.index,
                    v.indexSet,
                    texts(v, v.pointers()),
                    texts(v, v.calls ? List.of(Field.INSIDE) : List.of()),
                    v.decides()))
        .toList();
  }

  private static List<String> texts(ThreadView v, List<String> fields) {
    return fields.stream().map(f -> v.field(f).text()).toList();
  }

  public List<Kind> getKinds() {
    return shape.threads().stream()
        .map(
            v ->
                new Kind(
                    v.index,
                    v.indexSet,
                    v.isAtNone(s -> !v.stops.begun(s) || v.thread.rests(s)),
                    mayHang(v),
                    Crowds.isQuiet(shape, v)))
        .toList();
  }

  private static boolean mayHang(ThreadView v) {
    return v.thread.context() != Context.PROVIDER && v.thread.canHang(n -> true);
  }

  /**
   * The instances of a thread.
   *
   * @param index of one of them; empty where there is one
   * @param begun that it has begun, and does not rest
   * @param mayHang whether it waits or loops
   * @param quiet whether it is one of a crowd and always comes to its end by itself
   */
  public record Kind(String index, String set, Expression begun, boolean mayHang, boolean quiet) {}
}
