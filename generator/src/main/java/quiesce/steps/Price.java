package quiesce.steps;

/** Something that costs. {@code docs/cost.md} says what counts as each, and why. */
public enum Price {
  /** Of a variable, a member or a slot. */
  LOAD("load", "loads"),
  /** Of the loads, those whose address was loaded before in the same run. */
  DEPENDENT_LOAD("dependent", "dependent"),
  BRANCH("branch", "branches"),
  INDIRECT_CALL("indirect call", "indirect calls"),
  PATCHED_CALL("patched call", "patched calls"),
  /** What is patched in where a static call returns 0. */
  PATCHED_XOR("patched xor", "patched xors"),
  /** What is patched in where a static call does nothing. */
  PATCHED_NOP("patched nop", "patched nops"),
  STORE("store", "stores"),
  ATOMIC("atomic operation", "atomic operations"),
  SMP_MB("smp_mb", "smp_mb"),
  SMP_RMB("smp_rmb", "smp_rmb"),
  SMP_WMB("smp_wmb", "smp_wmb"),
  ACQUIRE("acquire", "acquires"),
  RELEASE("release", "releases"),
  GRACE_PERIOD("grace period", "grace periods"),
  TEXT_PATCH("text patch", "text patches"),
  /** An interrupt to every other CPU, each of which is waited for. */
  IPI("IPI to all CPUs", "IPIs to all CPUs");

  private final String one;
  private final String several;

  Price(String one, String several) {
    this.one = one;
    this.several = several;
  }

  /** As in "3 loads". */
  public String noun(boolean single) {
    return single ? one : several;
  }
}
