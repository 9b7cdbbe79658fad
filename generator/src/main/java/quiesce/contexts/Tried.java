package quiesce.contexts;

import quiesce.steps.Atomic;
import quiesce.steps.LockKind;

/** A lock that is held if an attempt to take it has succeeded. */
record Tried(Atomic.Lock held) {
  LockKind kind() {
    return held.kind();
  }

  String lock() {
    return held.name();
  }

  /** The call that was the attempt. */
  String call() {
    return kind().trylock() + "()";
  }
}
