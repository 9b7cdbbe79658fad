package quiesce.lkmm;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.export.Inexpressible;
import quiesce.steps.Access;

/**
 * What comes from outside of the strategy: each is a variable that a process of its own changes.
 */
final class AnyValues {
  private static final int MOST = 4;

  private final SortedSet<Integer> numbers;
  private final List<String> parameters = new ArrayList<>();
  private final List<Statement> stores = new ArrayList<>();
  private final List<String> initial = new ArrayList<>();

  /**
   * @param numbers that a callback may return
   */
  AnyValues(SortedSet<Integer> numbers) {
    this.numbers = numbers;
  }

  /** A variable that may hold any value of a domain. */
  String of(Access.Domain domain) {
    List<Integer> values =
        domain == Access.Domain.NOTHING
            ? List.of(0)
            : (domain == Access.Domain.BOOLEAN ? Stream.of(0, 1) : domain.of(numbers)).toList();
    if (values.size() > MOST || values.isEmpty()) {
      throw new Inexpressible("any of %d numbers".formatted(values.size()));
    }
    String name = "any_" + (parameters.size() + 1);
    parameters.add("int *" + name);
    if (values.get(0) != 0) {
      initial.add("%s=%d".formatted(name, values.get(0)));
    }
    IntStream.range(1, values.size())
        .forEach(i -> stores.add(Statement.line("WRITE_ONCE(*%s, %d)", name, values.get(i))));
    return name;
  }

  List<String> initial() {
    return List.copyOf(initial);
  }

  /** The process that changes them. */
  Stream<Process> process() {
    return stores.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Process("what callbacks return, and others pass", parameters, List.of(), stores));
  }
}
