package quiesce.promela;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.export.Lives;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Section;
import quiesce.steps.Step;

/**
 * All that run one function.
 *
 * @param name of the process
 * @param first the number of the first one; the others follow
 * @param lives what each knows where
 */
record Crew(KernelThread thread, String name, int first, int count, Lives lives) {

  boolean isProvider() {
    return thread.context() == Context.PROVIDER;
  }

  boolean isHandler() {
    return thread.context().isHandler();
  }

  /** The numbers of those in it. */
  IntStream numbers() {
    return IntStream.range(first, first + count);
  }

  /** The bit of its level among those of handlers. */
  int level() {
    return switch (thread.context()) {
      case SOFTIRQ -> 1;
      case IRQ -> 2;
      case NMI -> 4;
      case PROVIDER, TASK, PROCESS -> 0;
    };
  }

  /** What the kernel calls its level. */
  String levelName() {
    return thread.context().label().toUpperCase(java.util.Locale.ROOT);
  }

  boolean isEntry(int node) {
    return node == thread.entry();
  }

  /** The node that is come to: what marks a place in the text takes no step. */
  int past(int id) {
    int there = id;
    while (there >= 0 && isNothing(thread.node(there).step())) {
      there = thread.node(there).next().get(0);
    }
    return there;
  }

  private static boolean isNothing(Step s) {
    return s instanceof Local.Reached || s instanceof Local.FunctionEnd;
  }

  /** Whether a thread may be there for ever, and nobody is stuck. */
  boolean mayRest(int node) {
    Step s = thread.node(node).step();
    return isEntry(node) || s instanceof Section.Registered || thread.rests(node);
  }

  /** Whether it may enter a callback. */
  boolean calls() {
    return thread.has(s -> s instanceof Access.CallSlot || s instanceof Access.StaticCall);
  }

  /** The names of its locals that are kept in the order of the C names. */
  Stream<String> locals() {
    return thread.locals().keySet().stream();
  }

  /** The pointers of which others ask whether it holds what they lead to. */
  List<String> held() {
    return isProvider() ? List.of() : lives.held();
  }
}
