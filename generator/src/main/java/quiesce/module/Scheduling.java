package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import quiesce.steps.Context;

/**
 * Who may run when: interrupt handlers run to completion before what they interrupted continues, a
 * task needs a CPU.
 *
 * <p>A task that may be preempted needs no CPU of its own in the state: it could have been moved to
 * a free one before any interrupt that now holds up the CPU where it last ran.
 */
public final class Scheduling {
  private static final List<Context> LEVELS = List.of(Context.NMI, Context.IRQ, Context.SOFTIRQ);

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

  /** The definitions, in order: name with parameters, comment, body. */
  public List<Definition> definitions() {
    List<Definition> all = new ArrayList<>();
    for (Context level : LEVELS) {
      if (!at(level).isEmpty() && levelIsAsked(level)) {
        all.add(
            new Definition(
                in(level) + "(c)",
                "CPU c is in " + article(level) + " handler.",
                disjunction(at(level).stream().map(v -> active(v)).toList())));
      }
    }
    if (handlers()) {
      List<String> levels = new ArrayList<>();
      for (Context level : LEVELS) {
        if (!at(level).isEmpty()) {
          levels.add(
              levelIsAsked(level)
                  ? in(level) + "(c)"
                  : disjunction(at(level).stream().map(v -> active(v)).toList()));
        }
      }
      all.add(
          new Definition(
              "Interrupted(c)",
              "What runs on CPU c is held up until the handler returns.",
              disjunction(levels)));
    }
    if (!pinning().isEmpty()) {
      all.add(
          new Definition(
              "Pinned(c)",
              "A task holds CPU c, with preemption off.",
              disjunction(pinning().stream().map(v -> v.some(v.me() + ".cpu = c")).toList())));
    }
    if (someTaskRunsAnywhere()) {
      List<String> free = new ArrayList<>();
      if (handlers()) {
        free.add("~Interrupted(c)");
      }
      if (!pinning().isEmpty()) {
        free.add("~Pinned(c)");
      }
      if (!free.isEmpty()) {
        all.add(
            new Definition(
                "Available(c)", "A task can be put on CPU c.", String.join(" /\\ ", free)));
      }
    }
    if (!pinning().isEmpty()) {
      String held = handlers() ? "~Interrupted(c) /\\ " : "";
      all.add(
          new Definition(
              "Runs(cpu, c)",
              "CPU c can run a task that holds the given CPU, or none.",
              held + "(cpu = c \\/ (cpu = NULL /\\ ~Pinned(c)))"));
    }
    if (!at(Context.IRQ).isEmpty() && !off(Context.IRQ).isEmpty()) {
      all.add(
          new Definition(
              "IrqsOff(c)",
              "A thread keeps interrupts off on CPU c.",
              disjunction(off(Context.IRQ))));
    }
    if (!at(Context.SOFTIRQ).isEmpty() && !off(Context.SOFTIRQ).isEmpty()) {
      all.add(
          new Definition(
              "SoftirqsOff(c)",
              "A thread keeps softirqs off on CPU c.",
              disjunction(off(Context.SOFTIRQ))));
    }
    return all;
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

  private static String active(ThreadView v) {
    return v.me() + ".at # " + v.at(v.thread.entry());
  }

  /** Where threads hold off the handlers of a level on CPU c. */
  private List<String> off(Context level) {
    List<String> found = new ArrayList<>();
    for (ThreadView v : shape.threads()) {
      List<String> where = v.where(n -> n.before().holdsOff(level));
      if (!where.isEmpty()) {
        String at = Layout.among(v.me() + ".at", where);
        found.add(v.thread.context().isHandler() ? at : v.some(v.me() + ".cpu = c /\\ " + at));
      }
    }
    return found;
  }

  private static String disjunction(List<String> parts) {
    return parts.size() == 1 ? parts.get(0) : Layout.disjunction(parts);
  }

  /** What must hold for a thread's first action. */
  List<String> beginGate(ThreadView v) {
    List<String> gate = new ArrayList<>(goGate(v));
    Context level = v.thread.context();
    if (level.isHandler()) {
      if (at(level).size() > 1) {
        gate.add("~" + in(level) + "(c)");
      }
      if (level == Context.IRQ && !off(level).isEmpty()) {
        gate.add("~IrqsOff(c)");
      }
      if (level == Context.SOFTIRQ && !off(level).isEmpty()) {
        gate.add("~SoftirqsOff(c)");
      }
    }
    if (v.thread.pinsProvider()) {
      gate.add("provider.at = " + registered());
    }
    return gate;
  }

  /** Where the provider is while it is registered. */
  String registered() {
    return shape
        .provider()
        .where(n -> n.step() instanceof quiesce.steps.Section.Registered)
        .stream()
        .findFirst()
        .orElse("\"registered\"");
  }

  /** What must hold for every other action of a thread. */
  List<String> goGate(ThreadView v) {
    Context level = v.thread.context();
    if (level.isHandler()) {
      return LEVELS.stream()
          .filter(l -> l.compareTo(level) > 0 && !at(l).isEmpty())
          .map(l -> "~" + in(l) + "(c)")
          .toList();
    }
    boolean limited = handlers() || !pinning().isEmpty();
    if (v.placed) {
      return v.pins()
          ? List.of("Runs(" + v.me() + ".cpu, c)")
          : limited ? List.of("Available(c)") : List.of();
    }
    return limited ? List.of("\\E c \\in CPUs : Available(c)") : List.of();
  }

  /** Whether a thread can be held up again and again, so that it needs strong fairness. */
  boolean heldUp(ThreadView v) {
    return !v.thread.context().isHandler()
        || !goGate(v).isEmpty()
        || v.thread.has(quiesce.steps.Wait.class::isInstance);
  }

  /**
   * A definition of the module.
   *
   * @param head name and parameters
   */
  public record Definition(String head, String comment, String body) {}
}
