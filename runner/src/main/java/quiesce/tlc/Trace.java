package quiesce.tlc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A behaviour that TLC printed: its states, and how it goes on after the last one. */
public record Trace(List<State> states, End end) {
  /** No behaviour was printed. */
  public static final Trace NONE = new Trace(List.of(), new Stops());

  /** How a behaviour goes on. */
  public sealed interface End {}

  /** It needs not go on: what it shows has happened. */
  public record Stops() implements End {}

  /** It stays in its last state for ever. */
  public record Stutters() implements End {}

  /**
   * It goes back and repeats for ever.
   *
   * @param state number of the state that it goes back to
   * @param action name of the action that it goes back by, if TLC told
   */
  public record GoesBack(int state, Optional<String> action) implements End {}

  public Trace {
    states = List.copyOf(states);
  }

  /** Number of the state that a lasso turns back to. */
  public OptionalInt backTo() {
    return end instanceof GoesBack back ? OptionalInt.of(back.state()) : OptionalInt.empty();
  }

  public boolean stuttering() {
    return end instanceof Stutters;
  }
}
