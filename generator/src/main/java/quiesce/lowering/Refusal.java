package quiesce.lowering;

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

  Place place() {
    return place;
  }

  String help() {
    return help;
  }
}
