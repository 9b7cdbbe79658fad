package quiesce.observation;

import java.util.Arrays;
import java.util.Optional;

/** How often the condition of a litmus test holds in its final states. */
public enum Observation {
  NEVER("Never"),
  SOMETIMES("Sometimes"),
  ALWAYS("Always");

  private final String title;

  Observation(String title) {
    this.title = title;
  }

  /** As herd7 writes it. */
  public String title() {
    return title;
  }

  /**
   * @param positive how many final states satisfy the condition
   * @param negative how many do not
   */
  public static Observation of(long positive, long negative) {
    return positive == 0 ? NEVER : negative == 0 ? ALWAYS : SOMETIMES;
  }

  public static Optional<Observation> named(String title) {
    return Arrays.stream(values()).filter(o -> o.title.equals(title)).findFirst();
  }
}
