package quiesce.contexts;

import quiesce.steps.LockKind;

/** A lock that is held if an attempt to take it has succeeded. */
record Tried(LockKind kind, String lock) {
  /** The call that was the attempt. */
  String call() {
    return kind.trylock() + "()";
  }
}
