package quiesce.engine.tlc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A behaviour that TLC printed: its states, and how it continues after the last one. */
public record Trace(List<State> states, End end) {
  /** No behaviour was printed. */
  public static final Trace NONE = new Trace(List.of(), new Stops());

  /** How a behaviour continues. */
  public sealed interface End {}

  /** It need not continue: what it shows has happened. */
  public record Stops() implements End {}

  /** It stays in its last state for ever. */
  public record Stutters() implements End {}

  /**
   * It goes back and repeats for ever.
   *
   * @param state number of the state that it goes back to
   * @param action name of the action that it goes back by, if TLC printed it
   */
  public record GoesBack(int state, Optional<String> action) implements End {}

  public Trace {
    states = List.copyOf(states);
  }

  /** Number of the state that a lasso turns back to. */
  public OptionalInt backTo() {
    return end instanceof GoesBack back ? OptionalInt.of(back.state()) : OptionalInt.empty();
  }

  /**
   * The state that a lasso turns back to, as the one after the last: with the action that leads
   * back. Empty if there is no lasso, or TLC did not print the action.
   */
  public Optional<State> again() {
    return end instanceof GoesBack back && back.action().isPresent()
        ? states.stream()
            .filter(s -> s.number() == back.state())
            .map(s -> new State(states.size() + 1, back.action(), s.variables()))
            .findFirst()
        : Optional.empty();
  }

  public boolean stuttering() {
    return end instanceof Stutters;
  }
}
