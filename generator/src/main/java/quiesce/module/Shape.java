package quiesce.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.analysis.Analyses;
import quiesce.analysis.Applicability;
import quiesce.analysis.Facts;
import quiesce.analysis.Found;
import quiesce.analysis.Machine;
import quiesce.memory.MemoryModel;
import quiesce.property.Property;
import quiesce.source.Limit;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.Location;
import quiesce.steps.Model;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Site;
import quiesce.steps.Value;
import quiesce.template.Templates;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Simplification;
import quiesce.tla.Unit;

/** What the specification of one program consists of: only what the program uses. */
public final class Shape {
  /** Paths double with each branch that nothing decides; a hundred times what tests need. */
  private static final int MOST_PATH_STEPS = 100_000;

  /** To write one takes as long as to find a hundred. */
  private static final int MOST_WRITTEN_STEPS = 5_000;

  /** The variable with the sections that grace periods wait for. */
  static final Expression AWAITED = Logic.name("awaited");

  private final Model model;
  private final Options options;
  private final Names names = new Names();
  private final Facts facts;
  private final Limit outcomes;
  private final Templates templates;
  private final Machine machine;
  private final List<ThreadView> threads;
  private final Optional<Applicability> applicability;
  private final Optional<ValueSets> valueSets;
  private final Optional<Crowds> crowds;
  private final List<MemoryScope.Variable> variables = new ArrayList<>();
  private final Map<String, String> constants = new LinkedHashMap<>();

  Shape(Model model, Options options) {
    this.model = model;
    this.options = options;
    Limit paths =
        new Limit(
            model.file(),
            MOST_PATH_STEPS,
            "steps on all paths to stores that may come early",
            "make fewer branches and accesses, or use a memory model without them");
    this.outcomes =
        new Limit(
            model.file(),
            MOST_WRITTEN_STEPS,
            "steps on all paths through its actions",
            "make fewer branches on locals; what touches nothing shared can be left out");
    this.templates = new Templates(options.templates(), memoryTemplate("memory"));
    this.facts = new Facts(model, options.reductions());
    this.machine = options.model().machine(facts);
    boolean any = options.cpus().any();
    List<Found> found =
        new Analyses(machine, options.fine(), options.reductions(), any).apply(facts, paths);
    this.applicability = Analyses.applicability(model, found);
    // Shared things get their names before threads do.
    addresses().forEach(names::variable);
    this.threads =
        found.stream().map(f -> new ThreadView(f, machine.independent(), names, any)).toList();
    this.valueSets = model instanceof Program p ? Optional.of(new ValueSets(p)) : Optional.empty();
    this.crowds = any ? Optional.of(new Crowds(this)) : Optional.empty();
  }

  private List<String> addresses() {
    return model instanceof Program p
        ? p.shared().stream().map(Program.Shared::name).toList()
        : facts.getAddresses();
  }

  /** Lets the memory model declare its variables; the names of all else are known by then. */
  void declareMemory() {
    templates.render(memoryTemplate("variables"), asked("declare", memory()));
  }

  String memoryTemplate(String name) {
    return "tla/memory/" + options.model().name() + "/" + name + ".ftl";
  }

  /** What finding all outcomes of all actions may take. */
  Limit outcomes() {
    return outcomes;
  }

  Model model() {
    return model;
  }

  Templates templates() {
    return templates;
  }

  Facts facts() {
    return facts;
  }

  MemoryModel memoryModel() {
    return options.model();
  }

  /** What it makes of the program. */
  Machine machine() {
    return machine;
  }

  /** What is asked of the templates of the memory model. */
  Map<String, Object> asked(String name, Object whom) {
    return Map.of(name, whom, "facts", facts, "machine", machine.parts());
  }

  /** What the templates of a whole module are given; its threads come when they are written. */
  Map<String, Object> data(Object spec) {
    Map<String, Object> data = new LinkedHashMap<>(asked("spec", spec));
    data.put("declare", memory());
    data.put("layout", new LayoutModel(Emitter.COMMENT_WIDTH));
    return data;
  }

