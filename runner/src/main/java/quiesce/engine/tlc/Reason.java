package quiesce.engine.tlc;

/** Why a run of TLC gave no verdict. */
public enum Reason {
  /** It took longer than the job allows. */
  TIMEOUT,
  /** It did nothing any more. */
  HUNG,
  /** The thread that waited for it was interrupted, or this JVM is shutting down. */
  INTERRUPTED,
  /** Its heap, or the machine's memory, was not enough. */
  OUT_OF_MEMORY,
  /** What does not fit into memory did not fit on the disk. */
  OUT_OF_DISK,
  /** An expression recurses too deeply. */
  STACK_OVERFLOW,
  /** It was killed, or ended without finishing. */
  KILLED,
  /** The module or the configuration is not well formed. */
  SPEC_ERROR,
  /** An expression has no value. */
  EVALUATION_ERROR,
  /** An {@code Assert} of the module failed. */
  ASSERTION,
  /** An {@code ASSUME} of the module is false or has no value. */
  ASSUMPTION,
  /** No state satisfies the initial predicate, so nothing was checked. */
  NO_STATES,
  /** The JVM did not start, or what it ran was not TLC. */
  JVM_FAILED,
  /** Anything else. */
  OTHER
}
