package quiesce.steps;

/**
 * One place in the text that static_call_update() patches.
 *
 * @param key the name given to DEFINE_STATIC_CALL
 * @param name of the variable that holds its target: the key, numbered where it has several sites
 */
public record Site(String key, String name, Empty empty) {
  /** What it is known by among all shared things: a variable may have its name, too. */
  public String identity() {
    return "static_call(" + name + ")";
  }

  /** What the site does when no callback is registered. */
  public enum Empty {
    /** A NULL target: an oops, except at static_call_cond. */
    OOPS,
    /** static_call_cond with a NULL target. */
    NOTHING,
    /** {@code __static_call_return0}. */
    RETURN_0,
    /** The function that DEFINE_STATIC_CALL names. */
    FUNCTION
  }
}