  /** What a module may use: the definitions of the memory model, and those of bits. */
  Simplification definitions(Map<String, Object> data) {
    String memory = templates.render(memoryTemplate("definitions"), data);
    return Simplification.of(Unit.read(memory + "\n\n" + templates.render("tla/bits.ftl", data)));
  }

  MemoryScope memory() {
    return new MemoryScope(this, variables, constants);
  }

  /** The strategy; a litmus test has none. */
  Program program() {
    if (model instanceof Program p) {
      return p;
    }
    throw new IllegalStateException("a litmus test is no strategy");
  }

  List<Program.Member> members() {
    return model instanceof Program p ? p.members() : List.of();
  }

  Options options() {
    return options;
  }

  Names names() {
    return names;
  }

  ThreadView provider() {
    return threads.get(0);
  }

  boolean isProvider(ThreadView view) {
    return view.thread.context() == Context.PROVIDER;
  }

  List<ThreadView> readers() {
    return threads.stream().filter(v -> !isProvider(v)).toList();
  }

  List<ThreadView> threads() {
    return threads;
  }

  /** What locals and memory may hold; of a litmus test nobody asks. */
  Optional<ValueSets> valueSets() {
    return valueSets;
  }

  Applicability applicability() {
    return applicability.orElseThrow();
  }

  Agents agents() {
    return new Agents(this);
  }

  String constant(Value v) {
    return new Values(Logic::name, Logic.NULL, names::variable).of(v).text();
  }

  static String stepTemplate(String step) {
    return "tla/steps/" + step + ".ftl";
  }

  String idleName(ThreadView view) {
    return view.variable + "_Idle";
  }

  /** Whether somebody waits for a grace period. */
  boolean waits() {
    return !waiters().isEmpty();
  }

  /** Whether a store is seen by all as soon as it is made. */
  boolean isOneMemory() {
    return memoryModel().equals(Options.DEFAULT.chosen());
  }

  /** How it is kept for whom they wait. */
  Awaiting awaiting() {
    return options.cpus().any() && waits() ? new AwaitedFlags(this) : new AwaitedSets(this);
  }

  /** The crowds, where there may be any number of CPUs. */
  Optional<Crowds> crowds() {
    return crowds;
  }

  /** Where there may be any number of registrations: the objects take turns. */
  Optional<Recycling> recycling() {
    return Recycling.isAskedFor(facts().isModule(), options)
        ? Optional.of(new Recycling(this))
        : Optional.empty();
  }

  /** The CPUs: a set, or a crowd. */
  String cpus() {
    return options.cpus().any() ? Crowds.CPUS : "CPUs";
  }

  /** The threads that wait for grace periods. */
  List<ThreadView> waiters() {
    return threads().stream()
        .filter(v -> v.thread.has(Access.GracePeriodBegins.class::isInstance))
        .toList();
  }

  /** The waiter's own part of {@code awaited}: an index; empty where there is one waiter. */
  Optional<Expression> awaitedIndex(ThreadView view) {
    if (view.thread.context() == Context.PROCESS || waiters().size() > 1) {
      return Optional.of(agents().of(view));
    }
    return view.indexed() ? Optional.of(Logic.name(view.index)) : Optional.empty();
  }

  /** For each kind of task that pins the provider: that none of them runs. */
  List<Expression> pins() {
    return readers().stream()
        .filter(v -> v.thread.pinsProvider())
        .map(v -> v.instances.every(v.isAt(v.thread.entry())))
        .toList();
  }

  /** The threads that can be inside a read-side section. */
  List<ThreadView> sectioned() {
    return threads().stream().filter(v -> !v.where(v.sections::inside).isEmpty()).toList();
  }

  /**
   * How a thread's section is distinguished from the others in a set.
   *
   * @param section of SRCU; empty for RCU
   */
  Identity section(ThreadView view, Optional<Section.Srcu> section) {
    return section.map(s -> srcu(view, s)).orElseGet(() -> section(view));
  }

