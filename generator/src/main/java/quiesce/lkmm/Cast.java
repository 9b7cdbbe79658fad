package quiesce.lkmm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.analysis.Applicability;
import quiesce.export.Asked;
import quiesce.export.Lives;
import quiesce.steps.Access;
import quiesce.steps.Atomic;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Region;
import quiesce.steps.Value;

/**
 * Who there is in a test: each provider, with one object, and one run of each reader.
 *
 * @param pointers the variables that hold addresses
 */
record Cast(Program program, Applicability properties, List<Role> roles, Set<String> pointers) {
  /**
   * One of them.
   *
   * @param number of the process
   */
  record Role(KernelThread thread, int number, Lives lives) {
    boolean isProvider() {
      return thread.context() == Context.PROVIDER;
    }
  }

  static Cast of(Program program) {
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < program.providers(); i++) {
      roles.add(new Role(program.provider(), i, new Lives(program.provider())));
    }
    for (KernelThread t : program.readers()) {
      roles.add(new Role(t, roles.size(), new Lives(t)));
    }
    Set<String> pointers = new HashSet<>();
    program.threads().forEach(t -> t.nodes().forEach(n -> pointer(t, n).forEach(pointers::add)));
    return new Cast(program, Asked.of(program), List.copyOf(roles), pointers);
  }

  private static Stream<String> pointer(KernelThread t, Node n) {
    boolean holds =
        n.step() instanceof Access.Load l && t.locals().get(l.local()) == LocalKind.OBJECT
            || n.step() instanceof Access.Store s && isAddress(t, s.value())
            || n.step() instanceof Access.Rmw r
                && r.operation().operands().anyMatch(v -> isAddress(t, v));
    return holds ? n.step().touches().map(Location::name).stream() : Stream.empty();
  }

  private static boolean isAddress(KernelThread t, Value v) {
    return v instanceof Value.Null
        || v instanceof Value.OfFile
        || v instanceof Value.Local l && t.locals().get(l.name()) == LocalKind.OBJECT;
  }

  /** The names of the objects: each provider has the one of its number. */
  List<String> objects() {
    return IntStream.range(0, program.providers()).mapToObj("object_%d"::formatted).toList();
  }

  /** Whether some handler that would interrupt a thread does not in a region. */
  boolean hasHeldOff(KernelThread thread, Region region) {
    Atomic there = Atomic.NONE.nested(region, 1);
    return program.readers().stream()
        .map(KernelThread::context)
        .anyMatch(c -> c.compareTo(thread.context()) > 0 && there.holdsOff(c));
  }
}
