package quiesce.lkmm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quiesce.export.Inexpressible;
import quiesce.lowering.Lowering;
import quiesce.steps.Access;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Value;

/** Writes the process of one thread, for one question. */
final class Scribe {
  private static final int MOST_STATEMENTS = 300;

  private final Cast cast;
  private final Cast.Role role;
  private final Question question;
  private final Names names;
  private final AnyValues anyValues;
  private final Paths paths;
  private final Registers registers;
  private final Terms terms = new Terms(this::local, this::ofFile);

  private List<Statement> out = new ArrayList<>();
  private Set<String> nonNull = new HashSet<>();
  private Deque<Value> inside = new ArrayDeque<>();
  private int written;
  private Node here;

  Scribe(Cast cast, Cast.Role role, Question question, Names names, AnyValues anyValues) {
    this.cast = cast;
    this.role = role;
    this.question = question;
    this.names = names;
    this.anyValues = anyValues;
    this.paths = new Paths(role.thread(), cast.program().permanent());
    this.registers = new Registers(role.number());
    this.here = role.thread().node(role.thread().entry());
  }

  /** The process; a handler is a read-side section as a whole. */
  Process process() {
    boolean handler = role.thread().context().isHandler();
    if (handler) {
      add("rcu_read_lock()");
    }
    walk(role.thread().entry(), Paths.END);
    if (handler) {
      add("rcu_read_unlock()");
    }
    return new Process(
        Names.comment(
            role.isProvider()
                ? "registers and unregisters"
                : role.thread().name() + "(), which runs as " + role.thread().context().label()),
        registers.parameters(),
        registers.declared(),
        out);
  }

  /** The node whose step is being written. */
  Node here() {
    return here;
  }

  Cast cast() {
    return cast;
  }

  Cast.Role role() {
    return role;
  }

  Registers registers() {
    return registers;
  }

  boolean asks(Question q) {
    return question == q;
  }

  boolean asksLife() {
    return question.asksLife();
  }

  /** Whether a grace period waits for a lock to be released: who holds it is not preempted. */
  boolean isSectionUnderLock() {
    return !role.thread().context().isHandler()
        && cast.program().has(s -> s instanceof Access.GracePeriodBegins g && g.domain().isEmpty());
  }

  // ---- control flow

  private void walk(int from, int until) {
    int id = from;
    while (id != until && id != Paths.END) {
      here = role.thread().node(id);
      StepForms.write(this, here.step());
      List<Integer> next = paths.next(here);
      id = next.size() == 1 ? next.get(0) : branch(next, here.step());
    }
  }

  private int branch(List<Integer> ways, quiesce.steps.Step step) {
    Value condition =
        step instanceof Local.Branch b ? b.condition() : ((Local.Choice) step).onlyIf().get(0);
    int meeting = paths.meeting(ways);
    Condition text = terms.condition(condition);
    Set<String> before = Set.copyOf(nonNull);
    Deque<Value> callbacks = new ArrayDeque<>(inside);
    List<Statement> then = arm(ways.get(0), meeting, condition, true);
    Set<String> one = nonNull;
    Deque<Value> insideOne = inside;
    nonNull = new HashSet<>(before);
    inside = callbacks;
    List<Statement> otherwise = arm(ways.get(1), meeting, condition, false);
    nonNull.retainAll(one);
    if (meeting != Paths.END && !List.copyOf(inside).equals(List.copyOf(insideOne))) {
      throw new Inexpressible("a callback that is entered on some paths and left on others");
    }
    if (!then.isEmpty() || !otherwise.isEmpty()) {
      add(new Statement.If(text, then, otherwise));
    }
    return meeting;
  }

  private List<Statement> arm(int from, int until, Value condition, boolean holds) {
    List<Statement> around = out;
    out = new ArrayList<>();
    learn(condition, holds);
    walk(from, until);
    List<Statement> all = out;
    out = around;
    return all;
  }

  private void learn(Value condition, boolean holds) {
    if (condition instanceof Value.Not n) {
      learn(n.operand(), !holds);
    } else if (holds
        && condition instanceof Value.NonNull p
        && p.pointer() instanceof Value.Local l) {
      nonNull.add(l.name());
    }
  }

