package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quiesce.analysis.Field;
import quiesce.steps.Context;
import quiesce.steps.Section;
import quiesce.steps.Wait;
import quiesce.tla.Expression;
import quiesce.tla.Expression.Definition;
import quiesce.tla.Logic;

/**
 * Who may run when: interrupt handlers run to completion before what they interrupted continues, a
 * task needs a CPU.
 *
 * <p>A task that may be preempted needs no CPU of its own in the state: it could have been moved to
 * a free one before any interrupt that now holds up the CPU where it last ran.
 */
public final class Scheduling {
  private static final List<Context> LEVELS = List.of(Context.NMI, Context.IRQ, Context.SOFTIRQ);

  private static final Expression HERE = Logic.name(ActionScope.CPU);
  static final String INTERRUPTED = "Interrupted";
  private static final String PINNED = "Pinned";
  private static final String AVAILABLE = "Available";
  private static final String RUNS = "Runs";
  private static final String IRQS_OFF = "IrqsOff";
  private static final String SOFTIRQS_OFF = "SoftirqsOff";

  private final Shape shape;

  Scheduling(Shape shape) {
    this.shape = shape;
  }

  private List<ThreadView> at(Context level) {
    return shape.readers().stream().filter(v -> v.thread.context() == level).toList();
  }

  private boolean handlers() {
    return shape.readers().stream().anyMatch(v -> v.thread.context().isHandler());
  }

  private List<ThreadView> pinning() {
    return shape.threads().stream().filter(ThreadView::pins).toList();
  }

  private boolean placed() {
    return shape.threads().stream().anyMatch(v -> v.placed);
  }

  /** Whether the CPUs appear in the specification at all. */
  boolean needsCpus() {
    return handlers() || placed() || shape.program().shared().stream().anyMatch(s -> s.perCpu());
  }

  /** The definitions, in order. */
  public List<Definition> definitions() {
    List<Definition> all = new ArrayList<>();
    levels()
        .filter(this::levelIsAsked)
        .forEach(l -> all.add(onCpu(in(l), "CPU c is in " + article(l) + " handler.", active(l))));
    if (handlers()) {
      all.add(
          onCpu(
              INTERRUPTED,
              "What runs on CPU c is held up until the handler returns.",
              Logic.any(levels().map(l -> levelIsAsked(l) ? here(in(l)) : active(l)))));
    }
    if (!pinning().isEmpty()) {
      all.add(
          onCpu(
              PINNED,
              "A task holds CPU c, with preemption off.",
              Logic.any(pinning().stream().map(v -> some(v, v.holds())))));
    }
    if (someTaskRunsAnywhere() && isLimited()) {
      all.add(onCpu(AVAILABLE, "A task can be put on CPU c.", Logic.and(ready(), unpinned())));
    }
    if (pinning().stream().anyMatch(v -> v.hold() == Hold.FIELD)) {
      Expression held = Logic.name("cpu");
      Expression free = Logic.and(Logic.equal(held, Logic.NULL), unpinned());
      all.add(
          new Definition(
              RUNS,
              List.of("cpu", ActionScope.CPU),
              Logic.and(ready(), Logic.or(Logic.equal(held, HERE), free)),
              List.of("CPU c can run a task that holds the given CPU, or none.")));
    }
    if (isHeldOff(Context.IRQ)) {
      all.add(onCpu(IRQS_OFF, "A thread keeps interrupts off on CPU c.", off(Context.IRQ)));
    }
    if (isHeldOff(Context.SOFTIRQ)) {
      all.add(onCpu(SOFTIRQS_OFF, "A thread keeps softirqs off on CPU c.", off(Context.SOFTIRQ)));
    }
    return all;
  }

  /** Something of a CPU. */
  private static Definition onCpu(String name, String comment, Expression body) {
    return new Definition(name, List.of(ActionScope.CPU), body, List.of(comment));
  }

  /** That it holds of the CPU that a step runs on. */
  private static Expression here(String definition) {
    return Logic.call(definition, HERE);
  }

  /** The levels at which there are handlers. */
  private Stream<Context> levels() {
    return LEVELS.stream().filter(l -> !at(l).isEmpty());
  }

  /** That no handler holds the CPU up. */
  private Expression ready() {
    return handlers() ? Logic.negated(here(INTERRUPTED)) : Logic.TRUE;
  }

  /** That no task holds the CPU. */
  private Expression unpinned() {
    return pinning().isEmpty() ? Logic.TRUE : Logic.negated(here(PINNED));
  }

