package quiesce.emission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.lowering.Lowering;
import quiesce.steps.Access;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Operator;

/**
 * What a step's template can ask and say about the action that it is part of. Methods that only
 * note something return the empty string, so that a template can call them anywhere.
 */
public final class ActionScope {
  private final ActionWriter writer;
  private final ThreadView view;
  private final Node node;
  private final Path path;
  private final int from;

  ActionScope(ActionWriter writer, ThreadView view, Node node, Path path, int from) {
    this.writer = writer;
    this.view = view;
    this.node = node;
    this.path = path;
    this.from = from;
  }

  /** The thread's record, for example {@code sample[c]}. */
  public String getMe() {
    return view.me();
  }

  /** The thread's instance in sets of threads, for example {@code c} or {@code <<"sample", c>>}. */
  public String getSection() {
    return writer.shape().section(view, view.index);
  }

  /** The CPU that the step runs on. */
  public String getCpu() {
    return writer.cpu(view);
  }

  /** The index of the waiting thread's own set of awaited sections; empty when there is one. */
  public String getIndex() {
    return writer.shape().awaitedIndex(view);
  }

  /** Whose knowledge of memory the step uses and adds to. */
  public String getAgent() {
    return writer.shape().agent(view);
  }

  /** Whether it matters to a later step what this CPU has loaded. */
  public boolean isOrdersLoads() {
    return view.sharesCpu || writer.shape().facts().sharersHave(view.thread, Facts::ordersLoads);
  }

  /** Whether the CPU makes relaxed loads only, which others learn about only through sections. */
  public boolean isOnlyLooks() {
    return !isOrdersLoads()
        && !writer.shape().memory().isAgentsShare()
        && !writer
            .shape()
            .facts()
            .sharersHave(
                view.thread,
                s ->
                    s instanceof Access.Store
                        || s instanceof Access.Rmw
                        || s instanceof Access.LoadAcquire
                        || s instanceof quiesce.steps.Wait.SpinLock
                        || s instanceof quiesce.steps.Wait.MutexLock
                        || s instanceof Access.SpinTrylock);
  }

  /** For each kind of task that may hold the CPU of a handler: that no store of its waits. */
  public List<String> getPinnedHere() {
    return writer.shape().threads().stream()
        .filter(ThreadView::pins)
        .map(
            v -> {
              String agent = writer.shape().agent(v);
              String here =
                  v.me() + ".cpu = " + getCpu() + " => memory.buffer[" + agent + "] = <<>>";
              return v.indexed()
                  ? "\\A " + v.index + " \\in " + v.indexSet + " : " + here
                  : "(" + here + ")";
            })
        .toList();
  }

  /** The provider's, if the thread pins it and begins; empty otherwise. */
  public String getTeller() {
    boolean begins = view.thread.pinsProvider() && node.id() == view.thread.entry();
    return begins ? writer.shape().agent(writer.shape().provider()) : "";
  }

  /** What memory has become, as an expression. */
  public String getMemory() {
    return path.memory();
  }

  /** Notes what memory becomes by this step. */
  public String remember(String expression) {
    path.memory(expression);
    return "";
  }

  /** Whether the thread runs with more than one action between start and end. */
  public boolean isHandler() {
    return view.thread.context().isHandler();
  }

  /** The name that the step's place has in its thread: one for each action. */
  public String getPlace() {
    return "\"" + view.thread.name() + " " + labelOfStep() + "\"";
  }

  private String labelOfStep() {
    return view.stops.contains(node.id()) ? view.label(node.id(), false) : node.id() + "";
  }

  /** What a value depends on, as expressions to be joined. */
  public List<String> dependencies(Value v) {
    return v.locals()
        .distinct()
        .filter(view.dependencies::has)
        .map(this::dependency)
        .filter(d -> !d.equals(writer.shape().memoryModel().undependent()))
        .toList();
  }

  private String dependency(String local) {
    return kept(view.dependencies.field(local));
  }

  /** What a field holds that says what something depends on. */
  private String kept(String field) {
    return Optional.ofNullable(path.locals().get(field))
        .map(Expression::text)
        .orElse(view.me() + "." + field);
  }

  /** What the address of a location depends on. */
  public List<String> addressDependencies(Location l) {
    return l instanceof Location.Pointee p
        ? dependencies(p.pointer())
        : l instanceof Location.Member m ? dependencies(m.object()) : List.of();
  }

