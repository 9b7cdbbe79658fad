package quiesce.module;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.analysis.Field;
import quiesce.source.Item;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * The numbers of a strategy that calculates, none of which may grow without end: docs/decisions/
 * 0043.
 *
 * @param most how large they may become, in either direction
 * @param members of the callbacks object
 * @param locals that are calculated
 */
public record NumberBounds(int most, List<String> members, List<LocalNumber> locals) {
  private static final int MOST_FOR_EACH_CPU = 8;

  /** With bits of both that neither has alone. */
  private static final Set<Value.Operator> COMBINING =
      Set.of(Value.Operator.OR, Value.Operator.XOR);

  /**
   * A field of a thread's record.
   *
   * @param index of an instance; empty where there is one
   * @param set of the instances
   */
  public record LocalNumber(String index, String set, String field) {}

  /** Empty where nothing is calculated. */
  static Optional<NumberBounds> of(Shape shape) {
    Program program = shape.program();
    if (!program.has(NumberBounds::calculates)) {
      return Optional.empty();
    }
    return Optional.of(
        new NumberBounds(
            largest(program) + MOST_FOR_EACH_CPU * shape.options().cpus().number(),
            program.strategy().items(Item.Struct.class).stream()
                .flatMap(s -> s.members().stream())
                .filter(m -> m.type().isNumber())
                .map(Item.Member::name)
                .filter(m -> shape.members().stream().anyMatch(k -> k.name().equals(m)))
                .map(shape::member)
                .toList(),
            shape.threads().stream().flatMap(NumberBounds::locals).toList()));
  }

  /**
   * Of the numbers that the strategy names, without their signs: an error is -22. Where bits are
   * put together, of all that have no more bits.
   */
  private static int largest(Program program) {
    Stream<Integer> given =
        program.members().stream()
            .flatMap(m -> m.initial().stream())
            .flatMap(v -> v instanceof Value.Number n ? Stream.of(n.value()) : Stream.empty());
    int named =
        Stream.concat(program.numbers().stream(), given).mapToInt(Math::abs).max().orElse(0);
    return program.has(NumberBounds::combinesBits)
        ? Math.max(named, Integer.highestOneBit(named) - 1 + Integer.highestOneBit(named))
        : named;
  }

  private static Stream<LocalNumber> locals(ThreadView v) {
    return steps(v.thread)
        .filter(s -> s instanceof Local.Assign a && isCalculated(a.value()))
        .flatMap(s -> s.writes().stream())
        .distinct()
        .filter(v::keeps)
        .map(l -> new LocalNumber(v.index, v.indexSet, v.field(Field.of(l)).text()));
  }

  private static Stream<Step> steps(KernelThread thread) {
    return thread.nodes().stream().map(Node::step);
  }

  private static boolean calculates(Step s) {
    return s instanceof Access.Rmw r && r.operation().isCalculation()
        || stored(s).anyMatch(NumberBounds::isCalculated);
  }

  /** The values that a step keeps, or calculates what it keeps from. */
  private static Stream<Value> stored(Step s) {
    if (s instanceof Local.Assign a) {
      return Stream.of(a.value());
    } else if (s instanceof Local.PostponeStore p) {
      return Stream.of(p.value());
    } else if (s instanceof Access.Store t) {
      return Stream.of(t.value());
    }
    return s instanceof Access.Rmw r ? r.operation().operands() : Stream.empty();
  }

  private static boolean combinesBits(Step s) {
    return s instanceof Access.Rmw r
            && r.operation() instanceof Operation.AtomicFetch f
            && COMBINING.contains(f.operator())
        || stored(s).anyMatch(NumberBounds::combinesBits);
  }

  private static boolean combinesBits(Value v) {
    return v instanceof Value.Arithmetic a
        && (COMBINING.contains(a.operator()) || combinesBits(a.left()) || combinesBits(a.right()));
  }

  private static boolean isCalculated(Value v) {
    return v instanceof Value.Arithmetic;
  }
}
