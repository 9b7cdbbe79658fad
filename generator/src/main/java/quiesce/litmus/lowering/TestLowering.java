package quiesce.litmus.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.contexts.Contexts;
import quiesce.contexts.FenceChecks;
import quiesce.litmus.tree.LitmusTest;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.Limit;
import quiesce.source.SourceException;
import quiesce.steps.Access;
import quiesce.steps.Atomic;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Litmus;
import quiesce.steps.Liveness;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** Lowers a litmus test to steps. */
public final class TestLowering {
  private final LitmusTest test;
  private final Diagnostics diagnostics;
  private final Symbols symbols;
  private final Finals finals;

  private TestLowering(LitmusTest test) {
    this.test = test;
    this.diagnostics = new Diagnostics(test.file());
    this.symbols = new Symbols(test, diagnostics);
    this.finals = new Finals(test, symbols, diagnostics);
  }

  /**
   * The test as processes of steps.
   *
   * @throws SourceException with everything that is not understood
   */
  public static Litmus lower(LitmusTest test) {
    return new TestLowering(test).lower();
  }

  private Litmus lower() {
    Limit limit = Limit.ofSteps(test.file());
    List<ProcessLowering.Steps> lowered =
        IntStream.range(0, test.processes().size())
            .mapToObj(
                i ->
                    ProcessLowering.lower(
                        i,
                        test.processes().get(i),
                        symbols,
                        finals.registers(i),
                        test.words(),
                        limit,
                        diagnostics))
            .toList();
    // What is refused by now leaves steps that the rest would complain about.
    diagnostics.throwIfAny();
    List<KernelThread> processes = new ArrayList<>();
    Set<String> watched = watched(lowered);
    for (ProcessLowering.Steps steps : lowered) {
      KernelThread thread =
          Contexts.found(thread(steps.process(), steps.nodes()), diagnostics, limit);
      FenceChecks.check(thread.nodes(), steps.fences(), watched, diagnostics);
      processes.add(initialised(thread));
    }
    Addresses.check(symbols.variables(), processes, diagnostics);
    diagnostics.throwIfAny();
    return new Litmus(
        test.file(),
        test.name(),
        symbols.variables(),
        symbols.locks(),
        processes,
        test.quantifier(),
        finals.condition(),
        finals.filter(),
        finals.shown());
  }

  private static Set<String> watched(List<ProcessLowering.Steps> all) {
    return all.stream()
        .flatMap(p -> p.nodes().stream())
        .flatMap(
            n ->
                n.step() instanceof Access && n.step() instanceof Step.OfLock l
                    ? Stream.of(l.lock())
                    : Stream.empty())
        .collect(Collectors.toSet());
  }

  private KernelThread thread(Item.Function process, List<Node> nodes) {
    SortedMap<String, KernelThread.LocalKind> locals = new TreeMap<>();
    nodes.stream()
        .flatMap(n -> Stream.concat(n.step().reads(), n.step().writes().stream()))
        .forEach(local -> locals.put(local, KernelThread.LocalKind.VALUE));
    return new KernelThread(
        process.name(), Context.PROCESS, false, origin(process), nodes, 0, locals, List.of());
  }

  private Origin origin(Item.Function process) {
    String line = test.file().line(process.place().line()).strip();
    return new Origin(process.name(), List.of(), process.place(), line);
  }

  /** What may be read before it is written is 0 at the beginning. */
  private static KernelThread initialised(KernelThread thread) {
    List<String> unset = List.copyOf(new Liveness(thread).before(thread.entry()));
    List<Node> nodes = new ArrayList<>();
    for (String register : unset) {
      int id = nodes.size();
      Local.Assign zero = new Local.Assign(register, new Value.Number(0));
      nodes.add(new Node(id, zero, thread.origin(), Atomic.NONE, List.of(id + 1)));
    }
    for (Node n : thread.nodes()) {
      List<Integer> next = n.next().stream().map(id -> id + unset.size()).toList();
      nodes.add(new Node(nodes.size(), n.step(), n.origin(), n.before(), next));
    }
    return thread.with(nodes);
  }
}
