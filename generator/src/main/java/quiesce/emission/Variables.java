package quiesce.emission;

import java.util.ArrayList;
import java.util.List;
import quiesce.steps.Context;
import quiesce.steps.Program;
import quiesce.steps.Value;

/** What the module declares, and how it begins. */
public final class Variables {
  private final Shape shape;

  Variables(Shape shape) {
    this.shape = shape;
  }

  /**
   * A line of the module's VARIABLES and Init.
   *
   * @param initial value
   */
  public record Variable(String name, String comment, String initial) {}

  List<Variable> all() {
    List<Variable> all = new ArrayList<>();
    for (Program.Shared s : shape.program().shared()) {
      String initial = constant(s.initial());
      all.add(
          new Variable(
              shape.names().of(s.name()),
              s.declaration(),
              s.perCpu() ? "[c \\in CPUs |-> " + initial + "]" : initial));
    }
    for (Program.Member m : shape.program().members()) {
      all.add(
          new Variable(
              shape.names().of(shape.memberKey(m.name())),
              "of each object: " + m.declaration(),
              "[o \\in Objects |-> Uninitialised]"));
    }
    shape
        .sites()
        .forEach(
            s ->
                all.add(
                    new Variable(
                        shape.names().of(s.name()),
                        "what the call site of "
                            + s.key()
                            + " is patched to; NULL: nobody's callback",
                        "NULL")));
    shape
        .program()
        .locks()
        .forEach(
            l -> all.add(new Variable(shape.names().of(l), "whether the lock is held", "FALSE")));
    all.add(
        new Variable(
            "life",
            "of each object: \"raw\", then \"live\", then \"torn down\"",
            "[o \\in Objects |-> \"raw\"]"));
    for (ThreadView v : shape.threads()) {
      String idle = shape.idleName(v);
      String comment =
          v.thread.context() == Context.PROVIDER
              ? "the module that registers: where it is, and its object"
              : v.thread.name() + "() " + instances(v) + ": where it is, and its locals";
      all.add(
          new Variable(
              v.variable,
              comment,
              v.indexed() ? "[" + v.index + " \\in " + v.indexSet + " |-> " + idle + "]" : idle));
    }
    if (shape.waits()) {
      ThreadView w = shape.waiter().orElseThrow();
      all.add(
          new Variable(
              "awaited",
              "the read-side sections that the grace period waits for",
              w.indexed() ? "[" + w.index + " \\in " + w.indexSet + " |-> {}]" : "{}"));
    }
    if (shape.retires()) {
      all.add(new Variable("retired", "objects whose grace period has elapsed", "{}"));
    }
    all.add(new Variable("faults", "what has gone wrong", "{}"));
    return all;
  }

  private static String instances(ThreadView v) {
    return v.thread.context().isHandler() ? "on each CPU" : "in each task";
  }

  static String constant(Value v) {
    return Values.tla(v, l -> l, "NULL");
  }
}
