package quiesce.steps;

/** Something that costs. {@code docs/cost.md} says what counts as each, and why. */
public enum Price {
  /** Of a variable, a member or a slot. */
  LOAD("load", "loads", 1),
  /** Of the loads, those whose address was loaded before in the same run. */
  DEPENDENT_LOAD("dependent", "dependent", 1),
  BRANCH("branch", "branches", 1),
  INDIRECT_CALL("indirect call", "indirect calls", 10),
  PATCHED_CALL("patched call", "patched calls", 1),
  /** What is patched in where a static call returns 0. */
  PATCHED_XOR("patched xor", "patched xors", 1),
  /** What is patched in where a static call does nothing. */
  PATCHED_NOP("patched nop", "patched nops", 0),
  STORE("store", "stores", 1),
  ATOMIC("atomic operation", "atomic operations", 20),
  SMP_MB("smp_mb", "smp_mb", 20),
  SMP_RMB("smp_rmb", "smp_rmb", 5),
  SMP_WMB("smp_wmb", "smp_wmb", 5),
  ACQUIRE("acquire", "acquires", 3),
  RELEASE("release", "releases", 3),
  GRACE_PERIOD("grace period", "grace periods", 1_000_000),
  TEXT_PATCH("text patch", "text patches", 10_000),
  /** An interrupt to every other CPU, each of which is waited for. */
  IPI("IPI to all CPUs", "IPIs to all CPUs", 10_000);

  private final String one;
  private final String several;
  private final int weight;

  Price(String one, String several, int weight) {
    this.one = one;
    this.several = several;
    this.weight = weight;
  }

  /** About how many loads it is worth, where two fixes must be ranked; nothing else is added up. */
  public int weight() {
    return weight;
  }

  /** As in "3 loads". */
  public String noun(boolean single) {
    return single ? one : several;
  }
}
