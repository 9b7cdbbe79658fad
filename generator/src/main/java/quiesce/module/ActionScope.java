package quiesce.module;

import freemarker.template.TemplateDirectiveModel;
import java.util.List;
import java.util.Optional;
import quiesce.analysis.Field;
import quiesce.lowering.Lowering;
import quiesce.steps.Access;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Value;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Operator;

/**
 * What a step's template can ask and say about the action that it is part of. It hands over what
 * happens, and writes no text. Methods that only note something return the empty string, so that a
 * template can call them anywhere.
 */
public final class ActionScope {
  static final String CPU = "c";

  private final ActionBuilder builder;
  private final Shape shape;
  private final ThreadView view;
  private final Node node;
  private final int from;
  private final Cursor cursor;

  /**
   * @param path to the step
   * @param way that the step's part is added to
   */
  ActionScope(
      ActionBuilder builder, ThreadView view, Node node, Path path, int from, WayBuilder way) {
    this.builder = builder;
    this.shape = builder.shape();
    this.view = view;
    this.node = node;
    this.from = from;
    this.cursor = new Cursor(path, way);
  }

  Path path() {
    return cursor.path();
  }

  /** What an atomic operation reads and writes. */
  public AtomicScope getAtomic() {
    return new AtomicScope((Access.Rmw) node.step(), this::formula);
  }

  /** What orders the step. */
  public OrderScope getOrder() {
    return new OrderScope(this, view, node);
  }

  /** The read-side sections that begin or end with it. */
  public SectionScope getSections() {
    return new SectionScope(this, shape, view, node, from);
  }

  /** The thread's record, for example {@code sample[c]}. */
  public String getMe() {
    return view.me();
  }

  public String getCpu() {
    return CPU;
  }

  /** Whose knowledge of memory the step uses and adds to. */
  public String getAgent() {
    return shape.agents().of(view).text();
  }

  /** Who knows what of memory. */
  public KnowledgeScope getKnowledge() {
    return new KnowledgeScope(shape, view, node);
  }

  /** What memory has become, as an expression. */
  public String getMemory() {
    return path().memory();
  }

  /** Notes what memory becomes by this step. */
  public String remember(String expression) {
    path().memory(expression);
    return "";
  }

  public boolean isHandler() {
    return view.thread.context().isHandler();
  }

  /** The name that the step's place has in its thread: one for each action. */
  public String getPlace() {
    return Logic.string(view.thread.name() + " " + labelOfStep()).text();
  }

  private String labelOfStep() {
    return view.stops.contains(node.id()) ? view.label(node.id()) : node.id() + "";
  }

  /** The identifier of a variable or lock. */
  public String identifier(String cName) {
    return shape.names().variable(cName);
  }

  /** Where it is kept whether a lock is held: that of an object, where each has one. */
  public String lock(String cName, Optional<Value> object) {
    return shape.lock(cName, object.map(this::formula)).text();
  }

  /** The identifier of a call site. */
  public String site(String cName) {
    return shape.names().site(cName);
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
    return builder.value(v, view, path());
  }

  /** What a template hands: a formula, or the text of an expression. */
  private static Expression expression(Object noted) {
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
    return Logic.asNumber(expression(condition));
  }

  /** That all of these hold. */
  public Expression all(List<Value> conditions) {
    return Logic.all(conditions.stream().map(this::formula));
  }

  /** What is left of a set. */
  public Expression without(Value set, String element) {
    return new Expression.Infix(
        Operator.WITHOUT, formula(set), new Expression.SetOf(List.of(Expression.of(element))));
  }

  /** Enters a callback of the object that a pointer leads to. */
  public String enter(String object) {
    if (isTracksSnapshot()) {
      Expression before = view.field(Field.USES);
      path().fault(Logic.TRUE, Logic.call("Torn", before, Expression.of(object)), true);
      set(Field.USES, object);
    }
    set(Field.INSIDE, object);
    return outcomes();
  }

  /** The identifier of the variable that holds a struct member. */
  public String member(String name) {
    return shape.member(name);
  }

  /** The members that the specification keeps. */
  public List<Program.Member> getMembers() {
    return shape.members();
  }

  public List<String> values(List<Value> values) {
    return values.stream().map(this::value).toList();
  }

  public Value local(String name) {
    return new Value.Local(name);
  }

  /** What something outside of the file may return or pass, as a set. */
  public String any(Access.Domain domain) {
    return domain == Access.Domain.BOOLEAN
        ? "BOOLEAN"
        : new Expression.SetOf(domain.of(shape.program().numbers()).map(Logic::number).toList())
            .text();
  }

  /** The object of the provider that takes the step. */
  public String getObject() {
    return value(new Value.Local(Lowering.OBJECT));
  }

  /** Whether objects that were torn down are used again. */
  public boolean isRecycles() {
    return shape.recycling().isPresent();
  }

  public boolean isRetires() {
    return shape.retires();
  }

  /** Who is inside of callbacks. */
  public UserScope getUsers() {
    return new UserScope(this, shape);
  }

