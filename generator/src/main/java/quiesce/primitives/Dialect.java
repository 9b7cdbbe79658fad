package quiesce.primitives;

/** The kinds of C that primitives occur in. */
public enum Dialect {
  STRATEGY,
  /** A litmus test's variables are parameters, so that their addresses have names. */
  LITMUS
}