  private static Identity srcu(ThreadView view, Section.Srcu section) {
    return view.thread.context() == Context.PROCESS
        ? Identity.name(Identity.srcuName(view.thread.name(), section.name()))
        : Identity.ofSrcu(view.thread.name(), section.name(), view.indexed());
  }

  /** How a thread's section of RCU is distinguished from the others in a set. */
  Identity section(ThreadView view) {
    if (view.thread.context() == Context.PROCESS) {
      return agents().identity(view);
    }
    return sectioned().size() == 1 && view.indexed()
        ? Identity.index()
        : Identity.tuple(view.thread.name(), view.indexed());
  }

  /** The sections of SRCU that a thread may be inside of. */
  Stream<Section.Srcu> srcuSections(ThreadView view) {
    return facts.getDomains().stream().flatMap(domain -> view.sections.all(domain).stream());
  }

  /**
   * Where it is kept whether a lock is held.
   *
   * @param object whose it is, where each object has one
   */
  Expression lock(String name, Optional<Expression> object) {
    Expression all = Logic.name(names.variable(name));
    if (object.isEmpty()) {
      return all;
    }
    return isOneMemory()
        ? new Expression.Applied(all, List.of(object.get()))
        : new Expression.Tuple(List.of(all, object.get()));
  }

  /** Whether this fault can happen and some property looks at it. */
  boolean tracks(String fault) {
    return applicability.map(a -> a.faults().contains(fault)).orElse(false);
  }

  /** Whether anything can happen after which the kernel does not continue. */
  boolean oopses() {
    return Stream.of("NULL dereference", "use after teardown", "BUG", "index out of bounds")
        .anyMatch(this::tracks);
  }

  boolean retires() {
    return applicability.isPresent()
        && applicability.get().applies(Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD);
  }

  /** The variables, in the order of their declaration. */
  List<String> variables() {
    return memory().getVariables().stream().map(MemoryScope.Variable::name).toList();
  }

  /** What the parts of a state are. */
  StateLayout layout() {
    Map<String, StateLayout.Thing> things = new LinkedHashMap<>();
    addresses().forEach(a -> things.put(a, thing(names.variable(a), StateLayout.Kind.VARIABLE, a)));
    for (Program.Member m : members()) {
      String key = Location.memberKey(m.name());
      things.put(key, thing(member(m.name()), StateLayout.Kind.MEMBER, m.name()));
    }
    for (Site s : sites()) {
      String key = s.identity();
      things.put(key, thing(names.site(s.name()), StateLayout.Kind.SITE, key));
    }
    model.locks().forEach(l -> things.put(l, thing(names.variable(l), StateLayout.Kind.LOCK, l)));
    Map<String, StateLayout.OfThread> all = new LinkedHashMap<>();
    threads.forEach(v -> all.put(v.thread.key(), v.layout(agents().identity(v), section(v))));
    return new StateLayout(individuals(), all, things, sectionNames());
  }

  private Map<String, StateLayout.Sections> sectionNames() {
    Map<String, StateLayout.Sections> all = new LinkedHashMap<>();
    for (ThreadView v : threads) {
      String function = v.thread.name();
      all.put(function, new StateLayout.Sections(function, Optional.empty()));
      srcuSections(v)
          .map(Section.Srcu::name)
          .forEach(
              s ->
                  all.put(
                      Identity.srcuName(function, s),
                      new StateLayout.Sections(function, Optional.of(s))));
    }
    return all;
  }

  private static StateLayout.Thing thing(String identifier, StateLayout.Kind kind, String name) {
    return new StateLayout.Thing(identifier, kind, name);
  }

  Individuals individuals() {
    return Individuals.of(program(), options);
  }

  /** The identifier of a member of the callbacks object. */
  String member(String name) {
    return members().stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .map(m -> names.member(m.struct(), name))
        .orElseThrow();
  }

  List<Site> sites() {
    return model instanceof Program p ? p.sites() : List.of();
  }
}
