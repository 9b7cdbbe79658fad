package quiesce.module;

/** How much one action does. */
public enum Atomicity {
  /** At most one shared access and the thread-local work around it. */
  COARSE,
  /** One step. */
  FINE
}
