package quiesce.primitives;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quiesce.source.Expression;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * A name of the kernel's vocabulary.
 *
 * @param dialects where it may be called
 * @param row what docs/language.md says of it
 */
public record Primitive(String name, Set<Dialect> dialects, Meaning meaning, Row row) {

  /**
   * A row of a table in the documentation: all primitives with the same text share it.
   *
   * @param does what a call does in the machine
   */
  public record Row(Group group, String does) {}

  /** The tables, in their order. */
  public enum Group {
    ACCESSES,
    ATOMICS,
    REFERENCES,
    MODULES,
    BITS,
    KEYS,
    BARRIERS,
    RCU,
    SRCU,
    CONTEXTS,
    LOCKS,
    CALLS,
    ALLOCATION,
    WARNINGS,
    INTERRUPTS,
    LATER,
    SLEEPING,
    THREADS,
    OTHERS
  }

  /** What becomes of a call. */
  public sealed interface Meaning {}

  /**
   * Steps that follow from the arguments alone.
   *
   * @param result what the call returns, if anything
   * @param fence where a full barrier must be, if it is not one everywhere
   */
  public record Steps(
      List<Argument> arguments,
      Function<Operands, List<Step>> steps,
      Optional<Result> result,
      Optional<Fence> fence)
      implements Meaning {

    /**
     * Makes the steps of a call.
     *
     * @param emit makes a step, and returns its node
     * @param fences gets the node of a full barrier that is not one everywhere
     * @return what the call returns, if anything
     */
    public Optional<Value> make(
        Operands operands, ToIntFunction<Step> emit, Map<Integer, Fence> fences) {
      for (Step s : steps.apply(operands)) {
        int node = emit.applyAsInt(s);
        fence.ifPresent(f -> fences.put(node, f));
      }
      return result.map(r -> r.value().apply(operands));
    }

    /** Whether the call returns the index of an SRCU section, which must be kept. */
    public boolean returnsIndex() {
      return result.filter(r -> r.kind() == Result.Kind.INDEX).isPresent();
    }
  }

  /**
   * What a call returns.
   *
   * @param value what it is, in terms of the local that holds what was read
   */
  public record Result(Kind kind, Function<Operands, Value> value) {
    public enum Kind {
      /** What was read, as it is, of the type that the place in memory has. */
      READ,
      /** A number that was read, as it is. */
      NUMBER,
      /** A number that is computed from what was read. */
      COMPUTED,
      INDEX
    }

    /** Whether its type is that of the place in memory; otherwise it is a number. */
    public boolean isOfPlace() {
      return kind == Kind.READ;
    }

    /** Whether it is the local itself. */
    public boolean isRead() {
      return kind != Kind.COMPUTED;
    }
  }

  /**
   * The lowering of its dialect has a method for it.
   *
   * @param arguments as they are written after its name
   */
  public record Special(String arguments) implements Meaning {}

  /** Its arguments are shown to people: no step. */
  public record Prints() implements Meaning {}

  /** {@code likely(x)} is x. */
  public record Hint() implements Meaning {}

  /**
   * The machine does not have it.
   *
   * @param help what to write instead
   */
  public record Refused(String help) implements Meaning {}

  /** Which of the arguments of a call is put into the place that the first one names, if any. */
  public Optional<Expression> stored(List<Expression> given) {
    if (!(meaning instanceof Steps s)
        || s.arguments().isEmpty()
        || !s.arguments().get(0).isPlace()) {
      return Optional.empty();
    }
    return IntStream.range(1, Math.min(given.size(), s.arguments().size()))
        .filter(i -> Set.of(Argument.VALUE, Argument.NEW).contains(s.arguments().get(i)))
        .mapToObj(given::get)
        .findFirst();
  }

  /** The call, with names for its arguments. */
  public String usage(Dialect dialect) {
    if (meaning instanceof Steps s) {
      return s.arguments().stream()
          .map(a -> a.in(dialect))
          .collect(Collectors.joining(", ", name + "(", ")"));
    }
    return name
        + (meaning instanceof Special s
            ? s.arguments()
            : meaning instanceof Hint ? "(x)" : "(...)");
  }
}
