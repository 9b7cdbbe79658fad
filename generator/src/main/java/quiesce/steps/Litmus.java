package quiesce.steps;

import java.util.List;
import java.util.Optional;
import quiesce.source.SourceFile;

/**
 * A litmus test as processes of steps.
 *
 * @param variables the shared variables, in the order of their names
 * @param locks the spinlocks, likewise
 * @param processes each ends with {@link Local.Halt}
 * @param filter what a final state must satisfy to count at all
 * @param observed what describes a final state, in the order in which it is printed
 */
public record Litmus(
    SourceFile file,
    String name,
    List<Variable> variables,
    List<String> locks,
    List<KernelThread> processes,
    Quantifier quantifier,
    Proposition condition,
    Optional<Proposition> filter,
    List<Observed> observed)
    implements Model {

  public Litmus {
    variables = List.copyOf(variables);
    locks = List.copyOf(locks);
    processes = List.copyOf(processes);
    observed = List.copyOf(observed);
  }

  @Override
  public List<KernelThread> threads() {
    return processes;
  }

  /**
   * A shared variable.
   *
   * @param initial a number or an address
   */
  public record Variable(String name, Value initial) {}

  /** What the test asks of its final states. */
  public enum Quantifier {
    EXISTS("exists"),
    NOT_EXISTS("~exists"),
    FORALL("forall");

    private final String text;

    Quantifier(String text) {
      this.text = text;
    }

    /** As the test writes it. */
    public String text() {
      return text;
    }
  }

  /** Something that has a value when all processes have ended. */
  public sealed interface Observed {
    /** As herd7 prints it: {@code 0:r1} or {@code x}. */
    String label();

    record Register(int process, String local) implements Observed {
      @Override
      public String label() {
        return process + ":" + local;
      }
    }

    /** A variable or a lock. */
    record Memory(String name) implements Observed {
      @Override
      public String label() {
        return name;
      }
    }
  }

  /** A condition on a final state. */
  public sealed interface Proposition {
    record True() implements Proposition {}

    /** Compares with a number or an address, or with something else observed. */
    record Equal(Observed left, Operand right) implements Proposition {}

    record Not(Proposition operand) implements Proposition {}

    record And(Proposition left, Proposition right) implements Proposition {}

    record Or(Proposition left, Proposition right) implements Proposition {}
  }

  /** The right side of a comparison. */
  public sealed interface Operand {
    record Constant(Value value) implements Operand {}

    record Other(Observed observed) implements Operand {}
  }
}
