package quiesce.verdict;

import quiesce.module.Specification;

/** Whether a strategy has a specification for any number of CPUs or registrations. */
public sealed interface Lifted {
  /** Nobody has asked for one. */
  record Unasked() implements Lifted {}

  /** It has this one. */
  record To(Specification specification) implements Lifted {}

  /** It has none. */
  record Not(String why) implements Lifted {}
}
