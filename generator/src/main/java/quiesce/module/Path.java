package quiesce.module;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.steps.Node;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Way;

/** What has happened on one path through an action. */
final class Path {
  /**
   * A fault that occurs if the condition holds.
   *
   * @param total whether the set is right, if empty, where the condition does not hold
   */
  record Fault(Expression condition, Expression set, boolean total) {}

  /** A variable that is bound for the rest of the way. */
  record Binder(String variable, Expression set) {}

  private final Map<String, Expression> locals;
  private final Map<String, Expression> fields;
  private final List<Binder> binders;
  private final Deque<String> scope;
  private final Set<Expression> conditions;
  private final List<Conjunct> effects;
  private final List<Fault> faults;
  private final List<Node> nodes;
  private final String before;
  private String memory;
  private Optional<String> performed = Optional.empty();

  /** The variable of memory models that keep all of it in one. */
  static final String MEMORY = "memory";

  /**
   * @param memory what it is before
   */
  Path(String memory) {
    this(
        memory,
        new HashMap<>(),
        new LinkedHashMap<>(),
        new ArrayList<>(),
        new ArrayDeque<>(),
        new LinkedHashSet<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private Path(
      String before,
      Map<String, Expression> locals,
      Map<String, Expression> fields,
      List<Binder> binders,
      Deque<String> scope,
      Set<Expression> conditions,
      List<Conjunct> effects,
      List<Fault> faults,
      List<Node> nodes) {
    this.before = before;
    this.memory = before;
    this.locals = locals;
    this.fields = fields;
    this.binders = binders;
    this.scope = scope;
    this.conditions = conditions;
    this.effects = effects;
    this.faults = faults;
    this.nodes = nodes;
  }

  Path copy() {
    Path copy = copyOfLists();
    copy.memory = memory;
    copy.performed = performed;
    return copy;
  }

  private Path copyOfLists() {
    return new Path(
        before,
        new HashMap<>(locals),
        new LinkedHashMap<>(fields),
        new ArrayList<>(binders),
        new ArrayDeque<>(scope),
        new LinkedHashSet<>(conditions),
        new ArrayList<>(effects),
        new ArrayList<>(faults),
        new ArrayList<>(nodes));
  }

  /** The expressions that locals assigned on this path stand for. */
  Map<String, Expression> locals() {
    return locals;
  }

  /** The fields of the thread's record that steps set: {@code inside}, {@code uses}, ... */
  Map<String, Expression> fields() {
    return fields;
  }

  /** What memory has become on this path, as an expression of what it was. */
  String memory() {
    return memory;
  }

  /** Whether anything has become of memory. */
  boolean isMemoryOther() {
    return !memory.equals(before);
  }

  void memory(String now) {
    memory = now;
  }

  /** The field that says that what this path passes has been performed early. */
  Optional<String> performed() {
    return performed;
  }

  void pass(String flag) {
    performed = Optional.of(flag);
  }

  List<Binder> binders() {
    return binders;
  }

  /** Takes the variables that are bound so far: who asks binds them around all that follows. */
  List<Binder> bind() {
    List<Binder> all = List.copyOf(binders);
    binders.clear();
    all.forEach(b -> scope.push(b.variable()));
    return all;
  }

  /** What happens for some value of each variable. */
  static Way bound(List<Binder> binders, Way inner) {
    Way way = inner;
    for (int i = binders.size() - 1; i >= 0; i--) {
      Binder b = binders.get(i);
      way = new Way(List.of(new Conjunct.Exists(b.variable(), b.set(), way)), Optional.empty());
    }
    return way;
  }

  /**
   * Binds a variable for the rest of the way.
   *
   * @return its name: as wished, with a number after it where that has a meaning already
   */
  String choose(String wish, Expression set) {
    String name = free(wish);
    binders.add(new Binder(name, set));
    return name;
  }

  /** A name without a meaning here: as wished, or with a number after it. */
  String free(String wish) {
    String name = wish;
    for (int i = 2; isBound(name); i++) {
      name = wish + "_" + i;
    }
    return name;
  }

  /** Whether a variable of this name is bound here: TLA+ lets no other hide it. */
  boolean isBound(String variable) {
    return scope.contains(variable)
        || binders.stream().anyMatch(b -> b.variable().equals(variable));
  }

  /** Binds a variable until {@link #close}. */
  void open(String variable) {
    scope.push(variable);
  }

  void close() {
    scope.pop();
  }

  Set<Expression> conditions() {
    return conditions;
  }

  /** Adds a condition; says whether this way can still be taken. */
  boolean assume(Expression condition) {
    if (condition.equals(Logic.FALSE) || conditions.contains(Logic.negated(condition))) {
      return false;
    }
    if (!condition.equals(Logic.TRUE)) {
      conditions.add(condition);
    }
    return true;
  }

  /** What holds and happens at its end. */
  List<Conjunct> effects() {
    return effects;
  }

  void fault(Expression condition, Expression set, boolean total) {
    faults.add(new Fault(condition, set, total));
  }

  /** The faults as sets, given all that is known at the end of the way. */
  List<Expression> faults() {
    List<Expression> sets = new ArrayList<>();
    for (Fault f : faults) {
      if (f.condition().equals(Logic.TRUE) || conditions.contains(f.condition())) {
        sets.add(f.set());
      } else if (!f.condition().equals(Logic.FALSE)
          && !conditions.contains(Logic.negated(f.condition()))) {
        sets.add(f.total() ? f.set() : Logic.choice(f.condition(), f.set(), Logic.EMPTY));
      }
    }
    return sets;
  }

  /** The steps taken, in order. */
  List<Node> nodes() {
    return nodes;
  }
}
