package quiesce.reference;

import java.util.List;
import java.util.Optional;

/** What a process does. An address is a term whose value is the name of a variable or a lock. */
sealed interface Instruction {
  record Load(String to, Term from, boolean acquire) implements Instruction {}

  record Store(Term to, Term value, boolean release) implements Instruction {}

  /** An atomic operation; without a register, its value does not count as loaded. */
  record Update(
      Optional<String> to,
      Term at,
      String operator,
      Term operand,
      Optional<Term> value,
      Order order)
      implements Instruction {}

  record Lock(String lock) implements Instruction {}

  record Trylock(String to, String lock) implements Instruction {}

  record Unlock(String lock) implements Instruction {}

  record Assign(String to, Term value) implements Instruction {}

  /** Both branches as numbers of instructions. */
  record If(Term condition, List<Integer> then, List<Integer> otherwise) implements Instruction {}

  record Fence(Kind kind) implements Instruction {}

  /**
   * A read-side section begins.
   *
   * @param domain of SRCU; empty for RCU
   * @param index the register of an SRCU section
   */
  record ReadLock(String domain, String index) implements Instruction {}

  record ReadUnlock(String domain, String index) implements Instruction {}

  record GracePeriodBegins(String domain) implements Instruction {}

  record GracePeriodEnds(String domain) implements Instruction {}

  /** What a fence orders. */
  enum Kind {
    ALL,
    LOADS,
    STORES
  }

  /** What an atomic operation orders. */
  enum Order {
    RELAXED,
    ACQUIRE,
    RELEASE,
    FULL
  }
}
