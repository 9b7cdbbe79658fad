package quiesce.source;

/** How much of something a strategy may have; docs/language.md lists them. */
public enum Bound {
  ERRORS("errors of a file that are reported", 20),
  PROVIDERS("providers", 3),
  BRACKETS("brackets inside one another", 200),
  /** An {@code else if} is nested in the if before it. */
  ELSES("`else` in a function", 200),
  MACRO_WORDS("words that macros expand to", 20_000),
  MACRO_DEPTH("macros inside one another", 100),
  CALL_DEPTH("calls of functions inside one another", 40),
  ROUNDS("rounds of a `for` that is written out", 8),
  COPIES("times that a statement is written out, in such loops inside one another", 16),
  MEMBERS("members of a struct and of the structs in it", 200),
  /** Each is a place of its own, and each reader may come to any of them. */
  ELEMENTS("elements of an array", 8),
  SHIFT("bits by which `<<` and `>>` shift what is no constant", 16),
  STEPS("steps of all functions with a role, of which a statement takes one or more", 1_000);

  private final String what;
  private final int most;

  Bound(String what, int most) {
    this.what = what;
    this.most = most;
  }

  /** What it bounds, in the plural. */
  public String what() {
    return what;
  }

  public int most() {
    return most;
  }
}