  // ---- statements

  void add(String format, Object... arguments) {
    add(Statement.line(format, arguments));
  }

  void add(Statement s) {
    written++;
    if (written > MOST_STATEMENTS) {
      throw new Inexpressible("a thread of more than %d statements".formatted(MOST_STATEMENTS));
    }
    out.add(s);
  }

  /** The statements that come of something, to be put where they belong. */
  List<Statement> apart(Runnable work) {
    List<Statement> around = out;
    out = new ArrayList<>();
    work.run();
    List<Statement> all = out;
    out = around;
    return all;
  }

  // ---- names

  private String local(String name) {
    if (isOwnObject(name)) {
      return ownObject();
    }
    boolean pointer = role.thread().locals().get(name) == LocalKind.OBJECT;
    return registers.local(pointer ? "int *" : "int ", names.local(role.thread().key(), name));
  }

  /** What the file itself has is always there. */
  private String ofFile(String name) {
    return registers.shared("int *", names.ofFile(name));
  }

  private boolean isOwnObject(String local) {
    return role.isProvider() && local.equals(Lowering.OBJECT);
  }

  String ownObject() {
    return object(role.number());
  }

  String object(int provider) {
    return registers.shared("int *", cast.objects().get(provider));
  }

  /** A variable that is there for the question alone. */
  String mark(String kind, int provider) {
    return registers.shared("int *", kind + "_" + provider);
  }

  String variable(Location l) {
    if (l instanceof Location.Global g) {
      return registers.shared(
          cast.pointers().contains(g.name()) ? "int **" : "int *", names.variable(g.name()));
    }
    throw new Inexpressible(
        l instanceof Location.Member
            ? "a member that changes"
            : l instanceof Location.Element
                ? "an array"
                : l instanceof Location.Pointee
                    ? "a variable that a pointer leads to"
                    : "a per-CPU variable");
  }

  String lock(String name) {
    return registers.shared("spinlock_t *", names.lock(name));
  }

  String domain(String name) {
    return registers.shared("struct srcu_struct *", names.domain(name));
  }

  /** The register with the index of a section of SRCU. */
  String index(String section) {
    return registers.local("int ", names.local(role.thread().key(), "srcu " + section));
  }

  // ---- values

  String of(Value v) {
    return terms.of(v);
  }

  Condition condition(Value v) {
    return terms.condition(v);
  }

  /** A local gets a value, and what was known of it is so no longer. */
  void assigned(String local) {
    if (inside.stream().flatMap(Value::locals).anyMatch(local::equals)) {
      throw new Inexpressible("a pointer that changes while its callback runs");
    }
    nonNull.remove(local);
  }

  /** Sets a local to whether a condition holds, or to what a value is. */
  void assign(String local, Value v) {
    boolean known = isNonNull(v);
    if (Terms.isCondition(v)) {
      Condition c = condition(v);
      add(
          new Statement.If(
              c,
              List.of(Statement.line("%s = 1", local(local))),
              List.of(Statement.line("%s = 0", local(local)))));
    } else {
      add("%s = %s", local(local), of(v));
    }
    assigned(local);
    if (known) {
      nonNull.add(local);
    }
  }

  /** A local gets any value, if anybody looks at it. */
  void any(String local, Access.Domain domain) {
    if (here.next().stream().anyMatch(n -> n >= 0 && role.lives().reads(n, local))) {
      String any = registers.shared("int *", anyValues.of(domain));
      add("%s = READ_ONCE(*%s)", local(local), any);
    }
    assigned(local);
  }

  /** A register for a local that a step writes. */
  String target(String local) {
    String text = local(local);
    assigned(local);
    return text;
  }

  boolean isPointer(String local) {
    return role.thread().locals().get(local) == LocalKind.OBJECT;
  }

  boolean isNonNull(Value v) {
    return v instanceof Value.OfFile
        || v instanceof Value.Local l && (isOwnObject(l.name()) || nonNull.contains(l.name()));
  }

  void enters(Value object) {
    inside.push(object);
  }

  Value leaves() {
    return inside.pop();
  }
}