  /** That something holds of some instance, where the CPU is given. */
  private static Expression some(ThreadView v, Expression what) {
    return v.index.equals(ActionScope.CPU) ? what : v.instances.some(what);
  }

  private static String article(Context level) {
    return (level == Context.SOFTIRQ ? "a " : "an ") + level.label();
  }

  private boolean someTaskRunsAnywhere() {
    return shape.threads().stream().anyMatch(v -> !v.thread.context().isHandler() && !v.pins());
  }

  /** Whether some gate asks for one level by itself. */
  private boolean levelIsAsked(Context level) {
    boolean lower = LEVELS.stream().anyMatch(l -> l.compareTo(level) < 0 && !at(l).isEmpty());
    return lower || at(level).size() > 1;
  }

  private static String in(Context level) {
    return switch (level) {
      case NMI -> "InNmi";
      case IRQ -> "InIrq";
      default -> "InSoftirq";
    };
  }

  private Expression active(Context level) {
    return Logic.any(at(level).stream().map(ThreadView::isActive));
  }

  /** That some thread holds off the handlers of a level on CPU c. */
  private Expression off(Context level) {
    return Logic.any(shape.threads().stream().map(v -> off(v, level)));
  }

  private static Expression off(ThreadView v, Context level) {
    Expression at = v.isWhere(n -> n.before().holdsOff(level));
    boolean ofCpu = v.thread.context().isHandler() || v.hold() == Hold.PLACE;
    return ofCpu || at.equals(Logic.FALSE) ? at : some(v, Logic.and(v.holds(), at));
  }

  /** Whether there are handlers of this level, and threads that hold them off. */
  private boolean isHeldOff(Context level) {
    return !at(level).isEmpty() && !off(level).equals(Logic.FALSE);
  }

  /** What must hold for a thread's first action. */
  List<Expression> beginGate(ThreadView v) {
    List<Expression> gate = new ArrayList<>(goGate(v));
    Context level = v.thread.context();
    if (level.isHandler() && at(level).size() > 1) {
      gate.add(Logic.negated(here(in(level))));
    }
    if (level == Context.IRQ && isHeldOff(level)) {
      gate.add(Logic.negated(here(IRQS_OFF)));
    }
    if (level == Context.SOFTIRQ && isHeldOff(level)) {
      gate.add(Logic.negated(here(SOFTIRQS_OFF)));
    }
    if (v.hold() == Hold.PLACE) {
      gate.add(unpinned());
    }
    if (v.thread.pinsProvider()) {
      gate.add(Logic.equal(shape.provider().field(Field.AT), registered()));
    }
    return gate;
  }

  /** Where the provider is while it is registered. */
  Expression registered() {
    return shape
        .provider()
        .stops
        .where(n -> n.step() instanceof Section.Registered)
        .findFirst()
        .map(shape.provider()::place)
        .orElse(Logic.string("registered"));
  }

  /** What must hold for every other action of a thread. */
  List<Expression> goGate(ThreadView v) {
    Context level = v.thread.context();
    if (level.isHandler()) {
      return levels()
          .filter(l -> l.compareTo(level) > 0)
          .map(l -> Logic.negated(here(in(l))))
          .toList();
    }
    if (v.hold() == Hold.PLACE || v.hold() == Hold.FLAG) {
      return ofOwnCpu(v);
    } else if (v.placed && v.pins()) {
      return List.of(Logic.call(RUNS, v.field(Field.CPU), HERE));
    } else if (!isLimited()) {
      return List.of();
    }
    Instances cpus = new Instances.Each("", ActionScope.CPU, shape.cpus());
    Expression available = here(AVAILABLE);
    return List.of(v.placed ? available : cpus.some(available));
  }

  /** What must hold of the CPU for a step of a thread that holds it, or takes it. */
  private List<Expression> ofOwnCpu(ThreadView v) {
    List<Expression> gate = new ArrayList<>();
    if (handlers()) {
      gate.add(ready());
    }
    if (v.hold() == Hold.FLAG) {
      gate.add(new Expression.If(v.isWhere(n -> n.before().pinned()), v.holds(), unpinned()));
    }
    return gate;
  }

  /** Whether a task may have to wait for a CPU. */
  private boolean isLimited() {
    return handlers() || !pinning().isEmpty();
  }

  /** Whether a thread can be held up again and again, so that it needs strong fairness. */
  boolean heldUp(ThreadView v) {
    return !v.thread.context().isHandler()
        || !goGate(v).isEmpty()
        || v.thread.has(s -> s instanceof Wait || Section.Begin.isDue(s));
  }
}