  /** Notes that what was loaded must not be an object whose grace period is over. */
  public String staleness(String loaded) {
    if (isRetires() && !shape.isProvider(view) && !view.thread.pinsProvider()) {
      Expression found = Expression.of(loaded);
      path().fault(Logic.different(found, Logic.NULL), Logic.call("Stale", found), true);
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
    path().effects().add(new Conjunct.Condition(Logic.or(free, elsewhere)));
    return "";
  }

  /** Notes that the store is put off. */
  public String postpone() {
    LateStore late = ((Local.PostponeStore) node.step()).store();
    bind(late.pending(), Logic.TRUE);
    bind(late.value(), formula(((Local.PostponeStore) node.step()).value()));
    late.original().operand().ifPresent(v -> bind(late.operand(), formula(v)));
    return "";
  }

  /** The thread stays where it is, with the store made: nothing else comes after this. */
  public String stay() {
    LateStore late = ((Access.Store) node.step()).late().orElseThrow();
    bind(late.pending(), Logic.FALSE);
    bind(late.value(), Logic.NULL);
    if (view.thread.locals().containsKey(late.operand())) {
      bind(late.operand(), Logic.NULL);
    }
    view.dependencies.of(late).forEach(f -> bind(f, view.independent()));
    cursor.way().either(List.of(builder.stay(view, path())));
    return "";
  }

  /** What must hold: {@code <@action.condition>...</@action.condition>}. */
  public TemplateDirectiveModel getCondition() {
    return cursor.condition();
  }

  /** What must hold, as a formula. */
  public String require(Expression condition) {
    cursor.way().condition(condition);
    return "";
  }

  /** What a variable becomes: {@code <@action.update variable="life">...</@action.update>}. */
  public TemplateDirectiveModel getUpdate() {
    return cursor.update();
  }

  /** What one part of a variable becomes. */
  public String put(String variable, String index, String value) {
    Expression at = Expression.of(index);
    Expression now = Expression.of(value);
    boolean ofMember = shape.crowds().filter(c -> c.ofCpus().contains(variable)).isPresent();
    Expression all = Logic.with(variable, at, now);
    update(ofMember ? Crowds.update(at, variable, now) : new Conjunct.Update(variable, all));
    return "";
  }

  void update(Conjunct.Update becomes) {
    cursor.way().add(becomes);
  }

  /** One of several ways, each between {@code <@action.way>} and {@code </@action.way>}. */
  public TemplateDirectiveModel getEither() {
    return cursor.either();
  }

  /** One of the ways; what is noted in it holds there alone. */
  public TemplateDirectiveModel getWay() {
    return cursor.oneWay();
  }

  /** The rest for any element: {@code <@action.exists variable="m" set="...">}. */
  public TemplateDirectiveModel getExists() {
    return cursor.exists();
  }

  /** The rest with a name for a value: {@code <@action.let name="m" value="...">}. */
  public TemplateDirectiveModel getLet() {
    return cursor.let();
  }

  /** Notes what a variable becomes when this way ends. */
  public String note(String variable, Object now) {
    path().effects().add(new Conjunct.Update(variable, expression(now)));
    return "";
  }

  /** The same of one part of a variable. */
  public String noteAt(String variable, String index, String now) {
    return note(variable, Logic.with(variable, Expression.of(index), Expression.of(now)));
  }

  /** Whether a local is a pointer to an object that a reader loads. */
  public boolean loadsPointer(String local) {
    return !shape.isProvider(view) && view.holdsObject(local);
  }

  /** Whether a reader that mixes the callbacks of two registrations would be noticed here. */
  public boolean isTracksSnapshot() {
    return view.tracksSnapshot && shape.tracks("torn snapshot");
  }

  /** Notes faults that this step may bring: a set-valued expression, empty when all is well. */
  public String fault(String set) {
    path().fault(Logic.TRUE, Expression.of(set), true);
    return "";
  }

  /** Notes a fault that occurs if the condition holds. */
  public String faultIf(Object condition, String set) {
    path().fault(expression(condition), Expression.of(set), false);
    return "";
  }

  /** Notes what a field of the thread's record becomes. */
  public String set(String field, String value) {
    path().fields().put(field, Expression.of(value));
    return "";
  }

  /** Notes what a local of the C code holds from here on. */
  public String bind(String local, Object expression) {
    path().locals().put(local, expression(expression));
    return "";
  }

  /** Notes a variable that is bound for the rest of this way only; says what it is called. */
  public String choose(String variable, String set) {
    return path().choose(variable, Expression.of(set));
  }

  /** Notes a condition of this way. */
  public String assume(Object condition) {
    path().assume(expression(condition));
    return "";
  }

  /** All that may come after this step. */
  public String outcomes() {
    return outcomes(0);
  }

  /** All that may come after this exit of the step. */
  public String outcomes(int exit) {
    cursor.way().either(builder.outcomes(view, path(), node.next().get(exit), from));
    return "";
  }

  /** Nothing comes after this: what was noted as a fault has happened. */
  public String oops() {
    cursor.way().either(List.of(builder.oops(path())));
    return "";
  }
}
