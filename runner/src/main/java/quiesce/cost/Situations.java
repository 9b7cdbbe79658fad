package quiesce.cost;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Value;

/**
 * What memory holds before a registration and after it, and what it costs to get from the one to
 * the other.
 */
final class Situations {
  private static final Set<Kind> OF_UPDATES =
      EnumSet.complementOf(EnumSet.of(Kind.LOAD, Kind.DEPENDENT_LOAD, Kind.BRANCH));

  private final Program program;
  private final KernelThread provider;

  Situations(Program program) {
    this.program = program;
    this.provider = program.provider();
  }

  /** Empty if the reader does not run as long as nobody is registered. */
  Optional<Memory> nothingRegistered(KernelThread reader) {
    Memory m = Memory.initial(program);
    for (KernelThread r : program.readers()) {
      m = r.pinsProvider() ? m : m.writtenBy(r);
    }
    return reader.pinsProvider() ? Optional.empty() : Optional.of(m);
  }

  /** Empty if register never returns. */
  Optional<Memory> registered() {
    return registered(1).stream()
        .map(State::memory)
        .reduce(Memory::or)
        .map(
            m -> {
              Memory all = m;
              for (KernelThread r : program.readers()) {
                all = all.writtenBy(r);
              }
              return all;
            });
  }

  Path reader(KernelThread thread, Optional<Memory> memory) {
    List<State> start =
        memory.map(m -> new State(thread.entry(), Locals.NONE, m)).stream().toList();
    return Counting.path(
        cpus -> {
          Run run = new Run(thread, false, cpus);
          return new Ways(
              start.stream().map(run::beginning).toList(),
              run::moves,
              id -> thread.node(id).step() instanceof Section.End);
        },
        EnumSet.allOf(Kind.class));
  }

  UpdateCost update() {
    Path register = Counting.path(this::register, OF_UPDATES);
    return new UpdateCost(
        register,
        program.permanent()
            ? Optional.empty()
            : Optional.of(Counting.path(this::unregister, OF_UPDATES)));
  }

  private Ways register(int cpus) {
    State start = new State(provider.entry(), callbacks(), Memory.initial(program));
    return ways(List.of(start), cpus, id -> harness(id, Local.FunctionEnd.class));
  }

  /** What nobody assigns is what the harness gives to register and unregister. */
  private Locals callbacks() {
    Locals known = Locals.NONE;
    for (var local : provider.locals().entrySet()) {
      boolean assigned =
          provider.nodes().stream()
              .anyMatch(n -> n.step().writes().filter(local.getKey()::equals).isPresent());
      if (local.getValue() == KernelThread.LocalKind.OBJECT && !assigned) {
        known = known.with(local.getKey(), Known.constant(new Value.Registered()));
      }
    }
    return known;
  }

  /** Where register has returned, and has not said that it failed. */
  private List<State> registered(int cpus) {
    return register(cpus).ends().stream().flatMap(this::succeeded).toList();
  }

  private Stream<State> succeeded(State returned) {
    int id = provider.node(returned.node()).next().get(0);
    if (!harness(id, Local.Branch.class)) {
      return Stream.of(new State(id, returned.locals(), returned.memory()));
    }
    Node branch = provider.node(id);
    Value condition = ((Local.Branch) branch.step()).condition();
    // An int is 0 or an error; a bool is whether it worked.
    boolean success = !(condition instanceof Value.NonZero);
    return returned.locals().holds(condition).orElse(success) == success
        ? Stream.of(
            new State(branch.next().get(success ? 0 : 1), returned.locals(), returned.memory()))
        : Stream.empty();
  }

  private Ways unregister(int cpus) {
    return ways(registered(cpus), cpus, id -> harness(id, Access.TearDown.class));
  }

  private Ways ways(List<State> from, int cpus, IntPredicate end) {
    Run run = new Run(provider, true, cpus);
    return new Ways(from.stream().map(run::beginning).toList(), run::moves, end);
  }

  private boolean harness(int id, Class<?> step) {
    Node n = provider.node(id);
    return n.origin().isHarness() && step.isInstance(n.step());
  }
}