  /** What it depends on that the step is taken at all. */
  public List<String> controlDependencies() {
    List<String> all = new java.util.ArrayList<>();
    for (int b : view.dependencies.controls(node.id())) {
      for (String field : view.dependencies.branch(b)) {
        all.add(kept(field));
      }
      if (node.next().equals(List.of(-1))) {
        // Performed early, perhaps before the branch: then what decides it is known already.
        Step branch = view.thread.node(b).step();
        branch.reads().filter(view.dependencies::has).map(this::dependency).forEach(all::add);
      }
    }
    return all.stream().distinct().toList();
  }

  /** Whether it matters what a local depends on. */
  public boolean tracks(String local) {
    return view.dependencies.has(local);
  }

  /** Notes what a local depends on from here on. */
  public String depends(String local, String term) {
    return bind(view.dependencies.field(local), term);
  }

  /** Whether it matters what the outcome of this branch depends on. */
  public boolean isDecides() {
    return !view.dependencies.branch(node.id()).isEmpty();
  }

  /** Notes what the outcome of this branch depends on. */
  public String decided(String term) {
    view.dependencies.branch(node.id()).forEach(f -> bind(f, term));
    return "";
  }

  /** The identifier of a variable or lock. */
  public String identifier(String cName) {
    return writer.shape().names().variable(cName);
  }

  /** The identifier of a call site. */
  public String site(String cName) {
    return writer.shape().names().site(cName);
  }

  /** The value by itself, or between commas. */
  public String value(Value v) {
    return formula(v).text();
  }

  /** The value after an equals sign. */
  public String operand(Value v) {
    return formula(v).afterEquals();
  }

  /** A value of the C code as a formula, to be noted. */
  public Expression formula(Value v) {
    return writer.value(v, view, path);
  }

  /** What a template hands: a formula, or the text of an expression. */
  private static Expression formula(Object noted) {
    return noted instanceof Expression f ? f : Expression.of((String) noted);
  }

  // Conditions to be noted. They are formulas, so that contradictions between them can be found.

  public Expression equal(String left, String right) {
    return Logic.equal(Expression.of(left), Expression.of(right));
  }

  public Expression different(String left, String right) {
    return Logic.negated(equal(left, right));
  }

  public Expression outside(String value, String set) {
    return new Expression.Infix(Operator.NOT_IN, Expression.of(value), Expression.of(set));
  }

  public Expression unless(String condition) {
    return Logic.negated(Expression.of(condition));
  }

  /** A condition as C has it among numbers. */
  public Expression bit(Object condition) {
    return Logic.asNumber(formula(condition));
  }

  /** That all of these hold. */
  public Expression all(List<Value> conditions) {
    return conditions.stream().map(v -> writer.value(v, view, path)).reduce(Logic.TRUE, Logic::and);
  }

  /** What is left of a set. */
  public Expression without(Value set, String element) {
    return new Expression.Infix(
        Operator.WITHOUT, formula(set), new Expression.SetOf(List.of(Expression.of(element))));
  }

  /** What an atomic operation writes that has read this term: after an equals sign. */
  public String written(String old) {
    return Logic.choice(success(old), exchange(old), Expression.of(old)).afterEquals();
  }

  /** The condition under which an atomic operation writes that has read this term. */
  public String succeeds(String old) {
    return success(old).text();
  }

  /** Whether an atomic operation may write nothing. */
  public boolean isMayFail() {
    return node.step() instanceof Access.Cmpxchg || node.step() instanceof Access.AtomicAddUnless;
  }

  /** Notes that an atomic operation writes nothing that has read this term. */
  public String fails(String old) {
    path.assume(Logic.negated(success(old)));
    return "";
  }

  private Expression success(String old) {
    Expression found = Expression.of(old);
    if (node.step() instanceof Access.Cmpxchg x) {
      return Logic.equal(found, formula(x.expected()));
    } else if (node.step() instanceof Access.AtomicAddUnless a) {
      return Logic.different(found, formula(a.unless()));
    }
    return Logic.TRUE;
  }

  private Expression exchange(String old) {
    if (node.step() instanceof Access.Xchg x) {
      return formula(x.value());
    } else if (node.step() instanceof Access.Cmpxchg x) {
      return formula(x.value());
    }
    Expression found = Expression.of(old);
    if (node.step() instanceof Access.AtomicAddUnless a) {
      return Values.arithmetic(Value.Operator.PLUS, found, formula(a.addend()));
    }
    Access.AtomicFetch f = (Access.AtomicFetch) node.step();
    return Values.arithmetic(f.operator(), found, formula(f.operand()));
  }

