package quiesce.module;

/** How a specification keeps which CPU a thread holds that must not leave it. */
enum Hold {
  /** The thread never has to stay on a CPU where that can be seen. */
  NONE,
  /** In a field of the thread's record. */
  FIELD,
  /** The thread's record is part of the CPU's, of which it is the task while it has begun. */
  PLACE,
  /** In a field of the CPU's record: whether it is the one. */
  FLAG
}
