package quiesce.interpreter;

import quiesce.steps.LockKind;

/**
 * A lock: a bit for who holds it alone, then how many read under it, then how many queue to write.
 */
record Locks(Turn turn, int cell) {
  private static final int ALONE = 1;
  private static final int READER = 2;
  private static final int WRITER = 16;

  private int now() {
    return turn.now.get(cell);
  }

  boolean isFree(LockKind kind, boolean waits) {
    if (kind.isShared()) {
      boolean passes = waits && turn.self.thread().context().isHandler();
      return (now() & ALONE) == 0 && (passes || now() < WRITER);
    }
    return now() % WRITER == 0;
  }

  void queue() {
    turn.now.add(cell, WRITER);
  }

  void take(LockKind kind) {
    turn.now.add(cell, kind.isShared() ? READER : kind.isOfWriter() ? ALONE - WRITER : ALONE);
  }

  /** Who only tries has not queued. */
  void takeAtOnce(LockKind kind) {
    turn.now.add(cell, kind.isShared() ? READER : ALONE);
  }

  void release(LockKind kind) {
    turn.now.add(cell, kind.isShared() ? -READER : -ALONE);
  }
}
