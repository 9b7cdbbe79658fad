package quiesce.lowering;

import quiesce.source.Diagnostics;
import quiesce.source.Place;

/** One statement or definition is not understood. Caught where lowering can continue after it. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String help;

  Refusal(Place place, String message, String help) {
    super(message, null, false, false);
    this.place = place;
    this.help = help;
  }

  /** The same, at another place. */
  Refusal at(Place other) {
    return new Refusal(other, getMessage(), help);
  }

  /** Runs a part of the work; a refusal is noted and ends that part alone. */
  static void noted(Diagnostics problems, Runnable part) {
    try {
      part.run();
    } catch (Refusal r) {
      problems.report(r.place, r.getMessage(), r.help);
    }
  }
}
