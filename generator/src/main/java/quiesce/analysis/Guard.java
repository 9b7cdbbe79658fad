package quiesce.analysis;

import quiesce.steps.Value;

/** When a step may be performed early. */
public sealed interface Guard {
  Guard NEVER = new Never();
  Guard ALWAYS = new Always();

  record Never() implements Guard {}

  record Always() implements Guard {}

  /** If this step has been performed early itself. */
  record Done(int node) implements Guard {}

  record When(Value condition) implements Guard {}

  record Both(Guard left, Guard right) implements Guard {}

  record Either(Guard left, Guard right) implements Guard {}

  static Guard both(Guard a, Guard b) {
    if (a instanceof Never || b instanceof Never) {
      return NEVER;
    }
    if (a instanceof Always) {
      return b;
    }
    return b instanceof Always || a.equals(b) ? a : new Both(a, b);
  }

  static Guard either(Guard a, Guard b) {
    if (a instanceof Always || b instanceof Always) {
      return ALWAYS;
    }
    if (a instanceof Never) {
      return b;
    }
    return b instanceof Never || a.equals(b) ? a : new Either(a, b);
  }
}
