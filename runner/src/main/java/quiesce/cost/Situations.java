package quiesce.cost;

import static quiesce.cost.PathCost.Ending.NEVER_RUNS;
import static quiesce.cost.PathCost.Ending.TOO_MANY_WAYS;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Price;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Value;

/**
 * What memory holds before a registration and after it, and what it costs to run in the one, in the
 * other, and to get from the one to the other.
 */
final class Situations {
  private static final Set<Price> OF_UPDATES =
      EnumSet.complementOf(EnumSet.of(Price.LOAD, Price.DEPENDENT_LOAD, Price.BRANCH));

  private final Program program;
  private final KernelThread provider;
  private final Set<String> notItsOwn;
  private final Optional<Memory> registered;
  private final PathCost.Ending withoutRegistration;

  Situations(Program program) {
    this.program = program;
    this.provider = program.provider();
    // Of an array, one store does not say what all elements hold.
    Stream<String> arrays =
        program.shared().stream().filter(Program.Shared::array).map(Program.Shared::name);
    this.notItsOwn =
        Stream.concat(arrays, program.readers().stream().flatMap(Memory::written))
            .collect(Collectors.toSet());
    this.registered = registered(1).stream().map(State::memory).reduce(Memory::or);
    this.withoutRegistration =
        register(1).failure().filter(TOO_MANY_WAYS::equals).orElse(NEVER_RUNS);
  }

  /** As long as nobody has ever registered. */
  PathCost nothingRegistered(KernelThread reader) {
    return reader.pinsProvider()
        ? PathCost.without(NEVER_RUNS)
        : reader(reader, nothingRegistered());
  }

  private Memory nothingRegistered() {
    return writtenBy(
        program.readers().stream().filter(r -> !r.pinsProvider()).toList(),
        Memory.initial(program));
  }

  /** Between the return of register and the call of unregister. */
  PathCost registered(KernelThread reader) {
    return registered
        .map(memory -> reader(reader, memory))
        .orElse(PathCost.without(withoutRegistration));
  }

  private static Memory writtenBy(List<KernelThread> threads, Memory memory) {
    Memory m = memory;
    for (KernelThread t : threads) {
      m = m.writtenBy(t);
    }
    return m;
  }

  private static PathCost reader(KernelThread thread, Memory memory) {
    State start = new State(thread.entry(), Locals.NONE, memory);
    IntPredicate end = id -> thread.node(id).step() instanceof Section.End;
    return Counting.path(
        cpus -> ways(new Run(thread, place -> false, cpus), List.of(start), end),
        EnumSet.allOf(Price.class));
  }

  UpdateCost update() {
    return new UpdateCost(
        Counting.path(this::register, OF_UPDATES),
        program.permanent()
            ? Optional.empty()
            : Optional.of(
                registered
                    .map(memory -> Counting.path(this::unregister, OF_UPDATES))
                    .orElse(PathCost.without(withoutRegistration))));
  }

  private Ways register(int cpus) {
    State start = new State(provider.entry(), callbacks(), nothingRegistered());
    return ways(provider(cpus), List.of(start), id -> harness(id, Local.FunctionEnd.class));
  }

  private Ways unregister(int cpus) {
    return ways(provider(cpus), registered(cpus), id -> harness(id, Access.TearDown.class));
  }

  private Run provider(int cpus) {
    return new Run(provider, place -> !notItsOwn.contains(place), cpus);
  }

  private static Ways ways(Run run, List<State> from, IntPredicate end) {
    return new Ways(from.stream().map(run::beginning).toList(), run::moves, end);
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
    Ways register = register(cpus);
    return register.failure().isPresent()
        ? List.of()
        : register.ends().stream().flatMap(this::succeeded).map(this::withReaders).toList();
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

  private State withReaders(State s) {
    return new State(s.node(), s.locals(), writtenBy(program.readers(), s.memory()));
  }

  private boolean harness(int id, Class<?> step) {
    Node n = provider.node(id);
    return n.origin().isHarness() && step.isInstance(n.step());
  }
}