  /** What an atomic operation computes with, beside what it reads. */
  public List<Value> operands() {
    return ((Access.Rmw) node.step()).operands().toList();
  }

  /**
   * What must hold for an atomic operation to write: none of the later steps has been performed
   * that only its failing lets pass.
   */
  public List<String> notPassed() {
    return view.early.onlyIfFails(node.id()).stream().map(k -> "~" + performed(k)).toList();
  }

  /** What must hold for an access by a pointer: no later access of that location has passed it. */
  public List<String> apart() {
    return view.early.collisions(node.id()).entrySet().stream()
        .map(e -> performed(e.getKey()) + " => " + value(e.getValue()))
        .toList();
  }

  private String performed(int step) {
    return view.me() + "." + view.earlyFlag(step).orElseThrow();
  }

  /** What an atomic operation writes that does write, after an equals sign. */
  public String exchanged(String old) {
    return exchange(old).afterEquals();
  }

  /** Enters a callback of the object that a pointer leads to. */
  public String enter(String object) {
    if (isTracksSnapshot()) {
      fault("Torn(" + getMe() + ".uses, " + object + ")");
      set(Field.USES, object);
    }
    set(Field.INSIDE, object);
    return outcomes();
  }

  /** Whether a read-side section begins with this step that was not open before. */
  public boolean isBeginsSection() {
    return node.step() instanceof Section.SrcuReadLock l
        ? view.sections.begins(node, l.section())
        : view.sections.begins(node);
  }

  /** Whether the outermost read-side section ends with this step. */
  public boolean isLeaves() {
    return node.step() instanceof Section.SrcuReadUnlock u
        ? view.sections.ends(node, u.section())
        : view.sections.ends(node);
  }

  /** Notes that an SRCU section ends here, if a grace period may wait for it. */
  public String leave(Section.Srcu section) {
    boolean begun = view.thread.node(from).before().srcu().contains(section);
    if (writer.shape().waits() && isLeaves() && begun) {
      leave(
          writer.shape().section(view, section.name()),
          view.earlySections(section).stream().map(f -> view.me() + "." + f).toList());
    }
    return "";
  }

  /** Whether the step ends a read-side section that had begun before this action. */
  public boolean isEndsSection() {
    Set<Integer> next = Set.copyOf(node.next());
    boolean outside =
        next.stream().allMatch(n -> n < 0 || !view.sections.inside(view.thread.node(n)))
            || node.step() instanceof Section.End;
    return writer.shape().waits()
        && outside
        && view.sections.inside(node)
        && view.sections.inside(view.thread.node(from));
  }

  /** Notes that the section ends here, if a grace period may wait for it. */
  public String leaveSection() {
    if (isEndsSection()) {
      leave(getSection(), view.earlySections().stream().map(f -> view.me() + "." + f).toList());
    }
    return "";
  }

  /** Who waits for the section that ends here, as a set. */
  public String getWaiters() {
    String section =
        node.step() instanceof Section.SrcuReadUnlock u
            ? writer.shape().section(view, u.section().name())
            : getSection();
    return isOneWaiter()
        ? "(IF " + section + " \\in awaited THEN {\"waiter\"} ELSE {})"
        : "{q \\in DOMAIN awaited : " + section + " \\in awaited[q]}";
  }

  private boolean isOneWaiter() {
    List<ThreadView> waiters = writer.shape().waiters();
    return waiters.size() == 1 && writer.shape().awaitedIndex(waiters.get(0)).isEmpty();
  }

  private void leave(String section, List<String> again) {
    String without =
        isOneWaiter()
            ? "awaited \\ {" + section + "}"
            : "[q \\in DOMAIN awaited |-> awaited[q] \\ {" + section + "}]";
    // A section that has begun early keeps the thread inside.
    effect(
        "awaited' = "
            + (again.isEmpty()
                ? without
                : "IF " + String.join(" \\/ ", again) + " THEN awaited ELSE " + without));
  }

  /** The identifier of the variable that holds a struct member. */
  public String member(String name) {
    return writer.shape().member(name);
  }

  /** The members that the specification keeps. */
  public List<Program.Member> getMembers() {
    return writer.shape().members();
  }

  public List<String> values(List<Value> values) {
    return values.stream().map(this::value).toList();
  }

  public Value local(String name) {
    return new Value.Local(name);
  }

