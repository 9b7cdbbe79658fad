package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.analysis.Dependencies;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Litmus;
import quiesce.steps.Program;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/**
 * What a memory model keeps, and what its templates can ask for that. Methods that only note
 * something return the empty string, so that a template can call them anywhere.
 */
public final class MemoryScope {
  private static final String NOTHING = Logic.EMPTY.text();

  private final Shape shape;
  private final List<Variable> variables;
  private final Map<String, String> constants;

  /**
   * @param variables to which what the model declares is added
   * @param constants likewise
   */
  MemoryScope(Shape shape, List<Variable> variables, Map<String, String> constants) {
    this.shape = shape;
    this.variables = variables;
    this.constants = constants;
  }

  /**
   * A line of the module's VARIABLES and Init.
   *
   * @param initial value
   * @param type what holds of it in every state; empty where the model does not say
   */
  public record Variable(String name, String comment, String initial, String type) {
    Variable(String name, String comment, String initial) {
      this(name, comment, initial, "");
    }
  }

  /**
   * Something of the C code that lives in memory.
   *
   * @param name in the C code
   * @param identifier in the specification
   * @param comment the C declaration, or what it is
   * @param initial value; empty where the strategy's own stores are the first ones
   * @param values that it may hold
   */
  public record Place(
      String name, String identifier, String comment, String initial, ValueSet values) {}

  public String variable(String name, String comment, String initial) {
    return variable(name, comment, initial, "");
  }

  /**
   * @param type a condition that holds in every state
   */
  public String variable(String name, String comment, String initial, String type) {
    variables.add(new Variable(name, comment, initial, type));
    return "";
  }

  /** A constant that stands for itself. */
  public String constant(String name, String comment) {
    constants.put(name, comment);
    return "";
  }

  // ---- what there is to keep

  public List<Place> getGlobals() {
    List<Place> all = new ArrayList<>();
    if (shape.model() instanceof Program p) {
      p.shared().stream().filter(Program.Shared::isGlobal).forEach(s -> all.add(place(s)));
    } else if (shape.model() instanceof Litmus l) {
      l.variables()
          .forEach(
              v ->
                  all.add(
                      new Place(
                          v.name(),
                          shape.names().variable(v.name()),
                          "",
                          shape.constant(v.initial()),
                          ValueSet.of())));
    }
    return all;
  }

  /**
   * An array.
   *
   * @param elements what each of them holds in the beginning
   */
  public record Array(String identifier, String comment, List<String> elements, ValueSet values) {}

  public List<Array> getArrays() {
    return shape.model() instanceof Program p
        ? p.shared().stream().filter(Program.Shared::array).map(this::array).toList()
        : List.of();
  }

  private Array array(Program.Shared s) {
    return new Array(
        shape.names().variable(s.name()),
        s.declaration(),
        s.initial().stream().map(shape::constant).toList(),
        values(s.name()));
  }

  private ValueSet values(String name) {
    return shape.valueSets().map(v -> v.inMemory(name)).orElse(ValueSet.of());
  }

  /** What each CPU has of its own, where that is no part of its state in a crowd. */
  public List<Place> getPerCpus() {
    return shape.crowds().isPresent() ? List.of() : perCpus();
  }

  List<Place> perCpus() {
    return shape.model() instanceof Program p
        ? p.shared().stream().filter(Program.Shared::perCpu).map(this::place).toList()
        : List.of();
  }

  private Place place(Program.Shared s) {
    return new Place(
        s.name(),
        shape.names().variable(s.name()),
        s.declaration(),
        shape.constant(s.initial().get(0)),
        values(s.name()));
  }

  public List<Place> getMembers() {
    return shape.members().stream()
        .map(
            m -> new Place(m.name(), shape.member(m.name()), m.declaration(), "", values(m.name())))
        .toList();
  }

  public List<Place> getSites() {
    return shape.sites().stream()
        .map(s -> new Place(s.key(), shape.names().site(s.name()), s.key(), "NULL", ValueSet.of()))
        .toList();
  }

  public List<Place> getLocks() {
    return shape.model().locks().stream()
        .map(l -> new Place(l, shape.names().variable(l), words(l), "", ValueSet.of()))
        .toList();
  }

  private String words(String lock) {
    return shape
        .facts()
        .words(lock)
        .orElse(
            shape.facts().isReadUnder(lock)
                ? "whether a writer holds the lock"
                : "whether the lock is held");
  }

