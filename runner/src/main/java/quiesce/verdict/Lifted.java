package quiesce.verdict;

import java.util.Optional;
import quiesce.module.Specification;

/** Whether a strategy has a specification for any number of CPUs or registrations. */
public sealed interface Lifted {
  /** Nobody has asked for one. */
  record Unasked() implements Lifted {}

  /**
   * It has this one.
   *
   * @param fewer why it is for a number of registrations, where any was asked for
   */
  record To(Specification specification, Optional<String> fewer) implements Lifted {}

  /** It has none. */
  record Not(String why) implements Lifted {}
}