  /** The numbers that a callback may return, as a set. */
  public String getNumbers() {
    return writer.shape().program().numbers().stream()
        .map(n -> value(new Value.Number(n)))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** The object of the provider that takes the step. */
  public String getObject() {
    return value(new Value.Local(Lowering.OBJECT));
  }

  public boolean isRetires() {
    return writer.shape().retires();
  }

  /** Whether anybody enters callbacks at all. */
  public boolean isCalls() {
    return writer.shape().threads().stream().anyMatch(v -> v.calls);
  }

  /** Notes that what was loaded must not be an object whose grace period is over. */
  public String staleness(String loaded) {
    if (isRetires() && !writer.shape().isProvider(view) && !view.thread.pinsProvider()) {
      faultWhen(different(loaded, "NULL"), "Stale(" + loaded + ")");
    }
    return "";
  }

  /** Notes that this way is open only when the store that may be pending cannot be overtaken. */
  public String settled() {
    Local.Settle s = (Local.Settle) node.step();
    Expression free = Logic.negated(formula(new Value.Local(s.store().pending())));
    Expression elsewhere =
        s.unless()
            .map(u -> Logic.different(formula(new Value.Local(s.store().operand())), formula(u)))
            .orElse(Logic.FALSE);
    path.effects().add(Logic.or(free, elsewhere).text());
    return "";
  }

  /** Notes that the store is put off. */
  public String postpone() {
    LateStore late = ((Local.PostponeStore) node.step()).store();
    bind(late.pending(), "TRUE");
    bind(late.value(), formula(((Local.PostponeStore) node.step()).value()));
    if (late.original() instanceof Location.OfCpu l) {
      bind(late.operand(), formula(l.cpu()));
    } else if (late.original() instanceof Location.Member l) {
      bind(late.operand(), formula(l.object()));
    }
    return "";
  }

  /** The thread stays where it is, with the store made. */
  public String stay() {
    LateStore late = ((Access.LatePlainStore) node.step()).store();
    bind(late.pending(), "FALSE");
    bind(late.value(), "NULL");
    if (view.thread.locals().containsKey(late.operand())) {
      bind(late.operand(), "NULL");
    }
    view.dependencies.of(late).forEach(f -> bind(f, writer.shape().memoryModel().undependent()));
    return writer.stay(view, path);
  }

  /** Notes a conjunct of this way. */
  public String effect(String conjunct) {
    path.effects().add(conjunct);
    return "";
  }

  /** Whether a local is a pointer to an object that a reader loads. */
  public boolean loadsPointer(String local) {
    return !writer.shape().isProvider(view) && view.holdsObject(local);
  }

  /** Whether a reader that mixes the callbacks of two registrations would be noticed here. */
  public boolean isTracksSnapshot() {
    return view.tracksSnapshot && writer.shape().tracks("torn snapshot");
  }

  /** Notes faults that this step may bring: a set-valued expression, empty when all is well. */
  public String fault(String set) {
    path.fault(Logic.TRUE, set, true);
    return "";
  }

  /** The same, where the set is known to be empty unless the condition holds. */
  public String faultWhen(Object condition, String set) {
    path.fault(formula(condition), set, true);
    return "";
  }

  /** Notes a fault that occurs if the condition holds. */
  public String faultIf(Object condition, String set) {
    path.fault(formula(condition), set, false);
    return "";
  }

  /** Notes what a field of the thread's record becomes. */
  public String set(String field, String value) {
    path.fields().put(field, value);
    return "";
  }

  /** Notes what a local of the C code holds from here on. */
  public String bind(String local, Object expression) {
    path.locals().put(local, formula(expression));
    return "";
  }

  /** Notes something that is bound for the rest of this way only. */
  public String choose(String variable, String set) {
    path.binders().add("\\E " + variable + " \\in " + set);
    return "";
  }

  /** Notes a condition of this way. */
  public String assume(Object condition) {
    path.assume(formula(condition));
    return "";
  }

  /** A way of its own, to note things that hold on one side only. */
  public ActionScope fork() {
    return new ActionScope(writer, view, node, path.copy(), from);
  }

  /** All that may come after this step, as a conjunction list. */
  public String outcomes() {
    return outcomes(0);
  }

  /** All that may come after this exit of the step. */
  public String outcomes(int exit) {
    return writer.outcomes(view, path, node.next().get(exit), from);
  }

  /** Nothing comes after this: what was noted as a fault has happened. */
  public String oops() {
    return writer.oops(path);
  }

  /** Puts a text further right. */
  public String indent(String text, int columns) {
    return Layout.indent(text, columns);
  }
}