  /** The set of the agents that have something of memory for themselves. */
  public Expression getAgents() {
    return shape.agents().all();
  }

  /** The same with the CPUs, where tasks know what is known there. */
  public Expression getAgentsWithCpus() {
    return shape.agents().withCpus();
  }

  /** Whether objects that were torn down are used again. */
  public boolean isRecycles() {
    return shape.recycling().isPresent();
  }

  /** The members of crowds that have something of memory for themselves. */
  public List<Agents.Member> getAgentsInCrowds() {
    return shape.agents().members();
  }

  /** The same, and where they read. */
  public List<Agents.Reader> getReadersInCrowds() {
    return shape.agents().readers();
  }

  /** Whether there are tasks whose CPU matters, and handlers on the same CPUs. */
  public boolean isAgentsShare() {
    return shape.threads().stream().anyMatch(v -> v.sharesCpu);
  }

  /** Whether there are tasks that run only while the provider is registered. */
  public boolean isPinning() {
    return shape.threads().stream().anyMatch(v -> v.thread.pinsProvider());
  }

  /**
   * A kind of thread, and where its state is.
   *
   * @param variable that holds the records
   * @param index of an instance; empty where there is one
   * @param set of the instances
   * @param record of one instance
   * @param agent whose knowledge of memory it has
   * @param own what it knows, where that is part of a member of a crowd
   * @param ofCrowd whether its instances are members of a crowd
   * @param rest where it is before it begins
   * @param kept the locals that are fields of the record
   */
  public record OfThread(
      KernelThread thread,
      String variable,
      String index,
      String set,
      String record,
      String agent,
      Optional<String> own,
      boolean ofCrowd,
      String rest,
      Dependencies dependencies,
      List<String> kept) {
    public boolean isProvider() {
      return thread.context() == Context.PROVIDER;
    }

    public boolean isHandler() {
      return thread.context().isHandler();
    }
  }

  public List<OfThread> getThreads() {
    return shape.threads().stream()
        .map(
            v ->
                new OfThread(
                    v.thread,
                    v.variable,
                    v.index,
                    v.indexSet,
                    v.me(),
                    shape.agents().of(v).text(),
                    shape.agents().own(v).map(Expression::text),
                    v.instances instanceof Instances.Crowd,
                    v.at(v.thread.entry()),
                    v.dependencies,
                    List.copyOf(v.kept())))
        .toList();
  }

  // ---- what the rest of the module asks

  /** What the memory model is, in a line. */
  public String getTitle() {
    return shape.memoryModel().title();
  }

  /** What the memory model needs constants for, with a comment for each. */
  public Map<String, String> getConstants() {
    return constants;
  }

  /** Memory, then the threads, then what the machine keeps beside them. */
  public List<Variable> getVariables() {
    List<Variable> all = new ArrayList<>(variables);
    shape.crowds().flatMap(Crowds::cpus).ifPresent(all::add);
    for (ThreadView v : shape.threads()) {
      if (v.instances.variable().equals(v.variable)) {
        String idle = shape.idleName(v);
        all.add(
            new Variable(v.variable, comment(v), evaluated(v.instances.each(Logic.name(idle)))));
      }
    }
    shape.awaiting().variable().ifPresent(all::add);
    if (shape.retires()) {
      all.add(
          new Variable(
              "retired", "objects whose grace period has elapsed: no state shows it", NOTHING));
    }
    if (!shape.facts().isLitmus()) {
      all.add(new Variable("faults", "what has gone wrong: no later state shows it", NOTHING));
    }
    return all;
  }

  /** Where a view distinguishes states, TLC does not evaluate variables for their own sake. */
  private String evaluated(Expression records) {
    boolean lazy = records instanceof Expression.Function && shape.machine().isViewed();
    return (lazy ? new Expression.Call("TLCEval", List.of(records)) : records).text();
  }

  private static String comment(ThreadView v) {
    return switch (v.thread.context()) {
      case PROVIDER -> "the module that registers: where it is, and its object";
      case PROCESS -> "where the process is, and its registers";
      case TASK -> v.thread.name() + "() in each task: where it is, and its locals";
      default -> v.thread.name() + "() on each CPU: where it is, and its locals";
    };
  }
}
